package org.ricvae.race;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The driver. In each cell the engines are prepared one after the other, each in its own process,
 * and then take turns, round after round, so that a machine whose speed changes is unfair to none.
 */
final class Race {
  /** Where the settings of an engine are tried, for each network: the middle of the field. */
  private static final int TRIAL_PASSES = 2;

  private static final int TRIAL_BATCH = 128;
  private static final int TRIAL_ROUNDS = 3;

  private final int rounds;
  private final double seconds;
  private final Path folder;
  private final List<Engine> engines;
  private final List<Standing> standings = new ArrayList<>();

  private Race(int rounds, double seconds, Path folder, List<Engine> engines) {
    this.rounds = rounds;
    this.seconds = seconds;
    this.folder = folder;
    this.engines = engines;
  }

  /**
   * Runs the race.
   *
   * @param args folder for the results, rounds, seconds a turn, threads (one number or several,
   *     with commas), and optionally how many cells and which engines (names with commas; all)
   */
  public static void main(String[] args) throws IOException {
    if (args.length < 4) {
      System.err.println("Race FOLDER ROUNDS SECONDS THREADS[,THREADS] [CELLS [ENGINE,…]]");
      System.exit(2);
    }
    Path folder = Files.createDirectories(Path.of(args[0]));
    List<Engine> engines =
        args.length > 5
            ? Arrays.stream(args[5].split(",", -1)).map(Engine::valueOf).toList()
            : List.of(Engine.values());
    Race race = new Race(Integer.parseInt(args[1]), Double.parseDouble(args[2]), folder, engines);
    int most = args.length > 4 ? Integer.parseInt(args[4]) : Integer.MAX_VALUE;
    for (String threads : args[3].split(",", -1)) {
      race.run(Integer.parseInt(threads), most);
    }
  }

  private void run(int threads, int most) throws IOException {
    List<Cell> cells = Cell.all(threads);
    List<Standing> mine = new ArrayList<>();
    Map<Net, Map<Engine, Entrant>> entrants = new HashMap<>();
    for (Cell cell : cells.subList(0, Math.min(most, cells.size()))) {
      if (!entrants.containsKey(cell.net())) {
        entrants.put(cell.net(), calibrate(cell.net(), threads));
      }
      Standing standing = race(cell, entrants.get(cell.net()).values());
      mine.add(standing);
      standings.add(standing);
      say(Table.markdown(List.of(standing)).lines().skip(2).findFirst().orElseThrow());
      Files.writeString(folder.resolve("race.csv"), Table.csv(standings));
    }
    String text = Table.markdown(mine) + "\n" + Table.summary(mine);
    Files.writeString(folder.resolve("race-" + threads + ".md"), text);
    say(text);
  }

  /** The best setting of each engine; an engine that does not run is left out, and that is said. */
  private Map<Engine, Entrant> calibrate(Net net, int threads) throws IOException {
    Cell cell = new Cell(net, TRIAL_PASSES, TRIAL_BATCH, threads);
    Map<Engine, Entrant> best = new LinkedHashMap<>();
    for (Engine engine : engines) {
      List<Entrant> choice = Entrant.of(engine, threads);
      if (choice.size() == 1) {
        best.put(engine, choice.get(0));
        continue;
      }
      double least = Double.POSITIVE_INFINITY;
      for (Entrant entrant : choice) {
        try (RacerProcess process = new RacerProcess(entrant, cell)) {
          double[] times = new double[TRIAL_ROUNDS];
          for (int i = 0; i < TRIAL_ROUNDS; i++) {
            times[i] = process.run(seconds).seconds();
          }
          double time = Standing.quantile(times, 0.5);
          say("%s in %s: %.2f ms a step", entrant, cell, 1000 * time);
          if (time < least) {
            least = time;
            best.put(engine, entrant);
          }
        } catch (IOException e) {
          say("%s is out: %s", entrant, e.getMessage());
        }
      }
    }
    return best;
  }

  private Standing race(Cell cell, Iterable<Entrant> entrants) throws IOException {
    Standing standing = new Standing(cell);
    Map<Engine, RacerProcess> processes = new EnumMap<>(Engine.class);
    try {
      for (Entrant entrant : entrants) {
        try {
          processes.put(entrant.engine(), new RacerProcess(entrant, cell));
          standing.enter(entrant);
        } catch (IOException e) {
          say("%s is out of %s: %s", entrant, cell, e.getMessage());
        }
      }
      for (int round = 0; round < rounds; round++) {
        for (Map.Entry<Engine, RacerProcess> e : processes.entrySet()) {
          standing.laps().get(e.getKey()).add(e.getValue().run(seconds));
        }
      }
    } finally {
      processes.values().forEach(RacerProcess::close);
    }
    return standing;
  }

  private static void say(String pattern, Object... values) {
    System.out.println(values.length == 0 ? pattern : String.format(Locale.ROOT, pattern, values));
  }
}
