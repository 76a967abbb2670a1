package io.ringsight.detect.evidence;

import io.ringsight.ingest.record.AccountAttribute;
import io.ringsight.ingest.record.BlockingKind;
import io.ringsight.ingest.record.IdentifierKind;
import io.ringsight.ingest.record.IdentifierRecord;
import io.ringsight.ingest.record.SightingRecord;
import io.ringsight.ingest.record.Token;
import io.ringsight.ingest.record.TokenisedApplication;
import io.ringsight.ingest.resemblance.HammingIndex;
import io.ringsight.ingest.resemblance.Signatures;
import io.ringsight.ingest.snapshot.IdentityGraph;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot and the accounts that came since, read as one: adding one costs what it presents, whatever the size of the snapshot. Accounts,
 * identifiers, values and blocking keys that the snapshot does not know have numbers beyond its own. One thread adds, or many read.
 */
public final class GrowingGraph implements Newcomer.Directory {
    private static final AccountAttribute[] ATTRIBUTES = AccountAttribute.values();
    private static final IntArrayList NOBODY = new IntArrayList();

    private final IdentityGraph snapshot;
    private final Newcomer.Directory known;
    private final GrowingFrequencies frequencies;
    private final int
            firstThing; // beyond identifiers and blocking keys of the snapshot: both are numbered on from here

    private final Object2IntOpenHashMap<String> numbers = new Object2IntOpenHashMap<>(); // account id to number
    private final List<String> ids = new ArrayList<>();
    private final Int2ObjectOpenHashMap<AccountView> views =
            new Int2ObjectOpenHashMap<>(); // those that came or changed
    private final Object2IntOpenHashMap<Typed> identifiers = new Object2IntOpenHashMap<>();
    private final Object2IntOpenHashMap<Key> keys = new Object2IntOpenHashMap<>();
    private final List<Object2IntOpenHashMap<Token>> values = new ArrayList<>(); // by attribute
    private final List<Thing> things = new ArrayList<>(); // from firstThing on
    private final Int2ObjectOpenHashMap<IntArrayList> users =
            new Int2ObjectOpenHashMap<>(); // by identifier, as they came
    private final Int2ObjectOpenHashMap<IntArrayList> blocked = new Int2ObjectOpenHashMap<>(); // by key, as they came
    private final @Nullable Faces[] faces; // by type
    private final DeviceCrowds devices;
    private long newest;
    private long sightings;

    private record Typed(int type, Token token) {}

    private record Key(int type, long key) {}

    /** @param token none for a blocking key */
    private record Thing(int type, Optional<Token> token) {}

    /** Bit hashes of one type that came since. */
    private record Faces(HammingIndex index, IntArrayList owners) {}

    private GrowingGraph(IdentityGraph snapshot, Newcomer.Directory known) {
        this.snapshot = snapshot;
        this.known = known;
        firstThing = snapshot.identifierCount() + snapshot.blockingKeyCount();
        int[] counts = new int[ATTRIBUTES.length];
        for (AccountAttribute attribute : ATTRIBUTES) {
            counts[attribute.ordinal()] = snapshot.attributeValues(attribute);
            values.add(new Object2IntOpenHashMap<>());
            values.getLast().defaultReturnValue(-1);
        }
        frequencies = new GrowingFrequencies(
                new Frequencies(snapshot), snapshot.identifierCount(), snapshot.blockingKeyCount(), counts);
        numbers.defaultReturnValue(-1);
        identifiers.defaultReturnValue(-1);
        keys.defaultReturnValue(-1);
        faces = new @Nullable Faces[snapshot.types().size()];
        newest = snapshot.newestTime();
        sightings = snapshot.sightingCount();
        devices = new DeviceCrowds(this);
    }

    /** @param known what the snapshot knows */
    public static GrowingGraph of(IdentityGraph snapshot, Newcomer.Directory known) {
        return new GrowingGraph(snapshot, known);
    }

    /** Takes in an account, or what is new about one that is there: what it was seen with before stays. */
    public void add(TokenisedApplication application) {
        String id = application.account().accountId();
        int account = findAccount(id);
        boolean isNew = account < 0;
        if (isNew) {
            account = snapshot.accountCount() + ids.size();
            numbers.put(id, account);
            ids.add(id);
        }
        for (AccountAttribute attribute : ATTRIBUTES) {
            application.account().attribute(attribute).ifPresent(token -> number(attribute, token));
        }
        application.sightings().forEach(this::number);
        AccountView before = isNew ? new AccountView() : view(account, new AccountView());
        for (SightingRecord sighting : application.sightings()) {
            count(sighting, account, before);
        }
        AccountView presented = new Newcomer(application, snapshot, this).view();
        AccountView now = isNew ? presented : AccountView.union(before, presented);
        views.put(account, now);
        devices.follow(account, before, now);
        newest = Math.max(
                newest,
                Math.max(
                        application.account().createdAt(), application.account().recordedAt()));
    }

