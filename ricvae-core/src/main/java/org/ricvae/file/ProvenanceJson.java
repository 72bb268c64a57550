package org.ricvae.file;

import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@link Provenance} as JSON. */
final class ProvenanceJson {
  private ProvenanceJson() {}

  static void write(Provenance p, ObjectNode node) {
    node.put("ricvae", p.version());
    write(p.options(), node.putObject("options"));
    node.putObject("data")
        .put("source", p.dataSource())
        .put("samples", p.dataCount())
        .put("fingerprint", p.dataFingerprint());
    node.put("kernel", p.kernel());
    node.put("jvm", p.jvm());
    node.put("epochs", p.epochs());
    node.put("complete", p.complete());
    node.put("active_dimensions", p.activeDimensions());
    node.set("epsilon", Json.number(p.epsilon()));
    ArrayNode candidates = node.putArray("epsilon_candidates");
    for (Map<String, String> candidate : p.candidates()) {
      write(candidate, candidates.addObject());
    }
  }

  private static void write(Map<String, String> texts, ObjectNode node) {
    texts.forEach(node::put);
  }

  static Provenance read(Fields fields) {
    Data data =
        fields.object(
            "data", d -> new Data(d.text("source"), d.whole("samples", 0), d.text("fingerprint")));
    return new Provenance(
        fields.text("ricvae"),
        fields.texts("options"),
        data.source,
        data.count,
        data.fingerprint,
        fields.text("kernel"),
        fields.text("jvm"),
        fields.integer("epochs", 0, Integer.MAX_VALUE),
        fields.flag("complete"),
        fields.integer("active_dimensions", 0, Integer.MAX_VALUE),
        fields.number("epsilon"),
        fields.rows("epsilon_candidates"));
  }

  private record Data(String source, long count, String fingerprint) {}
}
