package org.ricvae.race;

import java.util.List;
import org.ricvae.data.SampleShape;
import org.ricvae.data.Samples;
import org.ricvae.kernel.Activation;
import org.ricvae.kernel.KernelProvider;
import org.ricvae.kernel.Kernels;
import org.ricvae.kernel.WorkerTeam;
import org.ricvae.model.Architecture;
import org.ricvae.model.ConditionedVariance;
import org.ricvae.model.InputNormalization;
import org.ricvae.model.Objective;
import org.ricvae.model.RecurrentVae;
import org.ricvae.nn.Dense;
import org.ricvae.train.Plan;
import org.ricvae.train.Schedule;
import org.ricvae.train.Trainer;
import org.ricvae.train.TrainingData;
import org.ricvae.train.TrainingListener;
import org.ricvae.train.TrainingState;

/** Our engine, as {@code ./ricvae train} runs it. */
final class OurStep implements Contestant {
  /** More than a race can run. */
  private static final int EPOCHS = 1_000_000;

  private final WorkerTeam team;
  private final Trainer trainer;

  /** What the kernels of this engine give. */
  private final Reference answers;

  OurStep(Cell cell) {
    this(cell, KernelProvider.all().get(0));
  }

  OurStep(Cell cell, Kernels kernels) {
    Problem problem = new Problem(cell.net());
    SampleShape shape = new SampleShape(cell.net().size(), 1, 1);
    TrainingData data = TrainingData.of(Samples.of(shape, problem.bytes()));
    RecurrentVae vae = vae(cell);
    Plan plan =
        new Plan(EPOCHS, cell.batch(), Problem.LEARNING_RATE, Schedule.CONSTANT, 0, 0, 0, 0, 0, 1);
    team = new WorkerTeam(cell.threads());
    TrainingState state = TrainingState.start(vae, data, 1, 0);
    trainer = new Trainer(vae, plan, data, state, kernels, team);
    answers = new Reference(problem, cell, kernels);
  }

  static RecurrentVae vae(Cell cell) {
    Net net = cell.net();
    Architecture architecture =
        new Architecture(
            net.size(),
            net.latent(),
            net.encoder(),
            net.decoder(),
            Activation.RELU,
            Activation.SIGMOID);
    Objective objective =
        new Objective(
            new ConditionedVariance(Problem.EPSILON, false), cell.passes(), cell.passes() > 1);
    return new RecurrentVae(architecture, objective, InputNormalization.none(net.size()));
  }

  /** The given parameters in our layout. */
  static float[] weights(RecurrentVae vae, List<Problem.Parameters> parameters) {
    float[] w = new float[vae.parameters()];
    for (int l = 0; l < parameters.size(); l++) {
      Dense layer = vae.layers().get(l);
      Problem.Parameters p = parameters.get(l);
      for (int o = 0; o < layer.out(); o++) {
        w[layer.index(-1, o)] = p.b()[o];
        for (int i = 0; i < layer.in(); i++) {
          w[layer.index(i, o)] = p.w()[i * layer.out() + o];
        }
      }
    }
    return w;
  }

  @Override
  public void run(int steps) {
    trainer.run(trainer.done() + steps, () -> false, () -> {}, TrainingListener.NONE);
  }

  @Override
  public Answer check(Reference.Batch batch) {
    Answer answer = answers.step();
    answers.next();
    return answer;
  }

  @Override
  public void close() {
    team.close();
  }
}
