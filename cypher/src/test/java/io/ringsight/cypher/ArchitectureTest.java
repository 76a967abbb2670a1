package io.ringsight.cypher;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.ringsight.cypher", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule touchesTheJdkAndTheMigrationsAlone = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "io.ringsight.cypher..",
                    "ac.simons.neo4j.migrations..",
                    "org.neo4j.driver..");

    @ArchTest
    static final ArchRule theDriverServesTheMigrationsAlone = noClasses()
            .that()
            .doNotHaveSimpleName("SchemaMigrations")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.neo4j..");
}
