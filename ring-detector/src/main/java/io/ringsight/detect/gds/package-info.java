/** The same clustering by the Graph Data Science library of the store. The only package that calls it. */
@NullMarked
package io.ringsight.detect.gds;

import org.jspecify.annotations.NullMarked;
