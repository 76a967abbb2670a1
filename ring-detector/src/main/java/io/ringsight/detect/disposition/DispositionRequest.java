package io.ringsight.detect.disposition;

import io.ringsight.detect.disposition.Disposition.Kind;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What somebody asks to be taken. One of the three subjects is named, or else what is to be undone.
 *
 * @param expires milliseconds since 1970 UTC
 * @param undoes number of a disposition
 */
public record DispositionRequest(
        Kind kind,
        Optional<String> account,
        Optional<Subject.Pair> pair,
        Optional<String> ring,
        String user,
        String reason,
        OptionalLong expires,
        OptionalLong undoes) {
    /** All that somebody wrote. */
    List<String> texts() {
        return Stream.of(
                        Stream.of(user, reason),
                        account.stream(),
                        ring.stream(),
                        pair.stream().flatMap(two -> two.accounts().stream()))
                .flatMap(texts -> texts)
                .toList();
    }
}
