package io.ringsight.export;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.ringsight.export", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule NOTHING_REACHES_BACK_UP =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("io.ringsight.api..", "io.micronaut..");

    @ArchTest
    static final ArchRule FILES_COME_FROM_RESULTS_AND_NOT_FROM_RAW_VALUES = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.ringsight.ingest.source..",
                    "io.ringsight.ingest.normalise..",
                    "io.ringsight.ingest.vault..",
                    "org.neo4j..",
                    "ai.djl..",
                    "org.jgrapht..");

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("io.ringsight.export.(*)..").should().beFreeOfCycles();
}
