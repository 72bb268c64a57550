package org.ricvae.paper.digits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ricvae.data.InputException;
import org.ricvae.data.SampleShape;
import org.ricvae.data.Samples;
import org.ricvae.paper.lab.Digits;
import org.ricvae.paper.lab.Experiment;
import org.ricvae.paper.lab.Images;
import org.ricvae.paper.lab.Lab;
import org.ricvae.paper.lab.PaperListener;
import org.ricvae.paper.lab.PaperOptions;
import org.ricvae.paper.lab.Publisher;
import org.ricvae.paper.lab.SharedData;

/** Figures 4 to 6 on a few real digits, from data to findings. */
class DigitFiguresTest {
  private static final DigitSizes TINY = new DigitSizes(140, 2, OptionalDouble.of(0.05), 1, 60, 40);

  @TempDir Path dir;

  private Lab lab() {
    Path mnist = SharedData.file("mnist/t10k-images-idx3-ubyte.gz").getParent();
    PaperOptions options =
        new PaperOptions(
            Optional.empty(),
            Optional.of(mnist),
            List.of(),
            Optional.empty(),
            dir,
            1,
            false,
            false,
            2);
    return new Lab(options, Set.of("figure4", "figure5", "figure6"), PaperListener.NONE);
  }

  @Test
  void fromDataToPage() throws Exception {
    Lab lab = lab();
    List<Experiment> figures = List.of(new Figure6(TINY), new Figure4(TINY), new Figure5(TINY));
    Publisher publisher = Publisher.into(dir, figures);
    for (Experiment figure : figures) {
      publisher.publish(figure, figure.run(lab), false);
    }
    assertThat(lab.failures()).isEmpty();
    assertThat(publisher.page()).content().doesNotContain("came to nothing");
    for (String file :
        List.of(
            "figure4/samples-dirty.png", "figure5/posterior-clean.svg", "figure6/distances.png")) {
      assertThat(dir.resolve(file)).isNotEmptyFile();
    }

    for (Condition condition : Condition.values()) {
      collapse(dir.resolve("figure4/cells/digits-%s-ricvae.json".formatted(condition.key())));
    }
    Path cell = dir.resolve("figure6/cells/digits.json");
    FileTime written = Files.getLastModifiedTime(cell);
    for (Experiment figure : figures) {
      publisher.publish(figure, figure.run(lab), false);
    }
    assertThat(lab.failures()).isEmpty();
    assertThat(publisher.page()).content().contains("came to nothing (the posterior collapsed)");
    assertThat(Files.getLastModifiedTime(cell)).as("not run again").isEqualTo(written);
  }

  /** Makes of a stored training one that failed. */
  private static void collapse(Path cell) throws IOException {
    String text = Files.readString(cell);
    String failed =
        text.replaceAll("\"active\" : \\d+", "\"failed\" : \"the posterior collapsed\"");
    assertThat(failed).isNotEqualTo(text);
    Files.writeString(cell, failed);
  }

  @Test
  void tooFewDigits() {
    Images two = Images.of(Samples.of(new SampleShape(2, 2, 1), new byte[8]));
    Digits mnist = new Digits(two, List.of(0, 1), two, List.of(0, 1));
    assertThatThrownBy(() -> TINY.check(mnist))
        .isInstanceOf(InputException.class)
        .hasMessage("--mnist holds 2 training and 2 test digits; 140 and 60 are needed");
  }
}
