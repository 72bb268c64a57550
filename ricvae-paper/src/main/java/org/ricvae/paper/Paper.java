package org.ricvae.paper;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ricvae.data.InputException;
import org.ricvae.paper.digits.Figure4;
import org.ricvae.paper.digits.Figure5;
import org.ricvae.paper.digits.Figure6;
import org.ricvae.paper.frey.Figure2;
import org.ricvae.paper.frey.Figure3;
import org.ricvae.paper.lab.Experiment;
import org.ricvae.paper.lab.Lab;
import org.ricvae.paper.lab.Need;
import org.ricvae.paper.lab.PaperListener;
import org.ricvae.paper.lab.PaperOptions;
import org.ricvae.paper.lab.Publisher;
import org.ricvae.paper.outliers.Medical;
import org.ricvae.paper.outliers.Table1;
import org.ricvae.paper.recipe.RecipeStudy;
import org.ricvae.paper.supplement.Passes;
import org.ricvae.paper.supplement.Phase;

/** All experiments of the paper, by name. */
public final class Paper {
  /** Stands for every item whose data were given. */
  public static final String ALL = "all";

  /** In the order of the page. */
  private static final List<Experiment> EXPERIMENTS =
      List.of(
          new Figure2(),
          new Figure3(),
          new Figure4(),
          new Figure5(),
          new Figure6(),
          new Table1(),
          new RecipeStudy(),
          new Passes(),
          new Phase(),
          new Medical());

  private Paper() {}

  /** The experiments, in the order of the page. */
  public static List<Experiment> experiments() {
    return EXPERIMENTS;
  }

  /**
   * Runs experiments, and writes their files and the page after each.
   *
   * @param items names of experiments; {@link #ALL} for all, but for those whose data may be left
   *     out and were
   * @return the page
   * @throws InputException where an item is unknown or its data cannot be used, before anything is
   *     run; or where a cell failed, after all were run
   */
  public static Path run(List<String> items, PaperOptions options, PaperListener listener) {
    return run(EXPERIMENTS, items, options, listener);
  }

  static Path run(
      List<Experiment> all, List<String> items, PaperOptions options, PaperListener listener) {
    List<Experiment> chosen = choose(all, items, options);
    Lab lab =
        new Lab(
            options, chosen.stream().map(Experiment::name).collect(Collectors.toSet()), listener);
    for (Experiment item : chosen) {
      item.needs().forEach(need -> need.check(item.name(), options, lab.inputs()));
    }
    Publisher publisher = Publisher.into(options.output(), all);
    if (items.contains(ALL)) {
      all.stream()
          .filter(item -> !chosen.contains(item))
          .forEach(item -> listener.message(leftOut(item, options)));
    }
    for (Experiment item : chosen) {
      publisher.publish(item, item.run(lab), options.quick());
      listener.end();
    }
    raise(lab.failures());
    return publisher.page();
  }

  private static List<Experiment> choose(
      List<Experiment> all, List<String> items, PaperOptions options) {
    for (String item : items) {
      if (!item.equals(ALL) && all.stream().noneMatch(e -> e.name().equals(item))) {
        throw new InputException(
            "there is no item '%s'; there are %s, and %s"
                .formatted(
                    item,
                    all.stream().map(Experiment::name).collect(Collectors.joining(", ")),
                    ALL));
      }
    }
    return all.stream()
        .filter(
            item ->
                items.contains(item.name())
                    || (items.contains(ALL) && lacking(item, options).isEmpty()))
        .toList();
  }

  /** The first of its data that were left out, and may be. */
  private static Optional<Need> lacking(Experiment item, PaperOptions options) {
    return item.needs().stream()
        .filter(need -> need.mayBeLeftOut() && !need.isGiven(options))
        .findFirst();
  }

  private static String leftOut(Experiment item, PaperOptions options) {
    return "%s is left out: it needs %s"
        .formatted(item.name(), lacking(item, options).orElseThrow().option());
  }

  /** A fault of ours goes before what was the input's. */
  private static void raise(List<Lab.Failure> failures) {
    for (Lab.Failure failure : failures) {
      if (!(failure.reason() instanceof InputException)) {
        throw new IllegalStateException(
            "cell %s failed".formatted(failure.cell()), failure.reason());
      }
    }
    if (!failures.isEmpty()) {
      throw new InputException(
          "%d cell%s failed, and what was found lacks them; the first was %s: %s"
              .formatted(
                  failures.size(),
                  failures.size() == 1 ? "" : "s",
                  failures.get(0).cell(),
                  failures.get(0).reason().getMessage()));
    }
  }
}
