@NullMarked
package io.ringsight.ingest.simulate;

import org.jspecify.annotations.NullMarked;
