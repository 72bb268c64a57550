package org.ricvae.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.ricvae.data.AtomicFolder;
import org.ricvae.data.InputException;
import org.ricvae.file.ConfigJson.Config;
import org.ricvae.model.InputNormalization;
import org.ricvae.model.RecurrentVae;
import org.ricvae.nn.Dense;
import org.ricvae.train.TrainingState;
import org.ricvae.use.TrainedModel;

/**
 * A model in a folder, for this program and for any other.
 *
 * <ul>
 *   <li>{@code config.json}: format and version, the likelihood by its type, passes, the widths and
 *       activations of the networks, shape, type and scaling of the data, thresholds, provenance.
 *       Numbers are exact to the bit; one that is not finite is a text ({@code "NaN"}).
 *   <li>{@code weights.safetensors}: {@code encoder.0.weight} {@code [out, in]}, {@code
 *       encoder.0.bias} {@code [out]}, and so on; the encoder's last layer gives μz, then log σz²
 *       (μz alone for the autoencoder). {@code decoder.0} … likewise; {@code decoder.log_variance}
 *       is the LC-VAE's second head beside the decoder's last layer. The encoder sees {@code (x −
 *       input.center) · input.gain}, and of a table's row, behind that, 1 for each cell that is
 *       seen and 0 for each that is not, whose values then are 0 as well; {@code data.fill} stands
 *       in for missing values.
 *   <li>{@code checkpoint.json} and {@code checkpoint.safetensors}, while training is unfinished:
 *       {@link CheckpointFile}.
 * </ul>
 *
 * <p>A version is read for ever. Its fields and tensors are fixed: one that is unknown is refused
 * rather than passed over, for it may change what the model computes; whatever is added makes a new
 * version.
 */
public final class ModelFile {
  private static final String CONFIG = "config.json";
  private static final String WEIGHTS = "weights.safetensors";
  private static final Set<String> OWN =
      Set.of(CONFIG, WEIGHTS, CheckpointFile.STATE, CheckpointFile.ARRAYS);

  private ModelFile() {}

  /** What a folder holds. */
  public record Stored(TrainedModel model, Provenance provenance) {}

  /**
   * Fails if {@link #write} would: before hours of training rather than after.
   *
   * @param extraFiles names of the further files that will be written
   * @throws InputException where the folder cannot be created, or holds what is not to be lost
   */
  public static void requireWritable(Path folder, Set<String> extraFiles) {
    open(folder, extraFiles).close();
  }

  /**
   * Writes a model, all or nothing. An older model in the folder is replaced; any other folder that
   * is not empty is refused, and so is a model among files that are not in {@code extraFiles}.
   *
   * @param unfinished where the training stands, so that it can be resumed; null if it is complete
   * @param extraFiles further files by name, such as the log of the training
   * @throws InputException where the folder cannot be written or the model is not finite; what was
   *     there before is then still there
   */
  public static void write(
      Path folder,
      TrainedModel model,
      Provenance provenance,
      TrainingState unfinished,
      Map<String, byte[]> extraFiles) {
    try (AtomicFolder target = open(folder, extraFiles.keySet())) {
      Path part = target.part();
      try {
        Files.write(part.resolve(CONFIG), ConfigJson.write(model, provenance));
        Safetensors.write(
            part.resolve(WEIGHTS), Map.of("format", ConfigJson.FORMAT), ModelTensors.of(model));
        if (unfinished != null) {
          CheckpointFile.write(part, unfinished);
        }
        for (Map.Entry<String, byte[]> file : extraFiles.entrySet()) {
          Files.write(part.resolve(file.getKey()), file.getValue());
        }
      } catch (IOException e) {
        throw target.failure(e);
      }
      target.commit();
    }
  }

  private static AtomicFolder open(Path folder, Set<String> extraFiles) {
    for (String name : extraFiles) {
      if (OWN.contains(name) || !name.matches("\\w[\\w.-]*")) {
        throw new IllegalArgumentException(name);
      }
    }
    Predicate<Path> known =
        file -> {
          String name = file.getFileName().toString();
          return Files.isRegularFile(file) && (OWN.contains(name) || extraFiles.contains(name));
        };
    return AtomicFolder.open(folder, isModel(folder) ? known : file -> false);
  }

  /** Whether the folder holds a model of any version, so that another may replace it. */
  private static boolean isModel(Path folder) {
    try {
      return Json.read(folder.resolve(CONFIG), root -> root.allowOthers().text("format"))
          .equals(ConfigJson.FORMAT);
    } catch (InputException e) {
      return false;
    }
  }

  /**
   * Reads a model. Executes nothing, and takes no more memory than the size of the files warrants.
   *
   * @throws InputException where the folder holds no model, or a damaged one
   */
  public static Stored read(Path folder) {
    Path configFile = folder.resolve(CONFIG);
    if (!Files.exists(configFile)) {
      String problem =
          Files.isDirectory(folder)
              ? "the folder holds no " + CONFIG
              : Files.exists(folder) ? "it is a file, not a folder" : "it does not exist";
      throw new InputException(
          "%s is not a model: %s; give the folder that a training wrote (-o)"
              .formatted(folder, problem));
    }
    Config config = Json.read(configFile, ConfigJson::read);
    int size = config.shape().size();
    try (Safetensors file = Safetensors.open(folder.resolve(WEIGHTS))) {
      file.require(
          ModelTensors.shapes(networks(configFile, config, InputNormalization.none(size))));
      InputNormalization normalization =
          new InputNormalization(file.read(ModelTensors.CENTER), file.read(ModelTensors.GAIN)[0]);
      RecurrentVae vae = networks(configFile, config, normalization);
      TrainedModel model =
          new TrainedModel(
              vae,
              ModelTensors.weights(vae, file),
              config.shape(),
              config.type(),
              config.scaling(),
              file.read(ModelTensors.FILL),
              config.thresholds());
      return new Stored(model, config.provenance());
    }
  }

  /** Lays out the networks, which takes no memory; refuses what does not fit together. */
  private static RecurrentVae networks(Path file, Config config, InputNormalization normalization) {
    try {
      RecurrentVae vae = new RecurrentVae(config.architecture(), config.objective(), normalization);
      Math.toIntExact(vae.layers().stream().mapToLong(Dense::size).sum());
      return vae;
    } catch (InputException e) {
      throw BadFile.of(file, e.getMessage());
    } catch (ArithmeticException e) {
      throw BadFile.of(file, "the layers are too wide: the parameters do not fit into an array");
    }
  }
}
