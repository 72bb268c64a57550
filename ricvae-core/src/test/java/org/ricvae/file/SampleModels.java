package org.ricvae.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.ricvae.data.SampleShape;
import org.ricvae.data.Scaling;
import org.ricvae.data.ValueType;
import org.ricvae.kernel.Activation;
import org.ricvae.model.Architecture;
import org.ricvae.model.Cells;
import org.ricvae.model.ConditionedVariance;
import org.ricvae.model.FixedVariance;
import org.ricvae.model.InputNormalization;
import org.ricvae.model.LearnedVariance;
import org.ricvae.model.Likelihood;
import org.ricvae.model.MixedLikelihood;
import org.ricvae.model.Objective;
import org.ricvae.model.RecurrentVae;
import org.ricvae.model.SquaredError;
import org.ricvae.nn.Dense;
import org.ricvae.train.Checkpoint;
import org.ricvae.train.TrainingState;
import org.ricvae.use.Thresholds;
import org.ricvae.use.TrainedModel;

/** Small models of every kind, with random parameters. */
final class SampleModels {
  static final SampleShape SHAPE = new SampleShape(3, 2, 1);

  private SampleModels() {}

  static List<Likelihood> likelihoods() {
    return List.of(
        new SquaredError(),
        new FixedVariance(1 / 255.0),
        new LearnedVariance(LearnedVariance.DEFAULT_FLOOR),
        new ConditionedVariance(1e-4, false),
        table());
  }

  /** Rows of one numeric cell and two categorical ones. */
  static MixedLikelihood table() {
    return new MixedLikelihood(
        new ConditionedVariance(1e-3, false), new Cells(1, List.of(3, 2)), 0.01, 0.75);
  }

  static List<Architecture> architectures() {
    int size = SHAPE.size();
    return List.of(
        new Architecture(size, 2, List.of(), List.of(), Activation.TANH, Activation.LINEAR),
        new Architecture(size, size, List.of(5), List.of(), Activation.RELU, Activation.TANH),
        new Architecture(
            size, 3, List.of(37, 4), List.of(7, 33, 1), Activation.SIGMOID, Activation.SIGMOID),
        new Architecture(size, 40, List.of(), List.of(64), Activation.LINEAR, Activation.RELU));
  }

  static List<TrainedModel> all() {
    List<TrainedModel> models = new ArrayList<>();
    for (Likelihood likelihood : likelihoods()) {
      for (Architecture architecture : architectures()) {
        models.add(model(likelihood, architecture, models.size()));
      }
    }
    return models;
  }

  /** A model with hidden layers, and so with every tensor there is. */
  static TrainedModel model(Likelihood likelihood) {
    return model(
        likelihood,
        new Architecture(
            SHAPE.size(), 2, List.of(5), List.of(4), Activation.TANH, Activation.SIGMOID),
        likelihood.getClass().getSimpleName().hashCode());
  }

  static TrainedModel model(Likelihood likelihood, Architecture architecture, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    RecurrentVae vae =
        new RecurrentVae(
            architecture,
            new Objective(likelihood, 2, seed % 2 == 0),
            new InputNormalization(unit(random, SHAPE.size()), 1.5f));
    float[] weights = new float[vae.parameters()];
    for (Dense layer : vae.layers()) {
      for (int o = 0; o < layer.out(); o++) {
        for (int i = -1; i < layer.in(); i++) {
          weights[layer.index(i, o)] = (float) random.nextDouble(-1, 1);
        }
      }
    }
    return new TrainedModel(
        vae,
        weights,
        SHAPE,
        ValueType.U8,
        new Scaling(0.1, 1.0 / 255),
        floats(random, SHAPE.size()),
        new Thresholds(random.nextDouble(), Double.POSITIVE_INFINITY));
  }

  private static float[] unit(SplittableRandom random, int n) {
    float[] values = new float[n];
    for (int i = 0; i < n; i++) {
      values[i] = (float) random.nextDouble();
    }
    return values;
  }

  static Provenance provenance() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("model", "ricvae");
    options.put("epsilon", "auto");
    options.put("batch", "128");
    return new Provenance(
        "0.1.0",
        options,
        "été \"faces\"\n\u0000/frey.gz",
        1965,
        "00ff00ff00ff00ff",
        "plain",
        "17.0.1",
        12,
        false,
        2,
        Double.NaN,
        List.of(Map.of("epsilon", "0.01"), Map.of("epsilon", "0.001")));
  }

  /** A training that has stopped in the middle of an epoch, with odd numbers in it. */
  static TrainingState state(TrainedModel model, boolean best, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int n = model.vae().parameters();
    int passes = model.vae().objective().passes();
    int latent = model.vae().architecture().latent();
    double[][] sums = {
      doubles(random, passes),
      doubles(random, passes),
      doubles(random, passes),
      doubles(random, latent),
      doubles(random, latent)
    };
    return TrainingState.of(
        new Checkpoint(
            model.weights(),
            floats(random, n),
            unit(random, n),
            best ? Optional.of(floats(random, n)) : Optional.empty(),
            new Checkpoint.Progress(
                (1L << 53) + 1,
                17,
                3,
                random.nextDouble(),
                best ? -random.nextDouble() : Double.POSITIVE_INFINITY,
                best ? 16 : -1,
                384,
                sums)),
        0.01);
  }

  /** Any bits but those of NaN, which has many. */
  private static double[] doubles(SplittableRandom random, int n) {
    return random
        .longs()
        .mapToDouble(Double::longBitsToDouble)
        .filter(d -> !Double.isNaN(d))
        .limit(n)
        .toArray();
  }

  /** Any finite bits. */
  static float[] floats(SplittableRandom random, int n) {
    float[] values = new float[n];
    for (int i = 0; i < n; i++) {
      do {
        values[i] = Float.intBitsToFloat(random.nextInt());
      } while (!Float.isFinite(values[i]));
    }
    return values;
  }
}
