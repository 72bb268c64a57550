package org.ricvae.race;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;

/**
 * The process of one engine. It answers each line with a line that begins with {@value #PREFIX},
 * whatever else a library prints:
 *
 * <pre>
 * cell CELL      ready: prepared, found equal to ours, warm
 * run SECONDS    STEPS SECONDS CPU-SECONDS
 * </pre>
 *
 * or {@code failed} and why. It ends with its input.
 */
final class Racer {
  static final String PREFIX = "@race ";

  /**
   * The same for all, on the clock and of processor time: long enough for the compiler and for
   * every pool of threads, also where other work takes the machine.
   */
  static final double WARM_UP_SECONDS = 5;

  private static final int CHECKED_STEPS = 2;

  /** Times a turn looks at the clock, about. */
  private static final int LOOKS = 50;

  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private final Engine engine;
  private final double warmUp;
  private Contestant contestant;

  Racer(Engine engine, double warmUp) {
    this.engine = engine;
    this.warmUp = warmUp;
  }

  /**
   * Runs an engine.
   *
   * @param args its name
   */
  public static void main(String[] args) throws IOException {
    Racer racer = new Racer(Engine.valueOf(args[0]), WARM_UP_SECONDS);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      System.out.println(PREFIX + racer.answer(line));
      System.out.flush();
    }
    // No orderly end: the engines' own threads may crash in it.
    Runtime.getRuntime().halt(0);
  }

  /** Does what a line says. */
  String answer(String line) {
    String[] words = line.split(" ", 2);
    try {
      return words[0].equals("cell")
          ? prepare(Cell.parse(words[1]))
          : time(Double.parseDouble(words[1]));
    } catch (LinkageError | RuntimeException e) {
      return "failed " + String.valueOf(e).replace('\n', ' ');
    }
  }

  private String prepare(Cell cell) {
    contestant = engine.prepare(cell);
    String wrong = check(contestant, new Reference(new Problem(cell.net()), cell));
    if (wrong != null) {
      return "failed " + wrong;
    }
    long cpu = SYSTEM.getProcessCpuTime();
    do {
      time(warmUp);
    } while ((SYSTEM.getProcessCpuTime() - cpu) * 1e-9 < warmUp);
    return "ready";
  }

  /**
   * What is wrong with a contestant, or null. In the second step the parameters are those that Adam
   * left, and no gradient may remain of the first.
   */
  static String check(Contestant contestant, Reference reference) {
    for (int step = 1; step <= CHECKED_STEPS; step++, reference.next()) {
      Contestant.Answer theirs = contestant.check(reference.batch());
      double tolerance = step == 1 ? Reference.GRADIENT_TOLERANCE : Reference.UPDATED_TOLERANCE;
      String wrong = theirs == null ? null : Reference.compare(reference.step(), theirs, tolerance);
      if (wrong != null) {
        return "in step %d %s".formatted(step, wrong);
      }
    }
    return null;
  }

  private String time(double seconds) {
    long cpu = SYSTEM.getProcessCpuTime();
    long start = System.nanoTime();
    int steps = 0;
    int next = 1;
    double taken = 0;
    while (taken < seconds) {
      contestant.run(next);
      steps += next;
      taken = (System.nanoTime() - start) * 1e-9;
      next = Math.max(1, (int) (steps / taken * seconds / LOOKS));
    }
    return steps + " " + taken + " " + (SYSTEM.getProcessCpuTime() - cpu) * 1e-9;
  }
}
