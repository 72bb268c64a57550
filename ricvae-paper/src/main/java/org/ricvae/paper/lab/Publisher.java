package org.ricvae.paper.lab;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ricvae.data.InputException;
import org.ricvae.report.Block;
import org.ricvae.report.Page;
import org.ricvae.report.Section;

/**
 * Writes what was found: for each item its files, and one page for all.
 *
 * @param output the folder for everything
 * @param items all there are, in the page's order
 */
public record Publisher(Path output, List<Experiment> items) {
  /** Copies the items. */
  public Publisher {
    items = List.copyOf(items);
  }

  /**
   * Makes the folder.
   *
   * @throws InputException where it cannot be made
   */
  public static Publisher into(Path output, List<Experiment> items) {
    if (Files.exists(output) && !Files.isDirectory(output)) {
      throw new InputException("%s is a file; give the results a folder with -o".formatted(output));
    }
    Lab.create(output);
    return new Publisher(output, items);
  }

  /** The page. */
  public Path page() {
    return output.resolve("paper.html");
  }

  /** Writes the files of an item, and the page anew. */
  public void publish(Experiment item, Findings findings, boolean quick) {
    Path folder = output.resolve(item.name());
    Lab.create(folder);
    findings.pictures().forEach((name, block) -> draw(folder, name, block));
    NumbersFile.write(folder, findings.numbers());
    FindingsFile.write(folder, new FindingsFile.Content(item.title(), quick, findings.blocks()));
    writePage();
  }

  private static void draw(Path folder, String name, Block block) {
    if (block instanceof Block.Figure figure) {
      figure.chart().writePng(folder.resolve(name + ".png"));
      figure.chart().writeSvg(folder.resolve(name + ".svg"), figure.description());
    } else if (block instanceof Block.SheetFigure sheet) {
      sheet.sheet().write(folder.resolve(name + ".png"));
    }
  }

  private void writePage() {
    List<Section> sections = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (Experiment item : items) {
      Optional<FindingsFile.Content> found = FindingsFile.read(output.resolve(item.name()));
      if (found.isEmpty()) {
        missing.add(item.name());
        continue;
      }
      List<Block> blocks = new ArrayList<>();
      if (found.get().quick()) {
        blocks.add(
            new Block.Warning(
                "Quick run",
                "This was run with --quick, in a small size: it shows that everything works, and the numbers mean little."));
      }
      blocks.addAll(found.get().blocks());
      sections.add(new Section(item.title(), blocks));
    }
    if (!missing.isEmpty()) {
      sections.add(
          Section.of(
              "Not run yet",
              new Block.Paragraph("Not run so far: " + String.join(", ", missing) + ".")));
    }
    Page.of(
            "Green Generative Modeling: every experiment",
            "Every experiment of Wang, Dai, Hua, Aston and Wipf (UAI 2017), with what the paper says, what was measured here, and whether it holds.",
            sections)
        .writeTo(page());
  }
}
