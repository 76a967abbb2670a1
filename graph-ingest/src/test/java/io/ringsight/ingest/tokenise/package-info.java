@NullMarked
package io.ringsight.ingest.tokenise;

import org.jspecify.annotations.NullMarked;
