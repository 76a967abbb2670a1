package io.ringsight.api.benchmark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Makes applicants out of the accounts of an applications file. The same seed makes the same applicants. What they present is raw:
 * it is sent, never shown. Not thread-safe.
 */
public final class Applicants {
    /** Values of each type that a hub user presents, at most. */
    private static final int HUBS = 4;
    /** Accounts that a value has, more than these, to be a hub. */
    private static final int HUB = 50;
    /** Accounts of one device, from and to: more have the device of a shop. */
    private static final int FEWEST_OF_RING = 3;

    private static final int MOST_OF_RING = 50;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<byte[]> accounts; // lines
    private final List<byte[]> ringAccounts;
    private final Map<String, List<String>> hubs; // commonest values by type
    private final String createdAt;
    private final SplittableRandom random;
    private long made;

    private Applicants(List<byte[]> accounts, ValueCounts counts, String createdAt, long seed) {
        this.accounts = accounts;
        this.createdAt = createdAt;
        this.random = new SplittableRandom(seed);
        this.ringAccounts = new ArrayList<>();
        Map<String, Map<String, Integer>> commonest = new TreeMap<>();
        for (byte[] line : accounts) {
            JsonNode account = Objects.requireNonNull(parsed(line));
            if (values(account, "device").stream()
                    .mapToInt(device -> counts.of("device", device))
                    .anyMatch(count -> count >= FEWEST_OF_RING && count <= MOST_OF_RING)) {
                ringAccounts.add(line);
            }
            for (JsonNode identifier : account.path("identifiers")) {
                String type = identifier.path("type").asText();
                String value = identifier.path("value").asText();
                if (counts.of(type, value) > HUB) {
                    commonest.computeIfAbsent(type, _ -> new HashMap<>()).put(value, counts.of(type, value));
                }
            }
        }
        this.hubs = hubs(commonest);
    }

    /** @param file applications, JSON Lines, also with gzip */
    public static Applicants read(Path file, long seed) {
        List<byte[]> accounts = new ArrayList<>();
        var counts = new ValueCounts();
        String createdAt = "";
        try (var in = Files.newInputStream(file);
                var lines = new BufferedReader(new InputStreamReader(
                        file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
                JsonNode account = line.isBlank() ? null : parsed(bytes);
                if (account != null && account.path("identifiers").isArray()) {
                    accounts.add(bytes);
                    String created = account.path("created_at").asText();
                    createdAt = created.compareTo(createdAt) > 0 ? created : createdAt;
                    for (JsonNode identifier : account.path("identifiers")) {
                        counts.add(
                                identifier.path("type").asText(),
                                identifier.path("value").asText());
                    }
                }
            }
        } catch (IOException e) {
            throw new RingsightException(
                    ErrorCode.INPUT_UNREADABLE,
                    "Cannot read " + file + ".",
                    "Maybe name the applications.jsonl that simulate wrote.",
                    e);
        }
        if (accounts.isEmpty()) {
            throw new RingsightException(
                    ErrorCode.INPUT_MALFORMED,
                    file + " holds no application with identifiers.",
                    "Maybe name the applications.jsonl that simulate wrote.");
        }
        return new Applicants(accounts, counts, createdAt, seed);
    }

    private static @Nullable JsonNode parsed(byte[] line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            return null; // a line that ingest would reject makes no applicant
        }
    }

    /** Applications in JSON, the kinds by turns. */
    public List<byte[]> mix(int count) {
        List<byte[]> mix = new ArrayList<>(count);
        ApplicantKind[] kinds = ApplicantKind.values();
        for (int i = 0; i < count; i++) {
            mix.add(next(kinds[i % kinds.length]));
        }
        return mix;
    }

