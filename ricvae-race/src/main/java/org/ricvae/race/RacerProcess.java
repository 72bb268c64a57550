package org.ricvae.race;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.InterruptedIOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The driver's end of a {@link Racer}. The process is stopped while it has nothing to do: threads
 * that spin while they wait cannot take the processor from whoever has the turn.
 */
final class RacerProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader out;
  private final Writer in;

  RacerProcess(Entrant entrant, Cell cell) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.add("-Xmx2g");
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(entrant.options());
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(Racer.class.getName());
    command.add(entrant.engine().name());
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().putAll(entrant.environment());
    process = builder.start();
    // Stopped, it would not notice that the driver is gone.
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    in = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
    ask("cell " + entrant.cell(cell));
  }

  /** Time a step over some seconds of training. */
  Lap run(double seconds) throws IOException {
    String[] words = ask("run " + seconds).split(" ", -1);
    int steps = Integer.parseInt(words[0]);
    return new Lap(Double.parseDouble(words[1]) / steps, Double.parseDouble(words[2]) / steps);
  }

  private String ask(String line) throws IOException {
    signal("CONT");
    in.write(line + "\n");
    in.flush();
    try {
      return answer();
    } finally {
      signal("STOP");
    }
  }

  /** Sends a signal with {@code kill}, which every system has that the engines run on. */
  private void signal(String name) throws IOException {
    try {
      new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }

  private String answer() throws IOException {
    for (String answer = out.readLine(); answer != null; answer = out.readLine()) {
      if (answer.startsWith(Racer.PREFIX)) {
        String text = answer.substring(Racer.PREFIX.length());
        if (text.startsWith("failed ")) {
          throw new IOException(text.substring("failed ".length()));
        }
        return text;
      }
    }
    throw new IOException("the process ended");
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
