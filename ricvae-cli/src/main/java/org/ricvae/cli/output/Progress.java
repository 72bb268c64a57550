package org.ricvae.cli.output;

import java.util.Locale;

/**
 * Shows how far work is, with its rate and the time left: a bar that moves on a terminal, otherwise
 * a line every now and then. One thread's own.
 *
 * <p>Written by hand: the library for it brings a terminal library of ten times its size along, and
 * cannot write plain lines.
 */
public final class Progress implements AutoCloseable {
  private static final long BAR_INTERVAL = 100_000_000;
  private static final long LINE_INTERVAL = 10_000_000_000L;
  private static final int BAR_WIDTH = 20;

  private final Console console;
  private final boolean quiet;
  private String name;
  private String unit;
  private long total;
  private long done;
  private long first;
  private String detail = "";
  private long begun;
  private long shown;
  private int drawn;

  /**
   * @param quiet whether to show nothing at all
   */
  public Progress(Console console, boolean quiet) {
    this.console = console;
    this.quiet = quiet;
  }

  /**
   * Begins a part of the work; the part before it is ended.
   *
   * @param what names it
   * @param units what is counted, in the plural
   * @param of how many there are
   */
  public void begin(String what, String units, long of) {
    end();
    name = what;
    unit = units;
    total = Math.max(1, of);
    done = 0;
    first = -1;
    detail = "";
    begun = System.nanoTime();
    shown = begun;
    if (!console.terminal()) {
      message("%s: %d %s".formatted(name, of, unit));
    }
  }

  /** So many are done. */
  public void at(long count) {
    if (name == null) {
      return;
    }
    if (first < 0) {
      first = count <= 1 ? 0 : count - 1; // a resumed part does not begin at 0
    }
    done = count;
    long now = System.nanoTime();
    if (now - shown >= (console.terminal() ? BAR_INTERVAL : LINE_INTERVAL)) {
      shown = now;
      show();
    }
  }

  /** So many more are done without having been worked on: they tell nothing about the rate. */
  public void skip(long count) {
    first = Math.max(0, first) + count;
    done += count;
  }

  /** What to write behind the numbers from now on. */
  public void detail(String text) {
    detail = text;
  }

  /** Writes a line of its own. */
  public void message(String text) {
    if (!quiet) {
      clear();
      console.err().println(text);
    }
  }

  /** Ends the part, and leaves a line that says so where work took long enough to be shown. */
  public void end() {
    if (name == null) {
      return;
    }
    if (console.terminal() || shown > begun) {
      show();
      if (console.terminal() && !quiet) {
        console.err().println();
        drawn = 0;
      }
    }
    name = null;
  }

  @Override
  public void close() {
    end();
  }

  private void show() {
    if (quiet) {
      return;
    }
    if (!console.terminal()) {
      console.err().println("%s: %s".formatted(name, numbers()));
      return;
    }
    int filled = (int) (BAR_WIDTH * done / total);
    String bar = "#".repeat(filled) + ".".repeat(BAR_WIDTH - filled);
    String line = "%s %3d%% [%s] %s".formatted(name, 100 * done / total, bar, numbers());
    line = line.substring(0, Math.min(line.length(), console.columns() - 1));
    console.err().print("\r" + line + " ".repeat(Math.max(0, drawn - line.length())));
    console.err().flush();
    drawn = line.length();
  }

  private String numbers() {
    double seconds = (System.nanoTime() - begun) / 1e9;
    double rate = (done - Math.max(0, first)) / Math.max(1e-3, seconds);
    String time =
        done >= total
            ? "in " + clock(seconds)
            : rate > 0 ? clock((total - done) / rate) + " left" : "";
    return "%d/%d %s, %s/s, %s%s"
        .formatted(done, total, unit, rate(rate), time, detail.isEmpty() ? "" : ", " + detail);
  }

  private static String rate(double rate) {
    return String.format(Locale.ROOT, rate < 10 ? "%.1f" : "%.0f", rate);
  }

  private static String clock(double seconds) {
    long s = Math.round(seconds);
    return s < 3600
        ? "%d:%02d".formatted(s / 60, s % 60)
        : "%d:%02d:%02d".formatted(s / 3600, s / 60 % 60, s % 60);
  }

  private void clear() {
    if (drawn > 0) {
      console.err().print("\r" + " ".repeat(drawn) + "\r");
      drawn = 0;
    }
  }
}
