package org.ricvae.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ricvae.Epsilon;
import org.ricvae.OptionsText;
import org.ricvae.cli.option.Converters;
import org.ricvae.cli.option.Range;
import org.ricvae.cli.option.Widths;
import org.ricvae.cli.output.Console;
import org.ricvae.cli.output.Failures;
import org.ricvae.cli.table.TableCommands;
import org.ricvae.data.SampleShape;
import org.ricvae.format.ReadOptions;
import picocli.CommandLine;

/** Starts the commands. */
public final class Main {
  private Main() {}

  /** Runs a command and ends the JVM with its exit code. */
  public static void main(String[] args) {
    System.exit(run(args, Console.system()));
  }

  /**
   * Runs a command.
   *
   * @param args the command's name, then its arguments
   * @param out takes results
   * @param err takes progress, messages and errors
   * @return 0 done; 2 wrong usage or unusable input; 1 a fault of ricvae
   */
  public static int run(String[] args, PrintStream out, PrintStream err) {
    return run(args, Console.plain(out, err));
  }

  private static int run(String[] args, Console console) {
    Optional<String> table = TableCommands.named(List.of(args));
    Failures failures = new Failures(console, List.of(args).contains("--debug"), table);
    try {
      return commandLine(console, failures, table.isPresent()).execute(args);
    } catch (Throwable fault) { // picocli hands on what is no Exception
      return failures.report(fault);
    } finally {
      console.out().flush();
      console.err().flush();
    }
  }

  private static CommandLine commandLine(Console console, Failures failures, boolean ofTable) {
    CommandLine line = new CommandLine(new Root(console));
    if (ofTable) {
      TableCommands.replace(line);
    }
    line.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExpandAtFiles(false); // a file's name may begin with @
    line.setUsageHelpWidth(console.columns());
    line.registerConverter(Path.class, Converters::path);
    line.registerConverter(SampleShape.class, Converters.of(ReadOptions::parseShape));
    line.registerConverter(ReadOptions.Size.class, Converters.of(ReadOptions::parseSize));
    line.registerConverter(Widths.class, Converters.of(Widths::parse));
    line.registerConverter(Range.class, Converters.of(Range::parse));
    line.registerConverter(Epsilon.class, Converters.of(OptionsText::epsilon));
    line.setParameterExceptionHandler((fault, all) -> failures.report(fault));
    line.setExecutionExceptionHandler((fault, command, result) -> failures.report(fault));
    return line;
  }
}
