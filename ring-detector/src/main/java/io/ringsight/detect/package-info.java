@NullMarked
package io.ringsight.detect;

import org.jspecify.annotations.NullMarked;
