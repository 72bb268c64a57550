package org.ricvae.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ricvae.data.InputException;

class FailuresTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
  private final Failures failures =
      new Failures(Console.plain(stream, stream), false, Optional.empty());

  private String said() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void inputIsTheUsersBusinessInOneLine() {
    assertThat(failures.report(new InputException("x is bad\n  do y"))).isEqualTo(2);
    assertThat(said()).isEqualTo("ricvae: x is bad; do y" + System.lineSeparator());
  }

  @Test
  void soAreFiles() {
    assertThat(failures.report(new NoSuchFileException("a.npy"))).isEqualTo(2);
    assertThat(failures.report(new UncheckedIOException(new AccessDeniedException("b"))))
        .isEqualTo(2);
    assertThat(said()).contains("no file or folder a.npy").contains("no permission for b");
  }

  @Test
  void aFaultOfOursAsksForAReportAndKeepsTheTrace() throws IOException {
    assertThat(failures.report(new IllegalStateException("oops"))).isEqualTo(1);
    assertThat(said()).contains("please report").contains("oops").hasLineCount(1);
    Path trace = Path.of(said().replaceAll("(?s).*details are in ", "").strip());
    assertThat(trace).content().contains("FailuresTest");
    Files.delete(trace);
  }

  @Test
  void memoryHasAHintOfItsOwn() {
    assertThat(failures.report(new OutOfMemoryError("heap"))).isEqualTo(1);
    assertThat(said()).contains("-Xmx").contains("--batch");
  }
}
