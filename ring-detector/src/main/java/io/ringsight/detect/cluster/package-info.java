/** From links to groups: connected components, then Leiden inside each. Kernels over primitive arrays. */
@NullMarked
package io.ringsight.detect.cluster;

import org.jspecify.annotations.NullMarked;
