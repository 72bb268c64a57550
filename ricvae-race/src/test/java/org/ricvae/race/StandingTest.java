package org.ricvae.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class StandingTest {
  private static final Cell CELL = new Cell(Net.DIGITS, 2, 128, 1);

  private static void enter(Standing standing, Engine engine, double... seconds) {
    standing.enter(Entrant.of(engine, 1).get(0));
    for (double s : seconds) {
      standing.laps().get(engine).add(new Lap(s, s / 2));
    }
  }

  private static Standing standing() {
    Standing standing = new Standing(CELL);
    enter(standing, Engine.RICVAE, 0.01, 0.02, 0.03);
    enter(standing, Engine.PRODUCTS, 0.008, 0.016, 0.024);
    enter(standing, Engine.TENSORFLOW, 0.015, 0.024, 0.045);
    enter(standing, Engine.TORCH_MKL, 0.011, 0.026, 0.033);
    return standing;
  }

  @Test
  void ratiosAreTakenRoundByRound() {
    assertThat(standing().ratio(Engine.TENSORFLOW)).isCloseTo(1.5, within(1e-9));
    assertThat(standing().ratio(Engine.TORCH_MKL)).isCloseTo(1.1, within(1e-9));
    assertThat(standing().cpuRatio(Engine.PRODUCTS)).isCloseTo(0.8, within(1e-9));
  }

  @Test
  void theProductsAreNoPeer() {
    assertThat(standing().againstBest()).isCloseTo(1.1, within(1e-9));
  }

  @Test
  void rateAndSpread() {
    assertThat(standing().rate(Engine.RICVAE)).isCloseTo(6400, within(1e-6));
    assertThat(standing().spread(Engine.RICVAE)).isCloseTo(0.25, within(1e-9));
  }

  @Test
  void tableSaysWhatIsThereAndWhatIsNot() {
    String table = Table.markdown(List.of(standing()));
    assertThat(table.lines()).hasSize(3);
    assertThat(table.lines().map(l -> l.chars().filter(c -> c == '|').count()).distinct())
        .hasSize(1);
    assertThat(table)
        .contains(
            "| 784-512-512-30 | 2 | 128 | 1 | 6.40 ± 25 % |", " – | 1.10 | 1.10 | 80 % | 80 % |");
  }

  @Test
  void summaryHasGeometricMeans() {
    Standing twice = new Standing(CELL);
    enter(twice, Engine.RICVAE, 0.01);
    enter(twice, Engine.TENSORFLOW, 0.06);
    assertThat(Table.summary(List.of(standing(), twice)))
        .contains(
            "against TensorFlow-Java: 3.00 in the geometric mean over 2 cells, at least 1.50");
  }

  @Test
  void everyLapIsInTheCsv() {
    assertThat(Table.csv(List.of(standing())).lines())
        .hasSize(13)
        .contains("784-512-512-30,2,128,1,\"ricvae\",\"\",3,0.0300000,0.0150000");
  }

  @Test
  void withoutAPeerThereIsTheLimitAlone() {
    Standing alone = new Standing(CELL);
    enter(alone, Engine.RICVAE, 0.02);
    enter(alone, Engine.PRODUCTS, 0.01);
    assertThat(Table.markdown(List.of(alone))).contains("| – | – | 50 % | 50 % |");
    assertThat(Table.summary(List.of(alone)))
        .isEqualTo(
            "- against products alone, MKL: 0.50 in the geometric mean over 1 cells, at least 0.50\n");
  }

  @Test
  void withoutUsThereAreNoRatios() {
    Standing alone = new Standing(CELL);
    enter(alone, Engine.TENSORFLOW, 0.01);
    assertThat(Table.summary(List.of(alone))).isEmpty();
    assertThat(Table.markdown(List.of(alone)).lines()).hasSize(3);
  }
}
