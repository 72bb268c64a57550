package org.ricvae.paper.outliers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ricvae.paper.lab.Findings;
import org.ricvae.paper.lab.Lab;
import org.ricvae.paper.lab.PaperListener;
import org.ricvae.paper.lab.PaperOptions;

/** Table 1 from end to end, in its quick size, on two small tables. */
class Table1Test {
  private static final int N = 400;

  @TempDir static Path dir;
  private static Findings findings;

  @BeforeAll
  static void runOnce() throws IOException {
    Path easy = write("easy", 12);
    Path hard = write("hard", 0.5);
    Lab lab =
        new Lab(
            new PaperOptions(
                Optional.empty(),
                Optional.empty(),
                List.of(easy, hard),
                Optional.empty(),
                dir.resolve("out"),
                1,
                true,
                false,
                2),
            Set.of("table1"),
            PaperListener.NONE);
    findings = new Table1().run(lab);
    assertThat(lab.failures()).isEmpty();
  }

  /** A line in five dimensions, in units far apart, and every tenth sample off it. */
  private static Path write(String folder, double off) throws IOException {
    SplittableRandom random = new SplittableRandom(3);
    StringBuilder csv = new StringBuilder("a,b,c,d,e,y\n");
    for (int i = 0; i < N; i++) {
      double along = random.nextGaussian();
      boolean outlier = i % 10 == 0;
      for (int j = 0; j < 5; j++) {
        double shift = outlier ? off * (j % 2 == 0 ? 1 : -1) : 0;
        csv.append(Math.pow(10, j) * (along + 0.1 * random.nextGaussian() + shift)).append(',');
      }
      csv.append(outlier ? 1 : 0).append('\n');
    }
    Files.createDirectories(dir.resolve(folder));
    Files.writeString(dir.resolve(folder + "/line.csv"), csv);
    return dir.resolve(folder);
  }

  private static Map<String, Object> row(String set, Detector detector) {
    return findings.numbers().stream()
        .filter(row -> row.get("set").equals(set) && row.get("method").equals(detector.key()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everyMethodFindsGrossOutliers() {
    // PCA takes the direction of the outliers for a component.
    for (Detector detector : EnumSet.complementOf(EnumSet.of(Detector.PCA))) {
      assertThat((double) row("easy/line", detector).get("auc"))
          .as(detector.title())
          .isGreaterThan(detector.limited() ? 0.8 : 0.99);
    }
    assertThat((double) row("easy/line", Detector.ICVAE).get("f1")).isGreaterThan(0.99);
  }

  @Test
  void whatWasTakenIsTold() {
    int limit = Table1Sizes.QUICK.rows();
    assertThat(row("hard/line", Detector.UOCL_CENTRED)).containsEntry("samples_taken", limit);
    assertThat(row("hard/line", Detector.ICVAE)).containsEntry("samples_taken", N);
    assertThat((double) row("hard/line", Detector.PCA).get("f1_nothing_flagged"))
        .isCloseTo(2 * 0.9 / 1.9, within(1e-9));
    assertThat(findings.numbers()).hasSize(2 * Detector.values().length);
  }

  @Test
  void theVerdictIsThatOfTheNumbers() {
    double held = 0;
    for (List<String> sets :
        List.of(List.of("easy/line"), List.of("hard/line"), List.of("easy/line", "hard/line"))) {
      double mine = mean(sets, Detector.ICVAE);
      boolean best =
          List.of(Detector.DRAE, Detector.UOCL_CENTRED, Detector.UOCL_BALANCED).stream()
              .allMatch(other -> mine >= mean(sets, other));
      held += best ? 1 : 0;
    }
    String outcome = held == 3 ? "HOLDS" : held > 0 ? "PARTLY" : "DOES_NOT_HOLD";
    assertThat(findings.blocks().toString())
        .contains("Best of these in %.0f of 3".formatted(held))
        .contains("outcome=" + outcome);
  }

  private static double mean(List<String> sets, Detector detector) {
    return sets.stream()
        .mapToDouble(set -> (double) row(set, detector).get("f1"))
        .average()
        .orElseThrow();
  }
}
