package io.ringsight.localstore;

import java.util.List;
import org.neo4j.graphdb.GraphDatabaseService;

/** Makes the first real GDS call as fast as the second: it would pay for loading and compiling, about ten seconds. */
final class WarmUp {
    private static final List<String> STATEMENTS = List.of(
            """
            UNWIND [[0, 1], [1, 2], [3, 4]] AS pair
            RETURN gds.graph.project('warm-up', pair[0], pair[1], {}, {undirectedRelationshipTypes: ['*']}) AS graph
            """,
            "CALL gds.wcc.stream('warm-up') YIELD nodeId, componentId RETURN count(componentId)",
            "CALL gds.leiden.stream('warm-up', {randomSeed: 1, concurrency: 1}) YIELD communityId RETURN count(communityId)",
            "CALL gds.graph.drop('warm-up') YIELD graphName RETURN graphName");

    private WarmUp() {}

    static void run(GraphDatabaseService database) {
        long begin = System.nanoTime();
        try {
            for (String statement : STATEMENTS) {
                database.executeTransactionally(
                        statement, java.util.Map.of(), rows -> rows.stream().count());
            }
            System.out.printf("warm after %d ms%n", (System.nanoTime() - begin) / 1_000_000);
        } catch (RuntimeException e) {
            System.out.println("warm-up given up: " + e.getMessage());
        }
    }
}
