@NullMarked
package io.ringsight.ingest;

import org.jspecify.annotations.NullMarked;
