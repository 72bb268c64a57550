package org.ricvae.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ricvae.format.SharedData.all;
import static org.ricvae.format.SharedData.file;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ricvae.data.SampleShape;
import org.ricvae.data.Samples;
import org.ricvae.data.ValueType;
import org.ricvae.format.ReadOptions.Axis;

/** Public data sets come out as their catalogue says. */
class RealDataTest {
  @Test
  void freyFromIdxAndFromMatlabAreTheSame() {
    SampleShape shape = new SampleShape(28, 20, 1);
    Samples idx = DataFiles.open(file("frey/frey-images-idx3-ubyte.gz"), ReadOptions.DEFAULT);
    assertThat(idx.count()).isEqualTo(1965);
    assertThat(idx.shape()).isEqualTo(shape);
    assertThat(idx.type()).isEqualTo(ValueType.U8);
    float[] pixels = all(idx);
    assertThat(mean(pixels)).isCloseTo(154.4609, within(5e-5));

    // the shape alone tells that the columns are the samples
    ReadOptions options = ReadOptions.DEFAULT.withShape(shape);
    Samples mat = DataFiles.open(file("frey/frey_rawface.mat"), options);
    assertThat(mat.shape()).isEqualTo(shape);
    assertThat(mat.type()).isEqualTo(ValueType.U8);
    assertThat(all(mat)).isEqualTo(pixels);
  }

  @Test
  void matlabColumnsNeedNoShapeButAreExplained() {
    List<String> notes = new ArrayList<>();
    Samples rows = DataFiles.open(file("frey/frey_rawface.mat"), ReadOptions.DEFAULT, notes::add);
    assertThat(rows.count()).isEqualTo(560);
    assertThat(notes)
        .singleElement()
        .asString()
        .contains("ff of 560 x 1965 read as 560 samples of 1x1965 (one a row)");
    Samples columns =
        DataFiles.open(file("frey/frey_rawface.mat"), ReadOptions.DEFAULT.withAxis(Axis.LAST));
    assertThat(columns.count()).isEqualTo(1965);
    assertThat(columns.shape()).isEqualTo(SampleShape.vector(560));
  }

  @Test
  void yaleImagesByColumnsAreTheUprightOnes() {
    Samples idx =
        DataFiles.open(file("yaleb/yaleb-32x32-images-idx3-ubyte.gz"), ReadOptions.DEFAULT);
    ReadOptions options =
        ReadOptions.DEFAULT.withShape(new SampleShape(32, 32, 1)).withColumnMajor(true);
    Samples mat = DataFiles.open(file("yaleb/YaleB_32x32.mat"), options);
    assertThat(all(mat)).isEqualTo(all(idx));
    Samples labels =
        DataFiles.open(file("yaleb/YaleB_32x32.mat"), ReadOptions.DEFAULT.withMember("gnd"));
    assertThat(labels.count()).isEqualTo(2414);
    assertThat(labels.shape()).isEqualTo(SampleShape.vector(1));
  }

  @Test
  void mnistLabelsHaveTheirHistogram() {
    Samples labels = DataFiles.open(file("mnist/t10k-labels-idx1-ubyte.gz"), ReadOptions.DEFAULT);
    assertThat(labels.count()).isEqualTo(10000);
    int[] histogram = new int[10];
    for (float label : all(labels)) {
      histogram[(int) label]++;
    }
    assertThat(histogram).containsExactly(980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009);
  }

  @Test
  void mnistImagesAreSpooledOnceAndReadAnywhere() {
    Samples images = DataFiles.open(file("mnist/train-images-idx3-ubyte.gz"), ReadOptions.DEFAULT);
    assertThat(images.count()).isEqualTo(60000);
    float[] last = new float[28 * 28];
    images.read(59999, 1, last, 0);
    float[] lastTwo = new float[2 * 28 * 28 + 1];
    images.read(59998, 2, lastTwo, 1);
    assertThat(lastTwo).endsWith(last);
    assertThat(mean(all(images)) / 255).isCloseTo(0.1307, within(5e-5)); // as everybody finds
  }

  @Test
  void lfwIsMappedFromNpy() {
    Samples faces = DataFiles.open(file("lfw-subset/lfw_subset.npy"), ReadOptions.DEFAULT);
    assertThat(faces.count()).isEqualTo(200);
    assertThat(faces.shape()).isEqualTo(new SampleShape(25, 25, 1));
    assertThat(faces.type()).isEqualTo(ValueType.F64);
    assertThat(all(faces)).contains(1f);
    assertThat(max(all(faces))).isEqualTo(1);
  }

  /** Shapes, types and ranges from the catalogue; sums from NumPy. */
  @ParameterizedTest
  @CsvSource({
    "classical/2_annthyroid, 7200, 6, F64, 6234.04128",
    "classical/4_breastw, 683, 9, U8, 19353",
    "classical/17_InternetAds, 1966, 1555, F64, 27678",
    "classical/32_shuttle, 49097, 9, I16, 13157400",
    "cv_resnet18/MVTec-AD_bottle, 292, 512, F32, 86653.0421",
    "cv_vit/MVTec-AD_bottle, 292, 1000, F32, 117.466325",
  })
  void adbenchHasItsShapesAndSums(String name, int n, int d, ValueType type, double sum) {
    Samples samples = DataFiles.open(file("adbench/" + name + ".npz"), ReadOptions.DEFAULT);
    assertThat(samples.count()).isEqualTo(n);
    assertThat(samples.shape()).isEqualTo(SampleShape.vector(d));
    assertThat(samples.type()).isEqualTo(type);
    double found = mean(all(samples)) * n * d;
    assertThat(found).isCloseTo(sum, within(1e-5 * Math.abs(sum) + 1e-2));
  }

  @Test
  void fortranOrderKeepsRowsTogether() {
    Samples glass = DataFiles.open(file("adbench/classical/42_WBC.npz"), ReadOptions.DEFAULT);
    float[] row = new float[9];
    glass.read(1, 1, row, 0);
    assertThat(row).containsExactly(5, 10, 10, 3, 8, 1, 5, 10, 3);
    Samples labels =
        DataFiles.open(file("adbench/classical/42_WBC.npz"), ReadOptions.DEFAULT.withMember("y"));
    assertThat(labels.shape()).isEqualTo(SampleShape.vector(1));
    assertThat(mean(all(labels)) * 223).isCloseTo(10, within(1e-6));
  }

  private static double mean(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static float max(float[] values) {
    float max = Float.NEGATIVE_INFINITY;
    for (float value : values) {
      max = Math.max(max, value);
    }
    return max;
  }
}
