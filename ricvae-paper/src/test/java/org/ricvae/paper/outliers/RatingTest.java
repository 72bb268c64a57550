package org.ricvae.paper.outliers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class RatingTest {
  @RepeatedTest(20)
  void agreesWithCountingPairsAndCases(RepetitionInfo info) {
    SplittableRandom random = new SplittableRandom(info.getCurrentRepetition());
    int n = random.nextInt(4, 60);
    double[] scores = new double[n];
    List<Boolean> outlier = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      scores[i] = random.nextInt(8); // with ties
      outlier.add(i < 2 ? i == 0 : random.nextInt(3) == 0);
    }
    double threshold = random.nextInt(7);
    Rating rating = Rating.of(Scored.above(scores, threshold), outlier);

    double pairs = 0;
    double won = 0;
    double truePositives = 0;
    double kept = 0;
    double inliers = 0;
    for (int i = 0; i < n; i++) {
      kept += scores[i] <= threshold ? 1 : 0;
      inliers += outlier.get(i) ? 0 : 1;
      truePositives += scores[i] <= threshold && !outlier.get(i) ? 1 : 0;
      for (int j = 0; j < n; j++) {
        if (outlier.get(i) && !outlier.get(j)) {
          pairs++;
          won += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
        }
      }
    }
    double precision = kept == 0 ? 0 : truePositives / kept;
    double recall = truePositives / inliers;
    double f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    assertThat(rating.auc()).isCloseTo(won / pairs, within(1e-12));
    assertThat(rating.f1()).isCloseTo(f1, within(1e-12));
    assertThat(rating.flagged()).isCloseTo(1 - kept / n, within(1e-12));
  }

  @Test
  void flaggingNothingScoresByTheShareOfInliersAlone() {
    List<Boolean> outlier = List.of(true, false, false, false);
    Rating idle = Rating.of(Scored.above(new double[4], 0), outlier);
    assertThat(Rating.f1OfNoneFlagged(outlier))
        .isEqualTo(idle.f1())
        .isCloseTo(6 / 7.0, within(1e-12));
  }

  @Test
  void aDecisionIsLargeForInliers() {
    Scored scored = Scored.decided(new double[] {2, -1, 1}, new boolean[] {true, false, true});
    Rating rating = Rating.of(scored, List.of(false, true, false));
    assertThat(rating.f1()).isEqualTo(1);
    assertThat(rating.auc()).isEqualTo(1);
  }

  @Test
  void theScatterSplitsTwoHeaps() {
    double[] scores = {0.1, 0.2, 9, 0.15, 8.5};
    assertThat(Scored.byScatter(scores).flagged()).containsExactly(false, false, true, false, true);
    assertThat(Scored.byScatter(new double[3]).flagged()).containsExactly(false, false, false);
  }
}
