package org.ricvae.file;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ricvae.model.RecurrentVae;
import org.ricvae.nn.Dense;
import org.ricvae.use.TrainedModel;

/**
 * The arrays of a model under the names and in the layout of PyTorch's linear layers: the weight
 * {@code [out, in]}, the bias {@code [out]}.
 */
final class ModelTensors {
  static final String CENTER = "input.center";
  static final String GAIN = "input.gain";
  static final String FILL = "data.fill";

  private ModelTensors() {}

  static Map<String, Tensor> of(TrainedModel model) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    tensors.put(CENTER, Tensor.vector(model.vae().normalization().center()));
    tensors.put(GAIN, Tensor.vector(model.vae().normalization().gain()));
    layers(model.vae())
        .forEach(
            (name, layer) -> {
              tensors.put(name + ".weight", weight(layer, model.weights()));
              tensors.put(name + ".bias", bias(layer, model.weights()));
            });
    tensors.put(FILL, Tensor.vector(model.fill()));
    return tensors;
  }

  /** The shapes of {@link #of}. */
  static Map<String, int[]> shapes(RecurrentVae vae) {
    int size = vae.architecture().size();
    Map<String, int[]> shapes = new LinkedHashMap<>();
    shapes.put(CENTER, new int[] {size});
    shapes.put(GAIN, new int[] {1});
    layers(vae)
        .forEach(
            (name, layer) -> {
              shapes.put(name + ".weight", new int[] {layer.out(), layer.in()});
              shapes.put(name + ".bias", new int[] {layer.out()});
            });
    shapes.put(FILL, new int[] {size});
    return shapes;
  }

  /** Back to the layout of the kernels. */
  static float[] weights(RecurrentVae vae, Safetensors file) {
    float[] w = new float[vae.parameters()];
    layers(vae)
        .forEach(
            (name, layer) -> {
              float[] weight = file.read(name + ".weight");
              float[] bias = file.read(name + ".bias");
              for (int o = 0; o < layer.out(); o++) {
                w[layer.index(-1, o)] = bias[o];
                for (int i = 0; i < layer.in(); i++) {
                  w[layer.index(i, o)] = weight[o * layer.in() + i];
                }
              }
            });
    return w;
  }

  private static Map<String, Dense> layers(RecurrentVae vae) {
    Map<String, Dense> layers = new LinkedHashMap<>();
    number("encoder.", vae.encoder().layers(), layers);
    number("decoder.", vae.decoder().layers(), layers);
    vae.varianceHead().ifPresent(head -> layers.put("decoder.log_variance", head));
    return layers;
  }

  private static void number(String prefix, List<Dense> from, Map<String, Dense> to) {
    for (int i = 0; i < from.size(); i++) {
      to.put(prefix + i, from.get(i));
    }
  }

  private static Tensor weight(Dense layer, float[] w) {
    float[] rows = new float[layer.out() * layer.in()];
    for (int o = 0; o < layer.out(); o++) {
      for (int i = 0; i < layer.in(); i++) {
        rows[o * layer.in() + i] = w[layer.index(i, o)];
      }
    }
    return new Tensor(new int[] {layer.out(), layer.in()}, rows);
  }

  private static Tensor bias(Dense layer, float[] w) {
    float[] bias = new float[layer.out()];
    for (int o = 0; o < layer.out(); o++) {
      bias[o] = w[layer.index(-1, o)];
    }
    return Tensor.vector(bias);
  }
}
