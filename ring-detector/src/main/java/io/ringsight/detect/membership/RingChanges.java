package io.ringsight.detect.membership;

import io.ringsight.detect.AccountRisk;
import io.ringsight.detect.Detection;
import io.ringsight.detect.disposition.Subject;
import io.ringsight.detect.link.Link;
import io.ringsight.detect.ring.Ring;
import io.ringsight.ingest.record.CodePointOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What became of a detection. Immutable.
 *
 * @param ringIds of accounts that came or moved; none for one in no ring
 * @param rings that changed, by id; none where one ended
 * @param accounts of which something else is thought, by id
 * @param links that are new or weighed anew
 */
public record RingChanges(
        Detection before,
        Map<String, Optional<String>> ringIds,
        Map<String, Optional<Ring>> rings,
        Map<String, AccountRisk> accounts,
        Map<Subject.Pair, Link> links) {
    private static final Comparator<Link> BY_ACCOUNTS = Comparator.comparing(Link::accountA, CodePointOrder.INSTANCE)
            .thenComparing(Link::accountB, CodePointOrder.INSTANCE);

    public RingChanges {
        ringIds = Map.copyOf(ringIds);
        rings = Map.copyOf(rings);
        accounts = Map.copyOf(accounts);
        links = Map.copyOf(links);
    }

    /** As a detection. Linear in the size of the one before. */
    public Detection detection() {
        if (rings.isEmpty() && accounts.isEmpty()) {
            return before;
        }
        return new Detection(allAccounts(), allRings(), allLinks(), before.facts());
    }

    private List<AccountRisk> allAccounts() {
        var all = new ArrayList<AccountRisk>(before.accounts().size() + accounts.size());
        Set<String> known = new HashSet<>();
        for (AccountRisk account : before.accounts()) {
            AccountRisk now = accounts.get(account.accountId());
            if (now != null) {
                known.add(account.accountId());
            }
            all.add(inRing(now == null ? account : now));
        }
        accounts.values().stream()
                .filter(account -> !known.contains(account.accountId()))
                .forEach(account -> all.add(inRing(account)));
        all.sort(Comparator.comparing(AccountRisk::accountId, CodePointOrder.INSTANCE)); // two sorted runs, nearly
        return all;
    }

    private AccountRisk inRing(AccountRisk account) {
        Optional<String> moved = ringIds.get(account.accountId());
        return moved == null
                ? account
                : new AccountRisk(account.accountId(), moved.orElse(null), account.risk(), account.reasons());
    }

    private List<Ring> allRings() {
        var all = new ArrayList<Ring>(before.rings().size() + rings.size());
        for (Ring ring : before.rings()) {
            if (!rings.containsKey(ring.ringId())) {
                all.add(ring);
            }
        }
        rings.values().forEach(ring -> ring.ifPresent(all::add));
        all.sort(Comparator.comparing(Ring::ringId, CodePointOrder.INSTANCE));
        return all;
    }

    private List<Link> allLinks() {
        var all = new ArrayList<Link>(before.links().size() + links.size());
        for (Link link : before.links()) {
            if (links.isEmpty() || !links.containsKey(Subject.Pair.of(link.accountA(), link.accountB()))) {
                all.add(link);
            }
        }
        all.addAll(links.values());
        all.sort(BY_ACCOUNTS);
        return all;
    }
}
