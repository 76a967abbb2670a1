/** The structure of one ring, and ways over links: bridges, cores, roles, the minimum cut. The only package that uses JGraphT. */
@NullMarked
package io.ringsight.detect.jgrapht;

import org.jspecify.annotations.NullMarked;
