package org.ricvae.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ricvae.RicvaeModel;
import org.ricvae.cli.option.Common;
import org.ricvae.cli.option.Reading;
import org.ricvae.cli.output.Facts;
import org.ricvae.data.DataProfile;
import org.ricvae.data.Samples;
import org.ricvae.file.Provenance;
import org.ricvae.kernel.KernelProvider;
import org.ricvae.kernel.Kernels;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ricvae info}: what a model or a data set is, and how fast this machine can go. */
@Command(
    name = "info",
    customSynopsis = "ricvae info [MODEL|DATA] [OPTION...]",
    description =
        "Says what a model or a data set is. Without either: what runs here, and how fast it is.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ricvae info photos/",
      "  ricvae info model --json",
      "  ricvae info",
    })
final class InfoCommand implements Callable<Integer> {
  @Mixin Common common;
  @Mixin Reading reading;

  @Parameters(
      paramLabel = "MODEL|DATA",
      arity = "0..1",
      description = "Folder of a model, or a data set.")
  Path path;

  @Option(names = "--json", description = "Print it as JSON.")
  boolean json;

  @Override
  public Integer call() {
    Map<String, Object> fields;
    if (path == null) {
      fields = machine();
    } else if (Files.exists(path.resolve("config.json"))) {
      fields = model(RicvaeModel.load(path));
    } else {
      try (Samples samples = reading.open(path, common::note)) {
        fields = data(samples);
      }
    }
    Facts facts = new Facts(fields);
    common.print(json ? facts.json() : facts.text());
    return 0;
  }

  private static Map<String, Object> data(Samples samples) {
    DataProfile profile = DataProfile.of(samples);
    long values = profile.count() * profile.shape().size();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("data", samples.source());
    fields.put("samples", profile.count());
    fields.put("shape", profile.shape().toString());
    fields.put("values_a_sample", profile.shape().size());
    fields.put("type", profile.type().name());
    fields.put("min", (double) profile.min());
    fields.put("max", (double) profile.max());
    fields.put("missing", profile.missing());
    fields.put("missing_share", (double) profile.missing() / values);
    fields.put("constant", profile.constant());
    fields.put("fingerprint", "%016x".formatted(profile.fingerprint()));
    return fields;
  }

  private Map<String, Object> model(RicvaeModel model) {
    Provenance from = model.provenance();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("model", path.toString());
    fields.put("complete", from.complete());
    fields.put("shape", model.shape().toString());
    fields.put("type", model.type().name());
    fields.put("weights", model.trained().weights().length);
    fields.put("active_dimensions", from.activeDimensions());
    fields.put("epsilon", from.epsilon());
    fields.put("sample_threshold", model.thresholds().sample());
    fields.put("cell_threshold", model.thresholds().cell());
    fields.put("epochs", from.epochs());
    fields.put("data", from.dataSource());
    fields.put("data_samples", from.dataCount());
    fields.put("data_fingerprint", from.dataFingerprint());
    fields.put("version", from.version());
    fields.put("kernel", from.kernel());
    fields.put("jvm", from.jvm());
    fields.put("options", from.options());
    fields.put("epsilon_candidates", from.candidates());
    return fields;
  }

  private static Map<String, Object> machine() {
    List<Kernels> all = KernelProvider.all();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("version", org.ricvae.Version.CURRENT);
    fields.put(
        "jvm", System.getProperty("java.vm.name") + " " + System.getProperty("java.version"));
    fields.put("processors", Runtime.getRuntime().availableProcessors());
    fields.put("memory_mb", Runtime.getRuntime().maxMemory() >> 20);
    fields.put("kernel", all.get(0).name());
    Map<String, Object> kernels = new LinkedHashMap<>();
    all.forEach(kernel -> kernels.put(kernel.name(), kernel.description()));
    fields.put("kernels", kernels);
    if (all.size() == 1) {
      fields.put(
          "faster",
          "start ricvae with its launcher ./ricvae, or Java with --add-modules jdk.incubator.vector");
    }
    return fields;
  }
}
