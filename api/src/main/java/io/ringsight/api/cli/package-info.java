/**
 * The command line. One class a command; each reads as what it does. Nothing here starts the service's framework except
 * {@code serve} and {@code demo}, so that the other commands start at once.
 */
@NullMarked
package io.ringsight.api.cli;

import org.jspecify.annotations.NullMarked;
