package io.ringsight.ingest.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringsight.ingest.intake.Intake;
import io.ringsight.ingest.record.AccountAttribute;
import io.ringsight.ingest.record.IdentifierKind;
import io.ringsight.ingest.record.IdentifierType;
import io.ringsight.ingest.record.IdentifierTypes;
import io.ringsight.ingest.record.TokenisedApplication;
import io.ringsight.ingest.resemblance.Signatures;
import io.ringsight.ingest.source.RejectionSink;
import io.ringsight.ingest.tokenise.KeySets;
import io.ringsight.ingest.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.SplittableRandom;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class LikenessProperties {
    private static final IdentifierTypes TYPES = IdentifierTypes.builtIn()
            .with(List.of(
                    new IdentifierType("voice", IdentifierKind.BITS, 72),
                    new IdentifierType("handle", IdentifierKind.TEXT),
                    new IdentifierType("meter", IdentifierKind.SERIAL)));
    private static final Intake OURS = intake();
    private static final Intake THEIRS = intake();
    private static final long START = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();

    private static Intake intake() {
        return new Intake(TYPES, KeySets.ephemeral(TYPES), Vault.off());
    }

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void theKeyPlaysNoPart(@ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int accounts) {
        IdentityGraph ours = graph(OURS, seed, accounts, START + accounts, 1);
        IdentityGraph theirs = graph(THEIRS, seed, accounts, START + accounts, 2);
        assertThat(theirs.identifierCount()).isEqualTo(ours.identifierCount());
        for (int type = 0; type < TYPES.size(); type++) {
            assertThat(rows(theirs.signatures(type))).isEqualTo(rows(ours.signatures(type)));
        }
        for (AccountAttribute attribute : AccountAttribute.values()) {
            assertThat(rows(theirs.attributeSignatures(attribute)))
                    .isEqualTo(rows(ours.attributeSignatures(attribute)));
            assertThat(ours.attributeSignatures(attribute).size()).isEqualTo(ours.attributeValues(attribute));
        }
        for (int identifier = 0; identifier < ours.identifierCount(); identifier++) {
            assertThat(theirs.signatureOf(identifier)).isEqualTo(ours.signatureOf(identifier));
            assertThat(theirs.isPlaceholder(identifier)).isEqualTo(ours.isPlaceholder(identifier));
        }
        assertThat(blocking(theirs)).isEqualTo(blocking(ours));
    }

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void isAsOfATimeWhatWasKnownByThen(@ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int time) {
        IdentityGraph all = graph(OURS, seed, 60, START + 60, 1);
        IdentityGraph known = graph(OURS, seed, 60, START + time, 2);
        assertThat(all.asOf(START + time).sameAs(known)).isTrue();
    }

    @Property(tries = 30, edgeCases = EdgeCasesMode.NONE)
    void aStoredSignatureComesToWhereItsIdentifierIs(@ForAll long seed) {
        List<TokenisedApplication> applications = applications(OURS, seed, 40);
        IdentityGraph graph = graph(applications, START + 40);
        int found = 0;
        for (int identifier = 0; identifier < graph.identifierCount(); identifier++) {
            int type = graph.identifierType(identifier);
            int row = graph.signatureOf(identifier);
            if (row >= 0) {
                var stored = graph.storedSignature(identifier).orElseThrow();
                assertThat(graph.canonicalSignature(type, stored))
                        .isEqualTo(graph.signatures(type).get(row));
                assertThat(graph.identifierOfSignature(type, row)).isEqualTo(identifier);
                found++;
            }
        }
        for (TokenisedApplication application : applications) {
            for (AccountAttribute attribute : AccountAttribute.values()) {
                int account = graph.findAccount(application.account().accountId());
                var stored = application.account().signature(attribute).orElseThrow();
                assertThat(graph.canonicalAttributeSignature(attribute, stored))
                        .isEqualTo(graph.attributeSignatures(attribute).get(graph.attribute(attribute, account)));
            }
        }
        assertThat(found).isPositive();
    }

    @Property(tries = 30, edgeCases = EdgeCasesMode.NONE)
    void knowsTheKeysOfIdentifiersAndWhoHasThem(@ForAll long seed) {
        List<TokenisedApplication> applications = applications(OURS, seed, 40);
        IdentityGraph graph = graph(applications, START + 40);
        for (int key = 0; key < graph.blockingKeyCount(); key++) {
            assertThat(graph.firstBlocked(key + 1) - graph.firstBlocked(key)).isPositive();
            for (int at = graph.firstBlocked(key); at < graph.firstBlocked(key + 1); at++) {
                int identifier = graph.blockedIdentifier(at);
                int number = key;
                assertThat(graph.identifierType(identifier)).isEqualTo(graph.blockingKeyType(key));
                assertThat(Arrays.stream(keys(graph, identifier)).filter(one -> one == number))
                        .hasSize(1);
                assertThat(at == graph.firstBlocked(key) || graph.blockedIdentifier(at - 1) < identifier)
                        .isTrue();
            }
        }
        for (int identifier = 0; identifier < graph.identifierCount(); identifier++) {
            int type = graph.identifierType(identifier);
            assertThat(graph.knownBlockingKeys(
                            type, graph.rawBlockingKeys(identifier).array()))
                    .isEqualTo(keys(graph, identifier));
        }
        for (TokenisedApplication application : applications) {
            application.sightings().forEach(sighting -> {
                long[] stored = sighting.identifier().blockingKeys().array();
                int type = graph.types().ordinal(sighting.identifier().type());
                assertThat(graph.knownBlockingKeys(type, stored)).hasSameSizeAs(stored);
            });
        }
        assertThat(graph.knownBlockingKeys(0, new long[] {7})).isEmpty();
    }

    private static int[] keys(IdentityGraph graph, int identifier) {
        int from = graph.firstBlockingKey(identifier);
        int[] keys = new int[graph.firstBlockingKey(identifier + 1) - from];
        Arrays.setAll(keys, i -> graph.blockingKey(from + i));
        return keys;
    }

    private static List<Object> blocking(IdentityGraph graph) {
        List<Object> content = new ArrayList<>();
        for (int key = 0; key < graph.blockingKeyCount(); key++) {
            content.add(graph.blockingKind(key));
            content.add(graph.blockingKeyType(key));
        }
        for (int identifier = 0; identifier < graph.identifierCount(); identifier++) {
            content.add(Arrays.stream(keys(graph, identifier)).boxed().toList());
        }
        return content;
    }

    private static List<List<Long>> rows(Signatures signatures) {
        List<List<Long>> rows = new ArrayList<>();
        for (int row = 0; row < signatures.size(); row++) {
            rows.add(Arrays.stream(signatures.get(row)).boxed().toList());
        }
        return rows;
    }

    private static IdentityGraph graph(Intake intake, long seed, int accounts, long time, long shuffle) {
        List<TokenisedApplication> applications = applications(intake, seed, accounts);
        Collections.shuffle(applications, new Random(shuffle));
        return graph(applications, time);
    }

    private static IdentityGraph graph(List<TokenisedApplication> applications, long time) {
        var builder = new IdentityGraphBuilder(TYPES);
        applications.stream()
                .filter(application -> application.account().createdAt() <= time)
                .forEach(builder::application);
        return builder.build();
    }

    /** Account i is created i milliseconds after the start; of one type it presents one thing. */
    private static List<TokenisedApplication> applications(Intake intake, long seed, int accounts) {
        var random = new SplittableRandom(seed);
        List<TokenisedApplication> applications = new ArrayList<>();
        for (int account = 0; account < accounts; account++) {
            List<String> identifiers = new ArrayList<>();
            for (int i = random.nextInt(1, 7); i > 0; i--) {
                identifiers.add(identifier(random));
            }
            TYPES.all().forEach(type -> oneOf(type.name(), identifiers));
            String json =
                    "{\"account_id\":\"a%d\",\"created_at\":\"%s\",\"name\":\"%s %s\",\"date_of_birth\":\"19%d-0%d-1%d\","
                                    .formatted(
                                            account,
                                            Instant.ofEpochMilli(START + account),
                                            word(random),
                                            word(random),
                                            random.nextInt(40, 99),
                                            random.nextInt(1, 10),
                                            random.nextInt(10))
                            + "\"country\":\"BR\",\"identifiers\":[" + String.join(",", identifiers) + "]}";
            applications.add(
                    intake.tokenise(json.getBytes(StandardCharsets.UTF_8), OptionalLong.empty(), RejectionSink.none()));
        }
        return applications;
    }

    /**
     * Keeps one of a type. Of two that one account presents at one moment, and nobody else, nothing may tell which comes first: then the
     * order is that of their tokens, and the key does play a part.
     */
    private static void oneOf(String type, List<String> identifiers) {
        List<String> all = identifiers.stream()
                .filter(identifier -> identifier.contains('"' + type + '"'))
                .toList();
        identifiers.removeAll(all);
        all.stream().findFirst().ifPresent(identifiers::add);
    }

    private static String identifier(SplittableRandom random) {
        int number = random.nextInt(40);
        String[] presented = switch (random.nextInt(9)) {
            case 0 -> new String[] {"document", "passport:BR:FX%06d".formatted(number)};
            case 1 -> new String[] {"phone", "+55 11 98765-43%02d".formatted(number)};
            case 2 -> new String[] {"email", word(random) + number + "@" + word(random) + ".com"};
            case 3 -> new String[] {"address", number + " High St Flat " + random.nextInt(4) + " " + word(random)};
            case 4 -> new String[] {"biometric", hex(random, 64)};
            case 5 -> new String[] {"voice", hex(random, 18)};
            case 6 -> new String[] {"handle", word(random) + word(random)};
            case 7 -> new String[] {"meter", "000000" + number / 2};
            default -> new String[] {"tax_id", number < 20 ? "n/a" : "AB" + number + "77"};
        };
        return "{\"type\":\"%s\",\"value\":\"%s\"}".formatted(presented[0], presented[1]);
    }

    private static String word(SplittableRandom random) {
        return List.of("maria", "marta", "joao", "silva", "sousa", "mailinator", "test", "anna")
                .get(random.nextInt(8));
    }

    private static String hex(SplittableRandom random, int digits) {
        var few = new SplittableRandom(random.nextInt(12));
        var hex = new StringBuilder();
        for (int i = 0; i < digits; i++) {
            hex.append(Integer.toHexString(few.nextInt(16)));
        }
        return hex.toString();
    }
}
