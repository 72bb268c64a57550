package org.ricvae.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ricvae.data.Samples;
import org.ricvae.format.DataFiles;
import org.ricvae.format.ReadOptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DemoTest {
  @TempDir Path dir;

  @Test
  void leavesAReportNumbersAndDataToGoOnWith() throws IOException {
    Path folder = dir.resolve("demo");
    Object[] demo = {
      "demo",
      "-o",
      folder,
      "--images",
      300,
      "--epochs",
      3,
      "--hidden",
      32,
      "--latent",
      8,
      "--epsilon",
      "0.05"
    };
    Cli.Result result = Cli.run(demo).isDone();
    assertThat(result.out().strip().lines()).hasSize(3);
    assertThat(result.out()).contains("times lower", "report.html");

    JsonNode metrics = JsonMapper.shared().readTree(folder.resolve("metrics.json"));
    assertThat(metrics.get("images").asInt()).isEqualTo(300);
    double dirty = metrics.get("mse_dirty").asDouble();
    assertThat(metrics.get("mse_cleaned").asDouble()).isLessThan(dirty);
    assertThat(Files.readString(folder.resolve("report.html")))
        .contains("cleaned", "truth", "data:image/png");

    Path again = dir.resolve("again.npy");
    Cli.run("clean", folder.resolve("dirty.idx.gz"), "-m", folder.resolve("model"), "-o", again)
        .isDone();
    JsonNode same = Cli.run("compare", again, folder.resolve("cleaned.idx.gz")).isDone().json();
    assertThat(same.get("mse").asDouble()).isZero();

    Cli.run(demo).isDone(); // over its own results
  }

  @Test
  void theBuiltInImagesAreSmallAndHaveTheirLicence() throws IOException {
    Path file = dir.resolve("images.gz");
    try (InputStream in = resource("fashion-mnist-6000.idx3-ubyte.gz")) {
      Files.copy(in, file);
    }
    assertThat(Files.size(file)).isLessThan(3 << 20);
    try (Samples images = DataFiles.open(file, ReadOptions.DEFAULT)) {
      assertThat(images.count()).isEqualTo(6000);
      assertThat(images.shape()).hasToString("28x28");
    }
    try (InputStream in = resource("LICENSE-fashion-mnist.txt")) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
          .contains("MIT License", "Zalando");
    }
  }

  private static InputStream resource(String name) {
    return DemoTest.class.getResourceAsStream("/org/ricvae/demo/" + name);
  }
}
