package org.ricvae.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.ricvae.format.SharedData.all;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ricvae.data.InputException;
import org.ricvae.data.SampleShape;
import org.ricvae.data.Samples;
import org.ricvae.data.ValueType;
import org.ricvae.format.ReadOptions.Axis;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.MatlabType;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Sink;
import us.hebi.matlab.mat.types.Sinks;

/** Other people's programs read what we write, and we read what they write. */
class OtherToolsTest {
  @TempDir Path dir;

  @Test
  void mflReadsOurMat() throws IOException {
    for (ValueType type : ValueType.values()) {
      SampleShape shape = new SampleShape(3, 4, 2);
      float[] values = numbers(5 * shape.size());
      Path path = dir.resolve(type + ".mat");
      RoundTripTest.write(path, shape, type, values, new Random(1));
      Matrix x = Mat5.readFromFile(path.toFile()).getMatrix("X");
      assertThat(x.getDimensions()).containsExactly(3, 4, 2, 5);
      for (int i = 0; i < values.length; i++) {
        int c = i % 2;
        int column = i / 2 % 4;
        int row = i / 8 % 3;
        int n = i / 24;
        assertThat(x.getFloat(new int[] {row, column, c, n})).isEqualTo(values[i]);
      }
    }
    Path table = dir.resolve("table.mat");
    RoundTripTest.write(table, SampleShape.vector(3), ValueType.F64, numbers(6), new Random(1));
    Matrix x = Mat5.readFromFile(table.toFile()).getMatrix("X");
    assertThat(x.getDimensions()).containsExactly(2, 3);
    assertThat(x.getDouble(1, 0)).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({"true, 0", "true, 6", "false, 0", "false, 6"})
  void weReadMflsMat(boolean little, int level) throws IOException {
    Matrix table = Mat5.newMatrix(3, 2, MatlabType.Double);
    for (int row = 0; row < 3; row++) {
      table.setDouble(row, 0, row);
      table.setDouble(row, 1, 10.5 + row);
    }
    Matrix pages = Mat5.newMatrix(new int[] {2, 2, 3}, MatlabType.Int16);
    pages.setInt(new int[] {1, 0, 2}, -7);
    byte[] header = new byte[128];
    header[little ? 125 : 124] = 1;
    header[126] = (byte) (little ? 'I' : 'M');
    header[127] = (byte) (little ? 'M' : 'I');
    Path path = dir.resolve("x.mat");
    try (Sink sink = Sinks.newStreamingFile(path.toFile())) {
      sink.order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
      sink.writeBytes(header, 0, header.length);
      Mat5.newWriter(sink)
          .setDeflateLevel(level)
          .writeArray("words", Mat5.newString("text"))
          .writeArray("struct", Mat5.newStruct().set("a", Mat5.newScalar(1)))
          .writeArray("table", table)
          .writeArray("pages", pages)
          .writeArray("complex", Mat5.newComplex(2, 2))
          .flush();
    }
    assertThatThrownBy(() -> DataFiles.open(path, ReadOptions.DEFAULT))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("several variables, say which member to read: table, pages");

    Samples rows = DataFiles.open(path, ReadOptions.DEFAULT.withMember("table"));
    assertThat(rows.type()).isEqualTo(ValueType.F64);
    assertThat(all(rows)).containsExactly(0, 10.5f, 1, 11.5f, 2, 12.5f);
    List<String> notes = new ArrayList<>();
    Samples images = DataFiles.open(path, ReadOptions.DEFAULT.withMember("pages"), notes::add);
    assertThat(images.count()).isEqualTo(3);
    assertThat(images.type()).isEqualTo(ValueType.I16);
    assertThat(all(images)).containsExactly(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -7, 0);
    assertThat(notes).singleElement().asString().contains("3 samples of 2x2 (one a page)");
    Samples first =
        DataFiles.open(path, ReadOptions.DEFAULT.withMember("pages").withAxis(Axis.FIRST));
    assertThat(first.count()).isEqualTo(2);
    assertThat(first.shape()).isEqualTo(new SampleShape(2, 3, 1));
  }

  @Test
  void numpyReadsOurs() throws Exception {
    float[] values = numbers(2 * 3 * 4 * 3);
    for (ValueType type : ValueType.values()) {
      for (String ending : List.of(".npy", ".npz")) {
        RoundTripTest.write(
            dir.resolve(type + ending), new SampleShape(3, 4, 3), type, values, new Random(1));
      }
    }
    RoundTripTest.write(
        dir.resolve("table.npy"), SampleShape.vector(36), ValueType.F32, values, new Random(1));
    python(
        """
        import numpy as np
        types = dict(U8='u1', I16='<i2', I32='<i4', I64='<i8', F32='<f4', F64='<f8')
        for name, dtype in types.items():
            for x in np.load(name + '.npy'), np.load(name + '.npz')['X']:
                assert x.shape == (2, 3, 4, 3) and x.dtype == np.dtype(dtype), (x.shape, x.dtype)
                assert (x.ravel() == np.arange(72)).all()
        assert np.load('table.npy', mmap_mode='r').shape == (2, 36)
        """);
  }

  @Test
  void weReadNumpys() throws Exception {
    python(
        """
        import numpy as np, gzip
        x = np.arange(120).reshape(5, 2, 4, 3)
        for t in 'b1 u1 i1 <u2 >u2 <i2 >i2 <u4 >i4 <i8 >i8 <f4 >f4 <f8 >f8'.split():
            for order in 'CF':
                for shape in (120,), (5, 24), (5, 6, 4), (5, 2, 4, 3):
                    y = np.array(x.reshape(shape).astype(t), order=order)
                    name = t.replace('<', 'l').replace('>', 'b') + order + str(len(shape))
                    np.save(name + '.npy', y)
                    (np.savez if order == 'C' else np.savez_compressed)(name + '.npz', data=y)
        np.lib.format.write_array(open('v2.npy', 'wb'), x, version=(2, 0))
        np.lib.format.write_array(open('v3.npy', 'wb'), x, version=(3, 0))
        np.save(gzip.open('z.npy.gz', 'wb'), x)
        np.savez('several.npz', y=x[:, 0, 0, 0], X=x)
        """);
    int read = 0;
    try (var files = Files.list(dir)) {
      for (Path file : files.filter(f -> !f.toString().endsWith(".py")).toList()) {
        Samples samples = DataFiles.open(file, ReadOptions.DEFAULT);
        float[] values = all(samples);
        assertThat(values).as(file.toString()).hasSize(120);
        boolean bits = file.getFileName().toString().startsWith("b1");
        for (int i = 0; i < values.length; i++) {
          assertThat(values[i]).as(file.toString()).isEqualTo(bits ? Math.min(i, 1) : i);
        }
        read++;
      }
    }
    assertThat(read).isEqualTo(15 * 2 * 4 * 2 + 4);
  }

  private static float[] numbers(int n) {
    float[] values = new float[n];
    for (int i = 0; i < n; i++) {
      values[i] = i;
    }
    return values;
  }

  private void python(String script) throws IOException, InterruptedException {
    assumeTrue(run("import numpy"), "python3 with numpy is not installed");
    assertThat(run(script)).as("the script in Python").isTrue();
  }

  private boolean run(String script) throws IOException, InterruptedException {
    try {
      Process process =
          new ProcessBuilder("python3", "-c", script)
              .directory(dir.toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false; // no python3
    }
  }
}
