/** The structure of one ring: bridges, articulation accounts, density. The only package that uses JGraphT. */
@NullMarked
package io.ringsight.detect.jgrapht;

import org.jspecify.annotations.NullMarked;
