package org.ricvae.paper.frey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.ricvae.RicvaeModel;
import org.ricvae.paper.frey.FreyResults.Part;
import org.ricvae.paper.frey.FreyResults.Place;
import org.ricvae.paper.lab.Findings;
import org.ricvae.paper.lab.Method;
import org.ricvae.paper.lab.Outcome;
import org.ricvae.report.Block;
import org.ricvae.report.ImageRow;
import org.ricvae.report.ImageSheet;

/** The page of Figure 2: the sheet, and the errors behind it. */
record Figure2Findings(FreyResults results, FacePictures pictures) {
  private static final List<Method> METHODS = List.of(Method.RPCA, Method.ICVAE, Method.RICVAE);

  /** RiC-VAE removes what iC-VAE leaves where its error under the dirt is at most this share. */
  private static final double REMOVES = 0.5;

  /**
   * The findings.
   *
   * @param models gives the model of a method, none where it cannot be trained
   */
  Findings findings(Function<Method, Optional<RicvaeModel>> models) {
    int percent = results.sizes().percents().get(0);
    Place place = new Place(Shape.CIRCLES, results.sizes().radii().get(0), percent);
    Findings findings =
        new Findings()
            .text(
                "%d %% of the faces were corrupted by a dark circle of random place and radius %s (seed 1). Shown are %d of these faces, evenly spread over all of them. The models are those of Figure 3; ε = %s was chosen by the dirty data."
                    .formatted(
                        percent,
                        place.radius(),
                        pictures.shown().size(),
                        Figure3Findings.epsilon(results.chosen(place.dirt(1)).orElseThrow())));
    claim(findings, place);
    findings.sheet(
        "faces",
        sheet(models),
        "Rows as in the paper: what the methods saw, what each made of it, and the truth, which none of them saw; # is the face's number.");
    for (Method method : METHODS) {
      numbers(findings, method, place);
    }
    return findings;
  }

  private ImageSheet sheet(Function<Method, Optional<RicvaeModel>> models) {
    List<ImageRow> rows = new ArrayList<>();
    rows.add(pictures.dirtyRow());
    Optional<Outcome> rpca = results.outcomes().get(pictures.rpca().key());
    rpca.ifPresent(outcome -> rows.add(pictures.row(Method.RPCA.title(), outcome)));
    for (Method method : List.of(Method.ICVAE, Method.RICVAE)) {
      models
          .apply(method)
          .ifPresent(m -> rows.add(pictures.row(method.title(), m, method.passes())));
    }
    rows.add(pictures.cleanRow());
    List<String> faces = pictures.shown().stream().map(i -> "#" + (i + 1)).toList();
    return new ImageSheet(faces, rows);
  }

  private void claim(Findings findings, Place place) {
    double rpca = underDirt(Method.RPCA, place);
    double once = underDirt(Method.ICVAE, place);
    double twice = underDirt(Method.RICVAE, place);
    Block.Outcome outcome =
        twice <= REMOVES * once
            ? Block.Outcome.HOLDS
            : twice < once ? Block.Outcome.PARTLY : Block.Outcome.DOES_NOT_HOLD;
    findings.verdict(
        "iC-VAE only partially removes the corrupted region; RiC-VAE (2,2) reconstructs the face under it even where the contamination is huge.",
        String.format(
            Locale.ROOT,
            "Mean squared error under the circles: dirty %.4f, RPCA %.4f, iC-VAE %.4f, RiC-VAE (2,2) %.4f. At most half the error of iC-VAE counts as removing what it leaves.",
            dirtyUnderDirt(place),
            rpca,
            once,
            twice),
        Double.isFinite(once) && Double.isFinite(twice) ? outcome : Block.Outcome.NOT_TESTED);
  }

  private double underDirt(Method method, Place place) {
    return results.errors(method, place, method.passes(), Part.HIT).get(0);
  }

  private double dirtyUnderDirt(Place place) {
    return results
        .outcomes()
        .get(FreyCells.dirtyKey(place.dirt(1)))
        .map(outcome -> outcome.number(place.shape().key() + "_hit"))
        .orElse(Double.NaN);
  }

  private void numbers(Findings findings, Method method, Place place) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("method", method.name().toLowerCase(Locale.ROOT));
    row.put("passes_at_test", method.passes());
    row.put("mse", results.errors(method, place, method.passes(), Part.ALL).get(0));
    row.put("mse_under_dirt", underDirt(method, place));
    row.put("mse_elsewhere", results.errors(method, place, method.passes(), Part.REST).get(0));
    findings.numbers(row);
  }
}
