package org.ricvae.race;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An engine with settings of its own. What suits an engine best is found out before the race.
 *
 * @param settings in words; empty where there is but one way
 * @param threads threads it may have: one may be better than two
 * @param environment variables of its process
 * @param options of its virtual machine
 */
record Entrant(
    Engine engine,
    String settings,
    int threads,
    Map<String, String> environment,
    List<String> options) {

  /** Every setting worth a try where so many threads are to be had. */
  static List<Entrant> of(Engine engine, int threads) {
    List<Entrant> all = new ArrayList<>();
    switch (engine) {
      case RICVAE -> all.add(new Entrant(engine, "", threads, Map.of(), engine.options(threads)));
      case TENSORFLOW -> {
        for (String oneDnn : List.of("1", "0")) {
          for (int within = 1; within <= threads; within++) {
            for (int between = 1; between <= threads; between++) {
              all.add(tensorFlow(threads, oneDnn, within, between));
            }
          }
        }
      }
      case PRODUCTS, TORCH_MKL, TORCH_MKL_FUSED -> {
        if (threads == 1) {
          all.add(openMp(engine, "", 1, "", "GNU"));
        } else {
          for (String layer : List.of("GNU", "INTEL")) {
            for (String wait : List.of("", "ACTIVE", "PASSIVE")) {
              all.add(openMp(engine, layer + " threads", threads, wait, layer));
            }
          }
          all.add(openMp(engine, "one thread", 1, "", "GNU"));
        }
      }
      case TORCH_OPENBLAS, TORCH_OPENBLAS_FUSED, DJL -> {
        if (threads > 1) {
          for (String wait : List.of("", "ACTIVE", "PASSIVE")) {
            all.add(openMp(engine, threads + " threads", threads, wait, "GNU"));
          }
        }
        all.add(openMp(engine, "one thread", 1, "", "GNU"));
      }
    }
    return all;
  }

  private static Entrant tensorFlow(int threads, String oneDnn, int within, int between) {
    return new Entrant(
        Engine.TENSORFLOW,
        "oneDNN %s, threads %d in and %d over operations".formatted(oneDnn, within, between),
        threads,
        Map.of("TF_ENABLE_ONEDNN_OPTS", oneDnn),
        List.of(
            "-D" + TensorFlowStep.WITHIN + "=" + within,
            "-D" + TensorFlowStep.BETWEEN + "=" + between));
  }

  /**
   * Threads of OpenMP.
   *
   * @param wait OMP_WAIT_POLICY, or empty for the default
   * @param layer which OpenMP MKL uses: libtorch uses GNU's
   */
  private static Entrant openMp(Engine engine, String how, int threads, String wait, String layer) {
    String n = Integer.toString(threads);
    Map<String, String> environment = new HashMap<>();
    environment.put("OMP_NUM_THREADS", n);
    environment.put("MKL_NUM_THREADS", n);
    environment.put("OPENBLAS_NUM_THREADS", n);
    environment.put("MKL_THREADING_LAYER", layer);
    environment.put("MKL_DYNAMIC", "FALSE");
    if (!wait.isEmpty()) {
      environment.put("OMP_WAIT_POLICY", wait);
    }
    String settings = wait.isEmpty() ? how : how + ", waiting " + wait.toLowerCase(Locale.ROOT);
    return new Entrant(engine, settings, threads, environment, engine.options(threads));
  }

  /** The cell as this entrant runs it. */
  Cell cell(Cell cell) {
    return new Cell(cell.net(), cell.passes(), cell.batch(), threads);
  }

  @Override
  public String toString() {
    return settings.isEmpty() ? engine.title() : engine.title() + " (" + settings + ")";
  }
}
