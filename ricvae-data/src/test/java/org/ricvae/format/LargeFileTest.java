package org.ricvae.format;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ricvae.data.InputException;
import org.ricvae.data.SampleShape;
import org.ricvae.data.Samples;
import org.ricvae.data.ValueType;

/** What does not fit one buffer of Java's, or memory. */
class LargeFileTest {
  @TempDir Path dir;

  /** A file with holes: 5 GiB that take a few blocks. */
  @Test
  void filesBeyondTwoGigabytesAreMappedInWindows() throws IOException {
    Path path = dir.resolve("big.idx");
    int n = 5 << 20;
    int side = 1024;
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      file.writeInt(0x00000802);
      file.writeInt(n);
      file.writeInt(side);
      file.setLength(12 + (long) n * side);
      for (long at : new long[] {0, (1L << 30) - 1, 1L << 30, (1L << 31) + 5, 5L << 30}) {
        file.seek(12 + at - (at == 5L << 30 ? 1 : 0));
        file.write(77);
      }
    }
    try (Samples samples = DataFiles.open(path, ReadOptions.DEFAULT)) {
      assertThat(samples.count()).isEqualTo(n);
      float[] rows = new float[2 * side];
      samples.read((1 << 20) - 1, 2, rows, 0); // across the border of two windows
      assertThat(rows[side - 1]).isEqualTo(77);
      assertThat(rows[side]).isEqualTo(77);
      samples.read(2 << 20, 1, rows, 0);
      assertThat(rows[5]).isEqualTo(77);
      samples.read(n - 1, 1, rows, 0);
      assertThat(rows[side - 1]).isEqualTo(77);
    }
  }

  /** 80 MB by columns: turned into rows in a temporary file, which has no name. */
  @Test
  void largeColumnsAreTurnedOnDisk() throws IOException {
    int n = 100_000;
    int d = 100;
    Path path = dir.resolve("columns.npy");
    String header = "{'descr': '<f8', 'fortran_order': True, 'shape': (%d, %d), }".formatted(n, d);
    ByteBuffer column = ByteBuffer.allocate(8 * n).order(ByteOrder.LITTLE_ENDIAN);
    try (FileChannel out =
        FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      ByteBuffer head = ByteBuffer.allocate(10 + header.length()).order(ByteOrder.LITTLE_ENDIAN);
      head.put((byte) 0x93).put("NUMPY\1\0".getBytes(US_ASCII)).putShort((short) header.length());
      out.write(head.put(header.getBytes(US_ASCII)).flip());
      for (int j = 0; j < d; j++) {
        column.clear();
        for (int i = 0; i < n; i++) {
          column.putDouble(value(i, j));
        }
        out.write(column.flip());
      }
    }
    long before = spools();
    Samples samples = DataFiles.open(path, ReadOptions.DEFAULT);
    assertThat(spools()).isEqualTo(before);
    assertThat(samples.shape()).isEqualTo(SampleShape.vector(d));
    // many threads at once see the same
    assertThat(
            IntStream.range(0, 2000)
                .parallel()
                .allMatch(
                    k -> {
                      int i = new Random(k).nextInt(n);
                      float[] row = new float[d];
                      samples.read(i, 1, row, 0);
                      return IntStream.range(0, d).allMatch(j -> row[j] == value(i, j));
                    }))
        .isTrue();
  }

  private static int value(int i, int j) {
    return (i * 31 + j * 17) % 9973;
  }

  private static long spools() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files.filter(file -> file.toString().endsWith(".spool")).count();
    }
  }

  /** A header of 60 bytes must not fill the disk before the lie shows. */
  @Test
  void aBombIsRefusedForWantOfSpace() throws IOException {
    Path path = dir.resolve("bomb.npy.gz");
    String header = "{'descr': '<f8', 'fortran_order': False, 'shape': (99999999999999, 1000), }";
    ByteBuffer head = ByteBuffer.allocate(10 + header.length()).order(ByteOrder.LITTLE_ENDIAN);
    head.put((byte) 0x93).put("NUMPY\1\0".getBytes(US_ASCII)).putShort((short) header.length());
    head.put(header.getBytes(US_ASCII));
    try (var out = new GZIPOutputStream(Files.newOutputStream(path))) {
      out.write(head.array());
    }
    assertThatThrownBy(() -> DataFiles.open(path, ReadOptions.DEFAULT))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("bomb.npy.gz needs 762,939,453,124 MiB of temporary space")
        .hasMessageContaining("-Djava.io.tmpdir=FOLDER");
  }

  @Test
  void oneSampleOfManyIsWrittenInPieces() {
    SampleShape shape = new SampleShape(300, 300, 1); // more bytes than a buffer of the sink
    float[] values = new float[3 * shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = i;
    }
    Path path = dir.resolve("x.npz");
    RoundTripTest.write(path, shape, ValueType.F32, values, new Random(1));
    assertThat(SharedData.all(DataFiles.open(path, ReadOptions.DEFAULT))).isEqualTo(values);
  }
}
