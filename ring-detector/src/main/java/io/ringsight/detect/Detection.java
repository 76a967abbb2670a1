package io.ringsight.detect;

import io.ringsight.detect.link.Link;
import io.ringsight.detect.ring.Ring;
import io.ringsight.ingest.record.CodePointOrder;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything one run found in one snapshot. Immutable; equal when all of it is.
 *
 * @param accounts every account of the snapshot, by id
 * @param rings by ring id
 * @param links by account a, then account b
 * @param facts where it came from and how long it took
 */
public record Detection(List<AccountRisk> accounts, List<Ring> rings, List<Link> links, DetectionFacts facts) {
    public Detection {
        accounts = AccountRisks.of(accounts);
        rings = List.copyOf(rings);
        links = List.copyOf(links);
    }

    /** The same with other ring ids, by the present ones. */
    public Detection renamed(Map<String, String> ids) {
        List<AccountRisk> members = accounts.stream()
                .map(account -> account.ringId() == null
                        ? account
                        : new AccountRisk(
                                account.accountId(),
                                ids.getOrDefault(account.ringId(), account.ringId()),
                                account.risk(),
                                account.reasons()))
                .toList();
        List<Ring> named = rings.stream()
                .map(ring -> ring.named(ids.getOrDefault(ring.ringId(), ring.ringId())))
                .sorted(Comparator.comparing(Ring::ringId, CodePointOrder.INSTANCE))
                .toList();
        return new Detection(members, named, links, facts);
    }

    public Optional<AccountRisk> account(String accountId) {
        int at = Collections.binarySearch(
                Lists.ids(accounts, AccountRisk::accountId), accountId, CodePointOrder.INSTANCE);
        return at < 0 ? Optional.empty() : Optional.of(accounts.get(at));
    }

    public Optional<Ring> ring(String ringId) {
        int at = Collections.binarySearch(Lists.ids(rings, Ring::ringId), ringId, CodePointOrder.INSTANCE);
        return at < 0 ? Optional.empty() : Optional.of(rings.get(at));
    }

    /** Whether risks were calibrated on labels. */
    public boolean calibrated() {
        return facts.calibrated();
    }
}
