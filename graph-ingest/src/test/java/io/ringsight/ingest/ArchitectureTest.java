package io.ringsight.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.ringsight.ingest.source.Application;
import io.ringsight.ingest.source.LateIdentifier;
import io.ringsight.ingest.source.PresentedIdentifier;
import io.ringsight.ingest.source.SourceBatch;

@AnalyzeClasses(packages = "io.ringsight.ingest", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule packagesFormNoCycle =
            slices().matching("io.ringsight.ingest.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyTheStorePackageTouchesTheDriver = noClasses()
            .that()
            .resideOutsideOfPackage("..neo4j..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.neo4j.driver..");

    @ArchTest
    static final ArchRule rawValuesStayWithReadersNormalisersAndTokenisers = noClasses()
            .that()
            .resideOutsideOfPackages("..source..", "..normalise..", "..tokenise..", "..intake..")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Application.class, PresentedIdentifier.class, LateIdentifier.class, SourceBatch.class);

    @ArchTest
    static final ArchRule normalFormsStayInside = noClasses()
            .that()
            .resideOutsideOfPackages("..normalise..", "..tokenise..", "..intake..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.ringsight.ingest.normalise..");

    @ArchTest
    static final ArchRule onlyKeysAndVaultTouchTink = noClasses()
            .that()
            .resideOutsideOfPackages("..tokenise..", "..vault..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.google.crypto.tink..");

    @ArchTest
    static final ArchRule recordsKnowNothingOfWhereTheyComeFromOrGo = noClasses()
            .that()
            .resideInAnyPackage("..record..", "..error..", "..progress..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..source..",
                    "..normalise..",
                    "..tokenise..",
                    "..vault..",
                    "..intake..",
                    "..neo4j..",
                    "..snapshot..");

    @ArchTest
    static final ArchRule nothingOfTheStoresOwnProcessGetsHere = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.neo4j.dbms..", "org.neo4j.graphdb..", "org.neo4j.gds..", "io.micronaut..", "ai.djl..");
}
