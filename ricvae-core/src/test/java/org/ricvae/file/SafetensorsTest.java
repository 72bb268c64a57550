package org.ricvae.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.ricvae.file.ModelFileTest.refused;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafetensorsTest {
  @TempDir Path dir;
  private Path file;

  @BeforeEach
  void name() {
    file = dir.resolve("a.safetensors");
  }

  @Test
  void tensorsComeBackToTheBit() throws IOException {
    SplittableRandom random = new SplittableRandom(1);
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    tensors.put("big", new Tensor(new int[] {300, 211}, SampleModels.floats(random, 300 * 211)));
    tensors.put("empty", new Tensor(new int[] {0, 5}, new float[0]));
    tensors.put("scalar", new Tensor(new int[0], new float[] {-0f}));
    tensors.put("näme \"q\"\n", Tensor.vector(Float.MIN_VALUE, Float.MAX_VALUE));
    Safetensors.write(file, Map.of("k", "v"), tensors);
    assertThat(ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN).getLong())
        .matches(length -> length % 8 == 0, "aligned");
    try (Safetensors back = Safetensors.open(file)) {
      Map<String, int[]> shapes = new LinkedHashMap<>();
      tensors.forEach((name, tensor) -> shapes.put(name, tensor.shape()));
      back.require(shapes);
      tensors.forEach((name, tensor) -> assertThat(back.read(name)).containsExactly(tensor.data()));
    }
  }

  @Test
  void anyOrderAndDoublesAreRead() throws IOException {
    write(
        """
        {"b":{"dtype":"F32","shape":[1],"data_offsets":[16,20]},
         "a":{"data_offsets":[0,16],"shape":[1,2],"dtype":"F64"}}""",
        ByteBuffer.allocate(20)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putDouble(0.1)
            .putDouble(-2)
            .putFloat(3)
            .array());
    try (Safetensors back = Safetensors.open(file)) {
      assertThat(back.read("a")).containsExactly(0.1f, -2);
      assertThat(back.read("b")).containsExactly(3);
    }
  }

  /** The data part has 8 bytes. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [2]                      | [0,4]    | the data_offsets [0, 4] do not hold 2 values
          [2]                      | [0,12]   | the data_offsets [0, 12] do not hold 2 values
          [2]                      | [4,12]   | ends at byte 12 of a data part of 8 bytes
          [2]                      | [-8,0]   | data_offsets is -8, allowed are whole numbers from 0
          [2]                      | [8,0]    | do not hold 2 values
          [2]                      | [0]      | the data_offsets [0] do not hold
          [2]                      | [0,8,16] | do not hold
          [2]                      | [0.0,8]  | data_offsets is 0.0, allowed are whole numbers
          [2]                      | [0,1e1]  | data_offsets is 10.0
          [2]                      | [9223372036854775800,9223372036854775807] | do not hold
          [2]                      | [9223372036854775799,9223372036854775807] | ends at byte 9223372036854775807
          [2]                      | [0,18446744073709551624] | is 18446744073709551624, allowed
          [2]                      | "0,8"    | data_offsets is "0,8", allowed are lists
          [1]                      | [0,4]    | 4 bytes after the last tensor belong to none
          [1]                      | [4,8]    | leaves a gap
          [-2]                     | [0,8]    | a.shape is -2
          [1.5]                    | [0,8]    | a.shape is 1.5
          [2147483648]             | [0,8]    | a.shape is 2147483648
          [2147483647,2147483647,4] | [0,8]   | has more than
          [65536,65536,65536,65536] | [0,0]   | has more than
          {}                       | [0,8]    | a.shape is {}, allowed are lists
          """)
  void offsetsAndShapesAreChecked(String shape, String offsets, String message) throws IOException {
    write(
        "{\"a\":{\"dtype\":\"F32\",\"shape\":%s,\"data_offsets\":%s}}".formatted(shape, offsets),
        new byte[8]);
    refused(() -> Safetensors.open(file), message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}} | tensor b begins at byte 0 and overlaps
          {"a":{"dtype":"F16","shape":[4],"data_offsets":[0,8]}} | tensor a: values of type F16, allowed are F32 and F64
          {"a":{"dtype":"F32","shape":[2]}}                      | the field a.data_offsets is missing
          {"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8],"x":1}} | unknown field a.x
          {"a":1}                                                | a is 1, allowed are a JSON object
          {"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}} | Duplicate
          {"a":{"dtype":"F32","dtype":"F64","shape":[2],"data_offsets":[0,8]}} | Duplicate
          {"__metadata__":{"a":1}}                               | __metadata__.a is 1, allowed are text
          {"__metadata__":[]}                                    | __metadata__ is []
          {}                                                     | 8 bytes after the last tensor
          ' {}'                                                  | does not begin with {
          [1]                                                    | does not begin with {
          {                                                      | not valid JSON
          {} x                                                   | not valid JSON
          ''                                                     | does not begin with {
          """)
  void headersAreChecked(String header, String message) throws IOException {
    write(header, new byte[8]);
    refused(() -> Safetensors.open(file), message);
  }

  @ParameterizedTest
  @ValueSource(longs = {9, 1 << 20, (16 << 20) + 1, Integer.MAX_VALUE, Long.MAX_VALUE, -1})
  void lengthsThatLieAreRefused(long length) throws IOException {
    byte[] bytes = new byte[16];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(length).put((byte) '{');
    Files.write(file, bytes);
    refused(() -> Safetensors.open(file), Long.toUnsignedString(length) + " bytes, at most 8");
  }

  @Test
  void headersOverTheBoundAreRefused() throws IOException {
    write("{}" + " ".repeat(16 << 20), new byte[0]);
    refused(() -> Safetensors.open(file), "claims 16777218 bytes, at most 16777216");
  }

  @Test
  void shortFilesAreRefused() throws IOException {
    Files.write(file, new byte[7]);
    refused(() -> Safetensors.open(file), "7 bytes are too few");
    Files.write(file, new byte[0]);
    refused(() -> Safetensors.open(file), "0 bytes are too few");
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.NEGATIVE_INFINITY})
  void valuesThatAreNotFiniteAreRefused(float bad) throws IOException {
    ByteBuffer data = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    data.putFloat(4, bad);
    write("{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}", data.array());
    refusedToRead("the tensor a holds %s at place 1".formatted(bad));
  }

  @Test
  void doublesBeyondTheRangeOfFloatsAreRefused() throws IOException {
    byte[] data = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putDouble(1e300).array();
    write("{\"a\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[0,8]}}", data);
    refusedToRead("the tensor a holds Infinity at place 0");
  }

  private void refusedToRead(String message) {
    try (Safetensors tensors = Safetensors.open(file)) {
      refused(() -> tensors.read("a"), message);
    }
  }

  private void write(String header, byte[] data) throws IOException {
    byte[] json = header.getBytes(UTF_8);
    ByteBuffer bytes =
        ByteBuffer.allocate(Long.BYTES + json.length + data.length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(json.length)
            .put(json)
            .put(data);
    Files.write(file, bytes.array());
  }
}
