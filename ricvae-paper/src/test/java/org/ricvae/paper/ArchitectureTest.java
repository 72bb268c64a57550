package org.ricvae.paper;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The laboratory knows no item, no item knows the list of all. */
@AnalyzeClasses(packages = "org.ricvae.paper", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule ARROWS =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("lab")
          .definedBy("org.ricvae.paper.lab..")
          .layer("items")
          .definedBy("org.ricvae.paper.*..")
          .layer("paper")
          .definedBy("org.ricvae.paper")
          .whereLayer("paper")
          .mayNotBeAccessedByAnyLayer();

  @ArchTest
  static final ArchRule NO_CYCLES =
      slices().matching("org.ricvae.paper.(*)..").should().beFreeOfCycles();
}
