package org.ricvae.format;

import java.util.List;
import java.util.Objects;
import org.ricvae.data.SampleShape;
import org.ricvae.data.Samples;
import org.ricvae.data.ValueType;

/**
 * Samples that lie one after the other in a {@link Store}.
 *
 * @param element how each value lies there
 * @param type the type that the data set states, which may be wider than the element
 * @param names the file each sample came from; empty where they came from one file
 */
record StoredSamples(
    Store store,
    Element element,
    ValueType type,
    long count,
    SampleShape shape,
    List<String> names,
    String source)
    implements Samples {

  @Override
  public void read(long start, int n, float[] dst, int offset) {
    Objects.checkFromIndexSize(start, n, count);
    int values = Math.multiplyExact(n, shape.size());
    Objects.checkFromIndexSize(offset, values, dst.length);
    store.read(element, start * shape.size() * element.bytes(), values, dst, offset);
  }
}
