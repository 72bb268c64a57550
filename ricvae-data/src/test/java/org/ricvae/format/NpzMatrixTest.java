package org.ricvae.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.ricvae.data.InputException;

/** A matrix of any type is read and copied to the last bit, and what cannot be one is refused. */
class NpzMatrixTest {
  @TempDir Path dir;

  private static final NpzMatrix.Changes NONE = changes(-1, 0, null);

  private static NpzMatrix.Changes changes(long at, int column, String text) {
    return new NpzMatrix.Changes() {
      @Override
      public void row(long row, String[] texts) {
        if (row == at) {
          texts[column] = text;
        }
      }

      @Override
      public void end() {}
    };
  }

  private Path zip(Map<String, byte[]> members) throws IOException {
    Path file = dir.resolve("x.npz");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, byte[]> member : members.entrySet()) {
        zip.putNextEntry(new ZipEntry(member.getKey()));
        zip.write(member.getValue());
      }
    }
    return file;
  }

  private static byte[] member(Path file, String name) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile());
        InputStream in = zip.getInputStream(zip.getEntry(name))) {
      return in.readAllBytes();
    }
  }

  /** A .npy of the given header and values. */
  private static byte[] npy(String descr, boolean fortran, String shape, byte[] values) {
    String text =
        "{'descr': '%s', 'fortran_order': %s, 'shape': (%s), }"
            .formatted(descr, fortran ? "True" : "False", shape);
    byte[] header = (text + " ".repeat(127 - 10 - text.length()) + "\n").getBytes(UTF_8);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(
        new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) header.length, 0});
    all.writeBytes(header);
    all.writeBytes(values);
    return all.toByteArray();
  }

  private static byte[] doubles(String shape, double... values) {
    ByteBuffer buffer = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (double value : values) {
      buffer.putDouble(value);
    }
    return npy("<f8", false, shape, buffer.array());
  }

  private static Map<String, byte[]> members(byte[] x, byte[] y) {
    Map<String, byte[]> members = new LinkedHashMap<>();
    members.put("X.npy", x);
    if (y != null) {
      members.put("y.npy", y);
    }
    members.put("about.txt", "made by hand".getBytes(UTF_8));
    return members;
  }

  @ParameterizedTest
  @EnumSource
  void everyTypeIsCopiedToTheLastBit(Element element) throws IOException {
    int n = 6 * element.bytes();
    ByteBuffer values = ByteBuffer.allocate(n).order(ByteOrder.LITTLE_ENDIAN);
    String[] texts = {"0", "1", "100", "7", "13", "127"};
    if (!element.isWhole()) {
      texts = new String[] {"0.1", "-0.0", "1.0E-30", "-Infinity", "12345.678", "3"};
    }
    for (String text : texts) {
      element.put(values, text);
    }
    byte[] header = Npy.header(element, new int[] {2, 3});
    ByteArrayOutputStream x = new ByteArrayOutputStream();
    x.writeBytes(header);
    x.writeBytes(values.array());
    Path file = zip(members(x.toByteArray(), null));

    NpzMatrix matrix = NpzMatrix.open(file);
    assertThat(matrix.rows()).isEqualTo(2);
    assertThat(matrix.columns()).isEqualTo(3);
    assertThat(matrix.labels()).isEmpty();
    for (int i = 0; i < 6; i++) {
      assertThat(matrix.text(i / 3, i % 3)).isEqualTo(texts[i]);
      assertThat(matrix.holds(i / 3, i % 3, texts[i])).isTrue();
    }
    Path out = dir.resolve("out.npz");
    matrix.copy(out, NONE);
    assertThat(member(out, "X.npy")).isEqualTo(x.toByteArray());
    assertThat(member(out, "about.txt")).isEqualTo(member(file, "about.txt"));

    matrix.copy(out, changes(1, 2, "5"));
    NpzMatrix changed = NpzMatrix.open(out);
    assertThat(changed.text(1, 2)).isEqualTo("5");
    assertThat(changed.text(1, 1)).isEqualTo(texts[4]);
    changed.copy(out, changes(1, 2, texts[5]));
    assertThat(member(out, "X.npy")).isEqualTo(x.toByteArray());
  }

  @Test
  void fortranOrderAndBigEndianAreTheSameValues() throws IOException {
    ByteBuffer turned = ByteBuffer.allocate(16).order(ByteOrder.BIG_ENDIAN);
    for (int value : new int[] {1, 2, 300_000, -4}) {
      turned.putInt(value);
    }
    Path file = zip(members(npy(">i4", true, "2, 2", turned.array()), null));
    NpzMatrix matrix = NpzMatrix.open(file);
    assertThat(matrix.text(0, 1)).isEqualTo("300000");
    assertThat(matrix.text(1, 0)).isEqualTo("2");

    Path out = dir.resolve("out.npz");
    matrix.copy(out, changes(0, 0, "9"));
    NpzMatrix copy = NpzMatrix.open(out);
    assertThat(copy.text(0, 0)).isEqualTo("9");
    assertThat(copy.text(0, 1)).isEqualTo("300000");
    assertThat(copy.text(1, 1)).isEqualTo("-4");
    assertThat(new String(member(out, "X.npy"), 10, 60, UTF_8)).contains("'<i4'", "False");
  }

  @Test
  void missingValuesAndLabelsAreThere() throws IOException {
    Path file = zip(members(doubles("3, 1", 1, Double.NaN, 2), doubles("3,", 0, 1, 0)));
    NpzMatrix matrix = NpzMatrix.open(file);
    assertThat(matrix.text(1, 0)).isNull();
    assertThat(matrix.holds(1, 0, "1")).isFalse();
    assertThat(matrix.labels().orElseThrow()).containsExactly(false, true, false);
    assertThat(NpzMatrix.isLabelled(file)).isTrue();
    Path out = dir.resolve("out.npz");
    matrix.copy(out, changes(0, 0, ""));
    assertThat(NpzMatrix.open(out).text(0, 0)).isNull();
    assertThat(member(out, "y.npy")).isEqualTo(member(file, "y.npy"));
  }

  @ParameterizedTest
  @CsvSource({
    "U8,-3.2,0",
    "U8,300,255",
    "U8,6.6,7",
    "I8,-200,-128",
    "I16,1e9,32767",
    "U32,-1,0",
    "I64,1e30,9223372036854775807",
    "F32,-3.25,-3.25",
    "F64,1e300,1e300"
  })
  void whatATypeCannotHoldBecomesTheNearest(Element element, String number, String nearest) {
    assertThat(element.nearest(number)).isEqualTo(nearest);
  }

  @ParameterizedTest
  @CsvSource({"U8,-1", "U8,256", "I32,1.5", "I16,x", "F64,x", "U8,''"})
  void whatATypeCannotHoldIsRefused(Element element, String text) {
    assertThatThrownBy(() -> element.put(ByteBuffer.allocate(8), text))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(text);
  }

  @Test
  void whatIsNoTableIsRefusedAndNotTakenForOne() throws IOException {
    byte[] x = doubles("2, 2", 1, 2, 3, 4);
    byte[] y = doubles("2,", 0, 1);
    refused(Map.of("y.npy", y), "holds no array X");
    refused(
        members(doubles("4,", 1, 2, 3, 4), doubles("4,", 0, 0, 0, 1)), "needs rows and columns");
    refused(members(doubles("0, 2"), doubles("0,")), "needs rows and columns");
    refused(members(x, doubles("3,", 0, 1, 0)), "y needs a label for each");
    refused(members(npy("<U5", false, "2, 2", new byte[80]), y), "type '<U5'");
    refused(members(npy("<f8", false, "2, 3", new byte[8]), y), "truncated");

    Path nan = zip(members(x, doubles("2,", 0, Double.NaN)));
    assertThatThrownBy(() -> NpzMatrix.open(nan))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("y has no number in row 2");
    assertThat(NpzMatrix.isLabelled(zip(members(x, null)))).isFalse();
    int wide = NpzMatrix.MOST_COLUMNS + 1;
    assertThat(
            NpzMatrix.isLabelled(
                zip(members(doubles("1, " + wide, new double[wide]), doubles("1,", 0)))))
        .isFalse();
    assertThat(NpzMatrix.isLabelled(Files.writeString(dir.resolve("text.npz"), "no zip")))
        .isFalse();
    assertThat(NpzMatrix.isLabelled(dir.resolve("gone.npz"))).isFalse();
    assertThatThrownBy(() -> NpzMatrix.open(dir.resolve("text.npz")))
        .isInstanceOf(InputException.class);
  }

  private void refused(Map<String, byte[]> members, String message) throws IOException {
    Path file = zip(members);
    assertThatThrownBy(() -> NpzMatrix.open(file))
        .isInstanceOf(InputException.class)
        .hasMessageContainingAll("x.npz", message);
    if (!message.equals("truncated")) {
      assertThat(NpzMatrix.isLabelled(file)).isFalse();
    }
  }
}
