/**
 * What the service knows, free of transport: one snapshot with its detection, replaced as a whole, and the answers that
 * are given from it.
 */
@NullMarked
package io.ringsight.api.service;

import org.jspecify.annotations.NullMarked;
