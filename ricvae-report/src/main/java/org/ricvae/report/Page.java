package org.ricvae.report;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.ricvae.data.AtomicFile;
import org.ricvae.data.InputException;

/**
 * A self-contained HTML page: style, pictures and charts are inside, nothing is fetched and no
 * script runs (its content security policy says so too). It follows the reader's light or dark
 * mode, fits a phone, and prints; one of more than {@link #SHORT} titled sections begins with a
 * table of contents. The text is also well-formed XML.
 *
 * @param title what the page is about
 * @param lead the first paragraph: the result in two or three sentences
 * @param sections at least one
 * @param provenance how the page came to be, for its footer: version, seed, options, kernel, JVM;
 *     nothing is added on its own, so that the same run gives the same bytes
 */
public record Page(String title, String lead, List<Section> sections, List<Fact> provenance) {
  /** The most titled sections of a page without a table of contents. */
  public static final int SHORT = 4;

  /** A named value of the provenance. */
  public record Fact(String name, String value) {}

  /**
   * Copies the parts.
   *
   * @throws IllegalArgumentException where there is no section
   */
  public Page {
    sections = List.copyOf(sections);
    provenance = List.copyOf(provenance);
    if (sections.isEmpty()) {
      throw new IllegalArgumentException("page \"" + title + "\" has no section");
    }
  }

  /** A page without provenance. */
  public static Page of(String title, String lead, List<Section> sections) {
    return new Page(title, lead, sections, List.of());
  }

  /** The page with a footer that says how it came to be. */
  public Page withProvenance(List<Fact> facts) {
    return new Page(title, lead, sections, facts);
  }

  /** Whether it has so many titled sections that it needs a table of contents. */
  boolean isLong() {
    return sections.stream().filter(section -> !section.title().isEmpty()).count() > SHORT;
  }

  /** The page as text. */
  public String html() {
    return Templates.page(this);
  }

  /**
   * Writes the page, whole or not at all.
   *
   * @throws InputException where the file cannot be written
   */
  public void writeTo(Path file) {
    AtomicFile.write(file, html().getBytes(StandardCharsets.UTF_8));
  }
}
