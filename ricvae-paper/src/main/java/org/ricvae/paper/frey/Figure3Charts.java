package org.ricvae.paper.frey;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.ricvae.paper.frey.FreyResults.Part;
import org.ricvae.paper.frey.FreyResults.Place;
import org.ricvae.paper.lab.Method;
import org.ricvae.paper.lab.Spread;
import org.ricvae.report.Axis;
import org.ricvae.report.ColorMap;
import org.ricvae.report.HeatMap;
import org.ricvae.report.Ink;
import org.ricvae.report.LineChart;

/** The drawings of Figure 3. */
record Figure3Charts(FreyResults results) {
  private static final Axis SHARE = Axis.linear("share of corrupted images (%)");
  private static final Axis ERROR = Axis.logarithmic("mean squared error (data in [0, 1])");

  /** All methods over the share of corrupted images; bars are ± one standard deviation. */
  LineChart errors(Shape shape, Radius radius) {
    List<LineChart.Line> lines = new ArrayList<>();
    List<LineChart.Point> dirty = new ArrayList<>();
    for (int percent : results.percents()) {
      dirty.add(point(percent, results.dirty(new Place(shape, radius, percent))));
    }
    lines.add(new LineChart.Line("dirty", Ink.BLACK, dirty));
    for (Method method : Method.values()) {
      List<LineChart.Point> points = new ArrayList<>();
      for (int percent : results.percents()) {
        points.add(point(percent, results.spread(method, new Place(shape, radius, percent))));
      }
      lines.add(new LineChart.Line(method.title(), method.ink(), points));
    }
    return LineChart.of(SHARE, ERROR, lines);
  }

  private static LineChart.Point point(double x, Spread spread) {
    return spread.count() > 1
        ? new LineChart.Point(
            x,
            spread.mean(),
            spread.mean() - spread.deviation(),
            spread.mean() + spread.deviation())
        : new LineChart.Point(x, spread.mean());
  }

  /** iC-VAE and RiC-VAE over ε at one share of corrupted images, with what was chosen. */
  LineChart sweep(Radius radius, int percent) {
    Place place = new Place(Shape.CIRCLES, radius, percent);
    List<LineChart.Line> lines = new ArrayList<>();
    for (Method method : List.of(Method.ICVAE, Method.RICVAE)) {
      List<LineChart.Point> points =
          epsilons().stream()
              .map(
                  e ->
                      point(
                          e, Spread.of(results.swept(method, e, place, method.passes(), Part.ALL))))
              .toList();
      lines.add(new LineChart.Line(method.title(), method.ink(), points));
    }
    List<LineChart.Mark> marks =
        results.chosen(place.dirt(1)).stream()
            .mapToObj(e -> new LineChart.Mark(e, "chosen by the data"))
            .toList();
    return new LineChart(Axis.logarithmic("epsilon"), ERROR, lines, marks);
  }

  /** iC-VAE and RiC-VAE over ε and the share of corrupted images. */
  HeatMap map(Radius radius) {
    List<String> shares = results.percents().stream().map(percent -> percent + " %").toList();
    List<String> values =
        epsilons().stream().map(e -> String.format(Locale.ROOT, "%.0e", e)).toList();
    List<HeatMap.Panel> panels = new ArrayList<>();
    for (Method method : List.of(Method.ICVAE, Method.RICVAE)) {
      List<double[]> rows = new ArrayList<>();
      for (double epsilon : epsilons()) {
        rows.add(
            results.percents().stream()
                .map(percent -> new Place(Shape.CIRCLES, radius, percent))
                .map(place -> results.swept(method, epsilon, place, method.passes(), Part.ALL))
                .mapToDouble(errors -> Spread.of(errors).mean())
                .toArray());
      }
      panels.add(new HeatMap.Panel(method.title(), rows));
    }
    return new HeatMap(
        new HeatMap.Side("corrupted images", shares),
        new HeatMap.Side("epsilon", values),
        Axis.logarithmic("mean squared error"),
        panels,
        ColorMap.VIRIDIS);
  }

  private List<Double> epsilons() {
    List<Double> all = new ArrayList<>(results.sizes().sweep());
    Collections.sort(all);
    return all;
  }
}
