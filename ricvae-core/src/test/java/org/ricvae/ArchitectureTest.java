package org.ricvae;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows of the architecture run one way. */
@AnalyzeClasses(packages = "org.ricvae", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule ARROWS =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("data")
          .definedBy("org.ricvae.data..")
          .layer("kernel")
          .definedBy("org.ricvae.kernel..")
          .layer("nn")
          .definedBy("org.ricvae.nn..")
          .layer("model")
          .definedBy("org.ricvae.model..")
          .layer("train")
          .definedBy("org.ricvae.train..")
          .layer("use")
          .definedBy("org.ricvae.use..")
          .layer("file")
          .definedBy("org.ricvae.file..")
          .layer("face")
          .definedBy("org.ricvae")
          .whereLayer("data")
          .mayNotAccessAnyLayer()
          .whereLayer("kernel")
          .mayNotAccessAnyLayer()
          .whereLayer("nn")
          .mayOnlyAccessLayers("kernel")
          .whereLayer("model")
          .mayOnlyAccessLayers("data", "kernel", "nn")
          .whereLayer("train")
          .mayOnlyAccessLayers("data", "kernel", "nn", "model")
          .whereLayer("use")
          .mayOnlyAccessLayers("data", "kernel", "nn", "model")
          .whereLayer("file")
          .mayOnlyAccessLayers("data", "kernel", "nn", "model", "train", "use")
          .whereLayer("face")
          .mayNotBeAccessedByAnyLayer();

  @ArchTest
  static final ArchRule NO_CYCLES = slices().matching("org.ricvae.(*)..").should().beFreeOfCycles();
}
