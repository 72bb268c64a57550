package org.ricvae.cli;

import java.util.concurrent.Callable;
import org.ricvae.cli.option.Common;
import org.ricvae.cli.output.Console;
import org.ricvae.cli.table.UndoCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What {@code ./ricvae} shows without a command. */
@Command(
    name = "ricvae",
    description =
        "Learns the clean structure of dirty data from the dirty data alone: cleans it, scores it, and makes new samples.",
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      DemoCommand.class,
      TrainCommand.class,
      CleanCommand.class,
      ScoreCommand.class,
      GenerateCommand.class,
      EncodeCommand.class,
      CorruptCommand.class,
      CompareCommand.class,
      UndoCommand.class,
      InfoCommand.class,
      PaperCommand.class,
      EvaluateCommand.class,
    },
    footerHeading = "%nFirst steps:%n",
    footer = {
      "  ricvae demo                                see it work, on built-in images",
      "  ricvae train photos/ -o model              learn from a folder of dirty images",
      "  ricvae clean photos/ -m model -o cleaned   clean them",
      "  ricvae clean orders.csv -o cleaned.csv     learn from a table and repair it",
      "",
      "'ricvae COMMAND --help' has examples of each command. Exit codes: 0 done,",
      "2 wrong usage or unusable input, 1 a fault of ricvae itself.",
    })
final class Root implements Callable<Integer>, Common.Root {
  private final Console console;

  @Spec CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version.")
  boolean version;

  Root(Console console) {
    this.console = console;
  }

  @Override
  public Console console() {
    return console;
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return 0;
  }
}
