/** The way in: reads, normalises and tokenises on all cores, and hands records over in the order of the files. */
@NullMarked
package io.ringsight.ingest.intake;

import org.jspecify.annotations.NullMarked;