    /** Whether an application says nothing that is not known. */
    public boolean holds(TokenisedApplication application) {
        int account = findAccount(application.account().accountId());
        if (account < 0) {
            return false;
        }
        AccountView view = view(account, new AccountView());
        for (AccountAttribute attribute : ATTRIBUTES) {
            Optional<Token> token = application.account().attribute(attribute);
            if (token.isPresent() && attribute(attribute, token.get()) != view.attributes[attribute.ordinal()]) {
                return false;
            }
        }
        return application.sightings().stream().allMatch(sighting -> holds(sighting, view));
    }

    private boolean holds(SightingRecord sighting, AccountView view) {
        int type = snapshot.types().ordinal(sighting.identifier().type());
        if (type < 0 || sighting.identifier().placeholder()) {
            return true;
        }
        return view.isSeen(identifier(type, sighting.identifier().token()), sighting.seenAt());
    }

    private void number(AccountAttribute attribute, Token token) {
        if (attribute(attribute, token) < 0) {
            var since = values.get(attribute.ordinal());
            since.put(token, snapshot.attributeValues(attribute) + since.size());
        }
    }

    private void number(SightingRecord sighting) {
        IdentifierRecord identifier = sighting.identifier();
        int type = snapshot.types().ordinal(identifier.type());
        if (type < 0 || identifier.placeholder()) {
            return;
        }
        int number = identifier(type, identifier.token());
        if (number < 0) {
            number = firstThing + things.size();
            things.add(new Thing(type, Optional.of(identifier.token())));
            identifiers.put(new Typed(type, identifier.token()), number);
            addFace(type, number, identifier);
        }
        for (long key : identifier.blockingKeys().array()) {
            IntArrayList of = blocked.computeIfAbsent(keyNumber(type, key), _ -> new IntArrayList(2));
            if (!of.contains(number) && !isBlocked(number, key, type)) {
                of.add(number);
            }
        }
    }

    /** Whether the snapshot knows that the identifier has the key. */
    private boolean isBlocked(int identifier, long key, int type) {
        if (identifier >= snapshot.identifierCount()) {
            return false;
        }
        int number = keyNumber(type, key);
        for (int k = snapshot.firstBlockingKey(identifier); k < snapshot.firstBlockingKey(identifier + 1); k++) {
            if (snapshot.blockingKey(k) == number) {
                return true;
            }
        }
        return false;
    }

    private int keyNumber(int type, long key) {
        int[] there = blockingKeys(type, new long[] {key});
        if (there.length > 0) {
            return there[0];
        }
        int number = firstThing + things.size() - snapshot.identifierCount();
        things.add(new Thing(type, Optional.empty()));
        keys.put(new Key(type, key), number);
        frequencies.key(number, type, BlockingKind.of(key));
        return number;
    }

    private void addFace(int type, int number, IdentifierRecord identifier) {
        if (snapshot.types().get(type).kind() != IdentifierKind.BITS
                || identifier.signature().isEmpty()) {
            return;
        }
        long[] signature =
                snapshot.canonicalSignature(type, identifier.signature().get());
        Faces of = faces[type];
        if (of == null) {
            int bits = signature.length * Long.SIZE;
            of = new Faces(new HammingIndex(new Signatures(bits), NearIdentifiers.bits(bits)), new IntArrayList());
            faces[type] = of;
        }
        of.index.add(signature);
        of.owners.add(number);
    }

    /** Counts a user that was none before. */
    private void count(SightingRecord sighting, int account, AccountView before) {
        IdentifierRecord identifier = sighting.identifier();
        int type = snapshot.types().ordinal(identifier.type());
        if (type < 0 || identifier.placeholder()) {
            return;
        }
        newest = Math.max(newest, Math.max(sighting.seenAt(), sighting.recordedAt()));
        int number = identifier(type, identifier.token());
        sightings += before.isSeen(number, sighting.seenAt()) ? 0 : 1;
        IntArrayList of = users.computeIfAbsent(number, _ -> new IntArrayList(2));
        if (before.has(number) || !of.isEmpty() && of.getInt(of.size() - 1) == account) {
            return;
        }
        of.add(account);
        frequencies.countUser(number);
        for (int key : blockingKeys(type, identifier.blockingKeys().array())) {
            frequencies.countBehind(key);
        }
    }

