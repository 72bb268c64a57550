package org.ricvae.paper.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ricvae.data.InputException;
import org.ricvae.data.SampleShape;
import org.ricvae.data.SampleSink;
import org.ricvae.data.ValueType;
import org.ricvae.format.DataFiles;

class FeatureSetTest {
  private static final float[] LABELS = {0, 0, 1, 0, 0, 0, 1, 0, 0};

  @TempDir Path dir;

  private byte[] npy(float[] values, int width) throws IOException {
    Path file = dir.resolve("member.npy");
    Files.deleteIfExists(file);
    int n = values.length / width;
    try (SampleSink sink = DataFiles.create(file, SampleShape.vector(width), ValueType.F32, n)) {
      sink.write(values, 0, n);
      sink.commit();
    }
    byte[] bytes = Files.readAllBytes(file);
    Files.delete(file);
    return bytes;
  }

  private Path npz(String name, float[] x, int width, float[] y) throws IOException {
    Path file = dir.resolve(name);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("X.npy"));
      zip.write(npy(x, width));
      if (y != null) {
        zip.putNextEntry(new ZipEntry("y.npy"));
        zip.write(npy(y, 1));
      }
    }
    return file;
  }

  private static float[] values(int n) {
    float[] values = new float[n];
    for (int i = 0; i < n; i++) {
      values[i] = i * i % 17;
    }
    return values;
  }

  private List<LabelledSet> features(Path... folders) {
    return new Inputs(
            new PaperOptions(
                Optional.empty(),
                Optional.empty(),
                List.of(folders),
                Optional.empty(),
                dir.resolve("out"),
                1,
                false,
                false,
                1))
        .features();
  }

  private void refused(String... words) {
    refusedAt(List.of(dir), words);
  }

  private void refusedAt(List<Path> folders, String... words) {
    assertThatThrownBy(() -> features(folders.toArray(Path[]::new)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("--features")
        .hasMessageContainingAll(words)
        .message()
        .hasLineCount(1);
  }

  @Test
  void arraysAndTablesOfTheSameNumbersAreTheSameSet() throws IOException {
    float[] x = values(18);
    npz("b.npz", x, 2, LABELS);
    StringBuilder csv = new StringBuilder("left,y,right\n");
    for (int i = 0; i < 9; i++) {
      csv.append("%s,%d,%s%n".formatted(x[2 * i], (int) LABELS[i], x[2 * i + 1]));
    }
    Files.writeString(dir.resolve("a.csv"), csv);
    Files.writeString(dir.resolve("notes.txt"), "no set");
    List<LabelledSet> sets = features(dir);
    String folder = dir.getFileName().toString();
    assertThat(sets).extracting(LabelledSet::name).containsExactly(folder + "/a", folder + "/b");
    assertThat(sets.get(0).outlier())
        .containsExactly(false, false, true, false, false, false, true, false, false)
        .isEqualTo(sets.get(1).outlier());
    assertThat(sets.get(0).fingerprint()).isEqualTo(sets.get(1).fingerprint());
  }

  @Test
  void aFolderWithoutSetsIsRefused() throws IOException {
    refusedAt(List.of(dir.resolve("gone")), "gone", "no such folder");
    refused("holds no .npz");
    Path other = Files.createDirectories(dir.resolve("x/same"));
    Path same = Files.createDirectories(dir.resolve("y/same"));
    Files.copy(npz("a.npz", values(9), 1, LABELS), other.resolve("a.npz"));
    Files.copy(npz("a.npz", values(9), 1, LABELS), same.resolve("a.npz"));
    refusedAt(List.of(other, same), "called the same");
  }

  @Test
  void labelsThatDoNotFitAreRefused() throws IOException {
    npz("a.npz", values(9), 1, new float[8]);
    refused("a.npz", "8 x", "9 samples");
    npz("a.npz", values(9), 1, new float[9]);
    refused("all labels are 0");
    npz("a.npz", values(9), 1, new float[] {0, 1, 0, 2, 0, 0, 0, 0, 0});
    refused("label 3 is 2.0");
    npz("a.npz", values(9), 1, new float[] {0, 1, 0, Float.NaN, 0, 0, 0, 0, 0});
    refused("label 3 is NaN");
    npz("a.npz", values(9), 1, null);
    refused("a.npz", "y");
  }

  @Test
  void valuesThatAreNoneAreRefused() throws IOException {
    float[] x = values(18);
    x[7] = Float.NaN;
    npz("a.npz", x, 2, LABELS);
    refused("value 1 of sample 3 is NaN");
    x[7] = Float.POSITIVE_INFINITY;
    npz("a.npz", x, 2, LABELS);
    refused("value 1 of sample 3 is Infinity");
    npz("a.npz", new float[18], 2, LABELS);
    refused("all samples are the same");
    npz("a.npz", values(4), 1, new float[] {0, 1, 0, 1});
    refused("4 samples; at least 8");
  }

  @Test
  void tablesThatAreNoneAreRefused() throws IOException {
    Path file = dir.resolve("a.csv");
    Files.writeString(file, "a,b\n1,2\n");
    refused("a.csv", "column y");
    Files.writeString(file, "a,y\n1,0\nx,1\n");
    refused("line 3, column a: 'x'");
    Files.writeString(file, "");
    refused("a.csv", "column y");
    Files.writeString(file, "y\n0\n1\n");
    refused("a.csv", "other columns");
  }

  @Test
  void adBenchIsRead() {
    List<LabelledSet> sets = features(SharedData.file("adbench/classical"));
    LabelledSet wbc =
        sets.stream().filter(s -> s.name().equals("classical/42_WBC")).findFirst().orElseThrow();
    assertThat(wbc.samples().count()).isEqualTo(223);
    assertThat(wbc.samples().shape().size()).isEqualTo(9);
    assertThat(wbc.outlier().stream().filter(o -> o).count()).isEqualTo(10);
  }
}
