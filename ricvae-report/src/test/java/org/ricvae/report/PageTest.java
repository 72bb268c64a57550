package org.ricvae.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ricvae.data.InputException;
import org.ricvae.data.SampleShape;
import org.ricvae.report.Block.Code;
import org.ricvae.report.Block.Column;
import org.ricvae.report.Block.Figure;
import org.ricvae.report.Block.KeyFigure;
import org.ricvae.report.Block.KeyFigures;
import org.ricvae.report.Block.Outcome;
import org.ricvae.report.Block.Paragraph;
import org.ricvae.report.Block.Row;
import org.ricvae.report.Block.SheetFigure;
import org.ricvae.report.Block.Table;
import org.ricvae.report.Block.Verdict;
import org.ricvae.report.Block.Warning;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class PageTest {
  private static final String NASTY = "<script>alert(\"x\")</script> & 'y' ]]> ${1}";

  /** One block of each kind, every text of it the given one. */
  private static List<Block> blocks(String text) {
    SampleShape shape = new SampleShape(2, 2, 1);
    float[] image = {0, 0.5f, 1, Float.NaN};
    ImageSheet sheet =
        new ImageSheet(
            List.of(text),
            List.of(
                ImageRow.pictures(text, shape, List.of(image)),
                ImageRow.maps(text, shape, List.of(image))));
    LineChart chart =
        new LineChart(
            Axis.linear(text),
            Axis.logarithmic(text),
            List.of(
                new LineChart.Line(text, Ink.BLUE, List.of(new LineChart.Point(1, 2))),
                new LineChart.Line(text, Ink.SKY, List.of(new LineChart.Point(3, 4)))),
            List.of(new LineChart.Mark(2, text)));
    return List.of(
        new Paragraph(text),
        new Figure(chart, text, text),
        new SheetFigure(sheet, text),
        new Table(
            text, List.of(Column.text(text), Column.number(text)), List.of(Row.of(text, text))),
        new KeyFigures(List.of(new KeyFigure(text, text, text))),
        new Verdict(text, text, Outcome.PARTLY),
        new Warning(text, text),
        new Code(text));
  }

  private static Page page(String text) {
    return Page.of(text, text, List.of(new Section(text, blocks(text))))
        .withProvenance(List.of(new Page.Fact(text, text)));
  }

  @Test
  void everyKindOfBlockIsShown() {
    List<Class<?>> shownKinds = new ArrayList<>();
    blocks("x").forEach(block -> shownKinds.add(block.getClass()));
    assertThat(shownKinds).containsExactlyInAnyOrder(Block.class.getPermittedSubclasses());
    for (Block block : blocks("seen")) {
      Document shown = Xml.parse(Page.of("t", "l", List.of(Section.of("", block))).html());
      assertThat(Xml.texts(shown, "main").get(0)).as(block.getClass().getName()).contains("seen");
    }
  }

  @Test
  void textIsShownAsWritten() {
    String html = page(NASTY).html();
    Document page = Xml.parse(html);

    assertThat(html).doesNotContain("<script");
    assertThat(Xml.texts(page, "h1")).containsExactly(NASTY);
    assertThat(Xml.texts(page, "code")).containsExactly(NASTY);
    assertThat(Xml.texts(page, "td")).contains(NASTY);
    assertThat(Xml.texts(page, "text")).contains(NASTY);
    assertThat(Xml.elements(page, "img"))
        .extracting(image -> image.getAttribute("alt"))
        .containsOnly(NASTY + ", " + NASTY);
  }

  @Test
  void controlCharactersDoNotBreakThePage() {
    assertThat(Xml.texts(Xml.parse(page("a\u001b[31m\u0000b").html()), "h1"))
        .containsExactly("a\uFFFD[31m\uFFFDb");
  }

  @Test
  void nothingIsFetchedAndNothingRuns() {
    Document page = Xml.parse(page("x").html());

    assertThat(Xml.elements(page, "*"))
        .extracting(Element::getLocalName)
        .doesNotContain("script", "link", "iframe", "object", "embed", "base", "a");
    for (Element element : Xml.elements(page, "*")) {
      for (int i = 0; i < element.getAttributes().getLength(); i++) {
        Attr attribute = (Attr) element.getAttributes().item(i);
        if (!attribute.getName().startsWith("xmlns")) {
          assertThat(attribute.getValue()).doesNotContain("//").doesNotContain("url(");
        }
        assertThat(attribute.getName()).doesNotStartWith("on").isNotIn("href", "srcset");
      }
    }
    assertThat(Xml.texts(page, "style").get(0)).doesNotContain("url(").doesNotContain("@import");
  }

  @Test
  void aVerdictSaysInWordsWhetherTheClaimHolds() {
    for (Outcome outcome : Outcome.values()) {
      Block verdict = new Verdict("RiC-VAE is best", "at 6 of 8 shares", outcome);
      Document page = Xml.parse(Page.of("t", "l", List.of(Section.of("", verdict))).html());

      assertThat(Xml.texts(page, "dd")).containsExactly("RiC-VAE is best", "at 6 of 8 shares");
      assertThat(Xml.texts(page, "strong").get(0)).contains(outcome.words());
      String ownStyle = "." + outcome.cssClass() + " {";
      assertThat(Xml.texts(page, "style").get(0)).contains(ownStyle);
    }
  }

  @Test
  void onlyALongPageHasATableOfContents() {
    List<Section> sections = new ArrayList<>();
    sections.add(Section.of("", new Paragraph("before")));
    for (int i = 1; i <= Page.SHORT; i++) {
      sections.add(Section.of("Figure " + i, new Paragraph("x")));
    }
    assertThat(Xml.elements(Xml.parse(Page.of("t", "l", sections).html()), "nav")).isEmpty();

    sections.add(Section.of(NASTY, new Paragraph("x")));
    Document page = Xml.parse(Page.of("t", "l", sections).html());
    List<Element> links = Xml.elements(page, "a");
    assertThat(links)
        .extracting(Element::getTextContent)
        .containsExactly("Figure 1", "Figure 2", "Figure 3", "Figure 4", NASTY);
    for (Element link : links) {
      String target = link.getAttribute("href");
      assertThat(target).startsWith("#");
      assertThat(Xml.elements(page, "section"))
          .filteredOn(section -> section.getAttribute("id").equals(target.substring(1)))
          .singleElement()
          .satisfies(
              section -> assertThat(section.getTextContent()).contains(link.getTextContent()));
    }
  }

  @Test
  void picturesAreInside() throws IOException {
    List<Element> images = Xml.elements(Xml.parse(page("x").html()), "img");
    assertThat(images).hasSize(2);
    for (Element image : images) {
      String source = image.getAttribute("src");
      assertThat(source).startsWith("data:image/png;base64,");
      byte[] png = Base64.getDecoder().decode(source.substring(source.indexOf(',') + 1));
      assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isEqualTo(84);
    }
  }

  @Test
  void numbersStandRightAndTheChosenRowStandsOut() {
    Table table =
        new Table(
            "candidates",
            List.of(Column.text("model"), Column.number("error")),
            List.of(Row.of("iC-VAE", "0.0021"), new Row(List.of("RiC-VAE", "0.0015"), true)));
    Document page = Xml.parse(Page.of("t", "l", List.of(Section.of("", table))).html());

    assertThat(Xml.elements(page, "td"))
        .extracting(cell -> cell.getTextContent() + cell.getAttribute("class"))
        .containsExactly("iC-VAE", "0.0021number", "RiC-VAE", "0.0015number");
    assertThat(Xml.elements(page, "tr"))
        .extracting(row -> row.getAttribute("class"))
        .containsExactly("", "", "emphasised");
  }

  @Test
  void emptyPartsAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Page.of("t", "l", List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> Section.of("t"));
    assertThatIllegalArgumentException().isThrownBy(() -> new KeyFigures(List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> new Table("t", List.of(), List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Table("t", List.of(Column.text("a")), List.of(Row.of("one", "too many"))))
        .withMessageContaining("too many");
  }

  @Test
  void theFileIsWholeAloneAndTheSameEachTime(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("report.html");
    page("é, ε, 中").writeTo(file);
    byte[] first = Files.readAllBytes(file);
    page("é, ε, 中").writeTo(file);

    assertThat(Files.readAllBytes(file)).isEqualTo(first);
    assertThat(Xml.texts(Xml.parse(Files.readString(file)), "h1")).containsExactly("é, ε, 中");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.sorted(Comparator.naturalOrder())).containsExactly(file);
    }
  }

  @Test
  void aPageThatCannotBeWrittenLeavesWhatWasThere(@TempDir Path folder) throws IOException {
    Path taken = Files.createDirectory(folder.resolve("report.html"));
    Path inside = Files.writeString(taken.resolve("mine.txt"), "mine");

    assertThatThrownBy(() -> page("x").writeTo(taken))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("report.html");
    assertThat(inside).hasContent("mine");
  }
}
