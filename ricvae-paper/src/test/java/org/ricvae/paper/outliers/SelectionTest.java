package org.ricvae.paper.outliers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ricvae.data.SampleShape;
import org.ricvae.data.Samples;
import org.ricvae.data.ValueType;

class SelectionTest {
  /** Sample i is (i, −i), and an outlier if i is a multiple of {@code every}. */
  private static List<Boolean> labels(int n, int every) {
    List<Boolean> labels = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      labels.add(i % every == 0);
    }
    return labels;
  }

  private static Samples samples(int n) {
    float[] values = new float[2 * n];
    for (int i = 0; i < n; i++) {
      values[2 * i] = i;
      values[2 * i + 1] = 0 - i;
    }
    return Samples.of(SampleShape.vector(2), values);
  }

  @ParameterizedTest
  @CsvSource({"1000,10,100,10", "1000,1000,50,1", "1000,2,9,5", "30,3,100,10"})
  void keepsTheShareAndTheLabelsBesideTheirRows(int n, int every, int limit, int outliers) {
    List<Boolean> labels = labels(n, every);
    Selection selection = Selection.stratified(labels, limit, 7);
    assertThat(selection.size()).isEqualTo(Math.min(n, limit));
    List<Boolean> chosen = selection.labels(labels);
    assertThat(chosen.stream().filter(o -> o).count()).isEqualTo(outliers);
    Samples rows = selection.rows(samples(n));
    assertThat(rows.count()).isEqualTo(selection.size());
    float[] row = new float[2];
    for (int i = 0; i < selection.size(); i++) {
      rows.read(i, 1, row, 0);
      assertThat(row[0]).isEqualTo(selection.indices()[i]).isEqualTo(-row[1]);
      assertThat(chosen.get(i)).isEqualTo(row[0] % every == 0);
    }
  }

  @Test
  void dependsOnTheSeedAlone() {
    int[] first = Selection.of(500, 20, 1).indices();
    assertThat(first).isSorted().doesNotHaveDuplicates();
    assertThat(Selection.of(500, 20, 1).indices()).isEqualTo(first);
    assertThat(Selection.of(500, 20, 2).indices()).isNotEqualTo(first);
  }

  @Test
  void everySampleIsAsLikely() {
    int[] counts = new int[10];
    for (int seed = 0; seed < 3000; seed++) {
      for (int i : Selection.of(10, 3, seed).indices()) {
        counts[i]++;
      }
    }
    // 900 expected, with a standard deviation of 25.
    assertThat(Arrays.stream(counts).boxed()).allMatch(count -> Math.abs(count - 900) < 110);
  }

  @Test
  void columnsGoTogether() {
    Samples columns = new Selection(new int[] {1}).columns(samples(3));
    float[] values = new float[3];
    columns.read(0, 3, values, 0);
    assertThat(values).containsExactly(0, -1, -2);
  }

  @Test
  void eightBitImagesStaySo() {
    Samples images = Samples.of(new SampleShape(1, 2, 1), new byte[] {1, 2, (byte) 200, 4});
    Samples last = new Selection(new int[] {1}).rows(images);
    float[] values = new float[2];
    last.read(0, 1, values, 0);
    assertThat(last.type()).isEqualTo(ValueType.U8);
    assertThat(values).containsExactly(200, 4);
  }

  @Test
  void standardizedColumnsHaveMeanZeroAndDeviationOne() {
    int n = 50;
    float[] values = new float[3 * n];
    for (int i = 0; i < n; i++) {
      values[3 * i] = 1e4f + i * i % 13;
      values[3 * i + 1] = 5;
      values[3 * i + 2] = i == 3 ? 1e-3f : 0;
    }
    Samples standardized = Standardized.of(Samples.of(SampleShape.vector(3), values));
    assertThat(standardized.shape()).isEqualTo(SampleShape.vector(2));
    float[] z = new float[2 * n];
    standardized.read(0, n, z, 0);
    for (int j = 0; j < 2; j++) {
      double sum = 0;
      double squares = 0;
      for (int i = 0; i < n; i++) {
        sum += z[2 * i + j];
        squares += z[2 * i + j] * z[2 * i + j];
      }
      assertThat(Math.abs(sum / n)).isLessThan(1e-5);
      assertThat(Math.abs(squares / n - 1)).isLessThan(1e-4);
    }
  }
}
