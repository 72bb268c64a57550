package org.ricvae.train;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ricvae.kernel.Kernels;
import org.ricvae.kernel.Slab;
import org.ricvae.kernel.WorkerTeam;
import org.ricvae.model.Recurrence;
import org.ricvae.model.RecurrentVae;
import org.ricvae.model.Scratch;
import org.ricvae.model.Workspace;
import org.ricvae.nn.Adam;
import org.ricvae.nn.WeightTile;

/**
 * One step over a batch, on a team of workers, slice by slice of the batch, each in two phases.
 *
 * <p>First each worker takes shards of blocks through all passes, forward and back. Then each takes
 * tiles of the weights: sums a tile's gradient over the slice, from where it stood after the slice
 * before, and with the last slice updates the tile at once. So no gradient is ever added up across
 * threads: the result has the same bits for any number of them.
 */
final class TrainingStep {
  /** The most blocks a worker takes at once: more would outgrow a core's cache. */
  private static final int SHARD_BLOCKS = 4;

  /**
   * Chunks of a slice, about: what they leave behind for the weight gradients, about a megabyte
   * each, should still be in the third cache; and each slice reads and writes all sums.
   */
  private static final int SLICE_CHUNKS = 16;

  /**
   * Rows and outputs of a weight tile, at most: what is read of the inputs serves all outputs, that
   * of the deltas all rows, and the gradient stays in a core's second cache. Whole register tiles;
   * whole weight panels and squares of deltas. Tall rather than wide, for Adam runs along a panel.
   */
  private static final int TILE_ROWS = 34 * Kernels.TILE;

  private static final int TILE_OUTPUTS = 6 * Kernels.BLOCK;

  /** Tiles have a multiple of so many rows: then Adam has a whole number of vectors a panel. */
  private static final int STEP = 2 * Kernels.TILE;

  /**
   * The first rows, of which one is biases, are fewer: the others then begin at weights 32 by 32,
   * which keeps them at cache lines.
   */
  private static final int FEWER = 15;

  private record Tile(Workspace.Trace trace, WeightTile weights) {
    /** Floats of its gradient. */
    int size() {
      return weights.size();
    }
  }

  private final Kernels kernels;
  private final WorkerTeam team;
  private final Recurrence recurrence;
  private final Workspace workspace;
  private final Scratch[] scratch;
  private final float[][] samples;
  private final Slab.Part[] gradients;
  private final Hiding.Memory[] hiding;
  private final Tile[] tiles;

  /** Whether each tile has a gradient of its own, or each worker memory for the one at hand. */
  private final boolean sliced;

  private final WorkerTeam.Task passes = this::passes;
  private final WorkerTeam.Task sums = this::sums;
  private final WorkerTeam.Task updates = this::updates;

  private float[] weights;
  private Adam adam;
  private BatchLoader loader;
  private int[] order;
  private int from;
  private int shardBlocks;

  TrainingStep(RecurrentVae vae, Kernels kernels, WorkerTeam team, int batch) {
    this.kernels = kernels;
    this.team = team;
    recurrence = new Recurrence(vae, kernels);
    int slice = sliceBlocks(vae.objective().passes());
    workspace = new Workspace(vae, batch, slice);
    scratch = new Scratch[team.size()];
    samples = new float[team.size()][BatchLoader.memory(vae.architecture().size())];
    Slab slab = new Slab();
    hiding = new Hiding.Memory[team.size()];
    for (int i = 0; i < scratch.length; i++) {
      hiding[i] = new Hiding.Memory();
      scratch[i] = new Scratch(vae, SHARD_BLOCKS, slab);
    }
    List<Tile> all = new ArrayList<>();
    for (Workspace.Trace trace : workspace.traces()) {
      addTiles(all, trace);
    }
    // The largest first, so that all workers end at about the same time.
    all.sort(Comparator.comparingInt(Tile::size).reversed());
    tiles = all.toArray(Tile[]::new);
    sliced = batch > slice * Kernels.BLOCK;
    gradients = new Slab.Part[sliced ? tiles.length : team.size()];
    for (int i = 0; i < gradients.length; i++) {
      gradients[i] = slab.take(sliced ? tiles[i].size() : TILE_OUTPUTS * TILE_ROWS);
    }
  }

