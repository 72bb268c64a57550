package org.ricvae.paper.frey;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ricvae.paper.frey.FreyResults.Place;
import org.ricvae.paper.lab.Findings;
import org.ricvae.paper.lab.Method;
import org.ricvae.paper.lab.Spread;
import org.ricvae.report.Block;

/** The page of Figure 3: text, verdicts, charts, tables, and its numbers. */
record Figure3Findings(FreyResults results) {
  private static final double MILLI = 1e3;

  Findings findings() {
    Findings findings = new Findings();
    findings.text(setup());
    new Figure3Claims(results).addTo(findings);
    new Figure3Remarks(results).addTo(findings);
    Figure3Charts charts = new Figure3Charts(results);
    for (Shape shape : Shape.values()) {
      for (Radius radius : results.sizes().radii()) {
        addErrors(findings, charts, shape, radius);
      }
    }
    findings.add(choices());
    new Figure3Sweep(results, charts).addTo(findings);
    new Figure3Numbers(results).addTo(findings);
    return findings;
  }

  private String setup() {
    List<String> complete =
        IntStream.rangeClosed(1, results.seeds())
            .filter(results::isComplete)
            .mapToObj(Integer::toString)
            .toList();
    FreySizes sizes = results.sizes();
    return "Dark circles of random place and radius cover parts of a share of the faces; each method learns from the dirty faces alone and gives them back, and its error against the clean faces is measured, over all pixels of all faces. All networks have hidden layers of %s units either way, κ = %d, and are trained for %d epochs of batches of %d; a seed sets both the dirt and the training. ε of iC-VAE and RiC-VAE is chosen by the dirty data alone, once for both. The models then meet, untouched, the same faces under dark rectangles with sides U(%d, %d), on as many of them, drawn anew. Complete: %d of %d seeds (%s)."
        .formatted(
            sizes.hidden().stream().map(String::valueOf).collect(Collectors.joining(", ")),
            FreySizes.LATENT,
            sizes.epochs(),
            sizes.batch(),
            Dirt.MIN_SIDE,
            Dirt.MAX_SIDE,
            complete.size(),
            results.seeds(),
            complete.isEmpty() ? "what there is of them is shown" : String.join(", ", complete));
  }

  private void addErrors(Findings findings, Figure3Charts charts, Shape shape, Radius radius) {
    String file = "mse-%s-%s".formatted(shape.key(), radius.key());
    String what =
        shape == Shape.CIRCLES
            ? "circles of radius %s".formatted(radius)
            : "rectangles, by models that learned under circles of radius %s".formatted(radius);
    findings.chart(
        file,
        charts.errors(shape, radius),
        "Error on faces under %s; bars are one standard deviation over the seeds.".formatted(what),
        "Lines of eight methods over the share of corrupted images; the table has the same numbers.");
    findings.add(table(shape, radius, what));
  }

  /** Mean errors; the lowest of a column is marked. */
  private Block table(Shape shape, Radius radius, String what) {
    List<Block.Column> columns = new ArrayList<>(List.of(Block.Column.text("method")));
    results.percents().forEach(percent -> columns.add(Block.Column.number(percent + " %")));
    List<Block.Row> rows = new ArrayList<>();
    List<String> dirty = new ArrayList<>(List.of("dirty"));
    for (int percent : results.percents()) {
      dirty.add(text(results.dirty(new Place(shape, radius, percent))));
    }
    rows.add(new Block.Row(dirty, false));
    for (Method method : Method.values()) {
      List<String> cells = new ArrayList<>(List.of(method.title()));
      for (int percent : results.percents()) {
        Place place = new Place(shape, radius, percent);
        Spread spread = results.spread(method, place);
        boolean best = spread.count() > 0 && method == results.best(place);
        cells.add(text(spread) + (best ? " *" : ""));
      }
      rows.add(new Block.Row(cells, method == Method.RICVAE));
    }
    return new Block.Table(
        "Mean squared error × 1000 under %s, by share of corrupted images; * the lowest."
            .formatted(what),
        columns,
        rows);
  }

  static String text(Spread spread) {
    return new Spread(MILLI * spread.mean(), MILLI * spread.deviation(), spread.count()).text(2);
  }

  /** The values of ε that the data chose, a seed after the other. */
  private Block choices() {
    List<Block.Column> columns = new ArrayList<>(List.of(Block.Column.text("radius")));
    results.percents().forEach(percent -> columns.add(Block.Column.number(percent + " %")));
    List<Block.Row> rows = new ArrayList<>();
    for (Radius radius : results.sizes().radii()) {
      List<String> cells = new ArrayList<>(List.of(radius.toString()));
      for (int percent : results.percents()) {
        cells.add(
            IntStream.rangeClosed(1, results.seeds())
                .mapToObj(seed -> results.chosen(new Dirt(radius, percent, seed)))
                .map(e -> e.isPresent() ? epsilon(e.getAsDouble()) : "–")
                .collect(Collectors.joining(", ")));
      }
      rows.add(new Block.Row(cells, false));
    }
    return new Block.Table("ε as chosen by the dirty data, for each seed", columns, rows);
  }

  static String epsilon(double value) {
    return String.format(Locale.ROOT, "%.0e", value);
  }
}
