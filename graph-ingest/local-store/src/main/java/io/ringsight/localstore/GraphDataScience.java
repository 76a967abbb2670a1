package io.ringsight.localstore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import org.neo4j.kernel.api.procedure.GlobalProcedures;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/**
 * Registers the procedures and functions of OpenGDS. A server finds them in its plugin folder; on a class path they are found
 * through the service files that they bring along.
 */
final class GraphDataScience {
    private static final String PACKAGE = "org.neo4j.gds.";
    private static final String SERVICES = "META-INF/services/org.neo4j.procedure.";

    private GraphDataScience() {}

    static void register(GraphDatabaseAPI database) throws Exception {
        GlobalProcedures registry = database.getDependencyResolver().resolveDependency(GlobalProcedures.class);
        for (Class<?> procedure : named("Procedure")) {
            registry.registerProcedure(procedure);
        }
        for (Class<?> function : named("UserFunction")) {
            registry.registerFunction(function);
            registry.registerAggregationFunction(function);
        }
    }

    private static List<Class<?>> named(String service) throws ReflectiveOperationException {
        TreeSet<String> names = new TreeSet<>();
        try {
            for (URL url : Collections.list(loader().getResources(SERVICES + service))) {
                try (var in = url.openStream()) {
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .map(line -> line.replaceFirst("#.*", "").strip())
                            .filter(name -> name.startsWith(PACKAGE))
                            .forEach(names::add);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<Class<?>> classes = new java.util.ArrayList<>();
        for (String name : names) {
            classes.add(Class.forName(name, false, loader()));
        }
        return classes;
    }

    private static ClassLoader loader() {
        return GraphDataScience.class.getClassLoader();
    }
}
