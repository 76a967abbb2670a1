@NullMarked
package io.ringsight.ingest.intake;

import org.jspecify.annotations.NullMarked;
