package org.ricvae.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.ricvae.data.InputException;
import org.ricvae.data.Samples;

/**
 * MATLAB's format of versions 5 to 7: a header of 128 bytes, then one element a variable, often
 * deflated. A variable is unpacked straight to its place; only its own bytes are read.
 *
 * @see <a href="https://www.mathworks.com/help/pdf_doc/matlab/matfile_format.pdf">MAT-File
 *     Format</a>
 */
final class Mat {
  /** The header of the file. */
  static final int HEADER = 128;

  /** Names under which images are usually kept, the likeliest first. */
  private static final List<String> USUAL = List.of("X", "fea", "ff", "data", "images");

  private Mat() {}

  /** Whether the first 128 bytes are those of a version 5 file, of either byte order. */
  static boolean matches(byte[] head) {
    if (head.length < HEADER) {
      return false;
    }
    String end = new String(head, 124, 4, ISO_8859_1);
    return end.equals("\0\u0001IM") || end.equals("\u0001\0MI");
  }

  /** Whether the file is of version 7.3, that is HDF5. */
  static boolean isHdf5(byte[] head) {
    String start = new String(head, ISO_8859_1);
    return start.startsWith("MATLAB 7.3") || start.startsWith("\u0089HDF\r\n\u001a\n");
  }

  static Samples open(Path path, byte[] head, ReadOptions options, Consumer<String> notes)
      throws IOException {
    boolean little = head[126] == 'I';
    try (FileChannel file = FileChannel.open(path)) {
      List<MatVariable> variables = new ArrayList<>();
      long position = HEADER;
      while (position < file.size()) {
        MatVariable variable = MatVariable.read(file, position, little, path.toString());
        variables.add(variable);
        position = variable.end();
      }
      List<MatVariable> numeric = variables.stream().filter(MatVariable::isUsable).toList();
      if (numeric.isEmpty() && !variables.isEmpty()) {
        throw new InputException(
            "%s holds no real numeric array, only %s"
                .formatted(
                    path,
                    variables.stream()
                        .map(MatVariable::describe)
                        .collect(Collectors.joining(", "))));
      }
      String member =
          Members.choose(
              path,
              numeric.stream().map(MatVariable::name).toList(),
              options.member(),
              USUAL,
              "variables");
      MatVariable chosen =
          numeric.stream().filter(v -> v.name().equals(member)).findFirst().orElseThrow();
      return chosen.samples(file, options, notes);
    }
  }
}
