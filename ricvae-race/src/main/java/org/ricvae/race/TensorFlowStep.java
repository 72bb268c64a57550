package org.ricvae.race;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Split;
import org.tensorflow.op.core.Variable;
import org.tensorflow.op.train.ApplyAdam;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * The step on TensorFlow-Java as a static graph: data and weights are variables, a step is fed the
 * rows of its batch alone, and updates every weight with {@code ApplyAdam}. The loss's value is not
 * fetched, so the graph need not compute it.
 */
final class TensorFlowStep implements Contestant {
  /** System property: threads within an operation. */
  static final String WITHIN = "race.within";

  /** System property: threads over operations. */
  static final String BETWEEN = "race.between";

  private static final float BETA1 = 0.9f;
  private static final float BETA2 = 0.999f;

  private record Layer(Variable<TFloat32> w, Variable<TFloat32> b) {}

  /** A loss, its gradients, and what feeds its noise. */
  private record Loss(
      Operand<TFloat32> value,
      List<Output<TFloat32>> gradients,
      List<Operand<TFloat32>> latent,
      List<Operand<TFloat32>> recycle) {}

  private final Cell cell;
  private final Problem problem;
  private final int[] batch;
  private final Graph graph = new Graph();
  private final Ops tf = Ops.create(graph);
  private final Session session;
  private final Variable<TFloat32> data;
  private final Placeholder<TInt32> rows = tf.placeholder(TInt32.class);
  private final List<Layer> layers = new ArrayList<>();
  private final Loss drawn;
  private final Loss given;
  private final Op update;
  private final Op givenUpdate;

  TensorFlowStep(Cell cell) {
    this.cell = cell;
    problem = new Problem(cell.net());
    batch = new int[cell.batch()];
    session =
        new Session(
            graph,
            ConfigProto.newBuilder()
                .setIntraOpParallelismThreads(Integer.getInteger(WITHIN))
                .setInterOpParallelismThreads(Integer.getInteger(BETWEEN))
                .build());
    data = variable(problem.floats(), Problem.SAMPLES, cell.net().size());
    for (Problem.Parameters p : problem.parameters()) {
      layers.add(
          new Layer(
              variable(p.w(), p.shape().in(), p.shape().out()), variable(p.b(), p.b().length)));
    }
    drawn = loss(false);
    given = loss(true);
    update = adam(drawn.gradients);
    givenUpdate = adam(given.gradients);
  }

  private Variable<TFloat32> variable(float[] values, long... shape) {
    Variable<TFloat32> variable = tf.variable(Shape.of(shape), TFloat32.class);
    Placeholder<TFloat32> value = tf.placeholder(TFloat32.class);
    try (Tensor tensor = tensor(values, shape)) {
      session.runner().addTarget(tf.assign(variable, value)).feed(value, tensor).run().close();
    }
    return variable;
  }

  private static TFloat32 tensor(float[] values, long... shape) {
    return TFloat32.tensorOf(Shape.of(shape), DataBuffers.of(values));
  }

  private Loss loss(boolean fed) {
    Net net = cell.net();
    List<Operand<TFloat32>> latent = new ArrayList<>();
    List<Operand<TFloat32>> recycle = new ArrayList<>();
    Operand<TFloat32> x = tf.gather(data, rows, tf.constant(0));
    Operand<TFloat32> total = tf.constant(0f);
    for (int pass = 0; pass < cell.passes(); pass++) {
      Split<TFloat32> head = tf.split(tf.constant(1), network(x, 0, net.encoderLayers()), 2L);
      Operand<TFloat32> mu = head.output().get(0);
      Operand<TFloat32> logVariance = head.output().get(1);
      Operand<TFloat32> sigma = tf.math.exp(tf.math.mul(logVariance, tf.constant(0.5f)));
      latent.add(noise(fed, net.latent()));
      Operand<TFloat32> z = tf.math.add(mu, tf.math.mul(sigma, latent.get(pass)));
      Operand<TFloat32> y = tf.math.sigmoid(network(z, net.encoderLayers(), layers.size()));
      Operand<TFloat32> r = tf.math.sub(x, y);
      Operand<TFloat32> d =
          tf.math.log(tf.math.add(tf.math.square(r), tf.constant(Problem.EPSILON)));
      Operand<TFloat32> kl =
          tf.math.add(tf.math.sub(tf.math.square(sigma), logVariance), tf.math.square(mu));
      total = tf.math.add(total, tf.math.add(sum(d), sum(kl)));
      if (pass + 1 < cell.passes()) {
        recycle.add(noise(fed, net.size()));
        x = tf.math.add(y, tf.math.mul(tf.math.abs(r), recycle.get(pass)));
      }
    }
    Operand<TFloat32> mean = tf.math.mul(total, tf.constant(1f / cell.batch()));
    List<Operand<TFloat32>> parameters = parameters();
    List<Output<TFloat32>> gradients = new ArrayList<>();
    var all = tf.gradients(mean, parameters);
    for (int i = 0; i < parameters.size(); i++) {
      gradients.add(all.dy(i));
    }
    return new Loss(mean, gradients, latent, recycle);
  }

