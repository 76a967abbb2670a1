package io.ringsight.api.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.ringsight.api.http.Views.LinkView;
import io.ringsight.api.http.Views.ReasonView;
import io.ringsight.api.service.Explanations;
import io.ringsight.api.service.NarrativeWords;
import io.ringsight.detect.explanation.EvidenceItem;
import io.ringsight.detect.explanation.EvidencePaths;
import io.ringsight.detect.explanation.Fact;
import io.ringsight.detect.explanation.Narrative;
import io.ringsight.detect.explanation.RingCounts;
import io.ringsight.detect.explanation.RingExplanation;
import io.ringsight.detect.explanation.RingGrowth;
import io.ringsight.detect.explanation.RingHub;
import io.ringsight.detect.explanation.RingProfile;
import io.ringsight.detect.jgrapht.MemberPosition;
import io.ringsight.detect.jgrapht.MinCut;
import io.ringsight.detect.jgrapht.RingStructure;
import io.ringsight.detect.link.Link;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What answers about structure and explanations look like: account ids, tokens by their first digits, counts; no raw value. */
final class ExplanationViews {
    /** Token prefixes told of one thing, at most; {@code identifiers} says how many there are. */
    private static final int MOST_TOKENS = 20;

    private ExplanationViews() {}

    /** How a ring hangs together. What was left out because the ring is large stands in {@code truncated}. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record StructureView(
            double density,
            int degeneracy,
            int bonds,
            List<LinkView> bridges,
            List<String> articulationAccounts,
            List<RoleView> roles,
            @Nullable MinCutView minCut,
            List<HubView> hubs,
            GrowthView growth,
            List<String> truncated) {}

    /** Which part an account plays: {@code hub}, {@code bridge}, {@code core} or {@code fringe}; its links; its k-core. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record RoleView(String accountId, String role, int links, int core) {
        static RoleView of(MemberPosition position) {
            return new RoleView(position.accountId(), position.role().word(), position.links(), position.core());
        }
    }

    /** The two sides of a ring that least evidence joins, the smaller first; weight is the sum of the probabilities of the links. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record MinCutView(List<String> side, List<String> otherSide, List<LinkView> links, double weight) {
        static MinCutView of(MinCut cut) {
            return new MinCutView(
                    cut.side(),
                    cut.otherSide(),
                    cut.links().stream().map(ExplanationViews::link).toList(),
                    cut.weight());
        }
    }

    /** An identifier of the ring that more outsiders than members use. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record HubView(String type, String tokenPrefix, int members, int outsiders) {
        static HubView of(RingHub hub, IdentityGraph graph) {
            return new HubView(hub.type(), graph.token(hub.identifier()).prefix(), hub.members(), hub.outsiders());
        }
    }

    /** How a ring grew: from its first member to its last, the most that came within a day, 7 and 30 days, and day by day. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record GrowthView(
            Instant first,
            Instant last,
            long daysBetween,
            @JsonProperty("most_in_1_day") int mostIn1Day,
            @JsonProperty("most_in_7_days") int mostIn7Days,
            @JsonProperty("most_in_30_days") int mostIn30Days,
            List<DayView> days) {
        static GrowthView of(RingGrowth growth) {
            return new GrowthView(
                    Instant.ofEpochMilli(growth.first()),
                    Instant.ofEpochMilli(growth.last()),
                    growth.daysBetween(),
                    growth.mostIn1Day(),
                    growth.mostIn7Days(),
                    growth.mostIn30Days(),
                    growth.days().stream().map(DayView::of).toList());
        }
    }

    /** A day (UTC) on which members joined or an identifier came to be shared, and how many there were by its end. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record DayView(LocalDate date, int joined, int shared, int members, int sharedSoFar) {
        static DayView of(RingGrowth.Day day) {
            return new DayView(day.date(), day.joined(), day.shared(), day.members(), day.sharedSoFar());
        }
    }

    /**
     * The smallest evidence found that makes a ring risky ({@code why_risky}) or holds it together ({@code why_together}). Risks are by
     * links alone: with all that members present, without what is cited, with nothing else. Minimal: of what is cited nothing can be left
     * out without losing {@code necessary} or {@code sufficient}.
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record ExplanationView(
            String question,
            double evidenceRisk,
            double without,
            double only,
            boolean necessary,
            boolean sufficient,
            List<CitedView> cited,
            int shared,
            int things,
            CountsView counts,
            int knownFraud,
            int knownLegit,
            List<String> truncated) {}

    /**
     * A part of what members present: an identifier that they share ({@code shared}), identifiers that are alike ({@code alike}), or what
     * each has for itself of a type ({@code own}: that these differ tells other hands from one person).
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record CitedView(
            String kind,
            String type,
            List<String> tokenPrefixes,
            int identifiers,
            List<String> accounts,
            int users,
            double alone,
            double without) {
        static CitedView of(EvidenceItem item, IdentityGraph graph) {
            return new CitedView(
                    item.kind().word(),
                    item.type(),
                    item.identifiers().stream()
                            .limit(MOST_TOKENS)
                            .map(identifier -> graph.token(identifier).prefix())
                            .toList(),
                    item.identifiers().size(),
                    item.accounts(),
                    item.users(),
                    item.alone(),
                    item.without());
        }
    }

    /** How many accounts there are, and of what they present how much is distinct; faces that are alike count once. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record CountsView(
            int accounts, int named, int names, int born, int birthDates, double exposure, List<TypeCountView> types) {
        static CountsView of(RingCounts counts) {
            return new CountsView(
                    counts.accounts(),
                    counts.named(),
                    counts.names(),
                    counts.born(),
                    counts.birthDates(),
                    counts.exposure(),
                    counts.types().stream()
                            .map(type -> new TypeCountView(type.type(), type.accounts(), type.distinct()))
                            .toList());
        }
    }

    /** Of one identifier type: accounts that present any, and how many are distinct. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record TypeCountView(String type, int accounts, int distinct) {}

    /** A ring in a paragraph, and sentence by sentence with every number that is in it. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record NarrativeView(String text, List<SentenceView> sentences) {
        static NarrativeView of(Narrative narrative) {
            return new NarrativeView(
                    NarrativeWords.paragraph(narrative),
                    narrative.statements().stream()
                            .map(statement -> new SentenceView(
                                    statement.code(),
                                    NarrativeWords.sentence(statement),
                                    statement.facts().stream().map(FactView::of).toList()))
                            .toList());
        }
    }

    /** A sentence with its numbers. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record SentenceView(String code, String text, List<FactView> facts) {}

    /** A number or date as the sentence has it, and where in this answer it stands; of a list, its length. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record FactView(String name, String value, String from) {
        static FactView of(Fact fact) {
            return new FactView(fact.name(), fact.value(), fact.from());
        }
    }

    /** The most probable ways over links, one to each of the nearest three accounts: in the ring, and known for fraud. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record PathsView(List<PathView> toRing, List<PathView> toKnownFraud, List<String> truncated) {
        static PathsView of(Explanations explanations, String account) {
            EvidencePaths.Around ring = explanations.toRing(account);
            EvidencePaths.Around fraud = explanations.toFraud(account);
            return new PathsView(
                    ring.paths().stream().map(PathView::of).toList(),
                    fraud.paths().stream().map(PathView::of).toList(),
                    ring.truncated());
        }
    }

    /** A way to an account: its links in order, and the probability that all of them hold. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record PathView(String accountId, double probability, List<StepView> steps) {
        static PathView of(EvidencePaths.Path path) {
            return new PathView(
                    path.end(),
                    path.probability(),
                    path.steps().stream()
                            .map(step -> new StepView(
                                    step.from(),
                                    step.to(),
                                    step.link().probability(),
                                    step.link().evidence().stream()
                                            .map(ReasonView::of)
                                            .toList()))
                            .toList());
        }
    }

    /** From one account to the next, and why these are linked. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record StepView(String from, String to, double probability, List<ReasonView> evidence) {}

    static StructureView structure(RingProfile profile, IdentityGraph graph) {
        RingStructure structure = profile.structure();
        var truncated = new ArrayList<>(structure.truncated());
        truncated.addAll(profile.growth().truncated());
        return new StructureView(
                structure.density(),
                structure.degeneracy(),
                structure.bonds(),
                structure.bridges().stream().map(ExplanationViews::link).toList(),
                structure.articulationAccounts(),
                structure.members().stream().map(RoleView::of).toList(),
                structure.minCut().map(MinCutView::of).orElse(null),
                profile.hubs().stream().map(hub -> HubView.of(hub, graph)).toList(),
                GrowthView.of(profile.growth()),
                truncated);
    }

    static ExplanationView explanation(RingProfile profile, IdentityGraph graph) {
        RingExplanation explanation = profile.explanation();
        return new ExplanationView(
                explanation.question().word(),
                explanation.risk(),
                explanation.without(),
                explanation.only(),
                explanation.isNecessary(),
                explanation.isSufficient(),
                explanation.cited().stream()
                        .map(item -> CitedView.of(item, graph))
                        .toList(),
                explanation.shared(),
                explanation.things(),
                CountsView.of(profile.counts()),
                profile.knownFraud(),
                profile.knownLegit(),
                explanation.truncated());
    }

    private static LinkView link(Link link) {
        return new LinkView(
                link.accountA(),
                link.accountB(),
                link.probability(),
                link.evidence().stream().map(ReasonView::of).toList());
    }
}
