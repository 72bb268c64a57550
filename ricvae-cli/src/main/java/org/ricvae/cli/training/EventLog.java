package org.ricvae.cli.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ricvae.cli.output.Json;
import org.ricvae.data.InputException;
import org.ricvae.train.EpochReport;
import org.ricvae.train.EpsilonSearch;
import org.ricvae.train.TrainingListener;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code training.jsonl}: a JSON object a line for each event of a training. It is saved together
 * with the model, so a resumed training goes on with exactly the events of its checkpoint.
 */
public final class EventLog implements TrainingListener {
  /** Its name in the folder of the model. */
  public static final String FILE = "training.jsonl";

  private final StringBuilder lines = new StringBuilder();
  private final List<EpochReport> epochs = new ArrayList<>();

  /**
   * Goes on with the log of an earlier run, if there is one.
   *
   * @param folder of the model
   */
  public void resume(Path folder) {
    Path file = folder.resolve(FILE);
    if (Files.isRegularFile(file)) {
      try {
        lines.append(Files.readString(file));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    event("resume", Map.of());
  }

  /**
   * The epochs of which the log beside a model tells.
   *
   * @return none where there is no log
   * @throws InputException where the log is none
   */
  public static List<EpochReport> epochs(Path folder) {
    Path file = folder.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      return List.of();
    }
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .map(JsonMapper.shared()::readTree)
          .filter(line -> line.path("event").asString("").equals("epoch"))
          .map(EventLog::epoch)
          .toList();
    } catch (IOException | UncheckedIOException | JacksonException e) {
      throw new InputException(
          "cannot read %s: it is no log of a training; remove it, and go without its curve"
              .formatted(file),
          e);
    }
  }

  private static EpochReport epoch(JsonNode line) {
    return new EpochReport(
        line.path("epoch").asInt(0),
        line.path("epochs").asInt(0),
        number(line, "loss"),
        number(line, "kl"),
        number(line, "residual"),
        number(line, "validation_loss"),
        line.path("active_dimensions").asInt(0),
        number(line, "learning_rate"),
        number(line, "epsilon"),
        number(line, "seconds"),
        number(line, "samples_per_second"));
  }

  private static double number(JsonNode line, String name) {
    return line.path(name).asDouble(Double.NaN);
  }

  /** All lines so far. */
  public byte[] bytes() {
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The epochs of this run. */
  public List<EpochReport> epochs() {
    return epochs;
  }

  @Override
  public void begin(String name, long steps) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", name);
    fields.put("steps", steps);
    event("begin", fields);
  }

  @Override
  public void epoch(EpochReport report) {
    epochs.add(report);
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("epoch", report.epoch());
    fields.put("epochs", report.epochs());
    fields.put("loss", report.loss());
    fields.put("kl", report.kl());
    fields.put("residual", report.residual());
    fields.put("validation_loss", report.validationLoss());
    fields.put("active_dimensions", report.activeDimensions());
    fields.put("learning_rate", report.learningRate());
    fields.put("epsilon", report.epsilon());
    fields.put("seconds", report.seconds());
    fields.put("samples_per_second", report.samplesPerSecond());
    event("epoch", fields);
  }

  @Override
  public void candidate(EpsilonSearch.Candidate candidate) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("epsilon", candidate.epsilon());
    fields.put("steps", candidate.steps());
    fields.put("error", candidate.error());
    fields.put("active_dimensions", candidate.activeDimensions());
    fields.put("outcome", Narrator.outcome(candidate));
    event("candidate", fields);
  }

  @Override
  public void message(String text) {
    event("message", Map.of("text", text));
  }

  private void event(String name, Map<String, Object> fields) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("event", name);
    all.putAll(fields);
    lines.append(Json.line(all)).append('\n');
  }
}
