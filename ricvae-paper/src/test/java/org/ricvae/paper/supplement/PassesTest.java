package org.ricvae.paper.supplement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ricvae.RicvaeModel;
import org.ricvae.data.SampleSink;
import org.ricvae.data.Samples;
import org.ricvae.format.DataFiles;
import org.ricvae.format.ReadOptions;
import org.ricvae.paper.lab.Corrupted;
import org.ricvae.paper.lab.Findings;
import org.ricvae.paper.lab.Images;
import org.ricvae.paper.lab.Lab;
import org.ricvae.paper.lab.PaperListener;
import org.ricvae.paper.lab.PaperOptions;
import org.ricvae.paper.lab.SharedData;
import org.ricvae.use.RecoveryOptions;

/** The sweep of passes from end to end, in a tiny size, on real faces. */
class PassesTest {
  private static final int COUNT = 64;
  private static final PassesSizes TINY =
      new PassesSizes(List.of(1, 2), List.of(1, 3), 3, 20, List.of(16), OptionalDouble.of(1e-2), 2);

  @TempDir static Path dir;
  private static final List<String> messages = new ArrayList<>();
  private static Lab lab;
  private static Findings findings;

  @BeforeAll
  static void runOnce() {
    Path all = SharedData.file("frey/frey-images-idx3-ubyte.gz");
    Path faces = dir.resolve("faces.npy");
    try (Samples samples = DataFiles.open(all, ReadOptions.DEFAULT);
        SampleSink sink = DataFiles.create(faces, samples.shape(), samples.type(), COUNT)) {
      float[] values = new float[COUNT * samples.shape().size()];
      samples.read(0, COUNT, values, 0);
      sink.write(values, 0, COUNT);
      sink.commit();
    }
    lab =
        new Lab(
            new PaperOptions(
                Optional.of(faces),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                dir.resolve("out"),
                1,
                false,
                false,
                2),
            Set.of("passes"),
            new PaperListener() {
              @Override
              public void message(String text) {
                messages.add(text);
              }
            });
    findings = new Passes(TINY).run(lab);
    assertThat(lab.failures()).isEmpty();
  }

  @Test
  void theNumbersAreThoseOfAPlainComputation() {
    Images clean = lab.inputs().frey();
    Corrupted dirty = Passes.dirty(clean, 1);
    RicvaeModel model =
        lab.models()
            .find(Passes.modelKey(2, 1), dirty.images(), Passes.options(TINY, 2, 1, 1e-2))
            .orElseThrow();
    float[] truth = clean.values();
    float[] seen = dirty.images().values();
    float[] mask = new float[truth.length];
    dirty.mask().read(0, COUNT, mask, 0);
    float[] recovered = model.clean(seen, new RecoveryOptions(3, false, 0, false, 0)).values();
    double all = 0;
    double hit = 0;
    long hits = 0;
    long found = 0;
    long both = 0;
    for (int i = 0; i < truth.length; i++) {
      double error = Math.pow((recovered[i] - truth[i]) / 255, 2);
      boolean flagged = Math.abs(recovered[i] - seen[i]) / 255 > model.thresholds().cell();
      all += error / truth.length;
      found += flagged ? 1 : 0;
      if (mask[i] != 0) {
        hit += error;
        hits++;
        both += flagged ? 1 : 0;
      }
    }
    Map<String, Object> row =
        findings.numbers().stream()
            .filter(r -> r.get("n").equals(2) && r.get("m").equals(3))
            .findFirst()
            .orElseThrow();
    assertThat((double) row.get("mse")).isCloseTo(all, within(1e-6 * all));
    assertThat((double) row.get("hit")).isCloseTo(hit / hits, within(1e-6));
    assertThat((double) row.get("precision")).isCloseTo((double) both / found, within(1e-3));
    assertThat((double) row.get("recall")).isCloseTo((double) both / hits, within(1e-3));
  }

  @Test
  void thePageHasAllItsParts() {
    assertThat(findings.numbers()).hasSize(2 * 3);
    assertThat(findings.blocks().toString()).contains("RiC-VAE(2,2)", "reweighted", "M = 3");
    assertThat(findings.blocks().toString())
        .contains("Generation over N × M was not measured: the run lacks --mnist DIR");
    assertThat(messages).first().asString().contains("left out", "--mnist DIR");
    new Passes(TINY).run(lab); // a second run finds everything done
    assertThat(lab.failures()).isEmpty();
  }
}
