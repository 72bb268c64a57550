package org.ricvae.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ricvae.f64.kernel.Activation;
import org.ricvae.f64.kernel.Kernels;
import org.ricvae.f64.kernel.PlainKernels;
import org.ricvae.f64.kernel.Slab;
import org.ricvae.f64.model.Architecture;
import org.ricvae.f64.model.Cells;
import org.ricvae.f64.model.ConditionedVariance;
import org.ricvae.f64.model.FixedVariance;
import org.ricvae.f64.model.InputNormalization;
import org.ricvae.f64.model.LearnedVariance;
import org.ricvae.f64.model.Likelihood;
import org.ricvae.f64.model.MixedLikelihood;
import org.ricvae.f64.model.Objective;
import org.ricvae.f64.model.Recurrence;
import org.ricvae.f64.model.RecurrentVae;
import org.ricvae.f64.model.Scratch;
import org.ricvae.f64.model.SquaredError;
import org.ricvae.f64.model.Workspace;
import org.ricvae.f64.nn.Dense;
import org.ricvae.model.ReferenceVae.Row;

/**
 * The gradient of the whole N-pass step against central differences of an independent oracle, in
 * double precision: the classes under test are the engine's own sources, compiled with double for
 * float.
 */
class GradientTest {
  private static final double RELATIVE_ERROR = 1e-6;
  private static final double STEP = 1e-6;
  private static final double EPSILON = 0.05;
  private static final long SEED = 0x1234_5678_9abcL;
  private static final int EPOCH = 3;
  private static final int ROWS = 35;

  static Stream<Arguments> objectives() {
    return objectives(
        new SquaredError(),
        new FixedVariance(0.3),
        new LearnedVariance(1e-9),
        new ConditionedVariance(EPSILON, false));
  }

  static Stream<Arguments> tables() {
    return Stream.of(
            new Cells(2, List.of(2, 3)), new Cells(0, List.of(3, 2)), new Cells(3, List.of()))
        .map(
            cells -> new MixedLikelihood(new ConditionedVariance(EPSILON, false), cells, 0.05, 0.5))
        .flatMap(GradientTest::objectives);
  }

  private static Stream<Arguments> objectives(Likelihood... likelihoods) {
    List<Arguments> all = new ArrayList<>();
    for (Likelihood likelihood : likelihoods) {
      for (int passes : new int[] {1, 2, 3}) {
        for (boolean flow : passes == 1 ? new boolean[] {false} : new boolean[] {false, true}) {
          for (boolean masked : new boolean[] {false, true}) {
            all.add(Arguments.of(new Objective(likelihood, passes, flow), masked));
          }
        }
      }
    }
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("objectives")
  void wholeStepMatchesCentralDifferences(Objective objective, boolean masked) {
    check(
        architecture(Activation.TANH, Activation.SIGMOID, List.of(9), List.of(7, 6)),
        objective,
        masked);
  }

  /** Rows of a table, of which the encoder does not see all. */
  @ParameterizedTest
  @MethodSource("tables")
  void wholeStepOfATableMatchesCentralDifferences(Objective objective, boolean masked) {
    int size = ((MixedLikelihood) objective.likelihood()).cells().size();
    Architecture architecture =
        new Architecture(size, 3, List.of(9), List.of(7), Activation.TANH, Activation.LINEAR);
    check(architecture, objective, masked);
  }

  static Stream<Arguments> architectures() {
    return Stream.of(
        Arguments.of(architecture(Activation.RELU, Activation.LINEAR, List.of(9, 40), List.of(33))),
        Arguments.of(architecture(Activation.SIGMOID, Activation.TANH, List.of(8), List.of(8))),
        Arguments.of(architecture(Activation.TANH, Activation.LINEAR, List.of(), List.of())),
        Arguments.of(
            new Architecture(6, 6, List.of(), List.of(), Activation.TANH, Activation.LINEAR)));
  }

  @ParameterizedTest
  @MethodSource("architectures")
  void everyLayerMatchesCentralDifferences(Architecture architecture) {
    check(architecture, new Objective(new ConditionedVariance(EPSILON, false), 2, true), true);
  }

  private static Architecture architecture(
      Activation hidden, Activation output, List<Integer> encoder, List<Integer> decoder) {
    return new Architecture(6, 3, encoder, decoder, hidden, output);
  }

  private static void check(Architecture architecture, Objective objective, boolean masked) {
    double[] center =
        Arrays.copyOf(new double[] {0.4, 0.5, 0.6, 0.3, 0.5, 0.1, 0.2}, architecture.size());
    RecurrentVae vae =
        new RecurrentVae(architecture, objective, new InputNormalization(center, 2.5));
    double[] w = vae.initialize(SEED, center, 0.04);
    SplittableRandom random = new SplittableRandom(7);
    for (Dense layer : vae.layers()) {
      for (int o = 0; o < layer.out(); o++) {
        w[layer.index(-1, o)] += 0.2 * (random.nextDouble() - 0.5);
      }
    }
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      rows.add(
          objective.likelihood() instanceof MixedLikelihood mixed
              ? tableRow(mixed.cells(), masked, 100 + i, random)
              : row(architecture.size(), masked, 100 + i, random));
    }
    double[] analytic = new double[w.length];
    double loss = analytic(vae, w, rows, analytic);

    ReferenceVae oracle = new ReferenceVae(vae, EPSILON, SEED, EPOCH);
    List<List<double[]>> frozen = new ArrayList<>();
    double expected = 0;
    for (Row row : rows) {
      frozen.add(oracle.inputs(w, row));
      expected += oracle.loss(w, row, null, null);
    }
    assertThat(loss).isCloseTo(expected, within(1e-9 * Math.abs(expected)));

    double scale = 0;
    for (double g : analytic) {
      scale = Math.max(scale, Math.abs(g));
    }
    for (Dense layer : vae.layers()) {
      for (int draw = 0; draw < 12; draw++) {
        int i = random.nextInt(layer.in() + 1) - 1;
        int at = layer.index(i, random.nextInt(layer.out()));
        double numeric = numeric(oracle, w, at, rows, frozen);
        assertThat(analytic[at])
            .as("%s, parameter %d", layer, at)
            .isCloseTo(numeric, within(RELATIVE_ERROR * Math.max(Math.abs(numeric), 0.01 * scale)));
      }
    }
  }

