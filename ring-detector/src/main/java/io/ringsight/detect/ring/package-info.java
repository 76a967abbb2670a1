/** Rings: groups of two or more accounts, named by their members. */
@NullMarked
package io.ringsight.detect.ring;

import org.jspecify.annotations.NullMarked;
