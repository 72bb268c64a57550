package org.ricvae.data;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** What {@link AtomicFile} and {@link AtomicFolder} share: temporary names beside the target. */
final class Beside {
  private static final AtomicLong NUMBER = new AtomicLong();
  private static final Set<Path> UNFINISHED = new LinkedHashSet<>();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(Beside::deleteUnfinished, "unfinished-files"));
  }

  private Beside() {}

  /** A step of a commit. */
  interface Move {
    void run() throws IOException;
  }

  /** The absolute path, with a symbolic link at its end followed. */
  static Path realTarget(Path path) {
    try {
      return Files.exists(path) ? path.toRealPath() : path.toAbsolutePath().normalize();
    } catch (IOException e) {
      throw failure(path, e);
    }
  }

  /** A hidden name in the target's folder that no other process and no other call is given. */
  static Path name(Path target, String suffix) {
    if (target.getFileName() == null) {
      throw new InputException("cannot write %s: it has no name of its own".formatted(target));
    }
    return target.resolveSibling(
        ".%s-%d-%d.%s"
            .formatted(
                target.getFileName(),
                ProcessHandle.current().pid(),
                NUMBER.incrementAndGet(),
                suffix));
  }

  /** Removes the path when the JVM ends in an orderly way, unless it is forgotten before. */
  static void deleteAtExit(Path path) {
    synchronized (UNFINISHED) {
      UNFINISHED.add(path);
    }
  }

  static void forget(Path path) {
    synchronized (UNFINISHED) {
      UNFINISHED.remove(path);
    }
  }

  /** Runs a step that the end of the JVM waits for, after which {@code part} is no longer ours. */
  static void uninterrupted(Path part, Move move) throws IOException {
    synchronized (UNFINISHED) {
      move.run();
      UNFINISHED.remove(part);
    }
  }

  private static void deleteUnfinished() {
    synchronized (UNFINISHED) {
      for (Path path : UNFINISHED) {
        try {
          deleteTree(path);
        } catch (IOException resists) {
          // The JVM is ending: it stays behind as a hidden file.
        }
      }
    }
  }

  /** Deletes a file, or a folder with all in it; links are removed, not followed. */
  static void deleteTree(Path path) throws IOException {
    if (!Files.exists(path)) {
      return;
    }
    List<Path> entries;
    try (Stream<Path> walk = Files.walk(path)) {
      entries = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path entry : entries) {
      Files.delete(entry);
    }
  }

  /** Makes a rename in the folder durable, where the system lets a folder be forced. */
  static void forceFolder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException notPossible) {
      // Windows cannot open a folder, and needs no force.
    }
  }

  static InputException failure(Path target, IOException cause) {
    String reason;
    if (cause instanceof NoSuchFileException) {
      reason = "the folder %s does not exist; create it first".formatted(target.getParent());
    } else if (cause instanceof AccessDeniedException) {
      reason = "no permission to write in %s; choose another place".formatted(target.getParent());
    } else {
      String detail = cause.getMessage();
      if (cause instanceof FileSystemException system && system.getReason() != null) {
        detail = system.getReason();
      }
      reason = "%s; free some space or choose another place".formatted(detail);
    }
    return new InputException("cannot write %s: %s".formatted(target, reason), cause);
  }
}
