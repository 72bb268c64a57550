package org.ricvae.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ricvae.data.SampleShape;
import org.ricvae.data.Samples;
import org.ricvae.data.ValueType;
import org.ricvae.format.DataFiles;
import org.ricvae.format.ReadOptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every command does what its help says, on small images. */
class CommandsTest {
  @TempDir static Path shared;
  @TempDir Path dir;

  private static Path clean;
  private static Path dirty;
  private static Path mask;
  private static Path model;

  @BeforeAll
  static void trainOnce() {
    clean = Blobs.write(shared.resolve("clean.npy"));
    dirty = shared.resolve("dirty.npy");
    mask = shared.resolve("mask.npy");
    model = shared.resolve("model");
    Cli.run(
            "corrupt",
            clean,
            "-o",
            dirty,
            "--mask",
            mask,
            "--circles",
            0.5,
            "--radius",
            "1:3",
            "--salt-and-pepper",
            0.05)
        .isDone();
    Cli.run(Blobs.train(dirty, model)).isDone();
  }

  @Test
  void trainWritesAModelAndALogOfEvents() throws IOException {
    assertThat(model).isDirectoryContaining(file -> file.endsWith("config.json"));
    assertThat(model).isDirectoryContaining(file -> file.endsWith("weights.safetensors"));
    assertThat(model).isDirectoryNotContaining(file -> file.endsWith("checkpoint.json"));
    List<JsonNode> events =
        Files.readAllLines(model.resolve("training.jsonl")).stream()
            .map(JsonMapper.shared()::readTree)
            .toList();
    assertThat(events)
        .filteredOn(e -> e.get("event").asString().equals("epoch"))
        .hasSize(Blobs.EPOCHS);
    assertThat(events.get(0).get("event").asString()).isEqualTo("begin");
    assertThat(events.get(0).get("steps").asInt()).isEqualTo(3 * Blobs.EPOCHS);
  }

  @Test
  void trainSaysWhatItDidAsJson() {
    JsonNode json = Cli.run(Blobs.train(dirty, dir.resolve("m"), "--json", "-q")).isDone().json();
    assertThat(json.get("epochs").asInt()).isEqualTo(Blobs.EPOCHS);
    assertThat(json.get("epsilon").asDouble()).isEqualTo(1e-3);
    assertThat(json.get("active_dimensions").asInt()).isPositive();
  }

  @Test
  void trainTakesEveryOption() {
    Path other = dir.resolve("other");
    Cli.run(
            "train",
            dirty,
            "-o",
            other,
            "--model",
            "lcvae",
            "-N",
            2,
            "--latent",
            4,
            "--hidden",
            "16",
            "--encoder-hidden",
            "20,10",
            "--decoder-hidden",
            "none",
            "--activation",
            "tanh",
            "--output-activation",
            "linear",
            "--gradient",
            "flow",
            "--epochs",
            2,
            "--batch",
            32,
            "--lr",
            1e-4,
            "--schedule",
            "cosine",
            "--weight-decay",
            1e-4,
            "--validation",
            0.2,
            "--patience",
            5,
            "--seed",
            -3,
            "--threads",
            2)
        .isDone();
    JsonNode options = Cli.run("info", other, "--json").isDone().json().get("options");
    assertThat(options.get("model").asString()).isEqualTo("lcvae");
    assertThat(options.get("passes").asString()).isEqualTo("2");
    assertThat(options.get("encoder-hidden").asString()).isEqualTo("20,10");
    assertThat(options.get("decoder-hidden").asString()).isEqualTo("none");
    assertThat(options.get("gradient").asString()).isEqualTo("flow");
    assertThat(options.get("schedule").asString()).isEqualTo("cosine");
    assertThat(options.get("seed").asString()).isEqualTo("-3");
  }

