package org.ricvae.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.ricvae.data.InputException;
import org.ricvae.data.SampleShape;
import org.ricvae.data.Samples;
import org.ricvae.format.ReadOptions.Axis;

/**
 * Turns an array of one to four dimensions into samples: decides which dimension counts them, and
 * brings them into order, once, where they do not lie one after the other.
 */
final class Layout {
  /** How much of the output is gathered at a time: enough that runs of the input stay long. */
  private static final int BLOCK_BYTES = 8 << 20;

  private final ArrayHeader header;
  private final ReadOptions options;
  private final String source;
  private final boolean last;
  private final SampleShape shape;

  /** Only looks at the header, so that what cannot be is refused before it is unpacked. */
  Layout(ArrayHeader header, ReadOptions options, String source) {
    if (options.resize().isPresent()) {
      throw new InputException(
          "%s is an array: only image files are resized, so leave the size out".formatted(source));
    }
    if (header.dims().size() > 4) {
      throw new InputException(
          "%s has %d dimensions (%s); 1 to 4 are allowed: samples, height, width, channels"
              .formatted(source, header.dims().size(), header.describe()));
    }
    this.header = header.dims().size() == 1 ? header.asColumn() : header;
    this.options = options;
    this.source = source;
    long[] dims = this.header.sides();
    if (Arrays.stream(dims).anyMatch(side -> side == 0)) {
      throw new InputException(
          "%s is an empty array (%s): at least one sample is needed"
              .formatted(source, this.header.describe()));
    }
    this.last =
        switch (options.axis()) {
          case FIRST -> false;
          case LAST -> true;
          case AUTO -> dims.length == 2 ? onlyColumnsFit(dims) : header.matlab();
        };
    this.shape = shape(dims);
  }

  private boolean onlyColumnsFit(long[] dims) {
    return options.shape().isPresent()
        && options.shape().get().size() != dims[1]
        && options.shape().get().size() == dims[0];
  }

  private SampleShape shape(long[] dims) {
    int[] sides =
        Arrays.stream(dims, last ? 0 : 1, last ? dims.length - 1 : dims.length)
            .mapToInt(side -> (int) Math.min(side, Integer.MAX_VALUE))
            .toArray();
    SampleShape own = own(sides);
    SampleShape wanted = options.shape().orElse(own);
    if (wanted.size() != own.size()) {
      throw new InputException(
          "%s is an array of %s, whose samples have %d values: the shape %s has %d"
              .formatted(source, this.header.describe(), own.size(), wanted, wanted.size()));
    }
    return wanted;
  }

  private SampleShape own(int[] sides) {
    try {
      return switch (sides.length) {
        case 1 -> SampleShape.vector(sides[0]);
        case 2 -> new SampleShape(sides[0], sides[1], 1);
        default -> new SampleShape(sides[0], sides[1], sides[2]);
      };
    } catch (InputException e) {
      throw new InputException("%s: %s".formatted(source, e.getMessage()), e);
    }
  }

  /** Says what was assumed where the array could be meant otherwise. */
  void explain(Consumer<String> notes) {
    long[] dims = header.sides();
    if (header.matlab() && options.axis() == Axis.AUTO && options.shape().isEmpty()) {
      notes.accept(
          "%s: %s of %s read as %d samples of %s (one %s); if that is wrong, give the axis or the shape of the samples"
              .formatted(
                  source,
                  header.name(),
                  header.describe(),
                  count(),
                  shape,
                  dims.length > 2 ? "a page" : "a row"));
    }
    if (!last && dims.length == 4 && (dims[1] == 1 || dims[1] == 3) && dims[3] > 4) {
      notes.accept(
          "%s: %s read as images of %s (rows x columns x channels); if the channels come first, move them to the end"
              .formatted(source, header.describe(), shape));
    }
  }

  private long count() {
    return header.dims().get(last ? header.dims().size() - 1 : 0);
  }

  /** The samples of the array whose values are in the store. */
  Samples arrange(Store store) {
    long[] dims = header.sides();
    long[] strides = header.strides();
    int from = last ? 0 : 1;
    int to = last ? dims.length - 1 : dims.length;
    long[] inner =
        offsets(Arrays.copyOfRange(dims, from, to), Arrays.copyOfRange(strides, from, to));
    long stride = strides[last ? dims.length - 1 : 0];
    Store ordered = store;
    if (!inOrder(stride, inner)) {
      long bytes = Math.multiplyExact(count(), inner.length) * header.element().bytes();
      try (Spool spool = new Spool(bytes, source)) {
        gather(store, header.element().bytes(), count(), stride, inner, spool);
        ordered = spool.finish(header.order());
      } catch (IOException e) {
        throw new AssertionError("a spool throws its own", e);
      }
    }
    return new StoredSamples(
        ordered, header.element(), header.type(), count(), shape, List.of(), source);
  }

  private boolean inOrder(long stride, long[] inner) {
    for (int j = 0; j < inner.length; j++) {
      if (inner[j] != j) {
        return false;
      }
    }
    return stride == inner.length || count() == 1;
  }

  /** Where each value of a sample lies, counted in values from the sample's first. */
  private long[] offsets(long[] dims, long[] strides) {
    long[] offsets = new long[shape.size()];
    for (int j = 0; j < offsets.length; j++) {
      long rest = options.columnMajor() ? columnMajor(j) : j;
      for (int k = dims.length - 1; k >= 0; k--) {
        offsets[j] += rest % dims[k] * strides[k];
        rest /= dims[k];
      }
    }
    return offsets;
  }

  private int columnMajor(int j) {
    int channel = j % shape.channels();
    int column = j / shape.channels() % shape.width();
    int row = j / shape.channels() / shape.width();
    return row + shape.height() * (column + shape.width() * channel);
  }

  /**
   * Writes {@code count × inner.length} values, value j of sample i taken from the place {@code i ·
   * stride + inner[j]}. Within a block the samples run innermost where they lie closer together
   * than the values of one do, so that the input is read in runs.
   */
  static void gather(
      Store store, int bytes, long count, long stride, long[] inner, OutputStream out)
      throws IOException {
    int sample = inner.length * bytes;
    int samples = (int) Math.min(count, Math.max(1, BLOCK_BYTES / sample));
    byte[] block = new byte[samples * sample];
    for (long start = 0; start < count; start += samples) {
      int n = (int) Math.min(samples, count - start);
      if (stride < inner.length) {
        for (int j = 0; j < inner.length; j++) {
          for (int i = 0; i < n; i++) {
            long place = (start + i) * stride + inner[j];
            store.copy(bytes, place * bytes, block, i * sample + j * bytes);
          }
        }
      } else {
        for (int i = 0; i < n; i++) {
          for (int j = 0; j < inner.length; j++) {
            long place = (start + i) * stride + inner[j];
            store.copy(bytes, place * bytes, block, i * sample + j * bytes);
          }
        }
      }
      out.write(block, 0, n * sample);
    }
  }
}
