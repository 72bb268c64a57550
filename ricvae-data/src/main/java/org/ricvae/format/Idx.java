package org.ricvae.format;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.ricvae.data.InputException;

/**
 * The IDX format of the MNIST data: two zero bytes, a byte for the type, a byte for the number of
 * dimensions, each side as a big-endian 4-byte number, then the values, row by row, big-endian.
 */
final class Idx {
  private Idx() {}

  static boolean matches(byte[] head) {
    return head.length >= 4 && head[0] == 0 && head[1] == 0 && isType(head[2]) && head[3] != 0;
  }

  private static boolean isType(byte code) {
    return switch (code) {
      case 0x08, 0x09, 0x0b, 0x0c, 0x0d, 0x0e -> true;
      default -> false;
    };
  }

  /** Reads the header and leaves the stream at the first value. */
  static ArrayHeader header(InputStream in, String source) throws IOException {
    DataInputStream data = new DataInputStream(in);
    int magic = data.readInt();
    Element element =
        switch (magic >>> 8) {
          case 0x08 -> Element.U8;
          case 0x09 -> Element.I8;
          case 0x0b -> Element.I16;
          case 0x0c -> Element.I32;
          case 0x0d -> Element.F32;
          case 0x0e -> Element.F64;
          default -> throw new InputException("%s is not an IDX file".formatted(source));
        };
    long[] dims = new long[magic & 0xff];
    for (int i = 0; i < dims.length; i++) {
      dims[i] = Integer.toUnsignedLong(data.readInt());
    }
    return ArrayHeader.of(element, ByteOrder.BIG_ENDIAN, false, dims);
  }

  /** The header of a file to write. */
  static byte[] header(Element element, int[] dims, String target) {
    int code =
        switch (element) {
          case U8 -> 0x08;
          case I8 -> 0x09;
          case I16 -> 0x0b;
          case I32 -> 0x0c;
          case F32 -> 0x0d;
          case F64 -> 0x0e;
          case U16, U32, I64 ->
              throw new InputException(
                  "%s: IDX has no %s; write .npy".formatted(target, element.type()));
        };
    ByteBuffer header = ByteBuffer.allocate(4 + 4 * dims.length);
    header.putInt(code << 8 | dims.length);
    for (int side : dims) {
      header.putInt(side);
    }
    return header.array();
  }
}
