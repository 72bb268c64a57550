package org.ricvae.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that appears whole or not at all: it is written beside its final place under a hidden
 * temporary name, forced to the disk, and renamed.
 *
 * <p>Closed without {@link #commit()}, it leaves what was there before untouched and removes what
 * it wrote; so does an orderly end of the JVM (Ctrl-C). A target that is a symbolic link is written
 * where the link points to.
 */
public final class AtomicFile implements AutoCloseable {
  private final Path target;
  private final Path part;
  private final FileChannel channel;

  private AtomicFile(Path target, Path part, FileChannel channel) {
    this.target = target;
    this.part = part;
    this.channel = channel;
  }

  /**
   * Starts the file.
   *
   * @param path the final name; its folder must exist, and what is there already must be a file
   * @throws InputException where the file cannot be created
   */
  public static AtomicFile open(Path path) {
    Path target = Beside.realTarget(path);
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      throw new InputException(
          "cannot write %s: a %s is there already; choose another name"
              .formatted(path, Files.isDirectory(target) ? "folder" : "device"));
    }
    while (true) {
      Path part = Beside.name(target, "part");
      Beside.deleteAtExit(part);
      try {
        FileChannel channel =
            FileChannel.open(
                part,
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        return new AtomicFile(target, part, channel);
      } catch (FileAlreadyExistsException e) {
        Beside.forget(part); // left by a process of the same number: take the next name
      } catch (IOException e) {
        Beside.forget(part);
        throw Beside.failure(target, e);
      }
    }
  }

  /**
   * Writes a whole file.
   *
   * @throws InputException where it cannot be written
   */
  public static void write(Path path, byte[] content) {
    try (AtomicFile file = open(path)) {
      try {
        ByteBuffer buffer = ByteBuffer.wrap(content);
        while (buffer.hasRemaining()) {
          file.channel.write(buffer);
        }
      } catch (IOException e) {
        throw file.failure(e);
      }
      file.commit();
    }
  }

  /** The final name. */
  public Path target() {
    return target;
  }

  /** Where the content is written and may be read back; closed by {@link #commit()}. */
  public FileChannel channel() {
    return channel;
  }

  /**
   * What to throw where writing to {@link #channel()} failed: names the file and the reason (full
   * disk, no permission).
   */
  public InputException failure(IOException cause) {
    return Beside.failure(target, cause);
  }

  /**
   * Forces the content to the disk and gives it its final name, replacing what was there.
   *
   * @throws InputException where that fails; what was there before is then still there
   */
  public void commit() {
    try {
      channel.force(true);
      channel.close();
      Beside.uninterrupted(
          part,
          () ->
              Files.move(
                  part,
                  target,
                  StandardCopyOption.ATOMIC_MOVE,
                  StandardCopyOption.REPLACE_EXISTING));
    } catch (IOException e) {
      throw failure(e);
    }
    Beside.forceFolder(target.getParent());
  }

  @Override
  public void close() {
    try {
      channel.close();
      Files.deleteIfExists(part);
    } catch (IOException e) {
      throw failure(e);
    } finally {
      Beside.forget(part);
    }
  }
}
