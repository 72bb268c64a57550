package org.ricvae.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ricvae.kernel.PlainKernels;
import org.ricvae.model.Forward;
import org.ricvae.model.RecurrentVae;
import org.ricvae.use.TrainedModel;

/** What a model computes, compared with what {@code read_model.py} says it should. */
final class Outputs {
  private Outputs() {}

  /**
   * @param lines of the script: a name and its numbers
   */
  static void compare(TrainedModel model, List<String> lines, double tolerance) {
    Map<String, float[]> ours = of(model);
    for (String line : lines) {
      String[] words = line.split(" ", -1);
      float[] values = ours.remove(words[0]);
      assertThat(values).as(words[0]).hasSize(words.length - 1);
      for (int i = 0; i < values.length; i++) {
        double expected = Double.parseDouble(words[i + 1]);
        assertThat((double) values[i])
            .as("%s %d", words[0], i)
            .isCloseTo(expected, within(tolerance * Math.max(1, Math.abs(expected))));
      }
    }
    assertThat(ours).isEmpty();
  }

  private static Map<String, float[]> of(TrainedModel model) {
    RecurrentVae vae = model.vae();
    int size = vae.architecture().size();
    int latent = vae.architecture().latent();
    Forward forward = new Forward(vae, new PlainKernels(), 1);
    float[] x = new float[size];
    for (int j = 0; j < size; j++) {
      x[j] = (float) j / size;
    }
    float[] z = new float[latent];
    for (int k = 0; k < latent; k++) {
      z[k] = 0.5f - k;
    }
    Map<String, float[]> outputs = new LinkedHashMap<>();
    forward.encode(model.weights(), x, 1);
    forward.means(outputs.computeIfAbsent("mean_z", name -> new float[latent]), 1);
    boolean variational = vae.objective().likelihood().variational();
    float[] logVariances = new float[latent];
    forward.logVariances(logVariances, 1);
    outputs.put("log_variance_z", variational ? logVariances : new float[0]);
    float[] mean = new float[size];
    forward.decode(model.weights(), z, 1, mean);
    outputs.put("mean_x", mean);
    if (vae.varianceHead().isPresent()) {
      float[] logVariance = new float[size];
      forward.logVariance(model.weights(), 1, logVariance);
      outputs.put("log_variance_x", logVariance);
    }
    return outputs;
  }
}
