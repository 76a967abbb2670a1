package io.ringsight.detect.evidence;

import io.ringsight.ingest.record.IdentifierType;
import io.ringsight.ingest.record.IdentifierTypes;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which identifier type a code of evidence, or of a reason that was dealt from it, is about: by what two accounts are tied. Immutable, thread-safe. */
public final class CodeTypes {
    private static final List<String> AGREEMENTS = List.of("SHARED_", "SIMILAR_", "CONSECUTIVE_", "COMMON_FORM_OF_");
    private static final Map<String, String> NAMED = Map.of(
            "SAME_BUILDING", "address",
            "SAME_LOCAL_PART", "email",
            "EMAIL_OF_ONE_TEMPLATE", "email",
            "FACE_WITH_OTHER_GIVEN_NAME", "biometric",
            "FACE_WITH_OTHER_SURNAME", "biometric",
            "FACE_WITH_OTHER_BIRTH_DATE", "biometric",
            "DOCUMENT_WITH_OTHER_FACE", "document",
            "TAX_ID_WITH_OTHER_BIRTH_DATE", "tax_id");

    private final Map<String, String> types = new HashMap<>(NAMED); // by code

    public CodeTypes(IdentifierTypes configured) {
        for (IdentifierType type : configured.all()) {
            String name = type.name().toUpperCase(Locale.ROOT);
            AGREEMENTS.forEach(agreement -> types.put(agreement + name, type.name()));
            types.put(name + "_OF_ONE_SERIES", type.name());
        }
    }

    /** The name of the type; empty for a code of the person, of time, of a crowd, or of what differs. */
    public Optional<String> of(String code) {
        return Optional.ofNullable(types.get(code));
    }
}