  private static Row row(int size, boolean masked, int number, SplittableRandom random) {
    double[] x = new double[size];
    boolean[] known = new boolean[size];
    for (int j = 0; j < size; j++) {
      x[j] = random.nextDouble();
      known[j] = !masked || random.nextDouble() > 0.2;
    }
    return new Row(x, known, new boolean[0], number);
  }

  /** A cell is known or missing as a whole, and what is missing is not seen either. */
  private static Row tableRow(Cells cells, boolean masked, int number, SplittableRandom random) {
    double[] x = new double[cells.size()];
    boolean[] known = new boolean[cells.size()];
    boolean[] seen = new boolean[cells.count()];
    int[] firsts = cells.firsts();
    for (int c = 0; c < cells.count(); c++) {
      boolean categorical = c >= cells.numeric();
      int hot = categorical ? random.nextInt(firsts[c], firsts[c + 1]) : firsts[c];
      x[hot] = categorical ? 1 : random.nextDouble();
      boolean isKnown = !masked || random.nextDouble() > 0.2;
      Arrays.fill(known, firsts[c], firsts[c + 1], isKnown);
      seen[c] = isKnown && random.nextDouble() > 0.3;
    }
    return new Row(x, known, seen, number);
  }

  /** The engine's loss and gradient. */
  private static double analytic(RecurrentVae vae, double[] w, List<Row> rows, double[] gradient) {
    Kernels kernels = new PlainKernels();
    Workspace ws = new Workspace(vae, ROWS);
    ws.begin(ROWS, true);
    ws.settings().set(vae.objective().passes(), EPSILON, 1, SEED, EPOCH, true);
    int size = vae.architecture().size();
    for (int i = 0; i < ROWS; i++) {
      int block = i / Kernels.BLOCK;
      int lane = i % Kernels.BLOCK;
      Row row = rows.get(i);
      ws.samples()[i] = row.number();
      for (int j = 0; j < size; j++) {
        ws.input()[ws.inputOffset(block) + j * Kernels.BLOCK + lane] = row.x()[j];
        ws.mask()[(block * size + j) * Kernels.BLOCK + lane] = row.known()[j] ? 1 : 0;
      }
      int cells = row.seen().length;
      for (int c = 0; c < cells; c++) {
        ws.visible()[(block * cells + c) * Kernels.BLOCK + lane] = row.seen()[c] ? 1 : 0;
      }
    }
    Recurrence recurrence = new Recurrence(vae, kernels);
    recurrence.run(w, ws, new Scratch(vae, 2, new Slab()), 0, ws.blocks());
    for (Workspace.Trace t : ws.traces()) {
      t.layer().weightGradient(kernels, t.input(), t.deltas(), ws.chunks(), gradient);
    }
    double loss = 0;
    for (int pass = 0; pass < vae.objective().passes(); pass++) {
      loss += ws.loss(pass) + ws.kl(pass);
    }
    return loss;
  }

  private static double numeric(
      ReferenceVae oracle, double[] w, int at, List<Row> rows, List<List<double[]>> frozen) {
    double saved = w[at];
    double[] sides = new double[2];
    for (int side = 0; side < 2; side++) {
      w[at] = saved + (side == 0 ? STEP : -STEP);
      for (int i = 0; i < ROWS; i++) {
        sides[side] += oracle.loss(w, rows.get(i), frozen.get(i), null);
      }
    }
    w[at] = saved;
    return (sides[0] - sides[1]) / (2 * STEP);
  }
}