    /** The next application of that kind, as JSON. */
    public byte[] next(ApplicantKind kind) {
        ObjectNode application = stranger();
        switch (kind) {
            case STRANGER -> {}
            case HOUSEHOLD -> share(application, any(accounts), "address", "ip");
            case JOINER ->
                share(application, any(ringAccounts.isEmpty() ? accounts : ringAccounts), "device", "biometric");
            case HUB_USER -> hubs.forEach((type, values) -> values.forEach(value -> add(application, type, value)));
        }
        try {
            return JSON.writeValueAsBytes(application);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree cannot fail to be written.", e);
        }
    }

    private ObjectNode stranger() {
        ObjectNode application = JSON.createObjectNode();
        application.put("account_id", "benchmark-" + made++ + "-" + hex(8));
        application.put("created_at", createdAt);
        application.put("name", word() + " " + word());
        application.put("date_of_birth", "19%02d-%02d-%02d".formatted(below(60) + 40, below(12) + 1, below(28) + 1));
        application.put("country", "GB");
        application.putArray("identifiers");
        add(application, "address", (below(200) + 1) + " " + word() + " Road, " + word());
        add(application, "biometric", hex(64));
        add(application, "device", "dv-" + hex(14));
        add(application, "document", "passport:GB:" + digits(9));
        add(application, "email", word() + "." + word() + digits(4) + "@example.net");
        add(application, "ip", "2001:db8:" + hex(4) + ":" + hex(4) + "::" + hex(3));
        add(application, "payment", "card:" + digits(16));
        add(application, "phone", "+888" + digits(11));
        return application;
    }

    /** Takes over what the account has of those types, and, with the address, the surname. */
    private static void share(ObjectNode application, JsonNode account, String... types) {
        for (String type : types) {
            List<String> values = values(account, type);
            if (!values.isEmpty()) {
                remove(application, type);
                values.forEach(value -> add(application, type, value));
            }
            String name = account.path("name").asText("");
            if (type.equals("address") && name.contains(" ")) {
                application.put(
                        "name",
                        application.path("name").asText().split(" ", 2)[0] + name.substring(name.lastIndexOf(' ')));
            }
        }
    }

    private static void add(ObjectNode application, String type, String value) {
        ((ArrayNode) Objects.requireNonNull(application.get("identifiers")))
                .addObject()
                .put("type", type)
                .put("value", value);
    }

    private static void remove(ObjectNode application, String type) {
        var identifiers = (ArrayNode) Objects.requireNonNull(application.get("identifiers"));
        for (int i = identifiers.size() - 1; i >= 0; i--) {
            if (identifiers.get(i).path("type").asText().equals(type)) {
                identifiers.remove(i);
            }
        }
    }

    private static List<String> values(JsonNode account, String type) {
        List<String> values = new ArrayList<>();
        for (JsonNode identifier : account.path("identifiers")) {
            if (identifier.path("type").asText().equals(type)) {
                values.add(identifier.path("value").asText());
            }
        }
        return values;
    }

    private static Map<String, List<String>> hubs(Map<String, Map<String, Integer>> users) {
        Map<String, List<String>> hubs = new TreeMap<>();
        users.forEach((type, counts) -> hubs.put(
                type,
                counts.entrySet().stream()
                        .sorted(Map.Entry.<String, Integer>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                        .limit(HUBS)
                        .map(Map.Entry::getKey)
                        .toList()));
        return hubs;
    }

    private JsonNode any(List<byte[]> from) {
        return Objects.requireNonNull(parsed(from.get(random.nextInt(from.size()))));
    }

    private int below(int bound) {
        return random.nextInt(bound);
    }

    private String hex(int digits) {
        var text = new StringBuilder(digits);
        while (text.length() < digits) {
            text.append(HexFormat.of().toHexDigits(random.nextLong()));
        }
        return text.substring(0, digits);
    }

    private String digits(int count) {
        var text = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            text.append((char) ('0' + below(10)));
        }
        return text.toString();
    }

    private String word() {
        var text = new StringBuilder();
        for (int i = below(4) + 5; i > 0; i--) {
            text.append((char) ('a' + below(26)));
        }
        text.setCharAt(0, Character.toUpperCase(text.charAt(0)));
        return text.toString();
    }
}
