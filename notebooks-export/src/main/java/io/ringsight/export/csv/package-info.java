/** Results as CSV files: the ones that {@code analyze} and {@code export} write, byte for byte the same. */
@NullMarked
package io.ringsight.export.csv;

import org.jspecify.annotations.NullMarked;
