package org.ricvae.cli;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.ricvae.paper.Paper;
import org.ricvae.paper.lab.Experiment;

/** The items of {@code ricvae paper}, for its help. */
final class PaperItems implements Iterable<String> {
  static List<String> names() {
    return Stream.concat(Paper.experiments().stream().map(Experiment::name), Stream.of(Paper.ALL))
        .toList();
  }

  @Override
  public Iterator<String> iterator() {
    return names().iterator();
  }
}
