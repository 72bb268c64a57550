package org.ricvae.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ricvae.data.InputException;

/**
 * NumPy's format, versions 1 to 3: a magic string, the header's length, and the header, which is a
 * dictionary in Python's notation; then the values. Nothing of the file is executed.
 *
 * @see <a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">NumPy's
 *     description</a>
 */
final class Npy {
  /** The longest header that is read: four dimensions take about 130 bytes. */
  private static final int MAX_HEADER = 64 << 10;

  private static final byte[] MAGIC = "\u0093NUMPY".getBytes(ISO_8859_1);
  private static final Pattern DESCR = Pattern.compile("'descr'\\s*:\\s*'([^']*)'");
  private static final Pattern FORTRAN = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
  private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([^)]*)\\)");
  private static final Pattern SIDE = Pattern.compile("\\d{1,18}L?");
  private static final Pattern TYPE = Pattern.compile("([<>|=]?)([a-zA-Z])(\\d*)");

  private Npy() {}

  static boolean matches(byte[] head) {
    return head.length >= MAGIC.length
        && Arrays.equals(head, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
  }

  /** Reads the header and leaves the stream at the first value. */
  static ArrayHeader header(InputStream in, String source) throws IOException {
    DataInputStream data = new DataInputStream(in);
    byte[] magic = new byte[MAGIC.length];
    data.readFully(magic);
    int version = data.readUnsignedByte();
    data.readUnsignedByte();
    if (!matches(magic) || version < 1 || version > 3) {
      throw new InputException(
          "%s is not a .npy array of format version 1, 2 or 3".formatted(source));
    }
    long length =
        version == 1
            ? Short.toUnsignedLong(Short.reverseBytes(data.readShort()))
            : Integer.toUnsignedLong(Integer.reverseBytes(data.readInt()));
    if (length > MAX_HEADER) {
      throw new InputException(
          "%s is damaged: its header claims %d bytes, at most %d are read"
              .formatted(source, length, MAX_HEADER));
    }
    byte[] text = new byte[(int) length];
    data.readFully(text);
    return parse(new String(text, ISO_8859_1), source);
  }

  private static ArrayHeader parse(String text, String source) {
    Matcher descr = DESCR.matcher(text);
    Matcher fortran = FORTRAN.matcher(text);
    Matcher shape = SHAPE.matcher(text);
    if (!descr.find()) {
      throw new InputException(
          text.contains("'descr'")
              ? "%s holds records of several fields; give an array of plain numbers"
                  .formatted(source)
              : "%s is damaged: its header names no type".formatted(source));
    }
    if (!fortran.find() || !shape.find()) {
      throw new InputException(
          "%s is damaged: its header names no order or no shape".formatted(source));
    }
    long[] dims = sides(shape.group(1), source);
    if (dims.length == 0) {
      throw new InputException(
          "%s holds a single number; an array of samples is needed".formatted(source));
    }
    Matcher type = TYPE.matcher(descr.group(1));
    Element element = type.matches() ? element(type.group(2) + type.group(3)) : null;
    if (element == null) {
      throw new InputException(
          "%s holds values of type '%s'%s; allowed are u1, u2, u4, i1, i2, i4, i8, f4, f8 and b1: convert it with astype"
              .formatted(
                  source, descr.group(1), descr.group(1).contains("O") ? " (Python objects)" : ""));
    }
    ByteOrder order = type.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    return ArrayHeader.of(element, order, fortran.group(1).equals("True"), dims);
  }

  private static long[] sides(String tuple, String source) {
    return Arrays.stream(tuple.split(","))
        .map(String::strip)
        .filter(side -> !side.isEmpty())
        .peek(
            side -> {
              if (!SIDE.matcher(side).matches()) {
                throw new InputException(
                    "%s is damaged: its header gives the shape (%s)".formatted(source, tuple));
              }
            })
        .mapToLong(side -> Long.parseLong(side.replace("L", "")))
        .toArray();
  }

  private static Element element(String type) {
    return switch (type) {
      case "u1", "b1" -> Element.U8;
      case "i1" -> Element.I8;
      case "u2" -> Element.U16;
      case "i2" -> Element.I16;
      case "u4" -> Element.U32;
      case "i4" -> Element.I32;
      case "i8" -> Element.I64;
      case "f4" -> Element.F32;
      case "f8" -> Element.F64;
      default -> null;
    };
  }

  /** The header of a file to write: little-endian, C order, the values aligned to 64 bytes. */
  static byte[] header(Element element, int[] dims) {
    String type =
        switch (element) {
          case U8 -> "|u1";
          case I8 -> "|i1";
          case U16 -> "<u2";
          case I16 -> "<i2";
          case U32 -> "<u4";
          case I32 -> "<i4";
          case I64 -> "<i8";
          case F32 -> "<f4";
          case F64 -> "<f8";
        };
    String shape = Arrays.stream(dims).mapToObj(String::valueOf).collect(Collectors.joining(", "));
    String text = "{'descr': '%s', 'fortran_order': False, 'shape': (%s), }".formatted(type, shape);
    int prefix = MAGIC.length + 4;
    int whole = (prefix + text.length() + 1 + 63) / 64 * 64;
    byte[] header = new byte[whole];
    Arrays.fill(header, (byte) ' ');
    ByteBuffer.wrap(header)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(MAGIC)
        .put((byte) 1)
        .put((byte) 0)
        .putShort((short) (whole - prefix))
        .put(text.getBytes(US_ASCII));
    header[whole - 1] = '\n';
    return header;
  }
}
