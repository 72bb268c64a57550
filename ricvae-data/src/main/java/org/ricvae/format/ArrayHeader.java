package org.ricvae.format;

import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.ricvae.data.InputException;
import org.ricvae.data.ValueType;

/**
 * What a file says about the array it holds.
 *
 * @param name the array's, for messages
 * @param element how each value lies in the file
 * @param type the type that is meant, which may be wider than the element
 * @param order of the bytes of a value
 * @param fortran whether the first dimension runs fastest
 * @param matlab whether pages of an array of three or four dimensions are its samples, as is the
 *     custom with MATLAB
 * @param dims the sides
 */
record ArrayHeader(
    String name,
    Element element,
    ValueType type,
    ByteOrder order,
    boolean fortran,
    boolean matlab,
    List<Long> dims) {

  /** An array of IDX or NumPy. */
  static ArrayHeader of(Element element, ByteOrder order, boolean fortran, long... dims) {
    return new ArrayHeader(
        "array",
        element,
        element.type(),
        order,
        fortran,
        false,
        LongStream.of(dims).boxed().toList());
  }

  /** The same array of one dimension as a table of one column. */
  ArrayHeader asColumn() {
    return new ArrayHeader(name, element, type, order, fortran, matlab, List.of(dims.get(0), 1L));
  }

  /** The sides as an array. */
  long[] sides() {
    return dims.stream().mapToLong(Long::longValue).toArray();
  }

  /** Steps along each dimension, in values. */
  long[] strides() {
    long[] strides = new long[dims.size()];
    long step = 1;
    for (int i = 0; i < strides.length; i++) {
      int k = fortran ? i : strides.length - 1 - i;
      strides[k] = step;
      step *= dims.get(k);
    }
    return strides;
  }

  /**
   * How many bytes the values take.
   *
   * @throws InputException where no file could hold them
   */
  long bytes(String source) {
    try {
      long bytes = element.bytes();
      for (long side : dims) {
        bytes = Math.multiplyExact(bytes, side);
      }
      return bytes;
    } catch (ArithmeticException e) {
      throw new InputException(
          "%s is damaged: its header speaks of %s values, more than any file holds"
              .formatted(source, describe()),
          e);
    }
  }

  /** The sides for a message: {@code 1965 x 28 x 20}. */
  String describe() {
    return dims.stream().map(Object::toString).collect(Collectors.joining(" x "));
  }
}
