package io.ringsight.gnn;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.ringsight.gnn", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule onlyPytorchTouchesDjl = noClasses()
            .that()
            .resideOutsideOfPackage("..gnn.pytorch..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ai.djl..");

    @ArchTest
    static final ArchRule onlyFlightTouchesTheNetwork = noClasses()
            .that()
            .resideOutsideOfPackage("..gnn.flight..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.arrow.flight..", "io.grpc..", "io.netty..", "java.net..");

    @ArchTest
    static final ArchRule nothingReachesTheModulesToTheRight = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.ringsight.detect..", "io.ringsight.export..", "io.ringsight.api..");

    @ArchTest
    static final ArchRule nothingTouchesTheStoreOrRawValues = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.neo4j..",
                    "io.micronaut..",
                    "io.ringsight.ingest.source..",
                    "io.ringsight.ingest.normalise..",
                    "io.ringsight.ingest.tokenise..",
                    "io.ringsight.ingest.vault..");

    @ArchTest
    static final ArchRule dataGoesFromFeaturesToEmbeddings = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("feature")
            .definedBy("..gnn.feature..")
            .layer("graph")
            .definedBy("..gnn.graph..")
            .layer("model")
            .definedBy("..gnn.model..")
            .layer("training")
            .definedBy("..gnn.training..")
            .layer("inference")
            .definedBy("..gnn.inference..")
            .layer("arrow")
            .definedBy("..gnn.arrow..")
            .layer("pytorch")
            .definedBy("..gnn.pytorch..")
            .layer("embedding")
            .definedBy("..gnn.embedding..")
            .layer("flight")
            .definedBy("..gnn.flight..")
            .whereLayer("flight")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("embedding")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("training")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("inference")
            .mayOnlyBeAccessedByLayers("flight")
            .whereLayer("pytorch")
            .mayOnlyBeAccessedByLayers("embedding", "training", "inference", "flight")
            .whereLayer("model")
            .mayOnlyBeAccessedByLayers("pytorch", "training", "inference", "flight")
            .whereLayer("arrow")
            .mayOnlyBeAccessedByLayers("pytorch", "embedding", "flight");

    @ArchTest
    static final ArchRule packagesFormNoCycle =
            slices().matching("io.ringsight.gnn.(*)..").should().beFreeOfCycles();
}
