package io.ringsight.ingest.intake;

import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.record.AccountRecord;
import io.ringsight.ingest.record.Bytes;
import io.ringsight.ingest.record.IdentifierRecord;
import io.ringsight.ingest.record.IdentifierType;
import io.ringsight.ingest.record.IdentifierTypes;
import io.ringsight.ingest.record.Token;
import io.ringsight.ingest.tokenise.KeySets;
import io.ringsight.ingest.vault.Vault;

/** Makes the tokens of today's keys out of what the vault kept, without a raw value leaving. Thread-safe. */
public final class Retokeniser {
    private final IdentifierTypes types;
    private final Vault vault;
    private final Tokeniser tokeniser;

    public Retokeniser(IdentifierTypes types, KeySets keys, Vault vault) {
        this.types = types;
        this.vault = vault;
        this.tokeniser = new Tokeniser(types, keys, vault);
    }

    /** The identifier that was stored under {@code token}, with the token, signature and sealed value of today's keys. */
    public IdentifierRecord identifier(String type, Token token, Bytes sealedValue) {
        IdentifierType known = types.find(type)
                .orElseThrow(() -> new RingsightException(
                        ErrorCode.CONFIGURATION,
                        "Identifier type " + type + " is in the store but not configured.",
                        "Maybe name the configuration file it was ingested with (--config)."));
        return tokeniser.identifier(known, SealedForm.Identifier.parse(vault.open(type, token, sealedValue)));
    }

    /** The same account or revision with the tokens and sealed value of today's keys. It needs its sealed value. */
    public AccountRecord account(AccountRecord stored) {
        Bytes sealedValue = stored.sealedValue()
                .orElseThrow(() -> new RingsightException(
                        ErrorCode.KEYS,
                        "An account was stored without a sealed value.",
                        "Maybe it was ingested with the vault off: its tokens cannot be made again."));
        String text = vault.open(Tokeniser.ACCOUNT, stored.content(), sealedValue);
        return tokeniser.account(stored, SealedForm.Account.parse(text));
    }
}
