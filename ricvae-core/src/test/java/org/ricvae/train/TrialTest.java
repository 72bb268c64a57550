package org.ricvae.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ricvae.Epsilon;
import org.ricvae.ModelKind;
import org.ricvae.Options;
import org.ricvae.Ricvae;
import org.ricvae.data.InputException;
import org.ricvae.data.Samples;
import org.ricvae.kernel.Activation;
import org.ricvae.kernel.PlainKernels;
import org.ricvae.kernel.WorkerTeam;
import org.ricvae.model.Architecture;
import org.ricvae.model.ConditionedVariance;
import org.ricvae.model.Objective;

class TrialTest {
  private static final Options OPTIONS =
      Options.defaults()
          .withKind(ModelKind.ICVAE)
          .withHidden(List.of(16))
          .withLatent(3)
          .withEpsilon(new Epsilon.Fixed(1e-2))
          .withEpochs(120)
          .withBatch(64)
          .withKlWarmUp(100)
          .withSeed(5)
          .withThreads(1);

  @Test
  void aModelThatLearnedBeatsAGuessAndOneThatDidNotDoesNot() {
    Samples samples = TinyData.images(400, 0.2, 3);
    double guess = new Trial(TrainingData.of(samples), 5).guess();
    Trial.Result learned = Ricvae.trial(samples, OPTIONS, TrainingListener.NONE);
    Trial.Result untrained = Ricvae.trial(samples, OPTIONS.withEpochs(1), TrainingListener.NONE);
    assertThat(learned.alive()).isTrue();
    assertThat(learned.activeDimensions()).isBetween(1, 3);
    assertThat(learned.error()).isLessThan(0.5 * guess).isLessThan(untrained.error());
  }

  @Test
  void theSameWhateverTheThreads() {
    Samples samples = TinyData.images(200, 0.2, 3);
    assertThat(Ricvae.trial(samples, OPTIONS.withPasses(2).withThreads(2), TrainingListener.NONE))
        .isEqualTo(Ricvae.trial(samples, OPTIONS.withPasses(2), TrainingListener.NONE));
  }

  @Test
  void aCandidateOfTheSearchIsATrial() {
    TrainingData data = TrainingData.of(TinyData.images(60, 0.3, 3));
    Architecture architecture =
        new Architecture(36, 3, List.of(16), List.of(16), Activation.RELU, Activation.SIGMOID);
    Plan plan = new Plan(EpsilonSearch.STEPS, 60, 1e-3, Schedule.STEP, 0, 400, 0, 0, 0, 5);
    try (WorkerTeam team = new WorkerTeam(1)) {
      EpsilonSearch search = new EpsilonSearch(data, architecture, plan, new PlainKernels(), team);
      EpsilonSearch.Candidate candidate =
          search.run(() -> false, TrainingListener.NONE).candidates().get(2);
      Trial.Result result =
          new Trial(data, 5)
              .run(
                  architecture,
                  new Objective(new ConditionedVariance(candidate.epsilon(), false), 1, false),
                  plan,
                  EpsilonSearch.STEPS,
                  new PlainKernels(),
                  team,
                  () -> false,
                  TrainingListener.NONE);
      assertThat(result.error()).isEqualTo(candidate.error());
      assertThat(result.activeDimensions()).isEqualTo(candidate.activeDimensions());
    }
  }

  @Test
  void anEpsilonIsNeeded() {
    Options automatic = OPTIONS.withEpsilon(new Epsilon.Auto());
    Samples samples = TinyData.images(60, 0.3, 3);
    assertThatThrownBy(() -> Ricvae.trial(samples, automatic, TrainingListener.NONE))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("epsilon");
  }
}
