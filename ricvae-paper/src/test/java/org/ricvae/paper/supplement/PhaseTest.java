package org.ricvae.paper.supplement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ricvae.paper.lab.Findings;
import org.ricvae.paper.lab.Lab;
import org.ricvae.paper.lab.PaperListener;
import org.ricvae.paper.lab.PaperOptions;

class PhaseTest {
  private static final PhaseSizes TINY =
      new PhaseSizes(
          List.of(1, 2), List.of(5), 2, 600, 30, 20, List.of(16), 60, OptionalDouble.of(1e-2));

  @TempDir Path dir;

  private static double error(Findings findings, String decoder, int latent, String method) {
    return findings.numbers().stream()
        .filter(row -> row.get("decoder").equals(decoder) && row.get("method").equals(method))
        .filter(row -> row.get("true_dimensions").equals(latent))
        .mapToDouble(row -> (double) row.get("error"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void countsTheClaimsFromTheNumbers() {
    Lab lab = new Lab(PaperOptions.into(dir), Set.of("phase"), PaperListener.NONE);
    Findings findings = new Phase(TINY).run(lab);
    assertThat(lab.failures()).isEmpty();
    assertThat(findings.numbers()).hasSize(3 * 3);
    assertThat(error(findings, "linear", 2, "rpca")).isLessThan(0.01);
    long better = 0;
    for (int latent : TINY.latents()) {
      double rpca = error(findings, "relu", latent, "rpca");
      better += error(findings, "relu", latent, "icvae") < rpca ? 1 : 0;
    }
    String outcome = better == 2 ? "HOLDS" : better == 1 ? "PARTLY" : "DOES_NOT_HOLD";
    assertThat(findings.blocks().toString())
        .containsPattern(
            "better than RPCA\\., measured=%d of 2 places[^\\]]*outcome=%s"
                .formatted(better, outcome));
  }
}
