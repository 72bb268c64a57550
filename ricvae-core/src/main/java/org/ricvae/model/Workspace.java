package org.ricvae.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ricvae.data.InputException;
import org.ricvae.kernel.Kernels;
import org.ricvae.kernel.Noise;
import org.ricvae.kernel.Slab;
import org.ricvae.nn.Activations;
import org.ricvae.nn.Deltas;
import org.ricvae.nn.Dense;
import org.ricvae.nn.Tape;

/**
 * The memory of one training step, apart from the weights. A batch goes through it slice by slice:
 * of the slice at hand there is what all passes left behind, of the whole batch what is missing or
 * hidden, losses and latent moments. Chunk {@code pass · blocks of the slice + block} belongs to a
 * block of 32 samples in a pass; workers write to chunks of their own.
 */
public final class Workspace {
  /** The most activations of one layer: an array of 4 GiB. */
  private static final long MAX_FLOATS = 1L << 30;

  final Activations input;
  final Activations normalized;
  final Tape encoder;
  final Activations latent;
  final Tape decoder;
  final Activations logVariance;
  final Deltas varianceDeltas;
  final float[] latentNoise;
  final float[] mask;
  final float[] visible;
  final int[] samples;
  final float[] loss;
  final float[] kl;
  final float[] squared;
  final double[] latentSum;
  final double[] latentSquares;
  private final RecurrentVae vae;
  private final int mostBlocks;
  private int blocks;
  private int firstBlock;
  private int sliceBlocks;
  private final StepSettings settings = new StepSettings();
  private int rows;
  private boolean masked;

  /**
   * Memory for a batch in one slice.
   *
   * @param vae the networks
   * @param batch the most samples in a batch
   */
  public Workspace(RecurrentVae vae, int batch) {
    this(vae, batch, Integer.MAX_VALUE);
  }

  /**
   * Memory for a batch.
   *
   * @param vae the networks
   * @param batch the most samples in a batch
   * @param slice the most blocks in a slice
   */
  public Workspace(RecurrentVae vae, int batch, int slice) {
    this.vae = vae;
    int maxBlocks = (batch + Kernels.BLOCK - 1) / Kernels.BLOCK;
    mostBlocks = Math.min(slice, maxBlocks);
    int size = vae.architecture().size();
    int kappa = vae.architecture().latent();
    int passes = vae.objective().passes();
    checkSize(batch, passes, maxBlocks);
    int chunks = mostBlocks * passes;
    Slab slab = new Slab();
    input = new Activations(size, chunks, slab);
    int cells = vae.objective().likelihood().indicators();
    normalized = new Activations(size + cells, chunks, slab);
    encoder = new Tape(vae.encoder(), normalized, chunks, true, slab);
    latent = new Activations(kappa, chunks, slab);
    decoder = new Tape(vae.decoder(), latent, chunks, true, slab);
    boolean head = vae.varianceHead().isPresent();
    logVariance = head ? new Activations(size, chunks, slab) : null;
    varianceDeltas = head ? new Deltas(size, chunks, slab) : null;
    latentNoise = new float[chunks * Kernels.padded(kappa) * Kernels.BLOCK];
    mask = new float[maxBlocks * size * Kernels.BLOCK];
    visible = new float[maxBlocks * cells * Kernels.BLOCK];
    samples = new int[maxBlocks * Kernels.BLOCK];
    loss = new float[maxBlocks * passes * Kernels.BLOCK];
    kl = new float[loss.length];
    squared = new float[loss.length];
    latentSum = new double[maxBlocks * kappa];
    latentSquares = new double[maxBlocks * kappa];
  }

  private void checkSize(int batch, int passes, int blocks) {
    long activations = (vae.widest() + (long) Kernels.BLOCK) * Kernels.BLOCK * mostBlocks * passes;
    long each = Math.max(vae.architecture().size(), passes);
    long floats = Math.max(activations, each * Kernels.BLOCK * blocks);
    if (floats > MAX_FLOATS) {
      throw new InputException(
          "a batch of %d samples in %d passes through a layer of %d units takes %d numbers, at most %d are allowed; take a smaller --batch, fewer passes (-N) or a narrower --hidden"
              .formatted(batch, passes, vae.widest(), floats, MAX_FLOATS));
    }
  }

  /**
   * Begins a batch, and its first slice.
   *
   * @param rows samples in it; the lanes that fill its last block get no gradient
   * @param masked whether {@link #mask()} is filled in
   */
  public void begin(int rows, boolean masked) {
    this.rows = rows;
    this.masked = masked;
    blocks = (rows + Kernels.BLOCK - 1) / Kernels.BLOCK;
    slice(0);
    Arrays.fill(loss, 0);
    Arrays.fill(kl, 0);
    Arrays.fill(squared, 0);
  }

