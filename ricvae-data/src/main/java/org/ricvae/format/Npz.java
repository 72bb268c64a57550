package org.ricvae.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.ricvae.data.InputException;
import org.ricvae.data.Samples;

/** NumPy's {@code .npz}: a ZIP file whose members are {@code .npy} arrays. */
final class Npz {
  /** The array that is taken where there are several, and the name under which ours is written. */
  static final String DEFAULT_MEMBER = "X";

  private static final String ENDING = ".npy";

  private Npz() {}

  /** Whether a file begins as a ZIP file does, of members or of none. */
  static boolean matches(byte[] head) {
    String start = new String(head, 0, Math.min(head.length, 4), ISO_8859_1);
    return start.equals("PK\u0003\u0004") || start.equals("PK\u0005\u0006");
  }

  static Samples open(Path path, ReadOptions options, Consumer<String> notes) throws IOException {
    try (ZipFile zip = new ZipFile(path.toFile())) {
      List<String> arrays =
          zip.stream()
              .map(ZipEntry::getName)
              .filter(name -> name.endsWith(ENDING))
              .map(name -> name.substring(0, name.length() - ENDING.length()))
              .toList();
      String member =
          Members.choose(path, arrays, options.member(), List.of(DEFAULT_MEMBER), "arrays");
      ZipEntry entry = zip.getEntry(member + ENDING);
      String source = "%s (%s)".formatted(path, member);
      CRC32 crc = new CRC32();
      try (InputStream raw = zip.getInputStream(entry);
          InputStream in = new BufferedInputStream(new CheckedInputStream(raw, crc), 1 << 16)) {
        Samples samples = ArrayFile.unpack(in, source, options, notes);
        if (crc.getValue() != entry.getCrc()) {
          throw new InputException(
              "%s is damaged: its checksum is wrong; copy it again".formatted(source));
        }
        return samples;
      }
    }
  }
}
