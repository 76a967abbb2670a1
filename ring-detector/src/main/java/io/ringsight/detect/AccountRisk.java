package io.ringsight.detect;

import io.ringsight.detect.ring.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a detection says of one account.
 *
 * @param ringId the ring it is in, or null
 * @param risk probability that the account is fraudulent
 * @param reasons strongest first, then by code
 */
public record AccountRisk(String accountId, @Nullable String ringId, double risk, List<Reason> reasons) {
    public AccountRisk {
        reasons = List.copyOf(reasons);
    }
}
