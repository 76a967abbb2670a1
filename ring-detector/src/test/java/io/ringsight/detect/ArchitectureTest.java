package io.ringsight.detect;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.ringsight.detect", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("io.ringsight.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyOnePackageUsesJGraphT = noClasses()
            .that()
            .resideOutsideOfPackage("..detect.jgrapht..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.jgrapht..");

    @ArchTest
    static final ArchRule onlyTheStorePackagesSpeakCypher = noClasses()
            .that()
            .resideOutsideOfPackages("..detect.neo4j..", "..detect.gds..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.neo4j..", "io.ringsight.cypher..", "io.ringsight.ingest.neo4j..");

    @ArchTest
    static final ArchRule graphDataScienceIsCalledFromOnePackage = noClasses()
            .that()
            .resideOutsideOfPackage("..detect.gds..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..detect.gds..");

    @ArchTest
    static final ArchRule kernelsKnowNoRawValues = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..ingest.source..", "..ingest.normalise..", "..ingest.tokenise..", "..ingest.vault..");

    @ArchTest
    static final ArchRule theCheckIsFreeOfTransport = noClasses()
            .that()
            .resideInAnyPackage("..detect.check..", "..detect.membership..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.micronaut..", "io.netty..", "java.net..");
}
