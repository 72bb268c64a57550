package org.ricvae.paper.frey;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ricvae.data.SampleSink;
import org.ricvae.data.Samples;
import org.ricvae.format.DataFiles;
import org.ricvae.format.ReadOptions;
import org.ricvae.paper.lab.Lab;
import org.ricvae.paper.lab.PaperListener;
import org.ricvae.paper.lab.PaperOptions;
import org.ricvae.paper.lab.SharedData;

/** Real faces, few of them, and networks as small as they get. */
final class TinyFaces {
  static final int COUNT = 96;
  static final Radius RADIUS = new Radius(3, 12);

  static final FreySizes SIZES =
      new FreySizes(List.of(60, 0), List.of(RADIUS), 4, 32, List.of(8), List.of(1e-2), 1, 9);

  private TinyFaces() {}

  /** Copies some faces to a file. */
  static Path write(Path folder) {
    Path file = SharedData.file("frey/frey-images-idx3-ubyte.gz");
    Path faces = folder.resolve("faces.npy");
    try (Samples all = DataFiles.open(file, ReadOptions.DEFAULT);
        SampleSink sink = DataFiles.create(faces, all.shape(), all.type(), COUNT)) {
      float[] values = new float[COUNT * all.shape().size()];
      all.read(0, COUNT, values, 0);
      sink.write(values, 0, COUNT);
      sink.commit();
    }
    return faces;
  }

  static Lab lab(Path faces, Path out, String item, int seeds, PaperListener listener) {
    return new Lab(
        new PaperOptions(
            Optional.of(faces),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            out,
            seeds,
            false,
            false,
            2),
        Set.of(item),
        listener);
  }
}
