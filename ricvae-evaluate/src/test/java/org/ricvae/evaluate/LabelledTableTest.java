package org.ricvae.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ricvae.data.InputException;

class LabelledTableTest {
  @TempDir Path dir;

  @Test
  void readsRealSets() {
    List<LabelledTable> tables = LabelledTable.folder(SharedData.file("adbench/classical"));
    assertThat(tables).hasSize(21);
    LabelledTable cardio =
        tables.stream().filter(t -> t.name().equals("6_cardio")).findFirst().orElseThrow();
    assertThat(cardio.rows().rows()).isEqualTo(1831);
    assertThat(cardio.rows().columns()).isEqualTo(21);
    assertThat(cardio.outliers()).isEqualTo(176);
  }

  @Test
  void findsSetsInFoldersWithin() throws IOException {
    Files.createDirectories(dir.resolve("b"));
    double[][] rows = {{0, 1}, {2, Double.NaN}, {4, 5}, {1, 1}, {2, 2}, {3, 3}, {4, 4}, {9, 9}};
    npz("b/two.npz", rows, 0, 0, 0, 0, 0, 0, 0, 1);
    npz("one.npz", rows, 1, 0, 0, 0, 0, 0, 0, 0);
    List<LabelledTable> tables = LabelledTable.folder(dir);
    assertThat(tables).extracting(LabelledTable::name).containsExactly("b/two", "one");
    assertThat(tables.get(0).rows().get(1, 1)).isNaN();
    assertThat(tables.get(0).rows().get(7, 0)).isEqualTo(9);
    assertThat(tables.get(1).outlier()[0]).isTrue();
  }

  @Test
  void refusesWhatCannotBeUsed() throws IOException {
    assertRefused("there is no folder");
    Files.createDirectories(dir.resolve("sets"));
    assertRefused("holds no .npz file");
    double[][] rows = new double[8][2];
    npz("sets/x.npz", rows, 0, 0, 0, 0, 0, 0, 0, 2);
    assertRefused("y[7] is 2.0");
    npz("sets/x.npz", rows, 0, 0, 0, 0, 0, 0, 0, 0);
    assertRefused("all labels y are 0");
    npz("sets/x.npz", rows, 0, 1);
    assertRefused("y holds 2");
    npz("sets/x.npz", new double[1][2], 1);
    assertRefused("1 rows; at least 8");
    rows[3][1] = Double.NEGATIVE_INFINITY;
    npz("sets/x.npz", rows, 0, 0, 0, 0, 0, 0, 0, 1);
    assertRefused("X[3, 1] is infinite");
  }

  private void assertRefused(String reason) {
    assertThatThrownBy(() -> LabelledTable.folder(dir.resolve("sets")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(reason);
  }

  private void npz(String name, double[][] rows, double... labels) throws IOException {
    double[] values = new double[rows.length * rows[0].length];
    for (int i = 0; i < values.length; i++) {
      values[i] = rows[i / rows[0].length][i % rows[0].length];
    }
    try (OutputStream out = Files.newOutputStream(dir.resolve(name));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      member(zip, "X", rows.length + ", " + rows[0].length, values);
      member(zip, "y", labels.length + ",", labels);
    }
  }

  private static void member(ZipOutputStream zip, String name, String shape, double[] values)
      throws IOException {
    String header = "{'descr': '<f8', 'fortran_order': False, 'shape': (%s), }".formatted(shape);
    header += " ".repeat(63 - (10 + header.length()) % 64) + "\n";
    ByteBuffer bytes =
        ByteBuffer.allocate(10 + header.length() + 8 * values.length)
            .order(ByteOrder.LITTLE_ENDIAN);
    bytes.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII));
    bytes.put((byte) 1).put((byte) 0).putShort((short) header.length());
    bytes.put(header.getBytes(StandardCharsets.US_ASCII));
    for (double value : values) {
      bytes.putDouble(value);
    }
    zip.putNextEntry(new ZipEntry(name + ".npy"));
    zip.write(bytes.array());
    zip.closeEntry();
  }
}
