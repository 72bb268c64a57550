package org.ricvae.paper.lab;

import java.util.Set;

/** One item of the paper: a figure, a table, a part of the supplement. */
public interface Experiment {
  /** How the user asks for it: "figure3". */
  String name();

  /** Its heading on the page: "Figure 3: recovery of dirty faces". */
  String title();

  /** The data it cannot do without. */
  Set<Need> needs();

  /**
   * Runs what has not been run yet, and says what came out. Cells that failed are missing from what
   * {@link Cells#run} gives; the findings are to be made of what there is.
   *
   * @throws org.ricvae.data.InputException where there is too little for any findings
   */
  Findings run(Lab lab);
}
