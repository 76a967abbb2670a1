package io.ringsight.cypher;

import java.util.Map;

/**
 * The catalogue of every fixed statement. Each names a file {@code <path>.cypher} beside this class; parameters are
 * checked against the file's header, by name and type, before anything is sent.
 */
public enum Statement {
    STORE_PROBE("store/probe"),
    STORE_META("store/meta"),
    STORE_META_CREATE("store/meta-create"),
    STORE_META_ADOPT_KEYS("store/meta-adopt-keys"),
    STORE_RESERVE_SEQUENCES("store/reserve-sequences"),
    STORE_CPU_TIME("store/cpu-time"),
    STORE_COUNTS("store/counts"),

    INGEST_KNOWN_ACCOUNTS("ingest/known-accounts"),
    INGEST_ALL_ACCOUNT_IDS("ingest/all-account-ids"),
    INGEST_MERGE_IDENTIFIERS("ingest/merge-identifiers"),
    INGEST_CREATE_ACCOUNTS("ingest/create-accounts"),
    INGEST_REVISE_ACCOUNTS("ingest/revise-accounts"),
    INGEST_MERGE_SIGHTINGS("ingest/merge-sightings"),
    INGEST_APPEND_SIGHTINGS("ingest/append-sightings"),

    RETOKENISE_BEGIN("retokenise/begin"),
    RETOKENISE_END("retokenise/end"),
    RETOKENISE_UNSEALED("retokenise/unsealed"),
    RETOKENISE_IDENTIFIERS("retokenise/identifiers"),
    RETOKENISE_REPLACE_IDENTIFIERS("retokenise/replace-identifiers"),
    RETOKENISE_ACCOUNTS("retokenise/accounts"),
    RETOKENISE_REPLACE_ACCOUNTS("retokenise/replace-accounts"),
    RETOKENISE_REVISIONS("retokenise/revisions"),
    RETOKENISE_REPLACE_REVISIONS("retokenise/replace-revisions"),

    SNAPSHOT_HIGHEST_NODE("snapshot/highest-node"),
    SNAPSHOT_ACCOUNTS("snapshot/accounts"),
    SNAPSHOT_IDENTIFIERS("snapshot/identifiers"),
    SNAPSHOT_SIGHTINGS("snapshot/sightings"),
    SNAPSHOT_ACCOUNTS_UP_TO("snapshot/accounts-up-to"),
    SNAPSHOT_SIGHTINGS_UP_TO("snapshot/sightings-up-to"),
    SNAPSHOT_ARRIVAL_NUMBERS("snapshot/arrival-numbers"),
    SNAPSHOT_ARRIVALS("snapshot/arrivals"),
    SNAPSHOT_ARRIVALS_BEFORE("snapshot/arrivals-before"),

    LABELS_APPEND("labels/append"),
    LABELS_READ("labels/read"),

    DETECTION_BEGIN("detection/begin"),
    DETECTION_ADD_RINGS("detection/add-rings"),
    DETECTION_ADD_LINKS("detection/add-links"),
    DETECTION_ADD_RESEMBLANCES("detection/add-resemblances"),
    DETECTION_ADD_OUTSIDE("detection/add-outside"),
    DETECTION_COUNT("detection/count"),
    DETECTION_PUBLISH("detection/publish"),
    DETECTION_CURRENT("detection/current"),
    DETECTION_NUMBERED("detection/numbered"),
    DETECTION_OBSOLETE("detection/obsolete"),
    DETECTION_RETIRE("detection/retire"),
    DETECTION_DELETE_MEMBERS("detection/delete-members"),
    DETECTION_DELETE_LINKS("detection/delete-links"),
    DETECTION_DELETE_RESEMBLANCES("detection/delete-resemblances"),
    DETECTION_DELETE_RINGS("detection/delete-rings"),
    DETECTION_DELETE_OUTSIDE("detection/delete-outside"),
    DETECTION_DELETE("detection/delete"),
    DETECTION_RINGS("detection/rings"),
    DETECTION_MEMBERS("detection/members"),
    DETECTION_OUTSIDE("detection/outside"),
    DETECTION_LINKS("detection/links"),
    DETECTION_RESEMBLANCES("detection/resemblances"),

    LINEAGE_ADD_VERSIONS("lineage/add-versions"),
    LINEAGE_ADD_EVENTS("lineage/add-events"),
    LINEAGE_VERSIONS("lineage/versions"),
    LINEAGE_VERSIONS_OF_RING("lineage/versions-of-ring"),
    LINEAGE_EVENTS_OF_RING("lineage/events-of-ring"),
    LINEAGE_EVENTS_SINCE("lineage/events-since"),
    LINEAGE_EPOCHS("lineage/epochs"),
    LINEAGE_DELETE_VERSIONS("lineage/delete-versions"),
    LINEAGE_DELETE_EVENTS("lineage/delete-events"),

    IDEMPOTENCY_CLAIM("idempotency/claim"),
    IDEMPOTENCY_ANSWER("idempotency/answer"),
    IDEMPOTENCY_RELEASE("idempotency/release"),

    DISPOSITION_APPEND("disposition/append"),
    DISPOSITION_READ("disposition/read"),

    GDS_PROJECT("gds/project"),
    GDS_COMPONENTS("gds/components"),
    GDS_LEIDEN("gds/leiden"),
    GDS_PROJECT_IDENTITIES("gds/project-identities"),
    GDS_DEGREE("gds/degree"),
    GDS_FAST_RP("gds/fast-rp"),
    GDS_GRAPH_SAGE_TRAIN("gds/graph-sage-train"),
    GDS_GRAPH_SAGE("gds/graph-sage"),
    GDS_DROP_MODEL("gds/drop-model"),
    GDS_DROP("gds/drop");

    private final StatementSource source;

    Statement(String path) {
        this.source = StatementSource.read(path);
    }

    /** The Cypher to run. */
    public String text() {
        return source.text();
    }

    /** Name and type of every parameter. */
    public Map<String, ParameterType> parameters() {
        return source.parameters();
    }

    /** Whether it calls the graph data science library, which a server may lack. */
    public boolean needsGds() {
        return source.needsGds();
    }

    /** This statement with its parameters: all that the header declares, and no other. */
    public BoundStatement with(Map<String, Object> parameters) {
        source.parameters().forEach((name, type) -> {
            Object value = parameters.get(name);
            if (value == null || !type.accepts(value)) {
                String found =
                        value == null ? "missing" : "a " + value.getClass().getSimpleName();
                throw new IllegalArgumentException(
                        this + ": parameter '" + name + "' must be " + type + " and is " + found + ".");
            }
        });
        for (String name : parameters.keySet()) {
            if (!source.parameters().containsKey(name)) {
                throw new IllegalArgumentException(this + ": there is no parameter '" + name + "'.");
            }
        }
        return new BoundStatement(this, parameters);
    }

    /** This statement, which has no parameters. */
    public BoundStatement bare() {
        return with(Map.of());
    }
}
