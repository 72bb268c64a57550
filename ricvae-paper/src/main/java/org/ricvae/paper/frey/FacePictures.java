package org.ricvae.paper.frey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ricvae.RicvaeModel;
import org.ricvae.baseline.Rpca;
import org.ricvae.data.SampleShape;
import org.ricvae.data.Samples;
import org.ricvae.paper.lab.Cell;
import org.ricvae.paper.lab.Corrupted;
import org.ricvae.paper.lab.Images;
import org.ricvae.paper.lab.Outcome;
import org.ricvae.report.ImageRow;
import org.ricvae.use.RecoveryOptions;

/**
 * The faces that Figure 2 shows: ten of those under a circle, evenly spread over them, so that
 * nobody picks the ones that look best.
 */
final class FacePictures {
  private static final int COLUMNS = 10;
  private static final long RPCA_SECONDS = 15;

  private final Images clean;
  private final Dirt dirt;
  private final Corrupted dirty;
  private final List<Integer> shown;

  FacePictures(Images clean, Dirt dirt) {
    this.clean = clean;
    this.dirt = dirt;
    dirty = dirt.circles(clean);
    shown = spread(hit(dirty.mask()));
  }

  /** Which samples have dirt on them. */
  private static List<Integer> hit(Samples mask) {
    List<Integer> hit = new ArrayList<>();
    float[] row = new float[mask.shape().size()];
    for (int i = 0; i < mask.count(); i++) {
      mask.read(i, 1, row, 0);
      for (float value : row) {
        if (value != 0) {
          hit.add(i);
          break;
        }
      }
    }
    return hit;
  }

  private static List<Integer> spread(List<Integer> all) {
    int columns = Math.min(COLUMNS, all.size());
    List<Integer> some = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      some.add(all.get((int) ((long) i * all.size() / columns)));
    }
    return some;
  }

  /** Their numbers in the data set, from 0. */
  List<Integer> shown() {
    return shown;
  }

  /** Robust PCA again, of all faces; only those shown are kept. */
  Cell rpca() {
    Map<String, Object> settings = new LinkedHashMap<>(dirt.settings());
    settings.put("data", clean.fingerprint());
    settings.put("faces", shown);
    settings.put("lambda", Rpca.Lambda.LARGER_SIDE.name().toLowerCase(Locale.ROOT));
    return new Cell(
        dirt.key() + "_rpca_pictures",
        RPCA_SECONDS,
        settings,
        progress -> {
          Rpca rpca = Faces.decompose(dirty.images(), Rpca.Lambda.LARGER_SIDE);
          Samples low = Faces.samples(rpca.lowRank(), clean.shape());
          List<Integer> pixels = new ArrayList<>();
          for (float[] face : faces(low)) {
            for (float value : face) {
              pixels.add(Math.round(Math.max(0, Math.min(1, value)) * 255));
            }
          }
          return Map.of("pixels", pixels);
        });
  }

  ImageRow dirtyRow() {
    return ImageRow.pictures("dirty", clean.shape(), faces(dirty.images().samples()));
  }

  ImageRow cleanRow() {
    return ImageRow.pictures("clean", clean.shape(), faces(clean.samples()));
  }

  /** The faces as {@link #rpca} kept them. */
  ImageRow row(String label, Outcome rpca) {
    List<Double> pixels = rpca.numbers("pixels");
    SampleShape shape = clean.shape();
    List<float[]> images = new ArrayList<>();
    for (int from = 0; from < pixels.size(); from += shape.size()) {
      float[] image = new float[shape.size()];
      for (int j = 0; j < image.length; j++) {
        image[j] = pixels.get(from + j).floatValue() / 255;
      }
      images.add(image);
    }
    return ImageRow.pictures(label, shape, images);
  }

  /** The faces as a model recovers them in M passes. */
  ImageRow row(String label, RicvaeModel model, int passes) {
    float[] recovered =
        model
            .clean(dirty.images().values(), new RecoveryOptions(passes, false, 0, false, 0))
            .values();
    return ImageRow.pictures(label, clean.shape(), faces(Samples.of(clean.shape(), recovered)));
  }

  /** Those shown, in [0, 1]. */
  private List<float[]> faces(Samples samples) {
    List<float[]> faces = new ArrayList<>();
    for (int i : shown) {
      float[] face = new float[samples.shape().size()];
      samples.read(i, 1, face, 0);
      for (int j = 0; j < face.length; j++) {
        face[j] /= 255;
      }
      faces.add(face);
    }
    return faces;
  }
}
