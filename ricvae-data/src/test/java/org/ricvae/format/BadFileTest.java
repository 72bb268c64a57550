package org.ricvae.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ricvae.data.InputException;
import org.ricvae.data.SampleShape;
import org.ricvae.data.ValueType;

/** Truncated, lying and foreign files are refused with one line that says what is wrong. */
class BadFileTest {
  @TempDir Path dir;

  @Test
  void idxThatLies() throws IOException {
    refused(idx(3, 100, 28, 28, 99 * 784), "truncated", "100 x 28 x 28", "78400", "77616");
    refused(idx(3, 100, 28, 28, 101 * 784), "damaged", "more follow");
    refused(idx(3, -1, -1, -1, 10), "damaged", "more than any file holds");
    refused(idx(3, -1, 1 << 20, 1, 10), "truncated");
    refused(idx(3, 0, 28, 28, 0), "empty array (0 x 28 x 28)");
    refused(idx(3, 1, 1 << 12, 1 << 12, 1 << 24), "too large");
    refused(idx(5, 1, 1, 1, 1), "5 dimensions");
    refused(new byte[] {0, 0, 8, 3, 0, 0}, "truncated");
    refused(gzip(idx(3, 100, 28, 28, 99 * 784)), "truncated", "77616 follow");
    refused(gzip(idx(3, 1, 28, 28, 2 * 784)), "damaged", "more follow");
  }

