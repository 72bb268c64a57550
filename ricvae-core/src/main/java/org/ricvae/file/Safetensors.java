package org.ricvae.file;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeSet;
import org.ricvae.data.InputException;

/**
 * A file of named tensors in the safetensors format: the length of the header as an unsigned
 * little-endian 64-bit number, the header as JSON, padded with spaces to a multiple of 8 bytes, and
 * the values, little-endian and row-major, one tensor after the other.
 *
 * <p>32-bit floats are written; 64-bit floats are read too, and narrowed. Stricter than the format,
 * values must be finite.
 */
final class Safetensors implements AutoCloseable {
  private static final int ALIGNMENT = Long.BYTES;
  private static final int BUFFER = 1 << 16;

  private final Path file;
  private final FileChannel channel;
  private final SafetensorsHeader header;
  private final long dataStart;

  private Safetensors(Path file, FileChannel channel) throws IOException {
    this.file = file;
    this.channel = channel;
    long size = channel.size();
    if (size < Long.BYTES) {
      throw new InputException("%d bytes are too few for a safetensors file".formatted(size));
    }
    ByteBuffer buffer = buffer(Long.BYTES);
    fill(buffer, 0);
    long length = buffer.getLong();
    long most = Math.min(SafetensorsHeader.MAX_BYTES, size - Long.BYTES);
    if (length < 0 || length > most) {
      throw new InputException(
          "its header claims %s bytes, at most %d are possible"
              .formatted(Long.toUnsignedString(length), most));
    }
    byte[] json = new byte[(int) length];
    fill(ByteBuffer.wrap(json), Long.BYTES);
    dataStart = Long.BYTES + length;
    header = SafetensorsHeader.parse(json, size - dataStart);
  }

  /**
   * Writes a file.
   *
   * @param metadata free texts for whoever looks into the file
   * @param tensors by name, in the order in which they are to lie
   * @throws InputException where a value is not finite
   * @throws IOException where the file cannot be written
   */
  static void write(Path file, Map<String, String> metadata, Map<String, Tensor> tensors)
      throws IOException {
    byte[] json = SafetensorsHeader.write(metadata, tensors);
    byte[] padded = Arrays.copyOf(json, (json.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT);
    Arrays.fill(padded, json.length, padded.length, (byte) ' ');
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer buffer = buffer(BUFFER);
      drain(buffer.putLong(padded.length).flip(), channel);
      drain(ByteBuffer.wrap(padded), channel);
      buffer.clear();
      for (Map.Entry<String, Tensor> tensor : tensors.entrySet()) {
        for (float value : tensor.getValue().data()) {
          if (!Float.isFinite(value)) {
            throw new InputException(
                "the model is not saved, for its %s holds %s: training diverged; try a smaller --lr"
                    .formatted(tensor.getKey(), value));
          }
          if (!buffer.hasRemaining()) {
            drain(buffer.flip(), channel);
            buffer.clear();
          }
          buffer.putFloat(value);
        }
      }
      drain(buffer.flip(), channel);
    }
  }

  private static void drain(ByteBuffer buffer, FileChannel channel) throws IOException {
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }

  /**
   * Opens a file and checks its header.
   *
   * @throws InputException where it is not a safetensors file, or cannot be read
   */
  static Safetensors open(Path file) {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw BadFile.of(file, "it is not a file");
    }
    try {
      FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
      try {
        return new Safetensors(file, channel);
      } catch (IOException | RuntimeException e) {
        channel.close();
        throw e;
      }
    } catch (InputException e) {
      throw BadFile.of(file, e.getMessage());
    } catch (IOException e) {
      throw BadFile.unreadable(file, e);
    }
  }

  /** Whether the file holds a tensor of this name. */
  boolean has(String name) {
    return header.entries().containsKey(name);
  }

  /**
   * Checks that the file holds exactly these tensors, before memory is taken for them.
   *
   * @param shapes by name
   */
  void require(Map<String, int[]> shapes) {
    for (Map.Entry<String, int[]> expected : shapes.entrySet()) {
      SafetensorsHeader.Entry entry = header.entries().get(expected.getKey());
      if (entry == null) {
        throw BadFile.of(file, "the tensor %s is missing".formatted(expected.getKey()));
      }
      if (!Arrays.equals(entry.shape(), expected.getValue())) {
        throw BadFile.of(
            file,
            "the tensor %s has the shape %s, the model needs %s"
                .formatted(
                    expected.getKey(),
                    Arrays.toString(entry.shape()),
                    Arrays.toString(expected.getValue())));
      }
    }
    TreeSet<String> others = new TreeSet<>(header.entries().keySet());
    others.removeAll(shapes.keySet());
    if (!others.isEmpty()) {
      throw BadFile.of(file, "the tensor %s belongs to no part of it".formatted(others.first()));
    }
  }

  /** The values of a tensor that the file holds, in row-major order. */
  float[] read(String name) {
    SafetensorsHeader.Entry entry = header.entries().get(name);
    float[] values = new float[entry.elements()];
    int width = entry.type().bytes();
    ByteBuffer buffer = buffer(BUFFER);
    try {
      for (int i = 0; i < values.length; ) {
        buffer.clear().limit((int) Math.min(BUFFER, (long) (values.length - i) * width));
        fill(buffer, dataStart + entry.begin() + (long) i * width);
        while (buffer.hasRemaining()) {
          float value =
              entry.type() == SafetensorsHeader.Type.F32
                  ? buffer.getFloat()
                  : (float) buffer.getDouble();
          if (!Float.isFinite(value)) {
            throw BadFile.of(file, "the tensor %s holds %s at place %d".formatted(name, value, i));
          }
          values[i++] = value;
        }
      }
    } catch (IOException e) {
      throw BadFile.unreadable(file, e);
    }
    return values;
  }

  private void fill(ByteBuffer buffer, long from) throws IOException {
    int start = buffer.position();
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, from + buffer.position() - start) < 0) {
        throw new EOFException("it ends too early");
      }
    }
    buffer.flip();
  }

  private static ByteBuffer buffer(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw BadFile.unreadable(file, e);
    }
  }
}
