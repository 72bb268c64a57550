package org.ricvae.paper.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ricvae.Ricvae;
import org.ricvae.paper.lab.Experiment;
import org.ricvae.paper.lab.Findings;
import org.ricvae.paper.lab.Images;
import org.ricvae.paper.lab.Lab;
import org.ricvae.paper.lab.PaperListener;
import org.ricvae.paper.lab.PaperOptions;
import org.ricvae.paper.lab.Publisher;
import org.ricvae.paper.lab.SharedData;
import org.ricvae.train.TrainingListener;
import org.ricvae.train.Trial;

class RecipeStudyTest {
  private static final Setting ONE = new Setting(1, false, 0, 0.05);
  private static final Setting FIVE = new Setting(5, false, 0.25, 0.05);
  private static final RecipeSizes TINY =
      new RecipeSizes(2, 100, List.of(1e-2), List.of(ONE, FIVE));

  @TempDir Path dir;

  @Test
  void whatIsToldIsWhatATrialGives() throws Exception {
    PaperOptions options =
        new PaperOptions(
            Optional.of(SharedData.file("frey/frey-images-idx3-ubyte.gz")),
            Optional.of(SharedData.file("mnist/t10k-images-idx3-ubyte.gz").getParent()),
            List.of(),
            Optional.empty(),
            dir,
            1,
            false,
            false,
            2);
    Lab lab = new Lab(options, Set.of("recipe"), PaperListener.NONE);
    RecipeStudy study = new RecipeStudy(TINY);
    Publisher publisher = Publisher.into(dir, List.<Experiment>of(study));
    publisher.publish(study, study.run(lab), false);
    assertThat(lab.failures()).isEmpty();
    Images digits = Subject.CLEAN_DIGITS.images(lab, TINY);
    Setting setting = new Setting(5, false, 0.25, 1e-2);
    Trial.Result result =
        Ricvae.trial(
            digits.samples(),
            setting.options(Subject.CLEAN_DIGITS.base(TINY, digits)),
            TrainingListener.NONE);
    assertThat(Files.readString(dir.resolve("recipe/numbers.csv")))
        .contains("clean_digits,5,stop,0.25,0.01,%s".formatted(result.error()))
        .contains("frey,1,");
  }

  @Test
  void theVerdictCountsWhatStayedAlive() throws Exception {
    Trial.Result alive = new Trial.Result(0.01, 7, false);
    Trial.Result dead = new Trial.Result(0.02, 0, false);
    assertThat(verdict(alive, alive)).contains("1 kept latent dimensions alive and 0 collapsed");
    assertThat(verdict(alive, dead))
        .contains("0 kept latent dimensions alive and 1 collapsed")
        .contains("0.02000, collapsed");
    assertThat(verdict(dead, dead)).doesNotContain("kept latent dimensions alive");
    assertThat(verdict(alive, new Trial.Result(Double.NaN, 0, true))).contains("diverged");
  }

  private String verdict(Trial.Result one, Trial.Result five) throws Exception {
    RecipeSizes sizes = new RecipeSizes(2, 100, List.of(0.05), List.of(ONE, FIVE));
    Map<Setting, Trial.Result> results = new LinkedHashMap<>();
    results.put(ONE, one);
    results.put(FIVE, five);
    Map<Subject, Map<Setting, Trial.Result>> all = new EnumMap<>(Subject.class);
    all.put(Subject.CLEAN_DIGITS, results);
    Findings findings = RecipeFindings.of(sizes, all);
    RecipeStudy study = new RecipeStudy(sizes);
    Publisher publisher = Publisher.into(dir, List.<Experiment>of(study));
    publisher.publish(study, findings, false);
    return Files.readString(publisher.page());
  }
}