  /** Whole shards, and about as many chunks as a slice should have. */
  private static int sliceBlocks(int passes) {
    return (SLICE_CHUNKS + SHARD_BLOCKS * passes - 1) / (SHARD_BLOCKS * passes) * SHARD_BLOCKS;
  }

  private static void addTiles(List<Tile> tiles, Workspace.Trace trace) {
    int rows = 1 + trace.layer().in();
    int out = trace.layer().out();
    int parts = (rows + FEWER + TILE_ROWS - 1) / TILE_ROWS;
    int each = (rows + FEWER + STEP * parts - 1) / (STEP * parts) * STEP;
    int to;
    for (int from = 0; from < rows; from = to) {
      to = Math.min(rows, from + (from == 0 ? each - FEWER : each));
      for (int o = 0; o < out; o += TILE_OUTPUTS) {
        int outputs = Math.min(TILE_OUTPUTS, out - o);
        tiles.add(new Tile(trace, new WeightTile(trace.layer(), from, to - from, o, outputs)));
      }
    }
  }

  /** What the step left behind: losses, latent moments. */
  Workspace workspace() {
    return workspace;
  }

  /** Which weights and moments to read and update. */
  void bind(float[] w, Adam optimizer, BatchLoader data) {
    weights = w;
    adam = optimizer;
    loader = data;
  }

  /**
   * Runs all passes over the batch {@code order[start .. start + rows)} with the workspace's
   * settings, and leaves the losses in the workspace; updates no weights.
   */
  void evaluate(int[] batchOrder, int start, int rows) {
    order = batchOrder;
    from = start;
    workspace.begin(rows, loader.masked());
    do {
      int blocks = workspace.sliceBlocks();
      shardBlocks = Math.min(SHARD_BLOCKS, (blocks + team.size() - 1) / team.size());
      team.run(passes);
      if (workspace.settings().learn() && !workspace.lastSlice()) {
        team.run(sums);
      }
    } while (workspace.nextSlice());
  }

  /** Updates all weights from the deltas that {@link #evaluate} left. */
  void update(double learningRate) {
    adam.next(learningRate, 1.0 / workspace.rows());
    team.run(updates);
  }

  private void passes(int worker) {
    int begin = workspace.firstBlock();
    int end = begin + workspace.sliceBlocks();
    for (int block = begin + team.next() * shardBlocks;
        block < end;
        block = begin + team.next() * shardBlocks) {
      int n = Math.min(shardBlocks, end - block);
      for (int b = block; b < block + n; b++) {
        loader.load(workspace, b, order, from, samples[worker], hiding[worker]);
      }
      recurrence.run(weights, workspace, scratch[worker], block, n);
    }
  }

  private void sums(int worker) {
    for (int i = team.next(); i < tiles.length; i = team.next()) {
      sum(tiles[i], gradients[i]);
    }
  }

  private void updates(int worker) {
    for (int i = team.next(); i < tiles.length; i = team.next()) {
      Tile t = tiles[i];
      Slab.Part g = gradients[sliced ? i : worker];
      sum(t, g);
      adam.update(kernels, t.weights, g.data(), g.from(), t.weights.panel());
    }
  }

  /** Goes on with a tile's gradient over the slice at hand. */
  private void sum(Tile t, Slab.Part g) {
    t.weights.gradient(
        kernels,
        t.trace.input(),
        t.trace.deltas(),
        workspace.chunks(),
        workspace.firstSlice(),
        g.data(),
        g.from(),
        t.weights.panel());
  }
}
