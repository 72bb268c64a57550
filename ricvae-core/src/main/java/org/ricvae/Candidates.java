package org.ricvae;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ricvae.data.InputException;
import org.ricvae.train.EpsilonSearch.Candidate;
import org.ricvae.train.EpsilonSearch.Outcome;

/** The candidates of the choice of ε as text, for a model's provenance. */
final class Candidates {
  private Candidates() {}

  static List<Map<String, String>> write(List<Candidate> candidates) {
    return candidates.stream().map(Candidates::write).toList();
  }

  private static Map<String, String> write(Candidate c) {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("epsilon", Double.toString(c.epsilon()));
    row.put("steps", Integer.toString(c.steps()));
    row.put("error", Double.toString(c.error()));
    row.put("active-dimensions", Integer.toString(c.activeDimensions()));
    row.put("outcome", c.outcome().name().toLowerCase(Locale.ROOT));
    return row;
  }

  static List<Candidate> read(List<Map<String, String>> rows) {
    try {
      return rows.stream().map(Candidates::read).toList();
    } catch (IllegalArgumentException | NullPointerException e) {
      throw new InputException(
          "the candidates of epsilon kept in the model cannot be read (%s); it is damaged or from another version"
              .formatted(e.getMessage()),
          e);
    }
  }

  private static Candidate read(Map<String, String> row) {
    return new Candidate(
        Double.parseDouble(row.get("epsilon")),
        Integer.parseInt(row.get("steps")),
        Double.parseDouble(row.get("error")),
        Integer.parseInt(row.get("active-dimensions")),
        Outcome.valueOf(row.get("outcome").toUpperCase(Locale.ROOT)));
  }
}
