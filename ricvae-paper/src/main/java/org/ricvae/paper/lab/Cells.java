package org.ricvae.paper.lab;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import tools.jackson.databind.JsonNode;

/**
 * Runs the cells of an item. Each result is written at once, to a file named after the cell, with
 * its settings: a cell whose file holds the same settings is not run again, which is how an
 * interrupted run continues and why a finished one costs nothing.
 */
public final class Cells {
  private final Lab lab;
  private final Path folder;

  Cells(Lab lab, Path folder) {
    this.lab = lab;
    this.folder = folder;
  }

  /** What the workers tell the thread that waits for them. */
  private sealed interface Event {
    Cell cell();

    record Share(Cell cell, double share) implements Event {}

    record Done(Cell cell, Outcome outcome) implements Event {}

    record Failed(Cell cell, Throwable reason) implements Event {}
  }

  /**
   * Runs the cells that are not done yet, in this order, several side by side; one that is asked
   * for twice, once. One that fails does not keep the others from running: it is told of, and the
   * whole run fails at the end.
   *
   * @return the results of all that are done, old and new
   */
  public Outcomes run(List<Cell> cells) {
    Map<String, Outcome> outcomes = new LinkedHashMap<>();
    List<Cell> open = new ArrayList<>();
    Map<String, Cell> seen = new HashMap<>();
    for (Cell cell : cells) {
      Cell twin = seen.putIfAbsent(cell.key(), cell);
      if (twin != null) {
        requireTwins(cell, twin);
        lab.tally().skip(cell);
        continue;
      }
      Optional<Outcome> stored = stored(cell);
      if (stored.isPresent()) {
        outcomes.put(cell.key(), stored.get());
        lab.tally().skip(cell);
      } else {
        open.add(cell);
      }
    }
    if (!open.isEmpty()) {
      work(open, outcomes);
    }
    return new Outcomes(outcomes);
  }

  private static void requireTwins(Cell a, Cell b) {
    if (!Json.line(a.settings()).equals(Json.line(b.settings()))) {
      throw new IllegalArgumentException("two cells with different settings are called " + a.key());
    }
  }

  private void work(List<Cell> open, Map<String, Outcome> outcomes) {
    Lab.create(folder);
    BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    ExecutorService workers = Executors.newFixedThreadPool(lab.options().threads());
    try {
      open.forEach(cell -> workers.execute(() -> events.add(attempt(cell, events))));
      for (int left = open.size(); left > 0; ) {
        Event event = events.take();
        if (event instanceof Event.Share part) {
          lab.tally().share(part.cell(), part.share());
          continue;
        }
        left--;
        if (event instanceof Event.Done done) {
          store(done);
          // As it was kept: a run that continues must find the same.
          outcomes.put(done.cell().key(), stored(done.cell()).orElseThrow());
        } else if (event instanceof Event.Failed failed) {
          lab.failed(failed.cell(), failed.reason());
        }
        lab.tally().done(event.cell());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while cells were running", e);
    } finally {
      workers.shutdownNow();
    }
  }

  private static Event attempt(Cell cell, BlockingQueue<Event> events) {
    long begun = System.nanoTime();
    try {
      Map<String, ?> values = cell.work().run(share -> events.add(new Event.Share(cell, share)));
      double seconds = (System.nanoTime() - begun) / 1e9;
      return new Event.Done(cell, new Outcome(new LinkedHashMap<>(values), seconds));
    } catch (Throwable reason) {
      return new Event.Failed(cell, reason);
    }
  }

  private Path file(Cell cell) {
    return folder.resolve(cell.key() + ".json");
  }

  private void store(Event.Done done) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("settings", done.cell().settings());
    content.put("seconds", done.outcome().seconds());
    content.put("values", done.outcome().values());
    Json.write(file(done.cell()), content);
    lab.fresh().add(file(done.cell()));
  }

  private Optional<Outcome> stored(Cell cell) {
    if (lab.forced(folder) && !lab.fresh().contains(file(cell))) {
      return Optional.empty();
    }
    return Json.read(file(cell))
        .filter(node -> node.path("values").isObject() && node.path("settings").isObject())
        .filter(node -> Json.line(cell.settings()).equals(settings(node)))
        .map(node -> new Outcome(Json.map(node.get("values")), node.path("seconds").asDouble(0)));
  }

  private static String settings(JsonNode node) {
    return Json.line(Json.map(node.path("settings")));
  }
}
