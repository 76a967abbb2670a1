package io.ringsight.ingest.source;

import io.ringsight.ingest.source.Rejection.Scope;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Collects a row that adds an identifier to an account that is known already. */
final class LateDraft {
    private final Origin origin;
    private final IdentifierDraft identifier;
    private @Nullable String accountId;

    LateDraft(Origin origin) {
        this.origin = origin;
        this.identifier = new IdentifierDraft(origin);
    }

    void set(String field, String text) {
        if (field.equals("account_id")) {
            accountId = text;
        } else {
            identifier.set(field, text);
        }
    }

    IdentifierDraft identifier() {
        return identifier;
    }

    Optional<LateIdentifier> finish(List<Rejection> rejections) {
        String account = accountId == null ? "" : accountId;
        Optional<String> objection = AccountIdRule.objection(account);
        if (objection.isPresent()) {
            rejections.add(new Rejection(Scope.RECORD, Optional.empty(), origin.at("account_id"), objection.get()));
            return Optional.empty();
        }
        Optional<String> id = Optional.of(account);
        return identifier
                .finish((scope, where, reason) -> rejections.add(new Rejection(scope, id, where, reason)))
                .map(found -> new LateIdentifier(account, found));
    }
}
