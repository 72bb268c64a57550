package org.ricvae.paper.frey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ricvae.RicvaeModel;
import org.ricvae.paper.lab.Corrupted;
import org.ricvae.paper.lab.Findings;
import org.ricvae.paper.lab.Images;
import org.ricvae.paper.lab.Lab;
import org.ricvae.paper.lab.PaperListener;
import org.ricvae.report.Block;
import org.ricvae.use.RecoveryOptions;

/** Figures 2 and 3 from end to end, in a tiny size, on real faces. */
class Figure3Test {
  private static final int SEEDS = 2;

  @TempDir static Path dir;
  private static Path faces;
  private static Findings findings;

  @BeforeAll
  static void runOnce() {
    faces = TinyFaces.write(dir);
    Lab lab = lab("figure3");
    findings = new Figure3(TinyFaces.SIZES).run(lab);
    assertThat(lab.failures()).isEmpty();
  }

  private static Lab lab(String item) {
    return TinyFaces.lab(faces, dir.resolve("out"), item, SEEDS, PaperListener.NONE);
  }

  private static Map<Path, FileTime> cells() throws IOException {
    Map<Path, FileTime> times = new TreeMap<>();
    try (Stream<Path> files = Files.list(dir.resolve("out/figure3/cells"))) {
      for (Path file : files.toList()) {
        times.put(file, Files.getLastModifiedTime(file));
      }
    }
    return times;
  }

  private static Map<String, Object> row(String shape, int percent, String method, int passes) {
    return findings.numbers().stream()
        .filter(row -> row.get("shape").equals(shape) && row.get("percent").equals(percent))
        .filter(row -> row.get("method").equals(method) && row.get("passes_at_test").equals(passes))
        .filter(row -> row.get("setting").equals("automatic"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theErrorsAreThoseOfAPlainComputation() {
    Lab lab = lab("figure3");
    Images clean = lab.inputs().frey();
    Dirt dirt = new Dirt(TinyFaces.RADIUS, 60, 1);
    Path folder;
    try (Stream<Path> models = Files.list(dir.resolve("out/models"))) {
      folder = models.filter(f -> f.toString().contains("_rl2vae")).findFirst().orElseThrow();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    RicvaeModel model = RicvaeModel.load(folder);
    for (Shape shape : Shape.values()) {
      Corrupted dirty = shape == Shape.CIRCLES ? dirt.circles(clean) : dirt.rectangles(clean);
      float[] recovered =
          model.clean(dirty.images().values(), new RecoveryOptions(2, false, 0, false, 0)).values();
      float[] truth = clean.values();
      double squares = 0;
      for (int i = 0; i < truth.length; i++) {
        squares += Math.pow(((double) recovered[i] - truth[i]) / 255, 2);
      }
      assertThat((double) row(shape.key(), 60, "rl2vae", 2).get("mse_seed_1"))
          .isCloseTo(squares / truth.length, within(1e-12));
    }
  }

  @Test
  void aRowIsMeanAndSpreadOfItsSeeds() {
    Map<String, Object> row = row("circles", 60, "ricvae", 2);
    double a = (double) row.get("mse_seed_1");
    double b = (double) row.get("mse_seed_2");
    assertThat(a).isNotEqualTo(b);
    assertThat((double) row.get("mse")).isCloseTo((a + b) / 2, within(1e-15));
    assertThat((double) row.get("mse_deviation"))
        .isCloseTo(Math.abs(a - b) / Math.sqrt(2), within(1e-15));
    assertThat(row.get("seeds")).isEqualTo(2);
  }

  @Test
  void withoutDirtCirclesAndRectanglesAreTheSame() {
    assertThat(row("rectangles", 0, "ae", 1).get("mse"))
        .isEqualTo(row("circles", 0, "ae", 1).get("mse"));
  }

  @Test
  void thePageHoldsWhatWasMeasured() {
    List<String> table =
        findings.blocks().stream()
            .filter(Block.Table.class::isInstance)
            .map(Block.Table.class::cast)
            .filter(t -> t.caption().contains("under circles"))
            .flatMap(t -> t.rows().stream())
            .filter(r -> r.cells().get(0).equals("LC-VAE"))
            .findFirst()
            .orElseThrow()
            .cells();
    Map<String, Object> row = row("circles", 60, "lcvae", 1);
    assertThat(table.get(2))
        .startsWith(
            "%.2f ± %.2f"
                .formatted(
                    1000 * (double) row.get("mse"), 1000 * (double) row.get("mse_deviation")));
    assertThat(findings.blocks()).filteredOn(Block.Verdict.class::isInstance).hasSize(6);
    assertThat(findings.blocks()).filteredOn(Block.Figure.class::isInstance).hasSize(4);
    assertThat(((Block.Paragraph) findings.blocks().get(0)).text())
        .contains("Complete: 2 of 2 seeds");
  }

  @Test
  void aFinishedItemRunsNothingAndALostCellAlone() throws IOException {
    Map<Path, FileTime> before = cells();
    assertThat(before).hasSize(2 * (2 * 10) + 4);
    Path lost = dir.resolve("out/figure3/cells/r3-12_c60_seed2_ae.json");
    Files.delete(lost);
    Findings again = new Figure3(TinyFaces.SIZES).run(lab("figure3"));
    assertThat(again.numbers()).isEqualTo(findings.numbers());
    Map<Path, FileTime> after = cells();
    assertThat(after.keySet()).isEqualTo(before.keySet());
    after.remove(lost);
    assertThat(before).containsAllEntriesOf(after);
  }

  @Test
  void figure2ShowsTheSameFacesInAllRows() throws IOException {
    Map<Path, FileTime> before = cells();
    Lab lab = lab("figure2");
    Findings figure2 = new Figure2(TinyFaces.SIZES).run(lab);
    assertThat(lab.failures()).isEmpty();
    assertThat(cells()).as("all its fits are those of figure 3").isEqualTo(before);
    Block.SheetFigure sheet =
        (Block.SheetFigure)
            figure2.blocks().stream()
                .filter(Block.SheetFigure.class::isInstance)
                .findFirst()
                .orElseThrow();
    assertThat(sheet.sheet().rows())
        .extracting(r -> r.label())
        .containsExactly("dirty", "RPCA", "iC-VAE", "RiC-VAE (2,2)", "clean");
    for (int face = 0; face < 10; face++) {
      float[] dirty = sheet.sheet().rows().get(0).images().get(face);
      float[] clean = sheet.sheet().rows().get(4).images().get(face);
      for (int j = 0; j < dirty.length; j++) {
        assertThat(dirty[j] == clean[j] || dirty[j] == 0).isTrue();
      }
      assertThat(dirty).isNotEqualTo(clean);
    }
  }
}
