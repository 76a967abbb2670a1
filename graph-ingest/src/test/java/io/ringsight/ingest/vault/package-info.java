@NullMarked
package io.ringsight.ingest.vault;

import org.jspecify.annotations.NullMarked;
