package org.ricvae.table.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.ricvae.data.InputException;

/**
 * A folder in {@code java.io.tmpdir} that goes when it is closed, or when the JVM ends (Ctrl-C).
 */
final class TempFolder implements AutoCloseable {
  private final Path path;
  private final Thread atExit = new Thread(this::delete, "temporary-folder");

  TempFolder() {
    try {
      path = Files.createTempDirectory("ricvae-");
    } catch (IOException e) {
      throw new InputException(
          "cannot write in %s: %s; name another folder with -Djava.io.tmpdir=FOLDER"
              .formatted(System.getProperty("java.io.tmpdir"), e.getMessage()),
          e);
    }
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  Path file(String name) {
    return path.resolve(name);
  }

  private void delete() {
    try (Stream<Path> walk = Files.walk(path)) {
      for (Path file : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException stays) {
      // The system cleans its temporary folder.
    }
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException ending) {
      // The JVM is ending, and the folder is being deleted.
    }
    delete();
  }
}
