package org.ricvae.table;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Files know nothing of schemas, schemas nothing of models, models nothing of cleaning. */
@AnalyzeClasses(packages = "org.ricvae.table", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule ARROWS =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("file")
          .definedBy("org.ricvae.table.file..")
          .layer("schema")
          .definedBy("org.ricvae.table.schema..")
          .layer("model")
          .definedBy("org.ricvae.table.model..")
          .layer("clean")
          .definedBy("org.ricvae.table.clean..")
          .whereLayer("file")
          .mayNotAccessAnyLayer()
          .whereLayer("schema")
          .mayOnlyAccessLayers("file")
          .whereLayer("model")
          .mayOnlyAccessLayers("file", "schema")
          .whereLayer("clean")
          .mayNotBeAccessedByAnyLayer();

  @ArchTest
  static final ArchRule NO_CYCLES =
      slices().matching("org.ricvae.table.(*)..").should().beFreeOfCycles();
}
