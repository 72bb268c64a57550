package org.ricvae.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ricvae.format.SharedData.all;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ricvae.data.InputException;
import org.ricvae.data.SampleShape;
import org.ricvae.data.SampleSink;
import org.ricvae.data.Samples;
import org.ricvae.data.ValueType;

/** What is written in a format comes back from it, over random shapes, types and batches. */
class RoundTripTest {
  @TempDir Path dir;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.idx",
        "b-idx3-ubyte",
        "c.idx.gz",
        "d-images-idx3-ubyte.gz",
        "e.npy",
        "f.npz",
        "g.mat"
      })
  void arrays(String name) throws IOException {
    Random random = new Random(name.hashCode());
    for (ValueType type : ValueType.values()) {
      if (type == ValueType.I64 && name.contains("idx")) {
        continue;
      }
      for (int round = 0; round < 4; round++) {
        SampleShape shape = randomShape(random);
        int n = 2 + random.nextInt(40);
        float[] values = randomValues(random, n * shape.size(), type);
        Path path = dir.resolve(name);
        write(path, shape, type, values, random);
        try (Samples back = DataFiles.open(path, ReadOptions.DEFAULT)) {
          assertThat(back.count()).isEqualTo(n);
          assertThat(back.shape()).isEqualTo(shape);
          assertThat(back.type()).isEqualTo(type);
          assertThat(all(back)).isEqualTo(values);
          int at = random.nextInt(n);
          float[] one = new float[shape.size()];
          back.read(at, 1, one, 0);
          assertThat(one).containsExactly(slice(values, at * shape.size(), shape.size()));
        }
        Files.delete(path);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void folders(int channels) throws IOException {
    Random random = new Random(channels);
    for (ValueType type : List.of(ValueType.U8, ValueType.I32)) {
      SampleShape shape = new SampleShape(1 + random.nextInt(20), 1 + random.nextInt(20), channels);
      float[] values = new float[12 * shape.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = random.nextInt(type == ValueType.U8 ? 256 : 65536);
      }
      Path path = dir.resolve("images" + type);
      write(path, shape, type, values, random);
      Samples back = DataFiles.open(path, ReadOptions.DEFAULT);
      assertThat(back.shape()).isEqualTo(shape);
      assertThat(back.type()).isEqualTo(type);
      assertThat(all(back)).isEqualTo(values);
      assertThat(DataFiles.names(back)).startsWith("00001.png", "00002.png").hasSize(12);
    }
  }

  @Test
  void oneImageIsADataSetOfOne() throws IOException {
    SampleShape shape = new SampleShape(5, 7, 1);
    float[] values = randomValues(new Random(1), 35, ValueType.U8);
    Path path = dir.resolve("one.png");
    write(path, shape, ValueType.U8, values, new Random(1));
    Samples back = DataFiles.open(path, ReadOptions.DEFAULT);
    assertThat(back.count()).isEqualTo(1);
    assertThat(all(back)).isEqualTo(values);
    assertThatThrownBy(() -> DataFiles.create(dir.resolve("two.png"), shape, ValueType.U8, 2))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("holds one image, and there are 2: name a folder");
  }

  @Test
  void wholeNumbersAreRoundedAndClamped() {
    Path path = dir.resolve("x.npy");
    float[] values = {-3, 0.4f, 0.6f, 254.5f, 300, Float.NaN};
    write(path, SampleShape.vector(6), ValueType.U8, values, new Random(1));
    assertThat(all(DataFiles.open(path, ReadOptions.DEFAULT)))
        .containsExactly(0, 0, 1, 255, 255, 0);
  }

  @Test
  void missingAndInfiniteValuesPassThrough() {
    float[] values = {Float.NaN, Float.POSITIVE_INFINITY, -1.5f, Float.NEGATIVE_INFINITY};
    for (String name : List.of("x.npy", "x.npz", "x.idx", "x.mat")) {
      Path path = dir.resolve(name);
      write(path, SampleShape.vector(2), ValueType.F32, values, new Random(1));
      assertThat(all(DataFiles.open(path, ReadOptions.DEFAULT))).isEqualTo(values);
    }
  }

  @Test
  void theSameDataGiveTheSameBytes() throws IOException {
    float[] values = randomValues(new Random(2), 1000, ValueType.F32);
    for (String ending : List.of(".idx.gz", ".npz", ".mat")) {
      Path a = dir.resolve("a" + ending);
      Path b = dir.resolve("b" + ending);
      write(a, SampleShape.vector(10), ValueType.F32, values, new Random(1));
      write(b, SampleShape.vector(10), ValueType.F32, values, new Random(2));
      assertThat(a).hasSameBinaryContentAs(b);
    }
  }

  @Test
  void nothingIsLeftWithoutCommit() throws IOException {
    SampleShape shape = new SampleShape(2, 2, 1);
    for (String name : List.of("a.idx", "b.idx.gz", "c.npy", "d.npz", "e.mat", "f")) {
      try (SampleSink sink = DataFiles.create(dir.resolve(name), shape, ValueType.U8, 3)) {
        sink.write(new float[8], 0, 2);
        assertThatThrownBy(sink::commit).isInstanceOf(IllegalStateException.class);
      }
    }
    try (Stream<Path> left = Files.list(dir)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void whatIsThereStaysUnlessAskedFor() throws IOException {
    Path file = Files.writeString(dir.resolve("a.npy"), "precious");
    assertThatThrownBy(() -> DataFiles.create(file, SampleShape.vector(1), ValueType.U8, 1))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("a.npy is there already");
    Path folder = Files.createDirectory(dir.resolve("pictures"));
    Files.writeString(folder.resolve("01.png"), "precious");
    SampleShape shape = new SampleShape(2, 2, 1);
    assertThatThrownBy(() -> DataFiles.create(folder, shape, ValueType.U8, 1))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("not empty (it holds 01.png)");

    WriteOptions overwrite = new WriteOptions(true, List.of("9.jpg"));
    try (SampleSink sink = DataFiles.create(folder, shape, ValueType.U8, 1, overwrite)) {
      sink.write(new float[4], 0, 1);
      sink.commit();
    }
    assertThat(folder.resolve("01.png")).doesNotExist();
    assertThat(folder.resolve("9.png")).exists();
    Files.writeString(folder.resolve("thesis.tex"), "precious");
    assertThatThrownBy(() -> DataFiles.create(folder, shape, ValueType.U8, 1, overwrite))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("it holds thesis.tex");
  }

  @Test
  void impossibleTargetsAreRefused() {
    SampleShape shape = new SampleShape(2, 2, 1);
    assertRefused("a.csv", shape, ValueType.U8, "its ending is none of .idx");
    assertRefused("a.idx", shape, ValueType.I64, "IDX has no I64; write .npy");
    assertRefused("folder", shape, ValueType.F32, "these are F32; write .npy");
    assertRefused("folder", new SampleShape(2, 2, 4), ValueType.U8, "1 channel or 3");
    assertRefused("no/such/a.npy", shape, ValueType.U8, "does not exist; create it first");
    assertRefused("no/such/folder", shape, ValueType.U8, "does not exist; create it first");
    assertThatThrownBy(
            () ->
                DataFiles.create(
                    dir.resolve("big.mat"), new SampleShape(1000, 1000, 1), ValueType.F32, 1000))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("more than a MATLAB v5 file holds");
    assertThat(dir).isEmptyDirectory();
  }

  private void assertRefused(String name, SampleShape shape, ValueType type, String words) {
    assertThatThrownBy(() -> DataFiles.create(dir.resolve(name), shape, type, 2))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(words);
  }

  @Test
  void slicesAreViews() {
    float[] values = {0, 1, 2, 3, 4, 5};
    Samples whole = Samples.of(SampleShape.vector(2), values);
    Samples slice = DataFiles.slice(whole, 1, 2);
    assertThat(all(slice)).containsExactly(2, 3, 4, 5);
    assertThatThrownBy(() -> slice.read(2, 1, new float[2], 0))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> DataFiles.slice(whole, 2, 2))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("has 3 samples");
  }

  private static SampleShape randomShape(Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> SampleShape.vector(1 + random.nextInt(300));
      case 1 -> new SampleShape(2 + random.nextInt(30), 1 + random.nextInt(30), 1);
      default ->
          new SampleShape(2 + random.nextInt(9), 1 + random.nextInt(9), 2 + random.nextInt(3));
    };
  }

  private static float[] randomValues(Random random, int n, ValueType type) {
    float[] values = new float[n];
    for (int i = 0; i < n; i++) {
      values[i] =
          switch (type) {
            case U8 -> random.nextInt(256);
            case I16 -> random.nextInt(65536) - 32768;
            case I32, I64 -> random.nextInt(1 << 24) - (1 << 23);
            case F32, F64 -> random.nextFloat() * 2000 - 1000;
          };
    }
    return values;
  }

  private static float[] slice(float[] values, int from, int n) {
    return Arrays.copyOfRange(values, from, from + n);
  }

  static void write(Path path, SampleShape shape, ValueType type, float[] values, Random random) {
    int n = values.length / shape.size();
    try (SampleSink sink = DataFiles.create(path, shape, type, n)) {
      for (int done = 0; done < n; ) {
        int batch = Math.min(n - done, 1 + random.nextInt(7));
        sink.write(values, done * shape.size(), batch);
        done += batch;
      }
      sink.commit();
    }
  }
}
