/** From a normal form to a keyed token, and the key sets that tokens and vault are made with. Raw values stay inside. */
@NullMarked
package io.ringsight.ingest.tokenise;

import org.jspecify.annotations.NullMarked;
