/** What can go wrong, once: one enum gives exit code, HTTP status and log level; one exception carries it. */
@NullMarked
package io.ringsight.ingest.error;

import org.jspecify.annotations.NullMarked;
