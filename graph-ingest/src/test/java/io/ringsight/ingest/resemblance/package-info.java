@NullMarked
package io.ringsight.ingest.resemblance;

import org.jspecify.annotations.NullMarked;
