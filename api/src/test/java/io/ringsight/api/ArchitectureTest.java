package io.ringsight.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.ringsight", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule MICRONAUT_IS_HERE_AND_NOWHERE_ELSE = noClasses()
            .that()
            .resideOutsideOfPackage("io.ringsight.api.http..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.micronaut..");

    @ArchTest
    static final ArchRule NOTHING_REACHES_BACK_UP = noClasses()
            .that()
            .resideOutsideOfPackage("io.ringsight.api..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.ringsight.api..");

    @ArchTest
    static final ArchRule THE_SERVICE_KNOWS_NO_TRANSPORT = noClasses()
            .that()
            .resideInAnyPackage("io.ringsight.api.service..", "io.ringsight.api.pipeline..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.ringsight.api.http..", "io.ringsight.api.cli..", "picocli..");

    @ArchTest
    static final ArchRule DATABASE_AND_TENSORS_ARE_BEHIND_THEIR_MODULES = noClasses()
            .that()
            .resideInAPackage("io.ringsight.api..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.neo4j..", "ai.djl..", "org.apache.arrow..", "org.jgrapht..");

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("io.ringsight.api.(*)..").should().beFreeOfCycles();
}
