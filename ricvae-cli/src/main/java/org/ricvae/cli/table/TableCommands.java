package org.ricvae.cli.table;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ricvae.table.file.TableFile;
import org.ricvae.table.model.TableModel;
import picocli.CommandLine;

/**
 * Chooses between two commands of one name, by the data that are named: {@code train data.csv} has
 * other options than {@code train photos/}, and none of either shall do nothing.
 */
public final class TableCommands {
  /** Options whose value may end like a table without being the data. */
  private static final Set<String> NOT_DATA =
      Set.of(
          "-o",
          "--output",
          "--labels",
          "--cells",
          "--changes",
          "--residuals",
          "--uncertainty",
          "--report");

  private static final Set<String> COMMANDS = Set.of("train", "clean", "score", "generate", "info");

  private static final Set<String> MODEL = Set.of("-m", "--model");

  /** Options by which an {@code .npz} with X and y is no table unless its model is that of one. */
  private static final Set<String> MODEL_OR_ARRAY =
      Set.of(
          "-m",
          "--model",
          "--member",
          "--variable",
          "--shape",
          "--column-major",
          "--rows",
          "--columns");

  private TableCommands() {}

  /** Puts the commands for tables in the place of the others. */
  public static void replace(CommandLine line) {
    for (Object command :
        List.of(
            new TableTrainCommand(),
            new TableCleanCommand(),
            new TableScoreCommand(),
            new TableGenerateCommand(),
            new TableInfoCommand())) {
      CommandLine own = new CommandLine(command);
      line.getCommandSpec().removeSubcommand(own.getCommandName());
      line.addSubcommand(own.getCommandName(), own);
    }
  }

  /** The argument that names a table, or the model of one with its option; empty: none does. */
  public static Optional<String> named(List<String> args) {
    if (args.isEmpty() || !COMMANDS.contains(args.get(0))) {
      return Optional.empty();
    }
    boolean info = args.get(0).equals("info");
    boolean open = args.stream().noneMatch(TableCommands::decides);
    for (int i = 1; i < args.size(); i++) {
      String before = args.get(i - 1);
      String text = args.get(i);
      String[] parts = text.split("=", 2);
      if (parts.length == 2 && MODEL.contains(parts[0]) && isTable(parts[1])) {
        return Optional.of(text);
      }
      if (text.startsWith("-") || NOT_DATA.contains(before)) {
        continue;
      }
      boolean model = MODEL.contains(before);
      if ((model || info) && isTable(text)) {
        return Optional.of(model ? before + " " + text : text);
      }
      if (!model && handles(text, open)) {
        return Optional.of(text);
      }
    }
    return Optional.empty();
  }

  /** Whether an option says what an {@code .npz} is to be read as: the model, or as an array. */
  private static boolean decides(String arg) {
    return MODEL_OR_ARRAY.contains(arg.replaceFirst("=.*", ""));
  }

  private static boolean isTable(String folder) {
    try {
      return TableModel.isTable(Path.of(folder));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /**
   * Whether a file is a table.
   *
   * @param open whether no option decides it where the file alone leaves it open
   */
  private static boolean handles(String file, boolean open) {
    try {
      Path path = Path.of(file);
      return (open || !TableFile.mayBeAnother(path)) && TableFile.handles(path);
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