  /** Goes on to the next slice; false where there is none. */
  public boolean nextSlice() {
    if (lastSlice()) {
      return false;
    }
    slice(firstBlock + sliceBlocks);
    return true;
  }

  private void slice(int from) {
    firstBlock = from;
    sliceBlocks = Math.min(mostBlocks, blocks - from);
  }

  /** Whether this is the batch's first slice. */
  public boolean firstSlice() {
    return firstBlock == 0;
  }

  /** Whether this is the batch's last slice. */
  public boolean lastSlice() {
    return firstBlock + sliceBlocks >= blocks;
  }

  /** The first block of the slice, counted in the batch. */
  public int firstBlock() {
    return firstBlock;
  }

  /** Blocks of the slice. */
  public int sliceBlocks() {
    return sliceBlocks;
  }

  /** What the weight gradient of each layer is summed from, in the order of the layers. */
  public List<Trace> traces() {
    List<Trace> traces = new ArrayList<>();
    for (Tape tape : List.of(encoder, decoder)) {
      List<Dense> layers = tape.network().layers();
      for (int i = 0; i < layers.size(); i++) {
        traces.add(new Trace(layers.get(i), tape.input(i), tape.deltas(i)));
      }
    }
    vae.varianceHead()
        .ifPresent(
            head -> {
              Activations hidden = decoder.input(decoder.network().layers().size() - 1);
              traces.add(new Trace(head, hidden, varianceDeltas));
            });
    return traces;
  }

  /**
   * A layer with what it read and the gradient of what it gave, in every chunk.
   *
   * @param layer the layer
   * @param input what it read
   * @param deltas dL/d(Wx + b)
   */
  public record Trace(Dense layer, Activations input, Deltas deltas) {}

  /** Chunks that the slice fills: its blocks in every pass. */
  public int chunks() {
    return sliceBlocks * settings.passes();
  }

  /** Passes that are run. */
  public int passes() {
    return settings.passes();
  }

  /** What may differ from step to step; to be set before the step runs. */
  public StepSettings settings() {
    return settings;
  }

  /** Blocks of the batch. */
  public int blocks() {
    return blocks;
  }

  /** Samples of the batch. */
  public int rows() {
    return rows;
  }

  /** Samples in a block: 32, but for the last. */
  int rows(int block) {
    return Math.min(Kernels.BLOCK, rows - block * Kernels.BLOCK);
  }

  boolean masked() {
    return masked;
  }

  /** Chunk of a block of the slice in a pass. */
  int chunk(int pass, int block) {
    return pass * sliceBlocks + block - firstBlock;
  }

  /** Where the losses of a block in a pass begin. */
  int lane(int pass, int block) {
    return (pass * blocks + block) * Kernels.BLOCK;
  }

  /** The input of pass 1: to be filled in, {@code [size × 32]} a block. */
  public float[] input() {
    return input.data();
  }

  /** Where a block of the slice begins in {@link #input()}. */
  public int inputOffset(int block) {
    return input.first(chunk(0, block));
  }

  /** 1 where a value is known, 0 where missing: {@code [size × 32]} a block. */
  public float[] mask() {
    return mask;
  }

  /**
   * 1 where the encoder sees a cell in the first pass, 0 where it is hidden or missing: {@code
   * [cells × 32]} a block; empty where it sees everything.
   */
  public float[] visible() {
    return visible;
  }

  /** The number of the sample in each lane, which keys its noise. */
  public int[] samples() {
    return samples;
  }

  /** Fills in the key of the noise of this step's first pass. */
  public void noiseKey(Noise.Purpose purpose, int[] key) {
    Noise.key(settings.seed(), settings.epoch(), 0, purpose, key);
  }

  int latentNoise(int chunk, int kappa) {
    return chunk * Kernels.padded(kappa) * Kernels.BLOCK;
  }

  /** Σ over the batch of D, of pass {@code pass} (from 0), summed in the order of the samples. */
  public double loss(int pass) {
    return sum(loss, pass);
  }

  /** Σ over the batch of the KL term of a pass. */
  public double kl(int pass) {
    return sum(kl, pass);
  }

  /** Σ over the batch and its values of r² of a pass. */
  public double squaredResidual(int pass) {
    return sum(squared, pass);
  }

  private double sum(float[] lanes, int pass) {
    double sum = 0;
    int from = lane(pass, 0);
    for (int i = 0; i < rows; i++) {
      sum += lanes[from + i];
    }
    return sum;
  }

  /** Adds Σ μz and Σ μz² of the first pass, a latent dimension, to the given sums. */
  public void addLatentMoments(double[] sum, double[] squares) {
    for (int b = 0; b < blocks; b++) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += latentSum[b * sum.length + i];
        squares[i] += latentSquares[b * sum.length + i];
      }
    }
  }
}
