package org.ricvae.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicWriteTest {
  @TempDir Path dir;

  @Test
  void aFileAppearsOnlyWithCommit() throws IOException {
    Path target = dir.resolve("a.bin");
    Files.writeString(target, "old");
    try (AtomicFile file = AtomicFile.open(target)) {
      file.channel().write(ByteBuffer.wrap("new".getBytes(UTF_8)));
      assertThat(target).hasContent("old");
    }
    assertThat(target).hasContent("old");
    assertThat(names()).containsExactly("a.bin");

    AtomicFile.write(target, "new".getBytes(UTF_8));
    assertThat(target).hasContent("new");
    assertThat(names()).containsExactly("a.bin");
  }

  @Test
  void aLinkIsFollowed() throws IOException {
    Path real = Files.writeString(dir.resolve("real"), "old");
    Path link = Files.createSymbolicLink(dir.resolve("link"), real);
    AtomicFile.write(link, "new".getBytes(UTF_8));
    assertThat(real).hasContent("new");
    assertThat(Files.isSymbolicLink(link)).isTrue();
  }

  @Test
  void impossibleFilesAreRefused() throws IOException {
    assertThatThrownBy(() -> AtomicFile.open(dir))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("folder is there already");
    Path nowhere = dir.resolve("no/such/file");
    assertThatThrownBy(() -> AtomicFile.open(nowhere))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(nowhere.toString())
        .hasMessageContaining("does not exist; create it first");
    assertThatThrownBy(() -> AtomicFile.open(Path.of("/"))).isInstanceOf(InputException.class);
    Path file = Files.writeString(dir.resolve("file"), "x");
    assertThatThrownBy(() -> AtomicFile.open(file.resolve("below")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("cannot write");
  }

  @Test
  void aFullDiskIsNamed() throws IOException {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "no /dev/full on this system");
    assertThatThrownBy(() -> AtomicFile.open(full))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("device is there already");
    try (AtomicFile file = AtomicFile.open(dir.resolve("x"));
        FileChannel channel = FileChannel.open(full, StandardOpenOption.WRITE)) {
      assertThatThrownBy(() -> channel.write(ByteBuffer.allocate(8)))
          .isInstanceOfSatisfying(
              IOException.class,
              e ->
                  assertThat(file.failure(e))
                      .hasMessageContaining(dir.resolve("x").toString())
                      .hasMessageContaining("No space left"));
    }
  }

  @Test
  void aFolderIsReplacedAsAWhole() throws IOException {
    Path target = Files.createDirectory(dir.resolve("model"));
    Files.writeString(target.resolve("config.json"), "old");
    Files.writeString(target.resolve("only-in-old"), "old");

    try (AtomicFolder folder = AtomicFolder.open(target, entry -> true)) {
      Files.writeString(folder.part().resolve("config.json"), "new");
    }
    assertThat(target.resolve("config.json")).hasContent("old");
    assertThat(names()).containsExactly("model");

    try (AtomicFolder folder = AtomicFolder.open(target, entry -> true)) {
      Files.writeString(folder.part().resolve("config.json"), "new");
      folder.commit();
    }
    assertThat(target.resolve("config.json")).hasContent("new");
    assertThat(target.resolve("only-in-old")).doesNotExist();
    assertThat(names()).containsExactly("model");
  }

  @Test
  void aFolderWithWorkOfOthersIsNotReplaced() throws IOException {
    Path target = Files.createDirectory(dir.resolve("home"));
    Files.writeString(target.resolve("thesis.tex"), "years of work");
    assertThatThrownBy(() -> AtomicFolder.open(target, entry -> entry.toString().endsWith(".json")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("not empty (it holds thesis.tex)");
    assertThatThrownBy(() -> AtomicFolder.open(target.resolve("thesis.tex"), entry -> true))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("a file is there already");
    assertThat(names()).containsExactly("home");
  }

  @Test
  void whatAFailedReplacementMovedAsideComesBack() throws IOException {
    Path target = Files.createDirectory(dir.resolve("model"));
    Files.writeString(target.resolve("config.json"), "old");
    AtomicFolder folder = AtomicFolder.open(target, entry -> true);
    Files.delete(folder.part());
    assertThatThrownBy(folder::commit).isInstanceOf(InputException.class);
    folder.close();
    assertThat(target.resolve("config.json")).hasContent("old");
    assertThat(names()).containsExactly("model");
  }

  private List<String> names() throws IOException {
    try (Stream<Path> entries = Files.list(dir)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }
}
