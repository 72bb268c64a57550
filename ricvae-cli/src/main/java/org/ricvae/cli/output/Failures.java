package org.ricvae.cli.output;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.ricvae.data.InputException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Turns what was thrown into one line on stderr and an exit code.
 *
 * @param console whose stderr takes the line
 * @param debug whether to show the stack trace as well
 * @param table the argument that names a table, for its commands have a help of their own
 */
public record Failures(Console console, boolean debug, Optional<String> table) {
  /** Exit code of a fault of ricvae itself. */
  public static final int OUR_FAULT = 1;

  /** Exit code of wrong usage, or input or a place for output that cannot be used. */
  public static final int UNUSABLE = 2;

  /** Says what was wrong; returns the exit code. */
  public int report(Throwable fault) {
    if (debug) {
      fault.printStackTrace(console.err());
    }
    if (fault instanceof ParameterException usage) {
      return say(usage(usage), UNUSABLE);
    }
    if (fault instanceof InputException) {
      return say(fault.getMessage(), UNUSABLE);
    }
    if (fault instanceof UncheckedIOException unchecked) {
      return say(fileSystem(unchecked.getCause()), UNUSABLE);
    }
    if (fault instanceof IOException io) {
      return say(fileSystem(io), UNUSABLE);
    }
    if (fault instanceof OutOfMemoryError) {
      return say(
          "out of memory at %d MB; give more with RICVAE_JAVA_OPTS=-Xmx8g, or make images, --hidden or --batch smaller"
              .formatted(Runtime.getRuntime().maxMemory() >> 20),
          OUR_FAULT);
    }
    return say(
        "this is a fault of ricvae, please report it: %s%s".formatted(fault, trace(fault)),
        OUR_FAULT);
  }

  private int say(String message, int code) {
    console.err().println("ricvae: " + message.strip().replaceAll("\\s*\\R\\s*", "; "));
    return code;
  }

  private String usage(ParameterException fault) {
    String message = fault.getMessage().strip();
    return "%s%s%s (%s%s --help shows what is allowed)"
        .formatted(
            message.substring(0, 1).toLowerCase(Locale.ROOT),
            message.substring(1),
            fault instanceof UnmatchedArgumentException unmatched ? didYouMean(unmatched) : "",
            fault.getCommandLine().getCommandSpec().qualifiedName(),
            table.map(named -> " " + named).orElse(""));
  }

  private static String didYouMean(UnmatchedArgumentException fault) {
    String given = fault.getUnmatched().get(0);
    CommandSpec command = fault.getCommandLine().getCommandSpec();
    Set<String> allowed =
        given.startsWith("-") ? command.optionsMap().keySet() : command.subcommands().keySet();
    return EditDistance.nearest(given, allowed)
        .map(nearest -> "; did you mean " + nearest + "?")
        .orElse("");
  }

  private static String fileSystem(IOException fault) {
    if (fault instanceof NoSuchFileException missing) {
      return "there is no file or folder %s".formatted(missing.getFile());
    }
    if (fault instanceof AccessDeniedException denied) {
      return "no permission for %s; choose another place or change its permissions"
          .formatted(denied.getFile());
    }
    if (fault instanceof FileSystemException system && system.getReason() != null) {
      return "%s: %s".formatted(system.getFile(), system.getReason());
    }
    return "reading or writing failed: %s".formatted(fault.getMessage());
  }

  /** Where the trace of a fault of ours is to be found. */
  private String trace(Throwable fault) {
    if (debug) {
      return "";
    }
    StringWriter text = new StringWriter();
    fault.printStackTrace(new PrintWriter(text));
    try {
      Path file = Files.createTempFile("ricvae-fault-", ".txt");
      Files.writeString(file, text.toString());
      return "; the details are in " + file;
    } catch (IOException noPlace) {
      return "; --debug shows the details";
    }
  }
}
