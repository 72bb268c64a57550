package org.ricvae.evaluate.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.ricvae.baseline.Matrix;
import org.ricvae.evaluate.LabelledTable;
import org.ricvae.evaluate.SharedData;
import org.ricvae.evaluate.Tables;
import org.ricvae.use.Detection;

class IsolationForestTest {
  /** Mean ROC-AUC of three seeds of scikit-learn 1.2.1's IsolationForest, all defaults. */
  private static final Map<String, Double> SCIKIT_LEARN =
      Map.of(
          "6_cardio", 0.9271,
          "14_glass", 0.7830,
          "18_Ionosphere", 0.8438,
          "37_Stamps", 0.9001,
          "40_vowels", 0.7692,
          "45_wine", 0.8137);

  private final IsolationForest forest = new IsolationForest();

  @Test
  void findsRealOutliersAsWellAsScikitLearn() {
    Map<String, LabelledTable> tables =
        LabelledTable.folder(SharedData.file("adbench/classical")).stream()
            .collect(Collectors.toMap(LabelledTable::name, Function.identity()));
    double mean = 0;
    for (Map.Entry<String, Double> entry : SCIKIT_LEARN.entrySet()) {
      double auc = 0;
      for (long seed = 1; seed <= 3; seed++) {
        auc += auc(tables.get(entry.getKey()), seed) / 3;
      }
      assertThat(auc).as(entry.getKey()).isCloseTo(entry.getValue(), within(0.06));
      mean += (auc - entry.getValue()) / SCIKIT_LEARN.size();
    }
    assertThat(mean).isCloseTo(0, within(0.02));
  }

  private double auc(LabelledTable table, long seed) {
    return Detection.of(forest.scores(table.rows(), seed).values(), table.outlier(), 0).rocAuc();
  }

  @Test
  void averageDepthIsThatOfRandomTrees() {
    assertThat(IsolationTree.averageDepth(1)).isZero();
    assertThat(IsolationTree.averageDepth(2)).isEqualTo(1);
    // Three leaves: one at depth 1, two at depth 2.
    assertThat(IsolationTree.averageDepth(3)).isCloseTo(5 / 3.0, within(1e-12));
    // 2 (ln 255 + γ) − 2 · 255/256, the paper's approximation.
    assertThat(IsolationTree.averageDepth(256)).isCloseTo(10.2448, within(0.005));
  }

  @Test
  void scoresLieBetweenZeroAndOneAndFollowTheSeed() {
    Matrix table = Tables.factors(300, 4, 1);
    double[] scores = forest.scores(table, 5).values();
    assertThat(Arrays.stream(scores)).allMatch(s -> s > 0 && s < 1);
    assertThat(forest.scores(table, 5).values()).containsExactly(scores);
    assertThat(forest.scores(table, 6).values()).isNotEqualTo(scores);
  }

  @Test
  void equalRowsHaveEqualScores() {
    Matrix table = Tables.of(new double[][] {{1, 0}, {1, 0}, {1, 0}, {1, 0}, {1, 0}, {9, 0}});
    double[] scores = forest.scores(table, 1).values();
    assertThat(Arrays.stream(scores).limit(5).distinct()).hasSize(1);
    assertThat(scores[5]).isGreaterThan(scores[0]);
  }
}
