package io.ringsight.ingest.intake;

import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.normalise.Normalisers;
import io.ringsight.ingest.record.Quality;
import java.util.Optional;

/** What stands in the vault, as text: a line each, the version of the normalisers first. */
final class SealedForm {
    private SealedForm() {}

    /** An identifier: version, quality, normal form (which may itself have lines). */
    record Identifier(Quality quality, String normalForm) {
        String text() {
            return Normalisers.VERSION + "\n" + quality.word() + "\n" + normalForm;
        }

        static Identifier parse(String text) {
            String[] lines = text.split("\n", 3);
            if (lines.length != 3) {
                throw notOurs();
            }
            Quality quality = lines[1].equals(Quality.VERIFIED.word()) ? Quality.VERIFIED : Quality.UNVERIFIED;
            return new Identifier(quality, lines[2]);
        }
    }

    /** An account: version, digest of the content in hex, given names, surname, birth date; empty lines for what is absent. */
    record Account(String digest, Optional<String> given, Optional<String> surname, Optional<String> birthDate) {
        String text() {
            return String.join(
                    "\n",
                    Integer.toString(Normalisers.VERSION),
                    digest,
                    given.orElse(""),
                    surname.orElse(""),
                    birthDate.orElse(""));
        }

        static Account parse(String text) {
            String[] lines = text.split("\n", -1);
            if (lines.length != 5) {
                throw notOurs();
            }
            return new Account(lines[1], filled(lines[2]), filled(lines[3]), filled(lines[4]));
        }

        private static Optional<String> filled(String line) {
            return line.isEmpty() ? Optional.empty() : Optional.of(line);
        }
    }

    private static RingsightException notOurs() {
        return new RingsightException(
                ErrorCode.KEYS,
                "A sealed value opens but is not of a form that is known here.",
                "Maybe it was written by a newer version of Ringsight.");
    }
}
