package org.ricvae.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ricvae.data.Samples;
import org.ricvae.data.Scaling;
import org.ricvae.data.ValueType;
import org.ricvae.kernel.Activation;
import org.ricvae.kernel.Kernels;
import org.ricvae.model.Architecture;
import org.ricvae.model.InputNormalization;
import org.ricvae.model.Objective;
import org.ricvae.model.RecurrentVae;
import org.ricvae.model.SquaredError;
import org.ricvae.model.Workspace;

class BatchLoaderTest {
  private static final int SIZE = TinyData.SIDE * TinyData.SIDE;

  /** A block and a part of one. */
  private static final int ROWS = Kernels.BLOCK + 5;

  private static final Scaling SCALING = new Scaling(3, 1.0 / 255);

  /** 8-bit values are looked up, floats are scaled one by one: the same bits. */
  @Test
  void whatIsLookedUpIsWhatScalingGives() {
    Samples bytes = TinyData.images(ROWS, 0.3, 5);
    float[] values = new float[ROWS * SIZE];
    bytes.read(0, ROWS, values, 0);
    Workspace looked = load(bytes);
    Workspace scaled = load(Samples.of(bytes.shape(), values));
    assertThat(looked.input()).isEqualTo(scaled.input());
    for (int i = 0; i < ROWS; i++) {
      int sample = ROWS - 1 - i;
      int at = looked.inputOffset(i / Kernels.BLOCK) + i % Kernels.BLOCK;
      for (int j = 0; j < SIZE; j++) {
        float expected = SCALING.bounded(values[sample * SIZE + j]);
        assertThat(looked.input()[at + j * Kernels.BLOCK]).isEqualTo(expected);
      }
    }
  }

  /** Injected values are no whole numbers: a view of 8-bit data with some of them is not 8-bit. */
  @Test
  void injectedValuesAreNotRounded() {
    InjectedSamples injected = new InjectedSamples(TinyData.images(ROWS, 0, 5), SCALING, 42);
    float[] values = new float[ROWS * SIZE];
    injected.read(0, ROWS, values, 0);
    assertThat(injected.type()).isEqualTo(ValueType.F32);
    assertThat(load(injected).input())
        .isEqualTo(load(Samples.of(injected.shape(), values)).input());
  }

  /** The samples from the last to the first. */
  private static Workspace load(Samples samples) {
    int[] order = new int[ROWS];
    for (int i = 0; i < ROWS; i++) {
      order[i] = ROWS - 1 - i;
    }
    Workspace ws =
        new Workspace(
            new RecurrentVae(
                new Architecture(SIZE, 2, List.of(), List.of(), Activation.TANH, Activation.LINEAR),
                new Objective(new SquaredError(), 1, false),
                InputNormalization.none(SIZE)),
            ROWS);
    ws.begin(ROWS, false);
    BatchLoader loader = new BatchLoader(samples, SCALING, new float[SIZE], false, null);
    float[] memory = new float[BatchLoader.memory(SIZE)];
    for (int block = 0; block < ws.blocks(); block++) {
      loader.load(ws, block, order, 0, memory, null);
    }
    return ws;
  }
}
