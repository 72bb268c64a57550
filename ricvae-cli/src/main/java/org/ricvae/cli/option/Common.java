package org.ricvae.cli.option;

import org.ricvae.cli.output.Console;
import org.ricvae.cli.output.Progress;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What every command has, and through which it talks. */
public final class Common {
  /** The command at the root, which knows where to write. */
  public interface Root {
    /** Where to write. */
    Console console();
  }

  @Spec(Spec.Target.MIXEE)
  CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  boolean help;

  @Option(
      names = {"-q", "--quiet"},
      description = "Show no progress and no notes; errors are shown all the same.")
  boolean quiet;

  @Option(names = "--debug", description = "Show the stack trace of an error.")
  boolean debug;

  /** A line for a person, on stderr; not with {@code --quiet}. */
  public void note(String text) {
    if (!quiet) {
      console().err().println(text);
    }
  }

  /** A line of results, on stdout. */
  public void print(String text) {
    console().out().println(text);
  }

  /** Shows how far work is; not with {@code --quiet}. */
  public Progress progress() {
    return new Progress(console(), quiet);
  }

  private Console console() {
    return ((Root) spec.root().userObject()).console();
  }
}
