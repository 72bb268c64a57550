package org.ricvae.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class JsonTest {
  @Test
  void doublesSurviveToTheBit() {
    double[] odd = {
      0, -0.0, Double.NaN, Double.NEGATIVE_INFINITY, Double.MIN_VALUE, Double.MAX_VALUE, 0.1, 1e22
    };
    DoubleStream any = new SplittableRandom(5).longs(50_000).mapToDouble(Double::longBitsToDouble);
    double[] numbers = DoubleStream.concat(DoubleStream.of(odd), any).toArray();
    ObjectNode root = Json.object();
    ArrayNode array = root.putArray("a");
    for (double number : numbers) {
      array.add(Json.number(number));
    }
    double[] back =
        Fields.read("", Json.parse(Json.pretty(root)), f -> f.numbers("a", numbers.length));
    for (int i = 0; i < numbers.length; i++) {
      assertThat(Double.doubleToLongBits(back[i]))
          .as("%s", numbers[i])
          .isEqualTo(Double.doubleToLongBits(numbers[i]));
    }
  }
}
