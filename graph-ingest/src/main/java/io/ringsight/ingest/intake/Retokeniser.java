package io.ringsight.ingest.intake;

import io.ringsight.ingest.record.AccountRecord;
import io.ringsight.ingest.record.Bytes;
import io.ringsight.ingest.record.IdentifierRecord;
import io.ringsight.ingest.record.IdentifierTypes;
import io.ringsight.ingest.record.Token;
import io.ringsight.ingest.tokenise.KeySets;
import io.ringsight.ingest.vault.Vault;

/** Makes the tokens of today's keys out of what the vault kept, without a raw value leaving. Thread-safe. */
public final class Retokeniser {
    public Retokeniser(IdentifierTypes types, KeySets keys, Vault vault) {}

    /** The identifier that was stored under {@code token}, with the token, signature and sealed value of today's keys. */
    public IdentifierRecord identifier(String type, Token token, Bytes sealedValue) {
        throw new UnsupportedOperationException("not yet");
    }

    /** The same account or revision with the tokens and sealed value of today's keys. It needs its sealed value. */
    public AccountRecord account(AccountRecord stored) {
        throw new UnsupportedOperationException("not yet");
    }
}
