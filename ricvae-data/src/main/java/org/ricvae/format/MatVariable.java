package org.ricvae.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.InflaterInputStream;
import org.ricvae.data.InputException;
import org.ricvae.data.Samples;
import org.ricvae.data.ValueType;

/**
 * One variable of a {@link Mat} file: an element of the file, deflated or not, made of elements for
 * its class, its sides, its name and its values.
 *
 * @param start where the element begins in the file
 * @param end where the next one begins
 * @param matClass MATLAB's number for the class; 6 to 15 are numeric
 * @param complex whether there are imaginary parts
 */
record MatVariable(
    String source,
    boolean little,
    long start,
    long end,
    String name,
    int matClass,
    boolean complex,
    List<Long> dims) {

  private static final int MI_MATRIX = 14;
  private static final int MI_COMPRESSED = 15;

  /** The longest name or list of sides that is read; MATLAB's names have at most 63 letters. */
  private static final int MAX_PART = 4096;

  private static final int COMPLEX_FLAG = 0x800;

  /** The head of an element: its type, its bytes, and how many more pad it to a multiple of 8. */
  private record Tag(int type, long bytes, int padding) {}

  /** Reads all but the values. */
  static MatVariable read(FileChannel file, long start, boolean little, String source)
      throws IOException {
    Reader outer = new Reader(stream(file, start), little);
    Tag tag = outer.tag();
    long end = start + 8 + tag.bytes();
    if (end > file.size()) {
      throw new InputException(
          "%s is truncated: a variable at byte %d is said to have %d bytes, and only %d follow; copy it again"
              .formatted(source, start, tag.bytes(), Math.max(0, file.size() - start - 8)));
    }
    Reader in = outer;
    if (tag.type() == MI_COMPRESSED) {
      in = new Reader(inflate(outer.in), little);
      tag = in.tag();
    }
    if (tag.type() != MI_MATRIX) {
      throw new InputException(
          "%s is damaged: at byte %d there is no variable".formatted(source, start));
    }
    int flags = in.numbers(in.part(source)).get(0).intValue();
    int matClass = flags & 0xff;
    if (matClass == 17) { // an object, which has no sides
      return new MatVariable(source, little, start, end, "an object", matClass, false, List.of());
    }
    List<Long> dims = in.numbers(in.part(source));
    String name = new String(in.part(source), ISO_8859_1);
    boolean complex = (flags & COMPLEX_FLAG) != 0;
    return new MatVariable(source, little, start, end, name, matClass, complex, dims);
  }

  /**
   * Whether the values are real numbers of a type that we have. What has no name is MATLAB's own.
   */
  boolean isUsable() {
    return matClass >= 6
        && matClass <= 14
        && !complex
        && !name.isEmpty()
        && dims.stream().allMatch(d -> d > 0);
  }

  String describe() {
    String kind =
        switch (matClass) {
          case 1 -> "cell array";
          case 2 -> "struct";
          case 4 -> "text";
          case 5 -> "sparse matrix: store full(...)";
          case 6, 7, 8, 9, 10, 11, 12, 13, 14 -> complex ? "complex" : "empty";
          case 15 -> "uint64";
          default -> "object";
        };
    return "%s (%s)".formatted(name, kind);
  }

  private ValueType type() {
    return switch (matClass) {
      case 6 -> ValueType.F64;
      case 7 -> ValueType.F32;
      case 8, 10 -> ValueType.I16;
      case 9 -> ValueType.U8;
      case 11, 12 -> ValueType.I32;
      default -> ValueType.I64;
    };
  }

  Samples samples(FileChannel file, ReadOptions options, Consumer<String> notes)
      throws IOException {
    Reader in = new Reader(stream(file, start), little);
    if (in.tag().type() == MI_COMPRESSED) {
      in = new Reader(inflate(in.in), little);
      in.tag();
    }
    for (int i = 0; i < 3; i++) {
      in.part(source);
    }
    Tag values = in.tag();
    ByteOrder order = little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    ArrayHeader header =
        new ArrayHeader(name, element(values.type()), type(), order, true, true, dims);
    long bytes = header.bytes(source);
    if (values.bytes() != bytes) {
      throw new InputException(
          "%s is damaged: %s of %s should take %d bytes and has %d"
              .formatted(source, name, header.describe(), bytes, values.bytes()));
    }
    Layout layout = new Layout(header, options, source);
    layout.explain(notes);
    try (Spool spool = new Spool(bytes, source)) {
      if (ArrayFile.copy(in.in, bytes, spool) != bytes) {
        throw new EOFException();
      }
      return layout.arrange(spool.finish(order));
    }
  }

  private Element element(int miType) {
    return switch (miType) {
      case 1 -> Element.I8;
      case 2 -> Element.U8;
      case 3 -> Element.I16;
      case 4 -> Element.U16;
      case 5 -> Element.I32;
      case 6 -> Element.U32;
      case 7 -> Element.F32;
      case 9 -> Element.F64;
      case 12 -> Element.I64;
      default ->
          throw new InputException(
              "%s is damaged: the values of %s have no known type (%d)"
                  .formatted(source, name, miType));
    };
  }

  private static InputStream stream(FileChannel file, long start) throws IOException {
    file.position(start);
    return new BufferedInputStream(Channels.newInputStream(file), 1 << 16);
  }

  private static InputStream inflate(InputStream in) {
    return new BufferedInputStream(new InflaterInputStream(in), 1 << 16);
  }

  /** Reads elements from a stream. */
  private static final class Reader {
    private final InputStream in;
    private final DataInputStream data;
    private final boolean little;

    Reader(InputStream in, boolean little) {
      this.in = in;
      this.data = new DataInputStream(in);
      this.little = little;
    }

    private int number() throws IOException {
      int number = data.readInt();
      return little ? Integer.reverseBytes(number) : number;
    }

    /** The head of an element; that of up to 4 bytes fits size and type in one number. */
    Tag tag() throws IOException {
      int type = number();
      int small = type >>> 16;
      if (small > 4) {
        throw new IOException("%d bytes where at most 4 fit".formatted(small));
      }
      if (small > 0) {
        return new Tag(type & 0xffff, small, 4 - small);
      }
      long bytes = Integer.toUnsignedLong(number());
      return new Tag(type, bytes, (int) (-bytes & 7));
    }

    byte[] part(String source) throws IOException {
      Tag tag = tag();
      if (tag.bytes() > MAX_PART) {
        throw new InputException(
            "%s is damaged: a part of a variable's head claims %d bytes"
                .formatted(source, tag.bytes()));
      }
      byte[] part = new byte[(int) tag.bytes()];
      data.readFully(part);
      data.skipNBytes(tag.padding());
      return part;
    }

    /** A part's 4-byte numbers. */
    List<Long> numbers(byte[] part) throws IOException {
      ByteBuffer buffer =
          ByteBuffer.wrap(part).order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
      List<Long> numbers = new ArrayList<>();
      while (buffer.remaining() >= 4) {
        numbers.add(Integer.toUnsignedLong(buffer.getInt()));
      }
      if (numbers.isEmpty()) {
        throw new EOFException();
      }
      return numbers;
    }
  }
}
