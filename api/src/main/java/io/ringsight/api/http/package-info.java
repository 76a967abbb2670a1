/**
 * HTTP: controllers turn requests into questions to the service and its answers into JSON; every error is a problem
 * (RFC 9457) that comes from the one list of error codes.
 */
@NullMarked
package io.ringsight.api.http;

import org.jspecify.annotations.NullMarked;