  private List<Operand<TFloat32>> parameters() {
    List<Operand<TFloat32>> parameters = new ArrayList<>();
    for (Layer layer : layers) {
      parameters.add(layer.w);
      parameters.add(layer.b);
    }
    return parameters;
  }

  private Operand<TFloat32> sum(Operand<TFloat32> matrix) {
    return tf.sum(matrix, tf.constant(new int[] {0, 1}));
  }

  private Operand<TFloat32> network(Operand<TFloat32> x, int from, int to) {
    Operand<TFloat32> h = x;
    for (int i = from; i < to; i++) {
      Layer layer = layers.get(i);
      h = tf.nn.biasAdd(tf.linalg.matMul(h, layer.w), layer.b);
      if (i + 1 < to) {
        h = tf.nn.relu(h);
      }
    }
    return h;
  }

  private Operand<TFloat32> noise(boolean fed, int elements) {
    return fed
        ? tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(cell.batch(), elements)))
        : tf.random.randomStandardNormal(
            tf.constant(new int[] {cell.batch(), elements}), TFloat32.class);
  }

  /**
   * One update of everything, once all gradients are there: a gradient that is still to be computed
   * would read weights that another's update has changed.
   */
  private Op adam(List<Output<TFloat32>> gradients) {
    Variable<TFloat32> power1 = variable(new float[] {BETA1});
    Variable<TFloat32> power2 = variable(new float[] {BETA2});
    Ops computed = tf.withControlDependencies(new ArrayList<>(gradients));
    List<Op> updates = new ArrayList<>();
    List<Operand<TFloat32>> parameters = parameters();
    for (int i = 0; i < parameters.size(); i++) {
      long[] shape = parameters.get(i).shape().asArray();
      float[] zeros = new float[(int) Shape.of(shape).size()];
      ApplyAdam<TFloat32> applied =
          computed.train.applyAdam(
              parameters.get(i),
              variable(zeros, shape),
              variable(zeros, shape),
              power1,
              power2,
              tf.constant(Problem.LEARNING_RATE),
              tf.constant(BETA1),
              tf.constant(BETA2),
              tf.constant(1e-8f),
              gradients.get(i));
      updates.add(applied);
    }
    Ops after = tf.withControlDependencies(updates);
    return after
        .withControlDependencies(
            after.assign(power1, after.math.mul(power1, tf.constant(BETA1))),
            after.assign(power2, after.math.mul(power2, tf.constant(BETA2))))
        .noOp();
  }

  @Override
  public void run(int steps) {
    for (int s = 0; s < steps; s++) {
      problem.next(batch);
      try (TInt32 fed = TInt32.vectorOf(batch)) {
        session.runner().feed(rows, fed).addTarget(update).run().close();
      }
    }
  }

  @Override
  public Answer check(Reference.Batch asked) {
    Session.Runner runner = session.runner().fetch(given.value).addTarget(givenUpdate);
    given.gradients.forEach(runner::fetch);
    List<Tensor> fed = new ArrayList<>();
    TInt32 samples = TInt32.vectorOf(asked.rows());
    runner.feed(rows, samples);
    fed.add(samples);
    feed(runner, given.latent, asked.latent(), cell.net().latent(), fed);
    feed(runner, given.recycle, asked.recycle(), cell.net().size(), fed);
    try (Result result = runner.run()) {
      List<float[]> gradients = new ArrayList<>();
      for (int i = 1; i < result.size(); i++) {
        gradients.add(values((TFloat32) result.get(i)));
      }
      return new Answer(((TFloat32) result.get(0)).getFloat(), gradients);
    } finally {
      fed.forEach(Tensor::close);
    }
  }

  private void feed(
      Session.Runner runner,
      List<Operand<TFloat32>> where,
      List<float[]> values,
      int elements,
      List<Tensor> fed) {
    for (int i = 0; i < where.size(); i++) {
      TFloat32 tensor = tensor(values.get(i), cell.batch(), elements);
      runner.feed(where.get(i), tensor);
      fed.add(tensor);
    }
  }

  private static float[] values(TFloat32 tensor) {
    float[] values = new float[(int) tensor.size()];
    tensor.copyTo(DataBuffers.of(values));
    return values;
  }

  @Override
  public void close() {
    session.close();
    graph.close();
  }
}
