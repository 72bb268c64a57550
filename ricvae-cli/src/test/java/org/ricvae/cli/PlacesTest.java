package org.ricvae.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Places that cannot be written: what was there stays, nothing half-written remains. */
class PlacesTest {
  @TempDir Path dir;

  @Test
  void aReadOnlyFolderIsNamedBeforeTraining() {
    Path data = Blobs.write(dir.resolve("data.npy"));
    assertThat(dir.toFile().setWritable(false)).isTrue();
    try {
      assumeTrue(!Files.isWritable(dir), "the superuser may write anywhere");
      Cli.run(Blobs.train(data, dir.resolve("model"))).isRefused("no permission");
      Cli.run("corrupt", data, "-o", dir.resolve("x.npy"), "--cells", 0.1)
          .isRefused("no permission");
    } finally {
      assertThat(dir.toFile().setWritable(true)).isTrue();
    }
  }

  /** A limit on the size of files stands in for a full disk: writing fails in the same way. */
  @Test
  void aDiskThatIsFullLeavesWhatWasThere() throws Exception {
    Path data = Blobs.write(dir.resolve("data.npy"));
    Path out = dir.resolve("out.idx");
    Files.writeString(out, "before");
    Path log = dir.resolve("log");
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs a Unix shell");
    Process process =
        Cli.start(
            log,
            List.of("/bin/sh", "-c", "ulimit -f 8; exec \"$0\" \"$@\""),
            Main.class,
            "corrupt",
            data,
            "-o",
            out,
            "--overwrite",
            "--cells",
            0.1);
    assertThat(process.waitFor()).as(Files.readString(log)).isEqualTo(2);
    assertThat(log)
        .content()
        .startsWith("ricvae: cannot write")
        .contains("out.idx")
        .hasLineCount(1);
    assertThat(out).hasContent("before");
    try (Stream<Path> files = Files.list(dir)) {
      assertThat(files).containsExactlyInAnyOrder(data, out, log);
    }
  }

  @Test
  void aDeviceIsNoPlaceForAFile() throws IOException {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "needs /dev/full");
    Path data = Blobs.write(dir.resolve("data.npy"));
    Path link = Files.createSymbolicLink(dir.resolve("out.npy"), full);
    Cli.run("corrupt", data, "-o", link, "--cells", 0.1).isRefused("out.npy", "device");
  }

  @Test
  void aModelIsNotWrittenAmongOtherFiles() throws IOException {
    Path data = Blobs.write(dir.resolve("data.npy"));
    Path folder = Files.createDirectory(dir.resolve("mine"));
    Files.writeString(folder.resolve("thesis.txt"), "years of work");
    Cli.run(Blobs.train(data, folder, "--overwrite")).isRefused("thesis.txt");
    assertThat(folder.resolve("thesis.txt")).hasContent("years of work");
  }
}
