package org.ricvae.race;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The results as Markdown, and as comma-separated values. */
final class Table {
  private Table() {}

  /** One row a cell: thousands of samples a second, and our ratios. */
  static String markdown(List<Standing> standings) {
    StringBuilder text = new StringBuilder("| network | N | batch | threads |");
    for (Engine engine : Engine.values()) {
      text.append(' ').append(engine.title()).append(" |");
    }
    text.append(
        " against the fastest peer | by CPU time | of the products | by CPU time |\n| --- |");
    text.append(" ---: |".repeat(Engine.values().length + 7)).append('\n');
    for (Standing s : standings) {
      Cell c = s.cell();
      text.append(format("| %s | %d | %d | %d |", c.net(), c.passes(), c.batch(), c.threads()));
      for (Engine engine : Engine.values()) {
        text.append(
            s.has(engine)
                ? format(" %.2f ± %.0f %% |", s.rate(engine) / 1000, 100 * s.spread(engine))
                : " – |");
      }
      text.append(
          s.hasPeer() ? format(" %.2f | %.2f |", s.againstBest(), s.cpuAgainstBest()) : " – | – |");
      text.append(
          s.has(Engine.PRODUCTS)
              ? format(
                  " %.0f %% | %.0f %% |\n",
                  100 * s.ratio(Engine.PRODUCTS), 100 * s.cpuRatio(Engine.PRODUCTS))
              : " – | – |\n");
    }
    return text.toString();
  }

  /** Geometric means over the cells, and the worst of them. */
  static String summary(List<Standing> standings) {
    StringBuilder text = new StringBuilder();
    List<Standing> raced = standings.stream().filter(Standing::hasPeer).toList();
    text.append(line("against the fastest peer of each cell", raced, Standing::againstBest));
    text.append(line("the same by CPU time", raced, Standing::cpuAgainstBest));
    for (Engine engine : Engine.values()) {
      if (engine != Engine.RICVAE) {
        List<Standing> there = standings.stream().filter(s -> s.has(engine)).toList();
        text.append(line("against " + engine.title(), there, s -> s.ratio(engine)));
      }
    }
    return text.toString();
  }

  private static String line(
      String what, List<Standing> standings, ToDoubleFunction<Standing> ratio) {
    if (standings.isEmpty()) {
      return "";
    }
    double mean =
        Math.exp(
            standings.stream().mapToDouble(s -> Math.log(ratio.applyAsDouble(s))).sum()
                / standings.size());
    double least = standings.stream().mapToDouble(ratio).min().orElseThrow();
    return format(
        "- %s: %.2f in the geometric mean over %d cells, at least %.2f\n",
        what, mean, standings.size(), least);
  }

  /** Every round of every engine. */
  static String csv(List<Standing> standings) {
    StringBuilder text = new StringBuilder("network,passes,batch,threads,engine,settings,round,");
    text.append("seconds_a_step,cpu_seconds_a_step\n");
    for (Standing s : standings) {
      Cell c = s.cell();
      s.laps()
          .forEach(
              (engine, laps) -> {
                for (int i = 0; i < laps.size(); i++) {
                  text.append(
                      format(
                          "%s,%d,%d,%d,\"%s\",\"%s\",%d,%.6g,%.6g\n",
                          c.net(),
                          c.passes(),
                          c.batch(),
                          c.threads(),
                          engine.title(),
                          s.entrants().get(engine).settings(),
                          i + 1,
                          laps.get(i).seconds(),
                          laps.get(i).cpu()));
                }
              });
    }
    return text.toString();
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
