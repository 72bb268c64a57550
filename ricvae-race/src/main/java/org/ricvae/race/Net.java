package org.ricvae.race;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The networks of the race.
 *
 * @param size values a sample
 * @param latent κ
 * @param encoder widths of the encoder's hidden layers; the decoder has them in reverse
 */
record Net(String name, int size, int latent, List<Integer> encoder) {
  static final Net DIGITS = new Net("784-512-512-30", 784, 30, List.of(512, 512));
  static final Net FACES = new Net("560-512-256-10", 560, 10, List.of(512, 256));
  static final List<Net> ALL = List.of(DIGITS, FACES);

  /** Inputs and outputs of a layer. */
  record Shape(int in, int out) {
    int weights() {
      return in * out;
    }
  }

  static Net find(String name) {
    return ALL.stream()
        .filter(n -> n.name.equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no network is called " + name));
  }

  List<Integer> decoder() {
    List<Integer> widths = new ArrayList<>(encoder);
    java.util.Collections.reverse(widths);
    return widths;
  }

  /** The encoder's layers, then the decoder's. */
  List<Shape> layers() {
    List<Shape> shapes = new ArrayList<>();
    chain(shapes, size, encoder, 2 * latent);
    chain(shapes, latent, decoder(), size);
    return shapes;
  }

  int encoderLayers() {
    return encoder.size() + 1;
  }

  private static void chain(List<Shape> shapes, int in, List<Integer> hidden, int out) {
    int width = in;
    for (int h : hidden) {
      shapes.add(new Shape(width, h));
      width = h;
    }
    shapes.add(new Shape(width, out));
  }

  /**
   * Floating point operations of the products of a step, a sample: forward, gradient of the weights
   * and of the inputs, but for the data themselves.
   */
  double flops(int passes) {
    double weights = layers().stream().mapToDouble(Shape::weights).sum();
    return 2 * (3 * passes * weights - layers().get(0).weights());
  }

  @Override
  public String toString() {
    return name.toLowerCase(Locale.ROOT);
  }
}
