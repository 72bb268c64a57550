package org.ricvae;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ricvae.data.InputException;
import org.ricvae.kernel.Activation;
import org.ricvae.train.Schedule;

/** Options as text, by name: how a model's provenance keeps them. */
public final class OptionsText {
  private OptionsText() {}

  /** All options, in order. Threads are left out: a result does not depend on them. */
  public static Map<String, String> write(Options o) {
    Map<String, String> map = new LinkedHashMap<>();
    map.put("model", name(o.kind()));
    map.put("passes", Integer.toString(o.effectivePasses()));
    map.put("latent", Integer.toString(o.latent()));
    map.put("encoder-hidden", widths(o.encoderHidden()));
    map.put("decoder-hidden", widths(o.decoderHidden()));
    map.put("activation", name(o.hiddenActivation()));
    map.put("output-activation", name(o.outputActivation()));
    map.put("epsilon", o.epsilon().toString());
    map.put("gradient", o.gradientThroughSample() ? "flow" : "stop");
    map.put("deviation", Double.toString(o.deviation()));
    map.put("epochs", o.epochs() == 0 ? "auto" : Integer.toString(o.epochs()));
    map.put("batch", Integer.toString(o.batch()));
    map.put("lr", Double.toString(o.learningRate()));
    map.put("schedule", name(o.schedule()));
    map.put("warm-up", Double.toString(o.warmUp()));
    map.put("kl-warm-up", Integer.toString(o.klWarmUp()));
    map.put("weight-decay", Double.toString(o.weightDecay()));
    map.put("validation", Double.toString(o.validation()));
    map.put("patience", Integer.toString(o.patience()));
    map.put("seed", Long.toString(o.seed()));
    return map;
  }

  /**
   * The options that {@link #write} wrote.
   *
   * @throws InputException where one is missing or not of its form
   */
  public static Options read(Map<String, String> map, int threads) {
    try {
      return new Options(
          ModelKind.valueOf(upper(map, "model")),
          Integer.parseInt(get(map, "passes")),
          Integer.parseInt(get(map, "latent")),
          widths(get(map, "encoder-hidden")),
          widths(get(map, "decoder-hidden")),
          Activation.valueOf(upper(map, "activation")),
          Activation.valueOf(upper(map, "output-activation")),
          epsilon(get(map, "epsilon")),
          get(map, "gradient").equals("flow"),
          Double.parseDouble(get(map, "deviation")),
          get(map, "epochs").equals("auto") ? 0 : Integer.parseInt(get(map, "epochs")),
          Integer.parseInt(get(map, "batch")),
          Double.parseDouble(get(map, "lr")),
          Schedule.valueOf(upper(map, "schedule")),
          Double.parseDouble(get(map, "warm-up")),
          Integer.parseInt(get(map, "kl-warm-up")),
          Double.parseDouble(get(map, "weight-decay")),
          Double.parseDouble(get(map, "validation")),
          Integer.parseInt(get(map, "patience")),
          Long.parseLong(get(map, "seed")),
          threads);
    } catch (IllegalArgumentException e) {
      throw new InputException(
          "the options kept in the model cannot be read (%s); it is damaged or from another version"
              .formatted(e.getMessage()),
          e);
    }
  }

  /** Reads {@code auto}, a number, or {@code relative:FACTOR}. */
  public static Epsilon epsilon(String text) {
    try {
      if (text.equals("auto")) {
        return new Epsilon.Auto();
      }
      if (text.startsWith("relative:")) {
        return new Epsilon.Relative(Double.parseDouble(text.substring("relative:".length())));
      }
      return new Epsilon.Fixed(Double.parseDouble(text));
    } catch (NumberFormatException e) {
      throw new InputException(
          "--epsilon '%s': allowed are auto, a number such as 1e-3, and relative:FACTOR"
              .formatted(text),
          e);
    }
  }

  private static String get(Map<String, String> map, String name) {
    String value = map.get(name);
    if (value == null) {
      throw new InputException(
          "the options kept in the model lack '%s'; it is damaged or from another version"
              .formatted(name));
    }
    return value;
  }

  private static String upper(Map<String, String> map, String name) {
    return get(map, name).toUpperCase(Locale.ROOT);
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static String widths(List<Integer> widths) {
    return widths.isEmpty()
        ? "none"
        : widths.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  private static List<Integer> widths(String text) {
    return text.equals("none")
        ? List.of()
        : Stream.of(text.split(",", -1)).map(Integer::valueOf).toList();
  }
}
