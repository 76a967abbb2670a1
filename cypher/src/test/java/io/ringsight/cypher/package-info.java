/** Tests of the catalogue: headers and types by hand, every statement's plan by a real store. */
@NullMarked
package io.ringsight.cypher;

import org.jspecify.annotations.NullMarked;
