package org.ricvae.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.ricvae.data.InputException;
import org.ricvae.model.ConditionedVariance;
import org.ricvae.model.Likelihood;
import org.ricvae.use.TrainedModel;

class ModelFileTest {
  @TempDir Path dir;

  static List<TrainedModel> models() {
    return SampleModels.all();
  }

  @ParameterizedTest
  @MethodSource("models")
  void everyModelComesBackToTheBit(TrainedModel model) {
    Path folder = write(model);
    ModelFile.Stored stored = ModelFile.read(folder);
    TrainedModel back = stored.model();
    assertThat(back.weights()).containsExactly(model.weights());
    assertThat(back.fill()).containsExactly(model.fill());
    assertThat(back.vae().normalization().center())
        .containsExactly(model.vae().normalization().center());
    assertThat(back.vae().normalization().gain()).isEqualTo(1.5f);
    assertThat(back.vae().architecture()).isEqualTo(model.vae().architecture());
    assertThat(back.vae().objective()).isEqualTo(model.vae().objective());
    assertThat(back.shape()).isEqualTo(model.shape());
    assertThat(back.type()).isEqualTo(model.type());
    assertThat(back.scaling()).isEqualTo(model.scaling());
    assertThat(back.thresholds()).isEqualTo(model.thresholds());
    assertThat(stored.provenance()).isEqualTo(SampleModels.provenance());
    assertThat(stored.provenance().options().keySet())
        .containsExactlyElementsOf(SampleModels.provenance().options().keySet());
  }

  @Test
  void everyLikelihoodIsTried() {
    Set<Class<?>> tried = new HashSet<>();
    SampleModels.likelihoods().forEach(likelihood -> tried.add(likelihood.getClass()));
    assertThat(tried).isEqualTo(Set.of(Likelihood.class.getPermittedSubclasses()));
  }

  @Test
  void theSameModelGivesTheSameFiles() throws IOException {
    TrainedModel model = model();
    Map<String, String> first = contents(write(model));
    Files.move(dir.resolve("model"), dir.resolve("other"));
    assertThat(contents(write(model))).isEqualTo(first);
  }

  @Test
  void aModelIsReplacedByAnother() throws IOException {
    TrainedModel model = model();
    Path folder = dir.resolve("model");
    ModelFile.write(
        folder,
        model,
        SampleModels.provenance(),
        SampleModels.state(model, true, 1),
        Map.of("training.jsonl", "{}".getBytes(UTF_8)));
    assertThat(names(folder))
        .containsExactly(
            "checkpoint.json",
            "checkpoint.safetensors",
            "config.json",
            "training.jsonl",
            "weights.safetensors");
    ModelFile.write(
        folder, model, SampleModels.provenance(), null, Map.of("training.jsonl", new byte[0]));
    assertThat(names(folder))
        .containsExactly("config.json", "training.jsonl", "weights.safetensors");
    assertThat(names(dir)).containsExactly("model");
  }

  @Test
  void nothingElseIsReplaced() throws IOException {
    Path folder = Files.createDirectory(dir.resolve("model"));
    ModelFile.requireWritable(folder, Set.of());
    Path config = Files.writeString(folder.resolve("config.json"), "{\"format\": \"of others\"}");
    refusedToWrite(folder, "not empty (it holds config.json)");
    Files.delete(config);
    Files.writeString(folder.resolve("weights.safetensors"), "of others");
    refusedToWrite(folder, "not empty (it holds weights.safetensors)");
    Files.delete(folder.resolve("weights.safetensors"));

    write(model());
    Files.writeString(folder.resolve("notes.txt"), "years of work");
    refusedToWrite(folder, "not empty (it holds notes.txt)");
    ModelFile.requireWritable(folder, Set.of("notes.txt"));
    refusedToWrite(dir.resolve("no/such/place"), "does not exist; create it first");
    refusedToWrite(folder.resolve("notes.txt"), "a file is there already");
  }

