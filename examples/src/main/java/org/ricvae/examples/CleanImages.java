package org.ricvae.examples;

import java.nio.file.Path;
import org.ricvae.ModelKind;
import org.ricvae.Options;
import org.ricvae.Ricvae;
import org.ricvae.RicvaeModel;
import org.ricvae.data.SampleSink;
import org.ricvae.data.Samples;
import org.ricvae.format.DataFiles;
import org.ricvae.format.ReadOptions;
import org.ricvae.format.WriteOptions;
import org.ricvae.use.RecoveryOptions;

/**
 * Dirty images in, clean images out: {@code CleanImages DIRTY CLEANED MODEL}.
 *
 * <p>Any format will do: IDX, .npy, .npz, .mat, a folder of pictures. The model is saved, so that
 * the next data need no training.
 */
public final class CleanImages {
  private CleanImages() {}

  /** Trains on the dirty images, saves the model, and writes the cleaned images. */
  public static void main(String[] args) {
    if (args.length != 3) {
      System.err.println("usage: CleanImages DIRTY CLEANED MODEL");
      System.exit(2);
    }
    try (Samples dirty = DataFiles.open(Path.of(args[0]), ReadOptions.DEFAULT)) {
      Options options = Options.defaults().withKind(ModelKind.RICVAE).withLatent(10).withSeed(1);
      RicvaeModel model = Ricvae.fit(dirty, options);
      model.save(Path.of(args[2]));
      clean(model, dirty, Path.of(args[1]));
      System.out.printf(
          "%d images cleaned; epsilon was %s, %d of %d latent dimensions are active%n",
          dirty.count(),
          model.provenance().epsilon(),
          model.provenance().activeDimensions(),
          options.latent());
    }
  }

  /** From disk to disk, in batches. */
  private static void clean(RicvaeModel model, Samples dirty, Path to) {
    int threads = Runtime.getRuntime().availableProcessors();
    try (SampleSink cleaned =
        DataFiles.create(to, dirty.shape(), dirty.type(), dirty.count(), WriteOptions.DEFAULT)) {
      model
          .streams(threads)
          .recover(
              dirty,
              RecoveryOptions.DEFAULT,
              (recovered, n, first) -> cleaned.write(recovered.values(), 0, n),
              done -> {});
      cleaned.commit();
    }
  }
}