  @Test
  void cleanWritesWhatItWasAskedFor() {
    Path cleaned = dir.resolve("cleaned.npy");
    Path residuals = dir.resolve("residuals.npy");
    Path uncertainty = dir.resolve("uncertainty.npy");
    JsonNode json =
        Cli.run(
                "clean",
                dirty,
                "-m",
                model,
                "-o",
                cleaned,
                "--residuals",
                residuals,
                "--uncertainty",
                uncertainty,
                "--draws",
                4,
                "-M",
                2,
                "--json")
            .isDone()
            .json();
    assertThat(json.get("samples").asInt()).isEqualTo(Blobs.COUNT);
    assertThat(json.get("values").asInt()).isEqualTo(Blobs.COUNT * Blobs.SHAPE.size());
    assertThat(json.get("values_flagged").asInt()).isPositive();
    assertThat(read(cleaned)).hasSize(Blobs.COUNT * Blobs.SHAPE.size());
    assertThat(mse(cleaned)).isLessThan(mse(dirty));
    assertThat(mean(read(residuals))).isPositive();
    assertThat(mean(read(uncertainty))).isPositive();
  }

  @Test
  void cleanLeavesWhatIsNotFlaggedAlone() {
    Path cleaned = dir.resolve("cleaned.npy");
    JsonNode json =
        Cli.run("clean", dirty, "-m", model, "-o", cleaned, "--only-flagged", "--json", "-q")
            .isDone()
            .json();
    float[] before = read(dirty);
    float[] after = read(cleaned);
    int changed = 0;
    for (int i = 0; i < before.length; i++) {
      changed += before[i] != after[i] ? 1 : 0;
    }
    assertThat(changed).isPositive().isLessThanOrEqualTo(json.get("values_flagged").asInt());
  }

  @Test
  void cleanFillsMissingValues() {
    float[] values = Blobs.values();
    values[5] = Float.NaN;
    Path holes = dir.resolve("holes.npy");
    Blobs.write(holes, Blobs.SHAPE, ValueType.F32, values);
    Path cleaned = dir.resolve("cleaned.npy");
    Cli.run("clean", holes, "-m", model, "-o", cleaned, "--only-flagged").isDone();
    assertThat(read(cleaned)[5]).isBetween(0f, 255f);
  }

  @Test
  void scoreWritesATableAndJudgesIt() throws IOException {
    Path labels = dir.resolve("labels.npy");
    float[] before = read(clean);
    float[] after = read(dirty);
    float[] truth = new float[Blobs.COUNT];
    for (int i = 0; i < after.length; i++) {
      truth[i / Blobs.SHAPE.size()] += Math.abs(after[i] - before[i]);
    }
    for (int i = 0; i < truth.length; i++) {
      truth[i] = truth[i] > 1500 ? 1 : 0;
    }
    Blobs.write(labels, SampleShape.vector(1), ValueType.U8, truth);
    Path scores = dir.resolve("scores.csv");
    Path cells = dir.resolve("cells.npy");
    JsonNode json =
        Cli.run(
                "score",
                dirty,
                "-m",
                model,
                "-o",
                scores,
                "--cells",
                cells,
                "--labels",
                labels,
                "--json")
            .isDone()
            .json();
    List<String> lines = Files.readAllLines(scores);
    assertThat(lines).hasSize(Blobs.COUNT + 1);
    assertThat(lines.get(0)).isEqualTo("sample,score,flag");
    assertThat(lines.get(1)).matches("0,[0-9.E-]+,[01]");
    assertThat(lines).filteredOn(line -> line.endsWith(",1")).hasSize(json.get("flagged").asInt());
    assertThat(json.get("roc_auc").asDouble()).isBetween(0.8, 1.0);
    assertThat(json.get("average_precision").asDouble()).isBetween(0.5, 1.0);
    assertThat(json.get("f1").asDouble()).isBetween(0.0, 1.0);
    assertThat(read(cells)).hasSize(Blobs.COUNT * Blobs.SHAPE.size());
  }

  @Test
  void scoreCallsImagesByTheirFiles() throws IOException {
    Path folder = Blobs.write(dir.resolve("images"));
    Path scores = dir.resolve("scores.csv");
    Cli.run("score", folder, "-m", model, "-o", scores).isDone();
    assertThat(Files.readAllLines(scores).get(1)).contains(".png,");
  }

  @Test
  void generateDrawsASheetOrWritesAnArray() throws IOException {
    Path sheet = dir.resolve("sheet.png");
    Cli.run("generate", "-m", model, "-n", 9, "-M", 3, "-o", sheet).isDone();
    assertThat(ImageIO.read(sheet.toFile()).getWidth()).isGreaterThan(3 * Blobs.SHAPE.width());
    Path array = dir.resolve("new.npy");
    Cli.run("generate", "-m", model, "-n", 300, "-o", array, "--seed", 4).isDone();
    assertThat(read(array)).hasSize(300 * Blobs.SHAPE.size());
    Path again = dir.resolve("again.npy");
    Cli.run("generate", "-m", model, "-n", 300, "-o", again, "--seed", 4).isDone();
    assertThat(again).hasSameBinaryContentAs(array);
  }

