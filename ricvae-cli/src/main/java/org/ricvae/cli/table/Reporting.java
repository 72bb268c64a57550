package org.ricvae.cli.table;

import java.nio.file.Path;
import org.ricvae.cli.option.Common;
import picocli.CommandLine.Option;

/** Where a page about the work is written, if it is asked for. */
public final class Reporting {
  @Option(
      names = "--report",
      paramLabel = "PAGE.html",
      description =
          "Where to write a page to look at: what the columns were taken for, how far flags can be trusted, what was found.")
  Path place;

  /** Adds the page to the files that are written. */
  Outputs among(Outputs outputs) {
    return outputs.with("--report", place);
  }

  /** Writes the page. */
  void write(TableReport report, Common common) {
    if (place != null) {
      report.page().writeTo(place);
      common.note("%s: a page to look at".formatted(place));
    }
  }
}
