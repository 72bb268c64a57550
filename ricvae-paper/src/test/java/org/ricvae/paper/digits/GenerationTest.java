package org.ricvae.paper.digits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ricvae.RicvaeModel;
import org.ricvae.data.InputException;
import org.ricvae.paper.lab.Findings;
import org.ricvae.paper.lab.Lab;
import org.ricvae.paper.lab.PaperListener;
import org.ricvae.paper.lab.PaperOptions;
import org.ricvae.paper.lab.SharedData;

/** The sweep of samples on a few real digits, from data to findings. */
class GenerationTest {
  private static final DigitSizes DIGITS =
      new DigitSizes(140, 2, OptionalDouble.of(0.05), 1, 60, 40);
  private static final GenerationSizes TINY =
      new GenerationSizes(DIGITS, List.of(DigitModel.ICVAE, DigitModel.RICVAE_2), List.of(1, 2));

  @TempDir static Path dir;
  private static Lab lab;
  private static Findings findings;

  @BeforeAll
  static void runOnce() {
    Path mnist = SharedData.file("mnist/t10k-images-idx3-ubyte.gz").getParent();
    PaperOptions options =
        new PaperOptions(
            Optional.empty(),
            Optional.of(mnist),
            List.of(),
            Optional.empty(),
            dir,
            1,
            false,
            false,
            2);
    lab = new Lab(options, Set.of("passes"), PaperListener.NONE);
    findings = run();
  }

  private static Findings run() {
    Generation generation = new Generation(lab, "passes", TINY);
    lab.begin("passes", generation.cost());
    Findings added = new Findings();
    generation.add(added);
    assertThat(lab.failures()).isEmpty();
    return added;
  }

  @Test
  void theNumbersAreThoseOfAPlainMeasurement() {
    RicvaeModel model =
        lab.models()
            .find(
                "digits-dirty-ricvae_2",
                Condition.DIRTY.images(lab.inputs().mnist().train(), DIGITS.digits()),
                DigitModel.RICVAE_2.options(DIGITS, 0.05))
            .orElseThrow();
    assertThat(model.provenance().options()).containsEntry("passes", "2");
    Quality quality =
        new Ruler(lab.inputs().mnist(), DIGITS)
            .measure(new Variant(DigitModel.RICVAE_2, 2, false).generate(model, 60));
    assertThat(findings.numbers()).hasSize(2 * 2 * 2 + 1);
    assertThat(findings.numbers())
        .filteredOn(row -> "dirty".equals(row.get("learned_from")))
        .filteredOn(row -> row.get("n").equals(2) && row.get("m").equals(2))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.get("sample_frechet")).isEqualTo(quality.frechet());
              assertThat(row.get("sample_f")).isEqualTo(quality.manifold().f());
            });
  }

  @Test
  void whatFigure4HasIsKeptThere() throws IOException {
    Path shared = dir.resolve("figure4/cells");
    Path own = dir.resolve("passes/cells");
    assertThat(shared.resolve("quality-clean-ric2-1.json")).doesNotExist();
    assertThat(own.resolve("quality-clean-ric2-1.json")).exists();
    assertThat(own.resolve("quality-clean-ic.json")).doesNotExist();
    assertThat(findings.numbers().get(0).get("sample_frechet")).isNotEqualTo(12345.0);
    edit(shared.resolve("quality-clean-ic.json"), "\"frechet\" : [^,]+", "\"frechet\" : 12345.0");
    assertThat(run().numbers().get(0).get("sample_frechet"))
        .as("read, not run again")
        .isEqualTo(12345.0);
  }

  @Test
  void aModelThatCameToNothing() throws IOException {
    edit(
        dir.resolve("figure4/cells/digits-clean-ricvae_2.json"),
        "\"active\" : \\d+",
        "\"failed\" : \"the posterior collapsed\"");
    Findings without = run();
    assertThat(without.numbers()).hasSize(2 * 2 * 2 - 2 + 1);
    assertThat(without.blocks().toString())
        .contains("came to nothing (the posterior collapsed)", "RiC-VAE (2, 2): nothing measured");
  }

  /** Changes what was kept. */
  private static void edit(Path cell, String pattern, String replacement) throws IOException {
    String text = Files.readString(cell);
    String edited = text.replaceAll(pattern, replacement);
    assertThat(edited).isNotEqualTo(text);
    Files.writeString(cell, edited);
  }

  @Test
  void tooFewDigits() {
    DigitSizes many = new DigitSizes(60_001, 2, OptionalDouble.of(0.05), 1, 60, 40);
    GenerationSizes sizes = new GenerationSizes(many, TINY.models(), TINY.passes());
    assertThatThrownBy(() -> new Generation(lab, "passes", sizes))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("60001 and 60 are needed");
  }
}
