/** Models that were trained: as files, in a folder that knows which is champion, and what it takes to become it. */
@NullMarked
package io.ringsight.detect.registry;

import org.jspecify.annotations.NullMarked;
