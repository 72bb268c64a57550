package org.ricvae.paper.supplement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ricvae.RicvaeModel;
import org.ricvae.data.SampleShape;
import org.ricvae.data.Samples;
import org.ricvae.paper.lab.Corrupted;
import org.ricvae.paper.lab.Findings;
import org.ricvae.paper.lab.Images;
import org.ricvae.paper.lab.Lab;
import org.ricvae.report.ImageRow;
import org.ricvae.report.ImageSheet;

/** A few faces, pass by pass: what is made of them, and where the residual is large. */
final class PassesSheet {
  /** N of the model that is shown: the paper's. */
  private static final int SHOWN = 2;

  private static final int FACES = 8;
  private static final float WHITE = 255;

  private PassesSheet() {}

  /** Adds the sheet, if there is a model of the first seed. */
  static void add(
      Findings findings, Lab lab, PassesSizes sizes, Images clean, Map<Integer, Double> epsilons) {
    if (!epsilons.containsKey(1)) {
      return;
    }
    Corrupted dirty = Passes.dirty(clean, 1);
    Optional<RicvaeModel> model =
        lab.models()
            .find(
                Passes.modelKey(SHOWN, 1),
                dirty.images(),
                Passes.options(sizes, SHOWN, 1, epsilons.get(1)));
    model.ifPresent(
        m ->
            findings.sheet(
                "faces",
                sheet(m, sizes, clean, dirty),
                "Faces under dark circles, as the model with N = 2 (seed 1) makes them pass by pass; below, how far each pixel is from what was seen."));
  }

  private static ImageSheet sheet(
      RicvaeModel model, PassesSizes sizes, Images clean, Corrupted dirty) {
    int[] faces = faces(dirty);
    SampleShape shape = clean.shape();
    float[] seen = pick(dirty.images().samples(), faces);
    List<ImageRow> recovered = new ArrayList<>();
    List<ImageRow> residuals = new ArrayList<>();
    int pass = 0;
    for (float[] values : PassTrace.recoveries(model, seen, sizes.passes())) {
      pass++;
      if (sizes.shown().contains(pass)) {
        recovered.add(ImageRow.pictures("M = " + pass, shape, images(values, shape)));
        residuals.add(
            ImageRow.maps("residual, M = " + pass, shape, images(difference(seen, values), shape)));
      }
    }
    List<ImageRow> rows = new ArrayList<>();
    rows.add(ImageRow.pictures("dirty", shape, images(seen, shape)));
    rows.addAll(recovered);
    float[] truth = pick(clean.samples(), faces);
    rows.add(ImageRow.pictures("clean", shape, images(truth, shape)));
    rows.add(residuals.get(0));
    rows.add(residuals.get(residuals.size() - 1));
    rows.add(ImageRow.maps("truth: dirty − clean", shape, images(difference(seen, truth), shape)));
    return ImageSheet.of(rows);
  }

  /** Dirty ones, evenly spread over the data. */
  private static int[] faces(Corrupted dirty) {
    int n = dirty.images().count();
    int size = dirty.images().shape().size();
    float[] mask = new float[n * size];
    dirty.mask().read(0, n, mask, 0);
    List<Integer> hit = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      boolean any = false;
      for (int j = 0; j < size; j++) {
        any |= mask[i * size + j] != 0;
      }
      if (any) {
        hit.add(i);
      }
    }
    int[] faces = new int[Math.min(FACES, hit.size())];
    for (int i = 0; i < faces.length; i++) {
      faces[i] = hit.get((int) ((i + 0.5) * hit.size() / faces.length));
    }
    return faces;
  }

  private static float[] pick(Samples samples, int[] chosen) {
    int size = samples.shape().size();
    float[] values = new float[chosen.length * size];
    for (int i = 0; i < chosen.length; i++) {
      samples.read(chosen[i], 1, values, i * size);
    }
    return values;
  }

  private static float[] difference(float[] a, float[] b) {
    float[] values = new float[a.length];
    for (int i = 0; i < a.length; i++) {
      values[i] = Math.abs(a[i] - b[i]);
    }
    return values;
  }

  private static List<float[]> images(float[] values, SampleShape shape) {
    List<float[]> images = new ArrayList<>();
    for (int from = 0; from < values.length; from += shape.size()) {
      float[] image = new float[shape.size()];
      for (int j = 0; j < image.length; j++) {
        image[j] = values[from + j] / WHITE;
      }
      images.add(image);
    }
    return images;
  }
}
