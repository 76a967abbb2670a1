package io.ringsight.api.http;

import io.micronaut.serde.annotation.Serdeable;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import java.util.Locale;

/**
 * RFC 9457.
 *
 * @param type a URN that names the kind of problem
 * @param title the kind of problem in words
 * @param detail what happened this time
 * @param code the name of the error code
 * @param hint a sentence that starts with "Maybe", or empty
 */
@Serdeable
record Problem(String type, String title, int status, String detail, String code, String hint) {
    static final String MEDIA_TYPE = "application/problem+json";

    static Problem of(ErrorCode code, int status, String detail, String hint) {
        String word = code.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Problem("urn:ringsight:problem:" + word, word.replace('-', ' '), status, detail, code.name(), hint);
    }

    static Problem of(RingsightException e) {
        return of(e.code(), e.code().httpStatus(), String.valueOf(e.getMessage()), e.hint());
    }
}
