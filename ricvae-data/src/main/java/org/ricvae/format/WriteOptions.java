package org.ricvae.format;

import java.util.List;

/**
 * How a data set is written.
 *
 * @param overwrite whether a file, or a folder of images, that is there already may be replaced
 * @param names file names for the images of a folder, one a sample, usually those of the input
 *     ({@link DataFiles#names}); used without their endings, and only where there are as many as
 *     samples. Otherwise they are numbered
 */
public record WriteOptions(boolean overwrite, List<String> names) {
  /** Replaces nothing, and numbers images. */
  public static final WriteOptions DEFAULT = new WriteOptions(false, List.of());

  /** Copies the names. */
  public WriteOptions {
    names = List.copyOf(names);
  }
}
