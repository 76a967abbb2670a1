@NullMarked
package io.ringsight.cypher;

import org.jspecify.annotations.NullMarked;
