package org.ricvae.evaluate.repair;

import java.util.List;

/** The methods of repair to measure oneself against. */
public final class RepairPeers {
  private RepairPeers() {}

  /** All of them. */
  public static List<Repairer> all() {
    return List.of(new ColumnMedian(), new RobustPcaRepair(), new NeighbourImputation());
  }
}