  @Test
  void gzipThatEndsEarlyOrRotted() throws IOException {
    byte[] random = new byte[16 + 7840];
    new Random(1).nextBytes(random);
    System.arraycopy(idx(3, 10, 28, 28, 0), 0, random, 0, 16);
    byte[] whole = gzip(random);
    refused(Arrays.copyOf(whole, whole.length / 2), "truncated");
    refused(Arrays.copyOf(whole, whole.length - 4), "too early (truncated)");
    whole[whole.length - 6] ^= 1;
    refused(whole, "Corrupt GZIP trailer", "damaged");
    refused(gzip("hello, world".getBytes(ISO_8859_1)), "neither an IDX nor a .npy array");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "{'descr': '<f4', 'fortran_order': False, 'shape': (9, 2), } ; truncated",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (1, 1), } ; more follow",
        "{'descr': '<f8', 'fortran_order': False, 'shape': (999999999999, 999999999), } ; more than any file holds",
        "{'descr': '<f8', 'fortran_order': True, 'shape': (999999999999, 9), } ; truncated",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (0, 4), } ; empty array (0 x 4)",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (), } ; single number",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (1,1,1,1,4), } ; 5 dimensions",
        "{'descr': '|O', 'fortran_order': False, 'shape': (4,), } ; Python objects",
        "{'descr': '<c8', 'fortran_order': False, 'shape': (2,), } ; '<c8'",
        "{'descr': '<U4', 'fortran_order': False, 'shape': (1,), } ; type '<U4'",
        "{'descr': '<f2', 'fortran_order': False, 'shape': (8,), } ; '<f2'",
        "{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (4,), } ; records of several fields",
        "{'fortran_order': False, 'shape': (4,), } ; names no type",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (-4,), } ; gives the shape (-4,)",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999999999999,), } ; gives the shape",
      })
  void npyThatLies(String header, String words) throws IOException {
    refused(npy(1, header.length(), header), words);
  }

  @Test
  void npyWithABadHead() throws IOException {
    refused(npy(1, 60000, "{'descr': '<f4'"), "truncated");
    refused(npy(2, Integer.MAX_VALUE, "{"), "header claims 2147483647 bytes, at most 65536");
    refused(npy(3, -1, "{"), "header claims 4294967295 bytes");
    refused(npy(9, 1, "{"), "format version 1, 2 or 3");
  }

  @Test
  void npzThatIsNotWhatItSeems() throws IOException {
    String header = "{'descr': '<f4', 'fortran_order': False, 'shape': (4, 1), }";
    byte[] array = npy(1, header.length(), header);
    refused(zip(array, "a.npy", "b.npy"), "several arrays", "say which member", "a, b");
    refused(zip(array, "readme.txt"), "no numeric arrays");
    refused(zip(array), "no numeric arrays");
    refused(zip("text".getBytes(ISO_8859_1), "X.npy"), "(X)", "neither");
    byte[] whole = zip(array, "X.npy");
    refused(Arrays.copyOf(whole, whole.length / 2), "cannot read");
    byte[] rotten = whole.clone();
    rotten[60] ^= 0x55;
    refused(rotten, "file.bin");
    Path path = Files.write(dir.resolve("x.npz"), zip(array, "a.npy", "b.npy"));
    assertThatThrownBy(() -> DataFiles.open(path, ReadOptions.DEFAULT.withMember("c")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no 'c' among its arrays: a, b");
  }

  /** Stored, so that nothing but the checksum can tell. */
  @Test
  void npzWhoseChecksumIsWrong() throws IOException {
    String header = "{'descr': '<f4', 'fortran_order': False, 'shape': (4, 1), }";
    byte[] array = npy(1, header.length(), header);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      ZipEntry entry = new ZipEntry("X.npy");
      entry.setMethod(ZipEntry.STORED);
      entry.setSize(array.length);
      CRC32 crc = new CRC32();
      crc.update(array);
      entry.setCrc(crc.getValue());
      zip.putNextEntry(entry);
      zip.write(array);
    }
    byte[] file = bytes.toByteArray();
    file[30 + "X.npy".length() + array.length - 1] ^= 1;
    refused(file, "(X) is damaged: its checksum is wrong");
  }

  @Test
  void matThatLies() throws IOException {
    Path path = dir.resolve("good.mat");
    RoundTripTest.write(
        path, new SampleShape(4, 4, 1), ValueType.U8, new float[160], new Random(1));
    byte[] good = Files.readAllBytes(path);
    refused(Arrays.copyOf(good, good.length - 8), "truncated", "variable at byte 128");
    refused(Arrays.copyOf(good, 128), "no numeric variables");
    refused(Arrays.copyOf(good, 132), "truncated");
    ByteBuffer lie = ByteBuffer.wrap(good.clone()).order(ByteOrder.LITTLE_ENDIAN);
    lie.putInt(160, 1 << 30); // the first side
    refused(lie.array(), "X of 1073741824 x 4 x 10 should take 42949672960 bytes and has 160");
    lie = ByteBuffer.wrap(good.clone()).order(ByteOrder.LITTLE_ENDIAN);
    lie.putInt(156, 1 << 30); // bytes of the list of sides
    refused(lie.array(), "head claims 1073741824 bytes");
    lie = ByteBuffer.wrap(good.clone()).order(ByteOrder.LITTLE_ENDIAN);
    lie.putInt(128, 99);
    refused(lie.array(), "at byte 128 there is no variable");
    lie = ByteBuffer.wrap(good.clone()).order(ByteOrder.LITTLE_ENDIAN);
    lie.putInt(144, 5);
    refused(lie.array(), "no real numeric array, only X (sparse matrix: store full(...))");
    byte[] hdf5 = Arrays.copyOf("MATLAB 7.3 MAT-file, Platform".getBytes(ISO_8859_1), 600);
    refused(hdf5, "v7.3 (HDF5)", "save it with -v7");

    Random random = new Random(1); // whatever is wrong, it is never our fault
    for (int i = 0; i < 2000; i++) {
      byte[] garbage = good.clone();
      garbage[128 + random.nextInt(80)] = (byte) random.nextInt();
      Path bad = Files.write(dir.resolve("bad.mat"), garbage);
      try {
        DataFiles.open(bad, ReadOptions.DEFAULT).close();
      } catch (InputException expected) {
        // one line
      }
    }
  }

  @Test
  void whatIsNoDataAtAll() throws IOException {
    refused("a,b\n1,2\n".getBytes(ISO_8859_1), "no format that can be read", ".npy");
    refused(new byte[0], "is empty");
    assertThatThrownBy(() -> DataFiles.open(dir.resolve("nowhere"), ReadOptions.DEFAULT))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("there is no file or folder");
  }

  @Test
  void optionsThatDoNotFit() throws IOException {
    Path path = Files.write(dir.resolve("x.idx"), idx(3, 2, 28, 28, 2 * 784));
    ReadOptions options = ReadOptions.DEFAULT;
    assertThatThrownBy(() -> DataFiles.open(path, options.withShape(new SampleShape(28, 20, 1))))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("samples have 784 values: the shape 28x20 has 560");
    assertThatThrownBy(() -> DataFiles.open(path, options.withResize(new ReadOptions.Size(9, 9))))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("only image files are resized");
    assertThatThrownBy(() -> DataFiles.open(path, options.withMember("X")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("leave the member out");
    assertThatThrownBy(() -> ReadOptions.parseShape("28*20"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("'28*20' is not a shape");
    assertThatThrownBy(() -> ReadOptions.parseShape("0x20")).isInstanceOf(InputException.class);
    assertThatThrownBy(() -> options.withColumnMajor(true)).isInstanceOf(InputException.class);
  }

  private void refused(byte[] content, String... words) throws IOException {
    Path path = Files.write(dir.resolve("file.bin"), content);
    assertThatThrownBy(() -> DataFiles.open(path, ReadOptions.DEFAULT))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("file.bin")
        .hasMessageContainingAll(words)
        .hasMessageNotContaining("\n");
  }

  private static byte[] idx(int dims, int n, int height, int width, int bytes) {
    ByteBuffer buffer = ByteBuffer.allocate(4 + 4 * dims + bytes);
    buffer.put(new byte[] {0, 0, 8, (byte) dims}).putInt(n).putInt(height).putInt(width);
    return buffer.array();
  }

  /** Four 4-byte values behind any header. */
  private static byte[] npy(int version, int length, String header) {
    ByteBuffer buffer = ByteBuffer.allocate(12 + header.length() + 16);
    buffer.order(ByteOrder.LITTLE_ENDIAN).put("\u0093NUMPY".getBytes(ISO_8859_1));
    buffer.put((byte) version).put((byte) 0);
    if (version == 1) {
      buffer.putShort((short) length);
    } else {
      buffer.putInt(length);
    }
    buffer.put(header.getBytes(ISO_8859_1));
    return Arrays.copyOf(buffer.array(), buffer.position() + 16);
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content);
    }
    return bytes.toByteArray();
  }

  private static byte[] zip(byte[] content, String... names) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
      }
    }
    return bytes.toByteArray();
  }
}