  private void refusedToWrite(Path folder, String message) {
    refused(() -> ModelFile.requireWritable(folder, Set.of()), message);
    refused(
        () -> ModelFile.write(folder, model(), SampleModels.provenance(), null, Map.of()), message);
  }

  @Test
  void extraFilesStayInTheFolderAndAreNotTheModels() {
    for (String name : List.of("../a", "a/b", "/a", "config.json", "checkpoint.json", "..", "")) {
      Map<String, byte[]> extra = Map.of(name, new byte[1]);
      assertThatThrownBy(
              () ->
                  ModelFile.write(
                      dir.resolve("model"), model(), SampleModels.provenance(), null, extra))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(dir).isEmptyDirectory();
  }

  @Test
  void aModelSurvivesAFailureHalfwayThroughTheNext() throws IOException {
    Path folder = write(model());
    Map<String, String> before = contents(folder);

    TrainedModel diverged = model();
    diverged.weights()[diverged.vae().decoder().layers().get(0).index(0, 0)] = Float.NaN;
    refused(() -> write(diverged), "decoder.0.weight holds NaN: training diverged");

    Map<String, byte[]> breaking =
        new AbstractMap<>() {
          @Override
          public Set<String> keySet() {
            return Set.of("log");
          }

          @Override
          public Set<Entry<String, byte[]>> entrySet() {
            throw new IllegalStateException("the log is lost");
          }
        };
    assertThatThrownBy(
            () -> ModelFile.write(folder, model(), SampleModels.provenance(), null, breaking))
        .isInstanceOf(IllegalStateException.class);

    assertThat(contents(folder)).isEqualTo(before);
    assertThat(names(dir)).containsExactly("model");
  }

  @Test
  void aModelSurvivesAFolderThatCannotBeWritten() throws IOException {
    Path folder = write(model());
    Map<String, String> before = contents(folder);
    assumeTrue(
        dir.toFile().setWritable(false) && !Files.isWritable(dir), "root may write anywhere");
    try {
      refusedToWrite(folder, "no permission");
    } finally {
      assertThat(dir.toFile().setWritable(true)).isTrue();
    }
    assertThat(contents(folder)).isEqualTo(before);
  }

  @Test
  void whatIsNoModelIsNamed() throws IOException {
    Path folder = dir.resolve("model");
    refused(() -> ModelFile.read(folder), "is not a model: it does not exist");
    Files.createDirectory(folder);
    refused(() -> ModelFile.read(folder), "the folder holds no config.json");
    Path file = Files.writeString(dir.resolve("file"), "");
    refused(() -> ModelFile.read(file), "it is a file, not a folder");
    Files.createDirectory(folder.resolve("config.json"));
    refused(() -> ModelFile.read(folder), "config.json: it is not a file");
    Files.delete(folder.resolve("config.json"));
    write(model());
    Files.delete(folder.resolve("weights.safetensors"));
    refused(() -> ModelFile.read(folder), "weights.safetensors: it is missing");
    Files.createDirectory(folder.resolve("weights.safetensors"));
    refused(() -> ModelFile.read(folder), "weights.safetensors: it is not a file");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "version" : 2                | "version" : 3               | version 3, this ricvae knows up to 2
          "version" : 2                | "version" : 0               | version is 0, allowed are whole numbers from 1
          "format" : "ricvae-model"    | "format" : "other"          | its format is other, not ricvae-model
          "passes" : 2                 | "passes" : 65               | passes is 65, allowed are whole numbers from 1 to 64
          "passes" : 2                 | "passes" : 2.0              | passes is 2.0, allowed are whole
          "passes" : 2                 | "passes" : "2"              | passes is "2", allowed are whole
          "passes" : 2                 | "passes" : 99999999999999999999 | passes is 99999999999999999999, allowed
          "passes" : 2                 | "passes" : null             | passes is null, allowed are whole
          "passes" : 2,                | ''                          | the field passes is missing
          "passes" : 2                 | "passes" : 2, "more" : 1    | unknown field more
          "passes" : 2                 | "passes" : 2, "passes" : 2  | not valid JSON, line
          "latent" : 2                 | "latent" : 3                | tensor encoder.1.weight has the shape [4, 5], the model needs [6, 5]
          "latent" : 2                 | "latent" : 0                | architecture.latent is 0
          "latent" : 2                 | "latent" : 2, "more" : 1    | unknown field architecture.more
          "encoder_hidden" : [ 5 ]     | "encoder_hidden" : [ 5, 5 ] | tensor encoder.1.weight has the shape
          "encoder_hidden" : [ 5 ]     | "encoder_hidden" : [ 1048576, 1048576 ] | the parameters do not fit
          "encoder_hidden" : [ 5 ]     | "encoder_hidden" : [ 1048577 ] | encoder_hidden is 1048577, allowed
          "encoder_hidden" : [ 5 ]     | "encoder_hidden" : [ 60000, 5000, 50000, 60000 ] | the parameters do not fit
          "encoder_hidden" : [ 5 ]     | "encoder_hidden" : 5        | allowed are lists in square brackets
          "hidden_activation" : "tanh" | "hidden_activation" : "gelu" | is "gelu", allowed are linear, relu, tanh, sigmoid
          "shape" : [ 3, 2, 1 ]        | "shape" : [ 3, 2 ]          | data.shape has 2 sides
          "shape" : [ 3, 2, 1 ]        | "shape" : [ 1024, 1024, 2 ] | is too large
          "shape" : [ 3, 2, 1 ]        | "shape" : [ 1024, 1024, 1 ] | tensor input.center has the shape [6], the model needs [1048576]
          "type" : "u8"                | "type" : "java.lang.Runtime" | allowed are u8, i16
          "offset" : 0.1               | "offset" : "NaN"            | a scaling with offset NaN
          "offset" : 0.1               | "offset" : 1e999            | allowed are numbers
          "epsilon" : 1.0E-4           | "epsilon" : -1              | --epsilon -1.0 is out of range
          "relative" : false           | "relative" : 0              | likelihood.relative is 0, allowed are true and false
          "conditioned_variance"       | "@class"                    | likelihood.type is "@class", allowed are squared_error
          "batch" : "128"              | "batch" : 128               | provenance.options.batch is 128, allowed are text
          """)
  void badConfigurationsAreNamed(String find, String replace, String message) throws IOException {
    Path folder = write(SampleModels.model(new ConditionedVariance(1e-4, false)));
    edit(
        folder.resolve("config.json"),
        text -> {
          assertThat(text).contains(find);
          return text.replace(find, replace);
        });
    refused(() -> ModelFile.read(folder), message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "numeric" : 1           | "numeric" : -1           | likelihood.numeric is -1, allowed are whole numbers from 0
          "numeric" : 1           | "numeric" : 2            | cells of 7 values in samples of 6
          "numeric" : 1,          | ''                       | the field likelihood.numeric is missing
          "categories" : [ 3, 2 ] | "categories" : [ 3, 1 ]  | likelihood.categories is 1, allowed are whole numbers from 2
          "categories" : [ 3, 2 ] | "categories" : [ 3, 3 ]  | cells of 7 values in samples of 6
          "categories" : [ 3, 2 ] | "categories" : []        | cells of 1 values in samples of 6
          "categories" : [ 3, 2 ] | "categories" : [ 5 ]     | tensor encoder.0.weight has the shape [5, 9], the model needs [5, 8]
          "categories" : [ 3, 2 ] | "categories" : [ 1048576, 2 ] | 1048579 values, at most 1048576
          "categories" : [ 3, 2 ] | "categories" : 3         | allowed are lists in square brackets
          "wrong" : 0.01          | "wrong" : 2              | a share of wrong cells of 2.0: allowed are numbers between 0 and 1
          "wrong" : 0.01          | "wrong" : "NaN"          | a share of wrong cells of NaN
          "hidden" : 0.75         | "hidden" : -0.5          | a share of hidden cells of -0.5: allowed are 0 to 1
          "epsilon" : 0.001       | "epsilon" : 0            | --epsilon 0.0 is out of range
          "mixed"                 | "conditioned_variance"   | unknown field likelihood.numeric
          """)
  void badTablesAreNamed(String find, String replace, String message) throws IOException {
    Path folder = write(SampleModels.model(SampleModels.table()));
    edit(
        folder.resolve("config.json"),
        text -> {
          assertThat(text).contains(find);
          return text.replace(find, replace);
        });
    refused(() -> ModelFile.read(folder), message);
    refused(() -> ModelFile.read(folder), folder.toString());
  }

  @Test
  void hugeAndDeepConfigurationsAreRefused() throws IOException {
    Path folder = write(model());
    Path config = folder.resolve("config.json");
    for (String text :
        List.of(
            "",
            "null",
            "[]",
            "[".repeat(100_000),
            "{\"a\":".repeat(100_000),
            "[" + "[],".repeat(3_000_000) + "[]]",
            " ".repeat((16 << 20) + 1),
            "{} {}",
            "{\"a\" : 1" + "0".repeat(1000) + "}",
            "{\"passes\" : \"\u001b[31m\u2028red\"}")) {
      Files.writeString(config, text);
      refused(() -> ModelFile.read(folder), "config.json: ");
    }
    Files.write(config, new byte[] {'{', '"', (byte) 0xff, '"', '}'});
    refused(() -> ModelFile.read(folder), "it is not text in UTF-8");
  }

  @Test
  void tensorsThatDoNotBelongAreNamed() throws IOException {
    TrainedModel model = model();
    Path folder = write(model);
    Path weights = folder.resolve("weights.safetensors");
    Map<String, Tensor> tensors = new TreeMap<>(ModelTensors.of(model));
    tensors.remove("decoder.1.bias");
    rewrite(weights, tensors);
    refused(() -> ModelFile.read(folder), "the tensor decoder.1.bias is missing");
    tensors.put("decoder.1.bias", Tensor.vector(new float[7]));
    rewrite(weights, tensors);
    refused(() -> ModelFile.read(folder), "decoder.1.bias has the shape [7], the model needs [6]");
    tensors.put("decoder.1.bias", Tensor.vector(new float[6]));
    tensors.put("decoder.2.bias", Tensor.vector(new float[6]));
    rewrite(weights, tensors);
    refused(() -> ModelFile.read(folder), "the tensor decoder.2.bias belongs to no part");
  }

  private static void rewrite(Path file, Map<String, Tensor> tensors) throws IOException {
    Files.delete(file);
    Safetensors.write(file, Map.of(), tensors);
  }

  private static TrainedModel model() {
    return SampleModels.model(new ConditionedVariance(1e-4, false));
  }

  private Path write(TrainedModel model) {
    Path folder = dir.resolve("model");
    ModelFile.write(folder, model, SampleModels.provenance(), null, Map.of());
    return folder;
  }

  private static void edit(Path file, UnaryOperator<String> edit) throws IOException {
    Files.writeString(file, edit.apply(Files.readString(file)));
  }

  static void refused(ThrowingCallable call, String message) {
    assertThatThrownBy(call)
        .isInstanceOf(InputException.class)
        .message()
        .contains(message)
        .doesNotContainPattern("\\p{Cntrl}")
        .hasSizeLessThan(2000);
  }

  private static Map<String, String> contents(Path folder) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    for (String name : names(folder)) {
      contents.put(name, Files.readString(folder.resolve(name), ISO_8859_1));
    }
    return contents;
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }
}
