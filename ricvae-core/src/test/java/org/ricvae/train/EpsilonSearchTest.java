package org.ricvae.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ricvae.data.InputException;
import org.ricvae.data.Samples;
import org.ricvae.kernel.Activation;
import org.ricvae.kernel.PlainKernels;
import org.ricvae.kernel.WorkerTeam;
import org.ricvae.model.Architecture;
import org.ricvae.train.EpsilonSearch.Candidate;
import org.ricvae.train.EpsilonSearch.Outcome;

class EpsilonSearchTest {
  @Test
  void takesTheSmallestWithinTheMargin() {
    assertThat(
            EpsilonSearch.choose(
                List.of(
                    candidate(1e-4, 1.30, Outcome.ALIVE),
                    candidate(1e-3, 1.20, Outcome.ALIVE),
                    candidate(1e-2, 1.00, Outcome.ALIVE)),
                9))
        .isEqualTo(1e-3);
  }

  @Test
  void aModelHardlyBetterThanAGuessIsNotTaken() {
    List<Candidate> tried =
        List.of(candidate(1e-3, 1.12, Outcome.ALIVE), candidate(1e-2, 1.00, Outcome.ALIVE));
    assertThat(EpsilonSearch.choose(tried, 1.15)).isEqualTo(1e-2);
    assertThat(EpsilonSearch.choose(tried, 1.50)).isEqualTo(1e-3);
    assertThat(EpsilonSearch.choose(tried, 0.50)).isEqualTo(1e-3);
  }

  @Test
  void passesOverTheDead() {
    assertThat(
            EpsilonSearch.choose(
                List.of(
                    candidate(1e-4, Double.NaN, Outcome.DIVERGED),
                    candidate(1e-3, 0.5, Outcome.COLLAPSED),
                    candidate(1e-2, 1.00, Outcome.ALIVE)),
                9))
        .isEqualTo(1e-2);
    assertThatThrownBy(
            () -> EpsilonSearch.choose(List.of(candidate(1e-3, 0.5, Outcome.COLLAPSED)), 9))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("collapsed for every epsilon");
  }

  @Test
  void injectionIsRepeatableAndTellsWhatItHit() {
    Samples base = TinyData.images(400, 0, 3);
    TrainingData data = TrainingData.of(base);
    InjectedSamples injected = new InjectedSamples(base, data.scaling(), 42);
    int size = base.shape().size();
    float[] clean = new float[400 * size];
    float[] once = new float[clean.length];
    float[] again = new float[size];
    base.read(0, 400, clean, 0);
    injected.read(0, 400, once, 0);
    int hitSamples = 0;
    for (int i = 0; i < 400; i++) {
      injected.read(i, 1, again, 0);
      boolean[] hit = new boolean[size];
      float[] values = Arrays.copyOfRange(clean, i * size, (i + 1) * size);
      injected.corrupt(i, values, 0, hit);
      boolean any = false;
      for (int j = 0; j < size; j++) {
        assertThat(again[j]).isEqualTo(once[i * size + j]).isEqualTo(values[j]);
        any |= hit[j];
        if (!hit[j]) {
          assertThat(again[j]).isEqualTo(clean[i * size + j]);
        }
      }
      if (any) {
        assertThat(injected.injected(i)).isTrue();
        hitSamples++;
      }
    }
    assertThat(hitSamples).isBetween(80, 160);
  }

  @Test
  void choiceIsTheSameForAnyNumberOfThreads() {
    EpsilonSearch.Choice one = search(1);
    assertThat(search(2)).isEqualTo(one);
    assertThat(one.candidates()).hasSize(EpsilonSearch.GRID.size());
    assertThat(one.candidates().stream().filter(c -> c.outcome() == Outcome.CHOSEN))
        .singleElement()
        .satisfies(c -> assertThat(c.epsilon()).isEqualTo(one.epsilon()));
  }

  @Test
  void stopsWhenAsked() {
    TrainingData data = TrainingData.of(TinyData.images(60, 0.3, 3));
    try (WorkerTeam team = new WorkerTeam(1)) {
      assertThat(search(data, team).run(() -> true, TrainingListener.NONE)).isNull();
    }
  }

  private static EpsilonSearch.Choice search(int threads) {
    TrainingData data = TrainingData.of(TinyData.images(60, 0.3, 3));
    try (WorkerTeam team = new WorkerTeam(threads)) {
      return search(data, team).run(() -> false, TrainingListener.NONE);
    }
  }

  private static EpsilonSearch search(TrainingData data, WorkerTeam team) {
    Architecture architecture =
        new Architecture(36, 3, List.of(16), List.of(16), Activation.RELU, Activation.SIGMOID);
    Plan plan = new Plan(1, 60, 1e-3, Schedule.STEP, 0, 400, 0, 0, 0, 5);
    return new EpsilonSearch(data, architecture, plan, new PlainKernels(), team);
  }

  private static Candidate candidate(double epsilon, double error, Outcome outcome) {
    return new Candidate(epsilon, 1, error, outcome == Outcome.ALIVE ? 3 : 0, outcome);
  }
}
