package io.ringsight.detect.lineage;

import io.ringsight.detect.disposition.Disposition;
import io.ringsight.detect.disposition.Subject;
import io.ringsight.detect.lineage.Cause.Kind;
import io.ringsight.ingest.record.AccountLabel;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What was learned after a moment: accounts and sightings by when they were recorded, labels and dispositions by their own time. What
 * is loaded late with times of long ago is taken for known.
 */
public final class LearnedSince {
    private final Map<String, List<Cause>> byAccount = new HashMap<>();
    private final long moment;

    /** @param moment milliseconds since 1970 UTC */
    public LearnedSince(long moment) {
        this.moment = moment;
    }

    public LearnedSince snapshot(IdentityGraph graph) {
        for (int account = 0; account < graph.accountCount(); account++) {
            if (graph.accountRecordedAt(account) > moment) {
                String id = graph.accountId(account);
                add(id, new Cause(Kind.ACCOUNT, id, graph.accountRecordedAt(account)));
            } else {
                sightings(graph, account);
            }
        }
        return this;
    }

    private void sightings(IdentityGraph graph, int account) {
        for (int s = graph.firstSighting(account); s < graph.firstSighting(account + 1); s++) {
            int identifier = graph.identifierOf(s);
            if (graph.recordedAt(s) > moment && graph.degree(identifier) > 1) {
                String id = graph.accountId(account);
                String type =
                        graph.types().get(graph.identifierType(identifier)).name();
                add(id, new Cause(Kind.SIGHTING, id + " " + type, graph.recordedAt(s)));
            }
        }
    }

    public LearnedSince labels(Collection<AccountLabel> labels) {
        for (AccountLabel label : labels) {
            if (label.labelledAt() > moment) {
                String verdict = label.verdict().name().toLowerCase(Locale.ROOT);
                add(label.accountId(), new Cause(Kind.LABEL, label.accountId() + " " + verdict, label.labelledAt()));
            }
        }
        return this;
    }

    /**
     * Dispositions that a detection heeds; that a ring is cleared, or not any more, changes none.
     *
     * @param last number of the last that the detection before heeded
     */
    public LearnedSince dispositions(Collection<Disposition> dispositions, long last) {
        Set<Long> clearings = new HashSet<>();
        for (Disposition disposition : dispositions) {
            if (disposition.kind() == Disposition.Kind.CLEAR && disposition.subject() instanceof Subject.Ring) {
                clearings.add(disposition.number());
            }
        }
        for (Disposition disposition : dispositions) {
            boolean heeded = !clearings.contains(disposition.undoes().orElse(disposition.number()));
            if (disposition.number() > last && heeded) {
                var cause = new Cause(Kind.DISPOSITION, Long.toString(disposition.number()), disposition.at());
                disposition.subject().accounts().forEach(account -> add(account, cause));
            }
        }
        return this;
    }

    /** @param model whose version is to blame where nothing was learned, since all was estimated again at that time */
    public Causes causes(String model, long at) {
        byAccount.values().forEach(causes -> causes.sort(Comparator.comparingLong(Cause::at)));
        return Causes.of(byAccount, new Cause(Kind.EPOCH, model, at));
    }

    private void add(String account, Cause cause) {
        byAccount.computeIfAbsent(account, _ -> new ArrayList<>()).add(cause);
    }
}