    /**
     * An applicant to be compared.
     *
     * @param whole whether it presents what it was seen with before too, if it is known
     */
    public Newcomer newcomer(TokenisedApplication application, boolean whole) {
        var newcomer = new Newcomer(application, snapshot, this);
        int known = whole ? findAccount(application.account().accountId()) : -1;
        if (known >= 0) {
            newcomer.joined(view(known, new AccountView()));
        }
        return newcomer;
    }

    /** What it has grown from. */
    public IdentityGraph snapshot() {
        return snapshot;
    }

    Frequencies frequencies() {
        return frequencies;
    }

    // ---- accounts

    public int accountCount() {
        return snapshot.accountCount() + ids.size();
    }

    public String accountId(int account) {
        return account < snapshot.accountCount()
                ? snapshot.accountId(account)
                : ids.get(account - snapshot.accountCount());
    }

    /** The account of that id, or -1. */
    public int findAccount(String accountId) {
        int account = snapshot.findAccount(accountId);
        return account >= 0 ? account : numbers.getInt(accountId);
    }

    /** @param scratch may be written to and given back */
    AccountView view(int account, AccountView scratch) {
        AccountView since = views.isEmpty() ? null : views.get(account);
        if (since == null) {
            scratch.load(snapshot, account);
            return scratch;
        }
        return since;
    }

    /** When it was created, milliseconds since 1970 UTC. */
    public long createdAt(int account) {
        AccountView since = views.isEmpty() ? null : views.get(account);
        return since == null ? snapshot.createdAt(account) : since.createdAt;
    }

    /** int[attributes]: numbers of its values; below 0 where it has none, or one that nobody else has. */
    public int[] attributes(int account) {
        AccountView since = views.isEmpty() ? null : views.get(account);
        int[] values = new int[ATTRIBUTES.length];
        for (AccountAttribute attribute : ATTRIBUTES) {
            int at = attribute.ordinal();
            values[at] = since == null ? snapshot.attribute(attribute, account) : since.attributes[at];
        }
        return values;
    }

    /** Accounts of the snapshot that have the value; 0 of one that it does not know. */
    public int bearers(AccountAttribute attribute, int value) {
        return value < 0 || value >= snapshot.attributeValues(attribute) ? 0 : frequencies.bearers(attribute, value);
    }

    /** When it was created and when last seen, milliseconds since 1970 UTC. */
    public long[] times(int account) {
        AccountView view = view(account, new AccountView());
        long last = view.createdAt;
        for (int i = 0; i < view.size; i++) {
            last = Math.max(last, view.lastSeen[i]);
        }
        return new long[] {view.createdAt, last};
    }

    /** An identifier of that type among these, ascending, that the account uses; else one that it uses; -1 for none. */
    public int identifierOf(int account, int type, int[] wanted) {
        AccountView view = view(account, new AccountView());
        int any = -1;
        for (int i = 0; i < view.size; i++) {
            if (view.types[i] == type) {
                if (Arrays.binarySearch(wanted, view.identifiers[i]) >= 0) {
                    return view.identifiers[i];
                }
                any = any < 0 ? view.identifiers[i] : any;
            }
        }
        return any;
    }

    // ---- identifiers

    @Override
    public int identifier(int type, Token token) {
        int number = known.identifier(type, token);
        return number >= 0 ? number : identifiers.getInt(new Typed(type, token));
    }

    @Override
    public int attribute(AccountAttribute attribute, Token token) {
        int number = known.attribute(attribute, token);
        return number >= 0 ? number : values.get(attribute.ordinal()).getInt(token);
    }

    @Override
    public int[] blockingKeys(int type, long[] wanted) {
        int[] found = known.blockingKeys(type, wanted);
        if (found.length == wanted.length || keys.isEmpty()) {
            return found;
        }
        var all = new IntArrayList(found);
        for (long key : wanted) {
            int number = keys.getInt(new Key(type, key));
            if (number >= 0) {
                all.add(number);
            }
        }
        return all.toIntArray();
    }

    @Override
    public int[] near(int type, long[] signature) {
        int[] before = known.near(type, signature);
        Faces since = faces[type];
        if (since == null) {
            return before;
        }
        var all = new IntArrayList(before);
        for (int row : since.index.query(signature).numbers()) {
            all.add(since.owners.getInt(row));
        }
        return all.toIntArray();
    }

    public int identifierType(int identifier) {
        return identifier < firstThing
                ? snapshot.identifierType(identifier)
                : things.get(identifier - firstThing).type();
    }

