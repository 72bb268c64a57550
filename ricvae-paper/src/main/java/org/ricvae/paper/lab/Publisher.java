package org.ricvae.paper.lab;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ricvae.Version;
import org.ricvae.data.InputException;
import org.ricvae.kernel.KernelProvider;
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
    Glance glance = new Glance();
    List<String> missing = new ArrayList<>();
    for (Experiment item : items) {
      Optional<FindingsFile.Content> found = FindingsFile.read(output.resolve(item.name()));
      if (found.isPresent()) {
        glance.add(item.name(), found.get().blocks());
        sections.add(section(item, found.get()));
      } else {
        missing.add(item.name());
      }
    }
    glance.section().ifPresent(section -> sections.add(0, section));
    if (!missing.isEmpty()) {
      sections.add(
          Section.of(
              "Not run yet",
              new Block.Paragraph("Not run so far: " + String.join(", ", missing) + ".")));
    }
    Page.of(
            "Green Generative Modeling: every experiment",
            "Every experiment of Wang, Dai, Hua, Aston and Wipf (UAI 2017), with what the paper says, what was measured here, and whether it holds. Each verdict follows from the numbers by the rule that stands beside it.",
            sections)
        .withProvenance(
            List.of(
                new Page.Fact("ricvae", Version.CURRENT),
                new Page.Fact("kernels", KernelProvider.best().name()),
                new Page.Fact(
                    "JVM",
                    System.getProperty("java.vm.name") + " " + System.getProperty("java.version"))))
        .writeTo(page());
  }

  private static Section section(Experiment item, FindingsFile.Content found) {
    List<Block> blocks = new ArrayList<>();
    if (found.quick()) {
      blocks.add(
          new Block.Warning(
              "Quick run",
              "This was run with --quick, in a small size: it shows that everything works, and the numbers mean little."));
    }
    blocks.addAll(found.blocks());
    return new Section(item.title(), blocks);
  }
}
