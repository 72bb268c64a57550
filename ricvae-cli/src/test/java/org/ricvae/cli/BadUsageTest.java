package org.ricvae.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ricvae.data.SampleShape;
import org.ricvae.data.ValueType;

/** Wrong usage and unusable input: one line, exit code 2, nothing written. */
class BadUsageTest {
  @TempDir Path dir;

  private static final int SIZE = Blobs.SHAPE.size();

  private Path data;

  @BeforeEach
  void writeData() {
    data = Blobs.write(dir.resolve("data.npy"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "trian                              | did you mean train?",
        "train                              | missing required",
        "train DATA                         | --output",
        "train DATA -o OUT --epoch 3        | did you mean --epochs?",
        "train DATA -o OUT --epochs 0       | --epochs 0",
        "train DATA -o OUT --epochs many    | 'many' is not an int",
        "train DATA -o OUT --batch 0        | --batch 0",
        "train DATA -o OUT --lr 7           | --lr 7",
        "train DATA -o OUT --lr NaN         | --lr NaN",
        "train DATA -o OUT --latent 0       | latent",
        "train DATA -o OUT --latent -3      | latent",
        "train DATA -o OUT -N 0             | -N 0",
        "train DATA -o OUT --hidden 8,x     | '8,x' are no widths",
        "train DATA -o OUT --hidden 0       | hidden",
        "train DATA -o OUT --model vae      | expected one of",
        "train DATA -o OUT --epsilon tiny   | --epsilon 'tiny'",
        "train DATA -o OUT --epsilon 0      | --epsilon 0.0",
        "train DATA -o OUT --deviation 0 --model l2vae | deviation",
        "train DATA -o OUT --epsilon 1e-3 --model ae | --epsilon does nothing here: --model ae has none",
        "train DATA -o OUT --deviation 1 | --deviation does nothing here",
        "train DATA -o OUT --gradient flow -N 1 | --gradient does nothing here",
        "clean DATA -m gone -o OUT --draws 4 | --draws does nothing here: add --uncertainty",
        "clean DATA -m gone -o OUT --recycle | --recycle does nothing here: there is one pass",
        "train DATA -o OUT --validation 1   | --validation 1.0",
        "train DATA -o OUT --patience 3     | --validation",
        "train DATA -o OUT --threads 0      | --threads 0",
        "train DATA -o OUT --rows --columns | mutually exclusive",
        "train DATA -o OUT --shape 10       | '10' is not a shape",
        "train DATA -o OUT --shape 9x9      | 9x9",
        "train DATA -o OUT --resize 9x9     | leave the size out",
        "train DATA -o OUT --column-major   | need a shape",
        "train DATA -o OUT --variable X     | leave the member out",
        "train DATA -o OUT --resume         | not a model",
        "train DATA -o nowhere/OUT          | create it first",
        "train DATA -o DATA                 | a file is there already",
        "train gone.npy -o OUT              | gone.npy",
        "train . -o OUT                     | holds no images",
        "train DATA DATA -o OUT             | unmatched argument",
        "clean DATA -m gone -o OUT          | not a model",
        "clean DATA -m DATA -o OUT          | not a model",
        "clean DATA -m . -o OUT             | not a model",
        "clean DATA -m gone -o OUT -M 0     | -M 0",
        "clean DATA -m gone -o OUT --uncertainty U.npy --draws 1 | --draws 1",
        "generate -m gone -o OUT -n 0       | -n 0",
        "corrupt DATA -o OUT.npy            | --circles",
        "corrupt DATA -o OUT.npy --circles 0.5 | --radius",
        "corrupt DATA -o OUT.npy --circles 2 --radius 1:2 | 0 to 1",
        "corrupt DATA -o OUT.npy --circles 0.5 --radius 3:x | MIN:MAX",
        "corrupt DATA -o OUT.npy --circles 0.5 --radius 3:2 | the smaller first",
        "corrupt DATA -o OUT.xyz --cells 0.1 | OUT.xyz",
        "corrupt DATA -o OUT.npy --cells 0.1 --mask OUT.npy | two outputs",
        "corrupt DATA -o DATA --cells 0.1   | --overwrite",
        "compare DATA                       | missing required",
        "compare DATA gone.npy              | gone.npy",
        "info gone                          | gone",
        "demo --images 1                    | --images 1",
        "demo -o DATA                       | is a file",
        "demo -o .                          | not the demo's",
        "paper -o OUT                       | missing required",
        "paper figure3                      | --output",
        "paper figur3 -o OUT                | did you mean figure3?",
        "paper nonsense -o OUT              | there are figure2, figure3",
        "paper figure3 -o OUT               | figure3 needs --frey",
        "paper all -o OUT                   | needs --frey",
        "paper figure3 -o OUT --frey gone.mat | gone.mat",
        "paper figure3 -o OUT --frey DATA   | 28x20",
        "paper figure3 -o OUT --frey DATA --seeds 0 | --seeds 0",
        "paper figure3 -o OUT --frey DATA --threads 0 | --threads 0",
      })
  void isRefused(String command, String message) throws IOException {
    Object[] args =
        Arrays.stream(command.strip().split(" +"))
            .map(arg -> arg.equals(".") ? dir.toString() : arg)
            .map(arg -> arg.matches("OUT.*|nowhere.*|gone.*|U.npy") ? dir.resolve(arg) : arg)
            .map(arg -> arg.equals("DATA") ? data : arg)
            .toArray();
    byte[] before = Files.readAllBytes(data);
    Cli.run(args).isRefused(message);
    assertThat(data).hasBinaryContent(before);
    try (Stream<Path> files = Files.list(dir)) {
      assertThat(files).containsExactly(data);
    }
  }

  @Test
  void debugShowsTheTrace() {
    Cli.Result result = Cli.run("info", dir.resolve("gone"), "--debug");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("InputException", "\tat org.ricvae");
  }

  @Test
  void dataThatCannotBeLearnedFromAreNamed() {
    Path infinite = dir.resolve("infinite.npy");
    float[] values = Blobs.values();
    values[SIZE + 3] = Float.POSITIVE_INFINITY;
    Blobs.write(infinite, Blobs.SHAPE, ValueType.F32, values);
    Cli.run(Blobs.train(infinite, dir.resolve("m")))
        .isRefused("infinite.npy", "value 3 of sample 1");

    Path missing = dir.resolve("missing.npy");
    Arrays.fill(values, Float.NaN);
    Blobs.write(missing, Blobs.SHAPE, ValueType.F32, values);
    Cli.run(Blobs.train(missing, dir.resolve("m"))).isRefused("missing.npy", "missing");
    assertThat(dir.resolve("m")).doesNotExist();
  }

  @Test
  void damagedFilesAreNamed() throws IOException {
    byte[] whole = Files.readAllBytes(data);
    Path cut = dir.resolve("cut.npy");
    Files.write(cut, Arrays.copyOf(whole, whole.length - 5));
    Cli.run("info", cut).isRefused("cut.npy");

    Path images = Blobs.write(dir.resolve("images"));
    Blobs.write(images.resolve("odd.png"), new SampleShape(4, 4, 1), ValueType.U8, new float[16]);
    Cli.run("info", images).isRefused("odd.png", "resize");
  }

  @Test
  void aModelOfAnotherShapeOrADamagedOneIsRefused() throws IOException {
    Path model = dir.resolve("model");
    Cli.run(Blobs.train(data, model)).isDone();
    Path other = dir.resolve("other.npy");
    Blobs.write(other, new SampleShape(4, 4, 1), ValueType.U8, new float[160]);
    Path out = dir.resolve("out.npy");
    Cli.run("clean", other, "-m", model, "-o", out, "-q").isRefused("4x4", "10x8");
    Cli.run("encode", other, "-m", model, "-o", out, "-q").isRefused("4x4", "10x8");
    Cli.run("score", data, "-m", model, "-o", out, "--labels", other, "-q").isRefused("one label");
    Cli.run("train", data, "-o", model, "--resume", "-q").isRefused("nothing to resume");
    Cli.run(Blobs.train(data, model)).isRefused("--overwrite");
    Cli.run(Blobs.train(data, model, "--overwrite")).isDone();

    Path weights = model.resolve("weights.safetensors");
    byte[] whole = Files.readAllBytes(weights);
    Files.write(weights, Arrays.copyOf(whole, whole.length - 100));
    Cli.run("clean", data, "-m", model, "-o", out).isRefused("weights.safetensors");
    assertThat(out).doesNotExist();
  }
}
