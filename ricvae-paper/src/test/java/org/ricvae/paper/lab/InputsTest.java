package org.ricvae.paper.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ricvae.data.InputException;
import org.ricvae.data.SampleShape;
import org.ricvae.data.SampleSink;
import org.ricvae.data.ValueType;
import org.ricvae.format.DataFiles;

class InputsTest {
  private static final List<String> MNIST =
      List.of(
          "train-images-idx3-ubyte",
          "train-labels-idx1-ubyte",
          "t10k-images-idx3-ubyte",
          "t10k-labels-idx1-ubyte");

  @TempDir Path dir;

  @BeforeEach
  void writeDigits() {
    for (String name : MNIST) {
      if (name.contains("images")) {
        write(name, Inputs.DIGIT, ValueType.U8, 9, 7);
      } else {
        write(name, SampleShape.vector(1), ValueType.U8, 9, 3);
      }
    }
  }

  private Path write(String name, SampleShape shape, ValueType type, int n, float value) {
    Path file = dir.resolve(name);
    float[] values = new float[n * shape.size()];
    Arrays.fill(values, value);
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    try (SampleSink sink = DataFiles.create(file, shape, type, n)) {
      sink.write(values, 0, n);
      sink.commit();
    }
    return file;
  }

  private Inputs inputs(Path frey) {
    return new Inputs(
        new PaperOptions(
            Optional.ofNullable(frey),
            Optional.of(dir),
            List.of(dir),
            Optional.of(dir),
            dir.resolve("out"),
            1,
            false,
            false,
            1));
  }

  private static void refused(Runnable opening, String... words) {
    assertThatThrownBy(opening::run)
        .isInstanceOf(InputException.class)
        .hasMessageContainingAll(words)
        .message()
        .hasLineCount(1);
  }

  @Test
  void theFreyFilesAreTheSameFaces() {
    Path idx = SharedData.file("frey/frey-images-idx3-ubyte.gz");
    Path mat = SharedData.file("frey/frey_rawface.mat");
    Images faces = inputs(idx).frey();
    assertThat(faces.count()).isEqualTo(1965);
    assertThat(faces.shape()).isEqualTo(Inputs.FREY);
    assertThat(inputs(mat).frey().fingerprint()).isEqualTo(faces.fingerprint());
  }

  @Test
  void facesThatAreNoneAreRefused() {
    refused(() -> inputs(dir.resolve("gone.mat")).frey(), "gone.mat");
    refused(() -> inputs(dir.resolve(MNIST.get(0))).frey(), "784", "28x20");
    Path few = write("few.npy", Inputs.FREY, ValueType.U8, 3, 1);
    refused(() -> inputs(few).frey(), "few.npy", "3 images");
    Path fraction = write("fraction.npy", Inputs.FREY, ValueType.F32, 9, 0.5f);
    refused(() -> inputs(fraction).frey(), "fraction.npy", "0.5", "0 to 255");
  }

  @Test
  void flatRowsOfFloatsWillDo() {
    Path flat = write("flat.npy", SampleShape.vector(560), ValueType.F64, 9, 200);
    assertThat(inputs(flat).frey().shape()).isEqualTo(Inputs.FREY);
    assertThat(inputs(flat).frey().values()).containsOnly(200f);
  }

  @Test
  void digitsAreReadWithTheirLabels() {
    Digits digits = inputs(null).mnist();
    assertThat(digits.train().count()).isEqualTo(9);
    assertThat(digits.testLabels()).hasSize(9).containsOnly(3);
  }

  @Test
  void aFolderWithoutDigitsIsRefused() throws IOException {
    write(MNIST.get(3), SampleShape.vector(1), ValueType.U8, 8, 3);
    refused(() -> inputs(null).mnist(), MNIST.get(3), "each of the 9 images");
    write(MNIST.get(1), SampleShape.vector(1), ValueType.U8, 9, 12);
    refused(() -> inputs(null).mnist(), MNIST.get(1), "0 to 9");
    write(MNIST.get(2), Inputs.FREY, ValueType.U8, 9, 3);
    refused(() -> inputs(null).mnist(), MNIST.get(2), "28x28");
    Files.delete(dir.resolve(MNIST.get(0)));
    refused(() -> inputs(null).mnist(), "--mnist", MNIST.get(0));
  }

  @Test
  void xRaysTakeTwoLabels() {
    refused(() -> inputs(null).pneumonia(), "--pneumonia", "0 to 1");
    write(MNIST.get(1), SampleShape.vector(1), ValueType.U8, 9, 1);
    assertThat(inputs(null).pneumonia().outlier()).hasSize(9).containsOnly(true);
  }
}
