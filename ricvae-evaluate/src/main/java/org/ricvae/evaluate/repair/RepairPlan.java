package org.ricvae.evaluate.repair;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.ricvae.data.InputException;

/**
 * Which errors a study injects.
 *
 * @param shares of the cells, each over 0 and at most 0.5
 * @param kinds mixed evenly; one alone measures that kind
 */
public record RepairPlan(List<Double> shares, Set<ErrorKind> kinds) {
  /** 5 and 20 % of the cells, all kinds mixed. */
  public static final RepairPlan DEFAULT =
      new RepairPlan(List.of(0.05, 0.2), EnumSet.allOf(ErrorKind.class));

  /**
   * Copies the parts.
   *
   * @throws InputException where there is no share or kind, or a share is out of range
   */
  public RepairPlan {
    shares = List.copyOf(shares);
    kinds = Set.copyOf(kinds);
    if (shares.isEmpty()
        || kinds.isEmpty()
        || shares.stream().anyMatch(s -> !(s > 0 && s <= 0.5))) {
      throw new InputException(
          "errors of kinds %s in shares %s of the cells: at least one of each is needed, shares over 0 and at most 0.5"
              .formatted(kinds, shares));
    }
  }
}
