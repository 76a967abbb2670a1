/** Normal forms, encrypted, so that keys can rotate: the only place a value can ever be read back from. */
@NullMarked
package io.ringsight.ingest.vault;

import org.jspecify.annotations.NullMarked;
