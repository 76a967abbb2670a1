/**
 * Invented populations of applicants, honest and not, for evaluation, {@code demo}, tests and benchmarks. Everything in it is
 * made up; telephone, network, e-mail and bank ranges are reserved or unassigned ones wherever such exist.
 */
@NullMarked
package io.ringsight.ingest.simulate;

import org.jspecify.annotations.NullMarked;
