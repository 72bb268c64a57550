package org.ricvae.evaluate.detection;

import java.util.List;

/** The detectors to measure oneself against. */
public final class Peers {
  private Peers() {}

  /** All of them. */
  public static List<Detector> all() {
    return List.of(
        new IsolationForest(),
        new RandomCutForestDetector(),
        new PcaResidual(),
        new PcaMahalanobis(),
        new RobustPca(),
        new NearestNeighbours(),
        new PlainVae());
  }
}
