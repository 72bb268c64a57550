package org.ricvae.paper.outliers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ricvae.data.InputException;
import org.ricvae.data.SampleShape;
import org.ricvae.data.SampleSink;
import org.ricvae.data.ValueType;
import org.ricvae.format.DataFiles;
import org.ricvae.paper.lab.Findings;
import org.ricvae.paper.lab.Lab;
import org.ricvae.paper.lab.LabelledSet;
import org.ricvae.paper.lab.PaperListener;
import org.ricvae.paper.lab.PaperOptions;
import org.ricvae.paper.lab.SharedData;

class MedicalTest {
  private static final MedicalSizes TINY =
      new MedicalSizes(List.of(10), 60, 30, List.of(16), OptionalDouble.of(1e-2), 2);

  @TempDir Path dir;

  private Lab lab(Path images) {
    return new Lab(
        new PaperOptions(
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.of(images),
            dir.resolve("out"),
            2,
            false,
            false,
            2),
        Set.of("medical"),
        PaperListener.NONE);
  }

  /** Grey images, and an outlier of noise at every third place. */
  private void write(boolean outliers) {
    int n = 90;
    SplittableRandom random = new SplittableRandom(1);
    SampleShape shape = new SampleShape(28, 28, 1);
    try (SampleSink images =
            DataFiles.create(dir.resolve("train-images-idx3-ubyte"), shape, ValueType.U8, n);
        SampleSink labels =
            DataFiles.create(
                dir.resolve("train-labels-idx1-ubyte"), SampleShape.vector(1), ValueType.U8, n)) {
      float[] image = new float[shape.size()];
      for (int i = 0; i < n; i++) {
        boolean odd = outliers && i % 3 == 0;
        int level = random.nextInt(50, 200);
        for (int j = 0; j < image.length; j++) {
          image[j] = odd ? random.nextInt(256) : level + random.nextInt(5);
        }
        images.write(image, 0, 1);
        labels.write(new float[] {odd ? 1 : 0}, 0, 1);
      }
      images.commit();
      labels.commit();
    }
  }

  @Test
  void noiseIsFoundAmongGreyImages() {
    write(true);
    Lab lab = lab(dir);
    Findings findings = new Medical(TINY).run(lab);
    assertThat(lab.failures()).isEmpty();
    for (Judge judge : List.of(Judge.L2VAE, Judge.ICVAE, Judge.RICVAE)) {
      assertThat(auc(findings, judge, 10)).as(judge.title()).isGreaterThan(0.95);
    }
    assertThat(findings.blocks().toString()).contains("outcome=");
  }

  private static double auc(Findings findings, Judge judge, int percent) {
    Map<String, Object> found =
        findings.numbers().stream()
            .filter(row -> row.get("method").equals(judge.key()))
            .filter(row -> row.get("outlier_percent").equals(percent))
            .filter(row -> row.get("measure").equals("auc"))
            .findFirst()
            .orElseThrow();
    assertThat(found).containsEntry("seeds", 2);
    return (double) found.get("mean");
  }

  @Test
  void imagesOfOneKindAreRefused() {
    write(false);
    assertThatThrownBy(() -> new Medical(TINY).run(lab(dir)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("--pneumonia")
        .message()
        .hasLineCount(1);
  }

  @Test
  void theShareOfPneumoniaIsTheOneAsked() {
    LabelledSet set = lab(SharedData.file("pneumoniamnist")).inputs().pneumonia();
    List<Integer> counts = new ArrayList<>();
    for (int percent : MedicalSizes.FULL.percents()) {
      List<Boolean> labels = MedicalSizes.FULL.contaminated(set, percent, 1).labels(set.outlier());
      counts.add((int) labels.stream().filter(o -> o).count());
      assertThat(labels.stream().filter(o -> !o)).hasSize(1214);
    }
    assertThat(counts).containsExactly(64, 135, 304);
  }
}
