/**
 * The schema as numbered migrations and every fixed statement as a file behind a typed catalogue. To add a statement,
 * write a {@code .cypher} file whose header declares its parameters and name it in {@link Statement}.
 */
@NullMarked
package io.ringsight.cypher;

import org.jspecify.annotations.NullMarked;
