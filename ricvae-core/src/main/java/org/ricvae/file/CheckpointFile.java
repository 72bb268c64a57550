package org.ricvae.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ricvae.data.InputException;
import org.ricvae.model.RecurrentVae;
import org.ricvae.train.Checkpoint;
import org.ricvae.train.Checkpoint.Progress;
import org.ricvae.train.TrainingState;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The state of an unfinished training, beside the model it has reached: {@code checkpoint.json}
 * (counters and sums, exact to the bit) and {@code checkpoint.safetensors} (parameters and Adam's
 * moments, flat, in the layout of the kernels). Its version is its own, for only the ricvae that
 * began a training needs to go on with it.
 */
public final class CheckpointFile {
  static final String STATE = "checkpoint.json";
  static final String ARRAYS = "checkpoint.safetensors";

  private static final String FORMAT = "ricvae-checkpoint";
  private static final int VERSION = 1;

  private static final String WEIGHTS = "weights";
  private static final String FIRST = "adam.m";
  private static final String SECOND = "adam.v";
  private static final String BEST = "best.weights";

  /** In the order of {@link Progress#sums}: the first three a pass, the others a dimension. */
  private static final List<String> SUMS =
      List.of("loss", "kl", "squared_residual", "latent", "latent_squares");

  private static final int SUMS_BY_PASS = 3;

  private CheckpointFile() {}

  /** Writes the two files. */
  static void write(Path folder, TrainingState state) throws IOException {
    Checkpoint checkpoint = state.checkpoint();
    Files.write(folder.resolve(STATE), json(checkpoint.progress()));
    Map<String, Tensor> arrays = new LinkedHashMap<>();
    arrays.put(WEIGHTS, Tensor.vector(checkpoint.weights()));
    arrays.put(FIRST, Tensor.vector(checkpoint.first()));
    arrays.put(SECOND, Tensor.vector(checkpoint.second()));
    checkpoint.bestWeights().ifPresent(best -> arrays.put(BEST, Tensor.vector(best)));
    Safetensors.write(folder.resolve(ARRAYS), Map.of("format", FORMAT), arrays);
  }

  private static byte[] json(Progress progress) {
    ObjectNode root = Json.object();
    root.put("format", FORMAT);
    root.put("version", VERSION);
    root.put("updates", progress.updates());
    root.put("epoch", progress.epoch());
    root.put("batch", progress.batch());
    root.set("running_residual", Json.number(progress.runningResidual()));
    root.set("best_validation_loss", Json.number(progress.bestValidation()));
    root.put("best_epoch", progress.bestEpoch());
    root.put("samples", progress.samples());
    ObjectNode sums = root.putObject("sums");
    for (int i = 0; i < SUMS.size(); i++) {
      ArrayNode numbers = sums.putArray(SUMS.get(i));
      for (double sum : progress.sums()[i]) {
        numbers.add(Json.number(sum));
      }
    }
    return Json.pretty(root);
  }

  /**
   * Reads where the training of a model stood.
   *
   * @param folder of the model
   * @param vae of the same model
   * @param weightDecay of the plan
   * @throws InputException where the folder holds no unfinished training, or a damaged one
   */
  public static TrainingState read(Path folder, RecurrentVae vae, double weightDecay) {
    if (!Files.exists(folder.resolve(STATE))) {
      throw new InputException(
          "%s holds no unfinished training (no %s): nothing to resume, train into another folder"
              .formatted(folder, STATE));
    }
    Progress progress = Json.read(folder.resolve(STATE), root -> progress(root, vae));
    try (Safetensors file = Safetensors.open(folder.resolve(ARRAYS))) {
      int[] shape = {vae.parameters()};
      Map<String, int[]> shapes = new LinkedHashMap<>();
      List.of(WEIGHTS, FIRST, SECOND).forEach(name -> shapes.put(name, shape));
      boolean best = file.has(BEST);
      if (best) {
        shapes.put(BEST, shape);
      }
      file.require(shapes);
      Checkpoint checkpoint =
          new Checkpoint(
              file.read(WEIGHTS),
              file.read(FIRST),
              squares(folder.resolve(ARRAYS), file.read(SECOND)),
              best ? Optional.of(file.read(BEST)) : Optional.empty(),
              progress);
      return TrainingState.of(checkpoint, weightDecay);
    }
  }

  /** Adam takes the root of them. */
  private static float[] squares(Path file, float[] values) {
    for (float value : values) {
      if (value < 0) {
        throw BadFile.of(file, "the tensor %s holds %s, below 0".formatted(SECOND, value));
      }
    }
    return values;
  }

  private static Progress progress(Fields root, RecurrentVae vae) {
    ConfigJson.requireVersion(root, FORMAT, VERSION);
    int epoch = root.integer("epoch", 0, Integer.MAX_VALUE);
    return new Progress(
        root.whole("updates", 0),
        epoch,
        root.integer("batch", 0, Integer.MAX_VALUE),
        root.number("running_residual"),
        root.number("best_validation_loss"),
        root.integer("best_epoch", -1, epoch),
        root.whole("samples", 0),
        root.object("sums", sums -> sums(sums, vae)));
  }

  private static double[][] sums(Fields fields, RecurrentVae vae) {
    double[][] sums = new double[SUMS.size()][];
    for (int i = 0; i < sums.length; i++) {
      int count = i < SUMS_BY_PASS ? vae.objective().passes() : vae.architecture().latent();
      sums[i] = fields.numbers(SUMS.get(i), count);
    }
    return sums;
  }
}
