package org.ricvae.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ricvae.report.Histogram.Bins;
import org.ricvae.report.Histogram.Measure;
import org.ricvae.report.Histogram.Series;

class HistogramTest {
  private static final Bins FOUR = new Bins(0, 2, 4);

  private static double sum(Histogram chart, Series series) {
    double sum = 0;
    for (int bin = 0; bin < chart.bins().count(); bin++) {
      sum += chart.height(series, bin);
    }
    return sum;
  }

  @Test
  void eachBinHoldsItsLowerEdgeAndTheLastBothEdges() {
    float[] values = {0, 0.49f, 0.5f, 1.5f, 2, -0.1f, 2.1f, Float.NaN};
    Series series = Series.of("s", Ink.BLUE, FOUR, values);

    assertThat(series.counts()).containsExactly(2, 1, 0, 2);
    assertThat(series.total()).isEqualTo(8);
  }

  @Test
  void theAreaOfADensityIsTheShareOfTheValuesThatAreShown() {
    Series all = Series.of("all", Ink.BLUE, FOUR, new float[] {0.1f, 0.2f, 1, 1.9f});
    Series half = Series.of("half", Ink.BLACK, FOUR, new float[] {0.1f, 7, -7, 1.9f});
    Histogram density = new Histogram("x", FOUR, Measure.DENSITY, List.of(all, half));
    Histogram share = new Histogram("x", FOUR, Measure.SHARE, List.of(all, half));

    assertThat(sum(density, all) * FOUR.width()).isCloseTo(1, within(1e-12));
    assertThat(sum(density, half) * FOUR.width()).isCloseTo(0.5, within(1e-12));
    assertThat(sum(share, all)).isCloseTo(100, within(1e-12));
    assertThat(sum(share, half)).isCloseTo(50, within(1e-12));
  }

  @Test
  void countsStandOnALogarithmicAxisFromAHalf() {
    Series many = new Series("many", Ink.BLUE, new long[] {1000, 10, 0, 0}, 1010);
    Series one = new Series("one", Ink.VERMILLION, new long[] {0, 0, 0, 1}, 1010);
    Histogram chart = new Histogram("x", FOUR, Measure.COUNT, List.of(many, one));
    assertThat(chart.height(many, 1)).isEqualTo(10);

    HistogramLayout layout = HistogramLayout.of(chart);
    List<Place> steps = layout.outline(many).get(0);
    double floor = steps.get(0).y();
    double decade = (steps.get(3).y() - steps.get(1).y()) / 2; // from 1000 to 10
    assertThat(layout.outline(one).get(0).get(1).y())
        .isCloseTo(floor - decade * Math.log10(2), within(1e-9));
    assertThat(floor - steps.get(1).y()).isCloseTo(decade * Math.log10(2000), within(1e-9));
  }

  @Test
  void binsSpanAllFiniteValues() {
    Bins bins = Bins.over(5, List.of(new float[] {1, Float.NaN}, new float[] {3, -2}));
    assertThat(bins).isEqualTo(new Bins(-2, 3, 5));

    Bins single = Bins.over(4, List.of(new float[] {0, 0}));
    assertThat(single.low()).isNegative();
    assertThat(Series.of("s", Ink.BLUE, single, new float[] {0, 0}).counts()).contains(2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Bins.over(4, List.of(new float[] {Float.NaN})));
  }

  @Test
  void theOutlineGoesUpAndDownAroundEachRunOfBins() {
    Series series = new Series("s", Ink.BLUE, new long[] {1, 3, 0, 4}, 8);
    HistogramLayout layout =
        HistogramLayout.of(new Histogram("x", FOUR, Measure.SHARE, List.of(series)));
    Frame frame = layout.frame();

    List<List<Place>> outline = layout.outline(series);
    assertThat(outline).hasSize(2);
    assertThat(outline.get(0))
        .containsExactly(
            frame.place(0, 0),
            frame.place(0, 12.5),
            frame.place(0.5, 12.5),
            frame.place(0.5, 37.5),
            frame.place(1, 37.5),
            frame.place(1, 0));
    assertThat(outline.get(1)).first().isEqualTo(frame.place(1.5, 0));
    assertThat(outline.get(1)).last().isEqualTo(frame.place(2, 0));
    assertThat(frame.place(0, 0).y()).isEqualTo(frame.bottom());
  }

  @Test
  void textIsShownAsWrittenAndTheSameChartGivesTheSameBytes() {
    Histogram chart =
        new Histogram(
            "distance <&>",
            FOUR,
            Measure.DENSITY,
            List.of(
                new Series("a < b", Ink.BLUE, new long[] {1, 0, 0, 1}, 2),
                new Series("c", Ink.BLACK, new long[] {0, 1, 1, 0}, 2)));
    String svg = Templates.chart(chart, "it & that");

    assertThat(Xml.texts(Xml.parse(svg), "text")).contains("distance <&>", "density", "a < b", "c");
    assertThat(Templates.chart(chart, "it & that")).isEqualTo(svg);
  }

  @Test
  void badPartsAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Bins(1, 1, 4));
    assertThatIllegalArgumentException().isThrownBy(() -> new Bins(0, Double.NaN, 4));
    assertThatIllegalArgumentException().isThrownBy(() -> new Bins(0, 1, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Series.of("s", Ink.BLUE, FOUR, new float[] {9}));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Series("s", Ink.BLUE, new long[] {1, 2}, 2));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Series("s", Ink.BLUE, new long[] {1, -1}, 2));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Histogram("x", FOUR, Measure.SHARE, List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Histogram(
                    "x",
                    FOUR,
                    Measure.SHARE,
                    List.of(new Series("s", Ink.BLUE, new long[] {1, 2}, 3))))
        .withMessageContaining("2 counts for 4 bins");
  }
}
