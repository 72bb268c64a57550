package org.ricvae.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);

  private String show(boolean terminal, boolean quiet) {
    Console console = new Console(stream, stream, terminal, 80);
    try (Progress progress = new Progress(console, quiet)) {
      progress.begin("training", "steps", 200);
      progress.at(50);
      progress.detail("loss " + "1".repeat(100));
      progress.message("a message");
      progress.at(200);
    }
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void isABarOnATerminalThatFitsTheLine() {
    String shown = show(true, false);
    assertThat(shown).contains("a message").contains("100% [####################] 200/200 steps");
    assertThat(shown.split("[\r\n]+")).allMatch(line -> line.length() < 80);
    assertThat(shown).endsWith(System.lineSeparator());
  }

  @Test
  void isPlainLinesElsewhere() {
    assertThat(show(false, false))
        .contains("training: 200 steps")
        .contains("a message")
        .doesNotContain("\r");
  }

  @Test
  void isSilentIfAsked() {
    assertThat(show(true, true)).isEmpty();
  }

  @Test
  void whatWasDoneBeforeCountsButHasNoRate() {
    try (Progress progress = new Progress(new Console(stream, stream, true, 80), false)) {
      progress.begin("paper", "cells", 200);
      progress.skip(30);
      progress.skip(120);
    }
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("150/200 cells, 0.0/s");
  }
}
