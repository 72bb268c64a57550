package org.ricvae.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ricvae.RicvaeModel;

/** Signals to a process of its own: what there is gets saved, and what was there stays. */
class InterruptTest {
  /** SIGINT in the masks of {@code /proc/self/status}. */
  private static final int SIGINT_BIT = 1 << 1;

  /** Long enough to be interrupted, whatever the machine. */
  private static final Object[] LONG = {
    "--hidden", 64, "--latent", 4, "--epochs", 600, "--batch", 16, "--epsilon", 1e-3
  };

  @TempDir Path dir;

  private Path data;
  private Path log;

  @BeforeEach
  void needsUnix() throws IOException {
    Path status = Path.of("/proc/self/status");
    assumeTrue(Files.exists(status), "needs /proc");
    boolean ignored =
        Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .anyMatch(line -> (Long.parseLong(line.substring(8).strip(), 16) & SIGINT_BIT) != 0);
    assumeTrue(!ignored, "this process ignores SIGINT, and so would its children");
    data = Blobs.write(dir.resolve("data.npy"));
    log = dir.resolve("log");
  }

  @Test
  void ctrlCSavesAndResumeGivesTheSameBits() throws Exception {
    Path straight = dir.resolve("straight");
    Path model = dir.resolve("model");
    Cli.run(train(straight)).isDone();

    Process process = Cli.start(log, List.of(), Main.class, train(model));
    await(process, "training:");
    assertThat(kill(process, "-INT")).isZero();
    assertThat(process.waitFor()).as(Files.readString(log)).isEqualTo(130);
    assertThat(log).content().contains("--resume");
    assertThat(model.resolve("checkpoint.json")).exists();
    assertThat(Cli.run("info", model).isDone().out()).containsPattern("complete +false");

    Cli.run("train", data, "-o", model, "--resume", "--epochs", 3).isRefused("--threads");
    Path other = dir.resolve("other.npy");
    Cli.run("corrupt", data, "-o", other, "--cells", 0.1).isDone();
    Cli.run("train", other, "-o", model, "--resume").isRefused("other.npy");

    Cli.run("train", data, "-o", model, "--resume", "--threads", 2).isDone();
    assertThat(model.resolve("weights.safetensors"))
        .hasSameBinaryContentAs(straight.resolve("weights.safetensors"));
    assertThat(model.resolve("checkpoint.json")).doesNotExist();
  }

  @Test
  void killedWhileSavingLeavesAModelThatLoads() throws Exception {
    Path model = dir.resolve("model");
    Path trained = dir.resolve("trained");
    Cli.run(Blobs.train(data, trained)).isDone();
    RicvaeModel.load(trained).save(model);
    for (int round = 0; round < 8; round++) {
      Files.deleteIfExists(log);
      Process process = Cli.start(log, List.of(), SavesForEver.class, model);
      await(process, "saved 5");
      process.destroyForcibly().waitFor();
      RicvaeModel.load(whereItIs(model));
    }
  }

  /** Between its two renames the old folder lies beside its place. */
  private Path whereItIs(Path model) throws IOException {
    if (Files.exists(model)) {
      return model;
    }
    try (Stream<Path> files = Files.list(dir)) {
      Path old = files.filter(file -> file.toString().endsWith(".old")).findFirst().orElseThrow();
      return Files.move(old, model);
    }
  }

  private Object[] train(Path model) {
    return Stream.concat(Stream.of("train", data, "-o", model), Arrays.stream(LONG)).toArray();
  }

  private void await(Process process, String text) throws Exception {
    while (!Files.exists(log) || !Files.readString(log).contains(text)) {
      assertThat(process.isAlive()).as(() -> "ended before it said " + text).isTrue();
      Thread.sleep(5);
    }
  }

  private static int kill(Process process, String signal) throws Exception {
    return new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor();
  }

  /** Saves a model over itself until it is killed. */
  static final class SavesForEver {
    private SavesForEver() {}

    public static void main(String[] args) {
      Path folder = Path.of(args[0]);
      RicvaeModel model = RicvaeModel.load(folder);
      for (int i = 1; ; i++) {
        model.save(folder);
        System.out.println("saved " + i);
      }
    }
  }
}
