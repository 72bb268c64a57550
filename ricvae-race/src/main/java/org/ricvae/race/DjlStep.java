package org.ricvae.race;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.core.Linear;
import ai.djl.training.GradientCollector;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.util.ArrayList;
import java.util.List;

/** The step on DJL's PyTorch engine, as one would write it: its linear layers, its Adam. */
final class DjlStep implements Contestant {
  /** Property: threads within an operation. */
  static final String THREADS = "ai.djl.pytorch.num_threads";

  /** Property: threads over operations. */
  static final String OVER = "ai.djl.pytorch.num_interop_threads";

  private final Cell cell;
  private final Problem problem;
  private final Engine engine = Engine.getEngine("PyTorch");
  private final NDManager manager = engine.newBaseManager();
  private final NDArray data;
  private final int[] batch;
  private final List<NDArray> parameters = new ArrayList<>();
  private final Optimizer adam =
      Optimizer.adam().optLearningRateTracker(Tracker.fixed(Problem.LEARNING_RATE)).build();

  DjlStep(Cell cell) {
    this.cell = cell;
    problem = new Problem(cell.net());
    batch = new int[cell.batch()];
    data = manager.create(problem.floats(), new Shape(Problem.SAMPLES, cell.net().size()));
    for (Problem.Parameters p : problem.parameters()) {
      try (NDArray w = manager.create(p.w(), new Shape(p.shape().in(), p.shape().out()));
          NDArray transposed = w.transpose()) {
        parameters.add(transposed.duplicate());
      }
      parameters.add(manager.create(p.b()));
    }
    parameters.forEach(p -> p.setRequiresGradient(true));
  }

  @Override
  public void run(int steps) {
    for (int s = 0; s < steps; s++) {
      problem.next(batch);
      try (NDManager step = manager.newSubManager()) {
        backward(step, batch, null);
        update();
      }
    }
  }

  /** Leaves the gradients with the parameters. */
  private NDArray backward(NDManager step, int[] samples, Reference.Batch given) {
    try (GradientCollector collector = engine.newGradientCollector()) {
      NDArray loss = loss(step, samples, given);
      collector.backward(loss);
      return loss;
    }
  }

  private void update() {
    for (int i = 0; i < parameters.size(); i++) {
      NDArray p = parameters.get(i);
      try (NDArray gradient = p.getGradient()) {
        adam.update(Integer.toString(i), p, gradient);
        gradient.subi(gradient);
      }
    }
  }

  @Override
  public Answer check(Reference.Batch given) {
    try (NDManager step = manager.newSubManager()) {
      float loss = backward(step, given.rows(), given).getFloat();
      List<float[]> gradients = new ArrayList<>();
      for (NDArray p : parameters) {
        try (NDArray gradient = p.getGradient();
            NDArray transposed = gradient.transpose()) {
          gradients.add(transposed.toFloatArray());
        }
      }
      update();
      return new Answer(loss, gradients);
    }
  }

  /** The loss; with the given noise, or, if null, with the engine's own. */
  private NDArray loss(NDManager step, int[] samples, Reference.Batch given) {
    Net net = cell.net();
    NDArray x = data.get(step, new NDIndex("{}", step.create(samples)));
    NDArray total = null;
    for (int pass = 0; pass < cell.passes(); pass++) {
      NDArray head = network(x, 0, net.encoderLayers());
      NDList halves = head.split(2, 1);
      NDArray mu = halves.get(0);
      NDArray logVariance = halves.get(1);
      NDArray sigma = logVariance.mul(0.5f).exp();
      float[] latent = given == null ? null : given.latent().get(pass);
      NDArray z = mu.add(sigma.mul(noise(step, latent, net.latent())));
      NDArray y = Activation.sigmoid(network(z, net.encoderLayers(), net.layers().size()));
      NDArray r = x.sub(y);
      NDArray d = r.square().add(Problem.EPSILON).log().sum();
      NDArray kl = sigma.square().sub(logVariance).add(mu.square()).sum();
      NDArray both = d.add(kl);
      total = total == null ? both : total.add(both);
      if (pass + 1 < cell.passes()) {
        float[] recycle = given == null ? null : given.recycle().get(pass);
        x = y.add(r.abs().mul(noise(step, recycle, net.size())));
      }
    }
    return total.mul(1.0f / cell.batch());
  }

  private NDArray network(NDArray x, int from, int to) {
    NDArray h = x;
    for (int i = from; i < to; i++) {
      NDList y = Linear.linear(h, parameters.get(2 * i), parameters.get(2 * i + 1));
      h = i + 1 < to ? Activation.relu(y.singletonOrThrow()) : y.singletonOrThrow();
    }
    return h;
  }

  private NDArray noise(NDManager step, float[] given, int elements) {
    Shape shape = new Shape(cell.batch(), elements);
    return given == null ? step.randomNormal(shape) : step.create(given, shape);
  }

  @Override
  public void close() {
    manager.close();
  }
}