  @Test
  void encodeWritesACodeASample() {
    Path codes = dir.resolve("codes.npy");
    Cli.run("encode", dirty, "-m", model, "-o", codes).isDone();
    try (Samples samples = DataFiles.open(codes, ReadOptions.DEFAULT)) {
      assertThat(samples.count()).isEqualTo(Blobs.COUNT);
      assertThat(samples.shape()).isEqualTo(SampleShape.vector(3));
    }
  }

  @Test
  void compareGivesMeanSquaresInsideAndOutsideTheMask() {
    JsonNode json = Cli.run("compare", dirty, clean, "--mask", mask).isDone().json();
    float[] a = read(dirty);
    float[] b = read(clean);
    float[] marks = read(mask);
    double inside = 0;
    double masked = 0;
    double all = 0;
    for (int i = 0; i < a.length; i++) {
      double d = (a[i] - b[i]) / 255.0;
      all += d * d;
      inside += marks[i] != 0 ? d * d : 0;
      masked += marks[i] != 0 ? 1 : 0;
    }
    assertThat(json.get("mse").asDouble()).isCloseTo(all / a.length, within(1e-12));
    assertThat(json.get("mse_masked").asDouble()).isCloseTo(inside / masked, within(1e-12));
    assertThat(json.get("mse_unmasked").asDouble()).isZero();
    assertThat(Cli.run("compare", dirty, clean).isDone().json().get("mse_masked").isNull())
        .isTrue();
  }

  @Test
  void corruptIsTheSameForTheSameSeedOnly() {
    Path a = dir.resolve("a.npy");
    Path b = dir.resolve("b.npy");
    Path c = dir.resolve("c.npy");
    Cli.run("corrupt", clean, "-o", a, "--cells", 0.1, "--seed", 1).isDone();
    Cli.run("corrupt", clean, "-o", b, "--cells", 0.1, "--seed", 1).isDone();
    Cli.run("corrupt", clean, "-o", c, "--cells", 0.1, "--seed", 2).isDone();
    assertThat(b).hasSameBinaryContentAs(a);
    assertThat(read(c)).isNotEqualTo(read(a));
    JsonNode json =
        Cli.run(
                "corrupt",
                clean,
                "-o",
                dir.resolve("d.npy"),
                "--rectangles",
                0.25,
                "--side",
                "4",
                "--json")
            .isDone()
            .json();
    assertThat(json.get("samples_changed").asInt()).isEqualTo(Blobs.COUNT / 4);
  }

  @Test
  void infoTellsDataModelsAndTheMachine() {
    JsonNode data = Cli.run("info", dirty, "--json").isDone().json();
    assertThat(data.get("samples").asInt()).isEqualTo(Blobs.COUNT);
    assertThat(data.get("shape").asString()).isEqualTo("10x8");
    assertThat(data.get("type").asString()).isEqualTo("U8");
    assertThat(Cli.run("info", model).isDone().out()).contains("complete", "true", "10x8");
    assertThat(Cli.run("info").isDone().out()).contains("kernel", "plain");
  }

  @Test
  void helpTeachesByExamples() {
    for (String command :
        List.of(
            "demo",
            "train",
            "clean",
            "score",
            "generate",
            "encode",
            "corrupt",
            "compare",
            "info")) {
      String help = Cli.run(command, "--help").isDone().out();
      assertThat(help).contains("Usage: ricvae " + command).contains("Example").contains("--debug");
    }
    assertThat(Cli.run().isDone().out()).contains("ricvae demo");
    assertThat(Cli.run("--version").isDone().out()).startsWith("ricvae ");
  }

  private static float[] read(Path file) {
    try (Samples samples = DataFiles.open(file, ReadOptions.DEFAULT)) {
      float[] values = new float[(int) samples.count() * samples.shape().size()];
      samples.read(0, (int) samples.count(), values, 0);
      return values;
    }
  }

  private static double mse(Path file) {
    return Cli.run("compare", file, clean).isDone().json().get("mse").asDouble();
  }

  private static double mean(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
