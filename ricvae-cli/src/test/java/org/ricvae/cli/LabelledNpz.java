package org.ricvae.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes an {@code .npz} as NumPy does: a matrix X, and a label y for each of its rows. */
final class LabelledNpz {
  private LabelledNpz() {}

  /** X has as many rows as there are labels. */
  static void write(Path file, double[] x, double[] y) throws IOException {
    Files.createDirectories(file.getParent());
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      member(zip, "X.npy", "(%d, %d)".formatted(y.length, x.length / y.length), x);
      member(zip, "y.npy", "(%d,)".formatted(y.length), y);
    }
  }

  private static void member(ZipOutputStream zip, String name, String shape, double[] values)
      throws IOException {
    String header = "{'descr': '<f8', 'fortran_order': False, 'shape': %s, }".formatted(shape);
    ByteBuffer npy = ByteBuffer.allocate(128 + 8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    npy.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0}).putShort((short) 118);
    npy.put("%-117s\n".formatted(header).getBytes(StandardCharsets.US_ASCII));
    for (double value : values) {
      npy.putDouble(value);
    }
    zip.putNextEntry(new ZipEntry(name));
    zip.write(npy.array());
  }
}
