package org.ricvae.evaluate.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ricvae.baseline.Matrix;
import org.ricvae.data.InputException;
import org.ricvae.evaluate.LabelledTable;
import org.ricvae.evaluate.StudyOptions;
import org.ricvae.evaluate.Tables;
import org.ricvae.paper.lab.PaperListener;

class DetectionStudyTest {
  @TempDir Path dir;

  private final List<String> ran = Collections.synchronizedList(new ArrayList<>());
  private final List<LabelledTable> tables =
      List.of(Tables.labelled("a/one", 60, 3, 5, 1), Tables.labelled("two", 60, 3, 5, 2));

  /** Scores by a column, up or down. */
  private Detector stub(String name, String settings, double sign) {
    return new Detector() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public String settings() {
        return settings;
      }

      @Override
      public boolean random() {
        return true;
      }

      @Override
      public Scores scores(Matrix rows, long seed) {
        ran.add(name + seed);
        double[] scores = new double[rows.rows()];
        for (int i = 0; i < scores.length; i++) {
          scores[i] = sign * -i;
        }
        return Scores.of(scores);
      }
    };
  }

  private DetectionResults run(boolean force, Detector... detectors) {
    ran.clear();
    return DetectionStudy.run(
        tables, List.of(detectors), new StudyOptions(dir, 2, 1, force), PaperListener.NONE);
  }

  @Test
  void runsOnlyWhatIsNotDone() {
    DetectionResults first = run(false, stub("x", "1", 1));
    assertThat(ran).containsExactly("x1", "x2", "x1", "x2");
    assertThat(run(false, stub("x", "1", 1))).isEqualTo(first);
    assertThat(ran).isEmpty();
    run(false, stub("x", "1", 1), stub("y", "1", 1));
    assertThat(ran).containsOnly("y1", "y2");
    run(false, stub("x", "2", 1));
    assertThat(ran).hasSize(4);
    run(true, stub("x", "2", 1));
    assertThat(ran).hasSize(4);
  }

  /** The outliers are the first rows: one stub finds them all, the other none. */
  @Test
  void meansRanksAndWinsAreThoseOfTheSets() throws IOException {
    DetectionResults results =
        run(false, stub("ricvae", "", -1), stub("isolation-forest", "", 1), stub("twin", "", 1));
    assertThat(results.mean("isolation-forest", DetectionCell::auc)).isEqualTo(1);
    assertThat(results.mean("isolation-forest", DetectionCell::averagePrecision)).isEqualTo(1);
    assertThat(results.mean("ricvae", DetectionCell::auc)).isZero();
    assertThat(results.meanRank("isolation-forest")).isEqualTo(1.5);
    assertThat(results.meanRank("ricvae")).isEqualTo(3);
    assertThat(results.wins("isolation-forest", "ricvae")).isEqualTo(2);
    assertThat(results.wins("ricvae", "isolation-forest")).isZero();
    // Scores −0, …, −59 are split in the middle: 30 flagged, of which 5 are outliers.
    assertThat(results.mean("twin", DetectionCell::f1)).isCloseTo(10 / 35.0, within(1e-12));
    assertThat(Files.readString(dir.resolve("detection.html")))
        .contains("Where we lose to the isolation forest", "a/one", "does not hold");
    assertThat(dir.resolve("detection/auc.png")).isNotEmptyFile();
    assertThat(dir.resolve("detection/auc.svg")).isNotEmptyFile();
    assertThat(Files.readAllLines(dir.resolve("detection/cells.csv"))).hasSize(1 + 2 * 3 * 2);
    assertThat(dir.resolve("detection/cells.json")).content().contains("\"average_precision\"");
  }

  @Test
  void aDetectorThatFailsIsToldOfAndLeavesTheOthers() throws IOException {
    Detector broken =
        new Detector() {
          @Override
          public String name() {
            return "broken";
          }

          @Override
          public String settings() {
            return "";
          }

          @Override
          public boolean random() {
            return false;
          }

          @Override
          public Scores scores(Matrix rows, long seed) {
            return Scores.of(new double[] {Double.NaN});
          }
        };
    DetectionResults results = run(false, stub("x", "", 1), broken);
    assertThat(results.failures()).hasSize(2);
    assertThat(results.commonSets()).isEmpty();
    assertThat(results.of("two", "x", DetectionCell::auc).mean()).isEqualTo(1);
    assertThat(Files.readString(dir.resolve("detection.html"))).contains("What failed");
  }

  @Test
  void refusesWhatCannotBeRun() throws IOException {
    assertThatThrownBy(() -> run(false)).isInstanceOf(InputException.class);
    assertThatThrownBy(() -> run(false, stub("x", "1", 1), stub("x", "2", 1)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("distinct names");
    assertThatThrownBy(() -> new StudyOptions(dir, 0, 1, false)).isInstanceOf(InputException.class);
  }
}
