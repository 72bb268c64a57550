package org.ricvae.file;

import java.util.Arrays;
import java.util.List;
import org.ricvae.data.InputException;
import org.ricvae.data.SampleShape;
import org.ricvae.data.Scaling;
import org.ricvae.data.ValueType;
import org.ricvae.kernel.Activation;
import org.ricvae.model.Architecture;
import org.ricvae.model.Objective;
import org.ricvae.use.Thresholds;
import org.ricvae.use.TrainedModel;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code config.json}: all of a model but its arrays. */
final class ConfigJson {
  /** What the field {@code format} says. */
  static final String FORMAT = "ricvae-model";

  /** The version written, and the newest that is read. */
  static final int VERSION = 2;

  /** What was read. */
  record Config(
      Architecture architecture,
      Objective objective,
      SampleShape shape,
      ValueType type,
      Scaling scaling,
      Thresholds thresholds,
      Provenance provenance) {}

  private ConfigJson() {}

  static byte[] write(TrainedModel model, Provenance provenance) {
    ObjectNode root = Json.object();
    root.put("format", FORMAT);
    root.put("version", VERSION);
    Objective objective = model.vae().objective();
    LikelihoodJson.write(objective.likelihood(), root.putObject("likelihood"));
    root.put("passes", objective.passes());
    root.put("gradient_through_sample", objective.gradientThroughSample());
    write(model.vae().architecture(), root.putObject("architecture"));
    ObjectNode data = root.putObject("data");
    SampleShape shape = model.shape();
    data.putArray("shape").add(shape.height()).add(shape.width()).add(shape.channels());
    data.put("type", Json.name(model.type()));
    data.putObject("scaling")
        .put("offset", model.scaling().offset())
        .put("factor", model.scaling().factor());
    ObjectNode thresholds = root.putObject("thresholds");
    thresholds.set("sample", Json.number(model.thresholds().sample()));
    thresholds.set("cell", Json.number(model.thresholds().cell()));
    ProvenanceJson.write(provenance, root.putObject("provenance"));
    return Json.pretty(root);
  }

  private static void write(Architecture a, ObjectNode node) {
    node.put("latent", a.latent());
    write(a.encoderHidden(), node.putArray("encoder_hidden"));
    write(a.decoderHidden(), node.putArray("decoder_hidden"));
    node.put("hidden_activation", Json.name(a.hiddenActivation()));
    node.put("output_activation", Json.name(a.outputActivation()));
  }

  private static void write(List<Integer> widths, ArrayNode node) {
    widths.forEach(node::add);
  }

  static Config read(Fields root) {
    requireVersion(root, FORMAT, VERSION);
    Objective objective =
        new Objective(
            root.object("likelihood", LikelihoodJson::read),
            root.integer("passes", 1, Objective.MAX_PASSES),
            root.flag("gradient_through_sample"));
    Data data = root.object("data", ConfigJson::data);
    return new Config(
        root.object("architecture", a -> architecture(a, data.shape.size())),
        objective,
        data.shape,
        data.type,
        data.scaling,
        root.object("thresholds", t -> new Thresholds(t.number("sample"), t.number("cell"))),
        root.object("provenance", ProvenanceJson::read));
  }

  /** Refuses another format, or a version that is not known yet. */
  static void requireVersion(Fields root, String format, int newest) {
    if (!root.text("format").equals(format)) {
      throw new InputException("its format is %s, not %s".formatted(root.text("format"), format));
    }
    int version = root.integer("version", 1, Integer.MAX_VALUE);
    if (version > newest) {
      throw new InputException(
          "its format has version %d, this ricvae knows up to %d".formatted(version, newest));
    }
  }

  private static Architecture architecture(Fields fields, int size) {
    return new Architecture(
        size,
        fields.integer("latent", 1, Architecture.MAX_WIDTH),
        widths(fields, "encoder_hidden"),
        widths(fields, "decoder_hidden"),
        fields.choice("hidden_activation", Activation.class),
        fields.choice("output_activation", Activation.class));
  }

  private static List<Integer> widths(Fields fields, String name) {
    return Arrays.stream(fields.wholes(name, 1, Architecture.MAX_WIDTH))
        .mapToObj(Math::toIntExact)
        .toList();
  }

  private static Data data(Fields fields) {
    long[] sides = fields.wholes("shape", 1, SampleShape.MAX_SIZE);
    if (sides.length != 3) {
      throw new InputException(
          "data.shape has %d sides, allowed are 3: height, width, channels"
              .formatted(sides.length));
    }
    return new Data(
        new SampleShape((int) sides[0], (int) sides[1], (int) sides[2]),
        fields.choice("type", ValueType.class),
        fields.object("scaling", s -> new Scaling(s.number("offset"), s.number("factor"))));
  }

  private record Data(SampleShape shape, ValueType type, Scaling scaling) {}
}