    public Token token(int identifier) {
        return identifier < firstThing
                ? snapshot.token(identifier)
                : things.get(identifier - firstThing).token().orElseThrow();
    }

    // ---- who uses what

    /** Uses of an identifier: of those before a use for each sighting, of those since one for each account. */
    public int uses(int identifier) {
        return usesBefore(identifier) + users.getOrDefault(identifier, NOBODY).size();
    }

    private int usesBefore(int identifier) {
        return identifier < firstThing ? snapshot.firstUse(identifier + 1) - snapshot.firstUse(identifier) : 0;
    }

    /** The account of a use, counted from 0; those since come last, as they came. */
    public int user(int identifier, int use) {
        int before = usesBefore(identifier);
        return use < before
                ? snapshot.accountOf(snapshot.firstUse(identifier) + use)
                : users.getOrDefault(identifier, NOBODY).getInt(use - before);
    }

    /** Takes a user of an identifier. */
    public interface UserVisitor {
        /** @param firstSeen with the identifier, milliseconds since 1970 UTC */
        void user(int account, long firstSeen);
    }

    /** Hands over the users of an identifier, each once. */
    void forEachUser(int identifier, UserVisitor take) {
        int before = usesBefore(identifier);
        int previous = -1;
        for (int use = 0; use < before; use++) {
            int account = user(identifier, use);
            if (account != previous) {
                take.user(account, firstSeen(account, identifier, use));
                previous = account;
            }
        }
        IntArrayList since = users.getOrDefault(identifier, NOBODY);
        for (int i = 0; i < since.size(); i++) {
            int account = since.getInt(i);
            take.user(account, Objects.requireNonNull(views.get(account)).firstSeen(identifier));
        }
    }

    /**
     * The users of a device. In the time of {@value DeviceUsers#SAMPLE} of them, however many there are.
     *
     * @param but an account that is left out; -1 for none
     * @param from when the week began that is asked about, milliseconds since 1970 UTC
     * @param now when it was over
     */
    public DeviceUsers deviceUsers(int device, int but, long from, long now) {
        return devices.users(device, but, from, now);
    }

    /**
     * Hands over users of an identifier, each once: all, or of more than {@code most} uses as many, evenly spaced.
     *
     * @param but an account that is left out; -1 for none
     * @return how many other accounts use it, as far as is known without asking each
     */
    public int sampleUsers(int identifier, int most, int but, UserVisitor take) {
        int uses = uses(identifier);
        int before = usesBefore(identifier);
        int looked = Math.min(uses, most);
        int handed = 0;
        int previous = -1;
        for (int i = 0; i < looked; i++) {
            int use = (int) ((long) i * uses / looked);
            int account = user(identifier, use);
            if (account != but && account != previous) {
                take.user(account, firstSeen(account, identifier, use < before ? firstUse(identifier, account) : use));
                handed++;
                previous = account;
            }
        }
        return uses <= most
                ? handed
                : Math.max(
                        handed,
                        frequencies.degree(identifier)
                                - (but >= 0 && view(but, new AccountView()).has(identifier) ? 1 : 0));
    }

    /** Of those of the snapshot, counted from 0: uses are by account, then by time. */
    private int firstUse(int identifier, int account) {
        int first = snapshot.firstUse(identifier);
        int low = first;
        int high = snapshot.firstUse(identifier + 1);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (snapshot.accountOf(middle) < account) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - first;
    }

    private long firstSeen(int account, int identifier, int use) {
        AccountView since = views.isEmpty() ? null : views.get(account);
        return since != null
                ? since.firstSeen(identifier)
                : snapshot.seenAt(snapshot.sightingOf(snapshot.firstUse(identifier) + use));
    }

    /** How many identifiers have a blocking key. */
    public int blocked(int key) {
        return blockedBefore(key) + blocked.getOrDefault(key, NOBODY).size();
    }

    private int blockedBefore(int key) {
        return key < snapshot.blockingKeyCount() ? snapshot.firstBlocked(key + 1) - snapshot.firstBlocked(key) : 0;
    }

    /** An identifier that has a blocking key, counted from 0. */
    public int blockedIdentifier(int key, int position) {
        int before = blockedBefore(key);
        return position < before
                ? snapshot.blockedIdentifier(snapshot.firstBlocked(key) + position)
                : blocked.getOrDefault(key, NOBODY).getInt(position - before);
    }

    // ---- the whole

    /** The newest time, milliseconds since 1970 UTC. */
    public long newestTime() {
        return newest;
    }

    public long sightingCount() {
        return sightings;
    }
}
