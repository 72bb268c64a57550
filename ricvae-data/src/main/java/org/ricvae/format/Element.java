package org.ricvae.format;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import org.ricvae.data.InputException;
import org.ricvae.data.ValueType;

/** How one value lies on disk. A superset of {@link ValueType}, which is what we write. */
enum Element {
  U8(1, ValueType.U8),
  I8(1, ValueType.I16),
  U16(2, ValueType.I32),
  I16(2, ValueType.I16),
  U32(4, ValueType.I64),
  I32(4, ValueType.I32),
  I64(8, ValueType.I64),
  F32(4, ValueType.F32),
  F64(8, ValueType.F64);

  private final int bytes;
  private final ValueType type;

  Element(int bytes, ValueType type) {
    this.bytes = bytes;
    this.type = type;
  }

  /** The element in which a type is written. */
  static Element of(ValueType type) {
    return switch (type) {
      case U8 -> U8;
      case I16 -> I16;
      case I32 -> I32;
      case I64 -> I64;
      case F32 -> F32;
      case F64 -> F64;
    };
  }

  /** Bytes a value. */
  int bytes() {
    return bytes;
  }

  /** The smallest type that holds every value of this element. */
  ValueType type() {
    return type;
  }

  /** Reads n values from byte {@code at} on. */
  void get(ByteBuffer from, int at, int n, float[] dst, int offset) {
    switch (this) {
      case U8 -> {
        for (int i = 0; i < n; i++) {
          dst[offset + i] = from.get(at + i) & 0xff;
        }
      }
      case I8 -> {
        for (int i = 0; i < n; i++) {
          dst[offset + i] = from.get(at + i);
        }
      }
      case U16 -> {
        for (int i = 0; i < n; i++) {
          dst[offset + i] = from.getShort(at + 2 * i) & 0xffff;
        }
      }
      case I16 -> {
        for (int i = 0; i < n; i++) {
          dst[offset + i] = from.getShort(at + 2 * i);
        }
      }
      case U32 -> {
        for (int i = 0; i < n; i++) {
          dst[offset + i] = from.getInt(at + 4 * i) & 0xffff_ffffL;
        }
      }
      case I32 -> {
        for (int i = 0; i < n; i++) {
          dst[offset + i] = from.getInt(at + 4 * i);
        }
      }
      case I64 -> {
        for (int i = 0; i < n; i++) {
          dst[offset + i] = from.getLong(at + 8 * i);
        }
      }
      case F32 -> {
        for (int i = 0; i < n; i++) {
          dst[offset + i] = from.getFloat(at + 4 * i);
        }
      }
      case F64 -> {
        for (int i = 0; i < n; i++) {
          dst[offset + i] = (float) from.getDouble(at + 8 * i);
        }
      }
    }
  }

  /**
   * Appends one value; whole-number elements round it to the nearest and clamp it to their range
   * (NaN, which they cannot hold, becomes 0).
   */
  void put(ByteBuffer to, float value) {
    switch (this) {
      case U8 -> to.put((byte) clamp(value, 0, 0xff));
      case I8 -> to.put((byte) clamp(value, Byte.MIN_VALUE, Byte.MAX_VALUE));
      case U16 -> to.putShort((short) clamp(value, 0, 0xffff));
      case I16 -> to.putShort((short) clamp(value, Short.MIN_VALUE, Short.MAX_VALUE));
      case U32 -> to.putInt((int) clamp(value, 0, 0xffff_ffffL));
      case I32 -> to.putInt((int) clamp(value, Integer.MIN_VALUE, Integer.MAX_VALUE));
      case I64 -> to.putLong(Math.round((double) value));
      case F32 -> to.putFloat(value);
      case F64 -> to.putDouble(value);
    }
  }

  /** Whether it holds whole numbers only. */
  boolean isWhole() {
    return this != F32 && this != F64;
  }

  private long min() {
    return switch (this) {
      case U8, U16, U32 -> 0;
      case I8 -> Byte.MIN_VALUE;
      case I16 -> Short.MIN_VALUE;
      case I32 -> Integer.MIN_VALUE;
      case I64, F32, F64 -> Long.MIN_VALUE;
    };
  }

  private long max() {
    return switch (this) {
      case U8 -> 0xff;
      case I8 -> Byte.MAX_VALUE;
      case U16 -> 0xffff;
      case I16 -> Short.MAX_VALUE;
      case U32 -> 0xffff_ffffL;
      case I32 -> Integer.MAX_VALUE;
      case I64, F32, F64 -> Long.MAX_VALUE;
    };
  }

  /** The value at the beginning of a buffer, to the last digit; null where it is NaN. */
  String text(ByteBuffer from) {
    return switch (this) {
      case U8 -> Integer.toString(from.get(0) & 0xff);
      case I8 -> Byte.toString(from.get(0));
      case U16 -> Integer.toString(from.getShort(0) & 0xffff);
      case I16 -> Short.toString(from.getShort(0));
      case U32 -> Long.toString(from.getInt(0) & 0xffff_ffffL);
      case I32 -> Integer.toString(from.getInt(0));
      case I64 -> Long.toString(from.getLong(0));
      case F32 -> text(from.getFloat(0), Float.toString(from.getFloat(0)));
      case F64 -> text(from.getDouble(0), Double.toString(from.getDouble(0)));
    };
  }

  /** Whole numbers without a point, but for minus zero. */
  private static String text(double value, String exact) {
    if (Double.isNaN(value)) {
      return null;
    }
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e7 && !exact.equals("-0.0");
    return whole ? Long.toString((long) value) : exact;
  }

  /** The nearest text to a number's that this can hold. */
  String nearest(String number) {
    if (!isWhole()) {
      return number;
    }
    BigDecimal whole = new BigDecimal(number).setScale(0, RoundingMode.HALF_EVEN);
    return whole
        .max(BigDecimal.valueOf(min()))
        .min(BigDecimal.valueOf(max()))
        .toBigInteger()
        .toString();
  }

  /**
   * Appends the value of a text; an empty one is NaN.
   *
   * @throws InputException where this cannot hold it
   */
  void put(ByteBuffer to, String text) {
    try {
      switch (this) {
        case F32 -> to.putFloat(text.isEmpty() ? Float.NaN : Float.parseFloat(text));
        case F64 -> to.putDouble(text.isEmpty() ? Double.NaN : Double.parseDouble(text));
        case U8, I8, U16, I16, U32, I32, I64 -> putWhole(to, Long.parseLong(text));
      }
    } catch (NumberFormatException e) {
      throw misfit(text);
    }
  }

  private void putWhole(ByteBuffer to, long value) {
    if (value < min() || value > max()) {
      throw misfit(Long.toString(value));
    }
    switch (bytes) {
      case Byte.BYTES -> to.put((byte) value);
      case Short.BYTES -> to.putShort((short) value);
      case Integer.BYTES -> to.putInt((int) value);
      default -> to.putLong(value);
    }
  }

  private InputException misfit(String text) {
    return new InputException(
        "\"%s\" cannot be written in an array of type %s".formatted(text, name()));
  }

  private static long clamp(float value, long min, long max) {
    return Math.max(min, Math.min(max, Math.round((double) value)));
  }
}
