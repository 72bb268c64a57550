package org.ricvae.model;

import java.util.Arrays;
import org.ricvae.kernel.Kernels;
import org.ricvae.kernel.Noise;
import org.ricvae.nn.Activations;
import org.ricvae.nn.Dense;
import org.ricvae.nn.GradientPair;

/**
 * The recurrence of eq. 15 and Figure 1: a range of blocks goes through N passes of encoder, draw
 * of z, decoder and draw of the next input, then back again. Weight gradients are not formed here:
 * the deltas are left in the workspace, from which they are summed over the whole batch.
 */
public final class Recurrence {
  private final RecurrentVae vae;
  private final Kernels kernels;
  private final Likelihood likelihood;
  private final boolean flows;
  private final int kappa;
  private final Dense varianceHead;
  private final EncoderInput encoderInput;

  /** A recurrence over the given networks. */
  public Recurrence(RecurrentVae vae, Kernels kernels) {
    this.vae = vae;
    this.kernels = kernels;
    this.likelihood = vae.objective().likelihood();
    this.flows = vae.objective().gradientThroughSample() && vae.objective().passes() > 1;
    this.kappa = vae.architecture().latent();
    this.varianceHead = vae.varianceHead().orElse(null);
    this.encoderInput = EncoderInput.of(vae);
  }

  /**
   * Takes the blocks {@code [block, block + n)} of the slice through all passes, forward and back.
   *
   * @param w the parameters
   * @param ws holds the inputs and the step's settings; receives losses and deltas
   * @param s the worker's own memory
   */
  public void run(float[] w, Workspace ws, Scratch s, int block, int n) {
    int passes = ws.passes();
    for (int pass = 0; pass < passes; pass++) {
      forward(w, ws, s, pass, block, n);
      if (pass + 1 < passes) {
        for (int b = 0; b < n; b++) {
          term(ws, s, pass, block + b, b);
          noise(ws, s, pass, block + b);
          likelihood.sample(s.term);
        }
      }
    }
    for (int pass = passes - 1; pass >= 0; pass--) {
      evaluate(ws, s, pass, block, n);
      if (ws.settings().learn()) {
        backward(w, ws, s, pass, block, n);
      }
    }
    latentMoments(ws, block, n);
  }

  private void forward(float[] w, Workspace ws, Scratch s, int pass, int block, int n) {
    int chunk = ws.chunk(pass, block);
    for (int c = chunk; c < chunk + n; c++) {
      float[] seen = pass == 0 ? ws.visible : null;
      encoderInput.write(
          kernels,
          ws.input.data(),
          ws.input.first(c),
          seen,
          (block + c - chunk) * encoderInput.cells() * Kernels.BLOCK,
          ws.normalized.data(),
          ws.normalized.first(c));
    }
    ws.encoder.forward(kernels, w, chunk, n);
    Activations head = ws.encoder.output();
    for (int b = 0; b < n; b++) {
      int c = chunk + b;
      int lanes = kappa * Kernels.BLOCK;
      if (likelihood.variational()) {
        StepSettings settings = ws.settings();
        Noise.key(settings.seed(), settings.epoch(), pass, Noise.Purpose.LATENT, s.key);
        int noise = ws.latentNoise(c, kappa);
        int lane = (block + b) * Kernels.BLOCK;
        kernels.normal(s.key, ws.samples, lane, kappa, ws.latentNoise, noise);
        Latent.draw(
            kernels,
            kappa,
            head.data(),
            head.first(c),
            ws.latentNoise,
            noise,
            ws.latent.data(),
            ws.latent.first(c));
      } else {
        System.arraycopy(head.data(), head.first(c), ws.latent.data(), ws.latent.first(c), lanes);
      }
    }
    ws.decoder.forward(kernels, w, chunk, n);
    if (varianceHead != null) {
      varianceHead.forward(kernels, w, decoderHidden(ws), ws.logVariance, chunk, n);
    }
  }

  private Activations decoderHidden(Workspace ws) {
    return ws.decoder.input(vae.decoder().layers().size() - 1);
  }

  /** The losses of a pass, and the gradient of D with respect to what the decoder gave. */
  private void evaluate(Workspace ws, Scratch s, int pass, int block, int n) {
    boolean inputWanted = flows && pass > 0;
    Activations head = ws.encoder.output();
    for (int b = 0; b < n; b++) {
      term(ws, s, pass, block + b, b);
      likelihood.evaluate(s.term);
      if (inputWanted) {
        // D depends on x − μx alone.
        kernels.negate(s.term.dMean, s.term.dMean0, s.dX, s.term.dX0, s.term.n);
      }
      if (flows && pass + 1 < ws.passes()) {
        if (!inputWanted) {
          Arrays.fill(s.dX, s.term.dX0, s.term.dX0 + s.term.n, 0);
        }
        likelihood.sampleGradient(s.term);
      }
      clearUnused(s.term, ws.rows(block + b));
      if (likelihood.variational()) {
        int chunk = ws.chunk(pass, block + b);
        int lane = ws.lane(pass, block + b);
        Latent.addKl(kernels, kappa, head.data(), head.first(chunk), s.work, ws.kl, lane);
      }
    }
  }

  private void backward(float[] w, Workspace ws, Scratch s, int pass, int block, int n) {
    boolean inputWanted = flows && pass > 0;
    GradientPair g = s.gradient;
    int chunk = ws.chunk(pass, block);
    backwardDecoder(w, ws, s, chunk, n);
    for (int b = 0; b < n; b++) {
      latentGradient(ws, s, chunk + b, b, ws.rows(block + b));
    }
    ws.encoder.backward(kernels, w, g, chunk, n, inputWanted);
    if (inputWanted) {
      float gain = vae.normalization().gain();
      int size = vae.architecture().size() * Kernels.BLOCK;
      for (int b = 0; b < n; b++) {
        int at = b * s.stride;
        kernels.addScaled(s.dX, at, gain, g.current(), g.at(b), s.dNext, at, size);
      }
    }
  }

  /** Back through the decoder; the two heads of the LC-VAE meet in its last hidden layer. */
  private void backwardDecoder(float[] w, Workspace ws, Scratch s, int chunk, int n) {
    GradientPair g = s.gradient;
    if (varianceHead == null) {
      ws.decoder.backward(kernels, w, g, chunk, n, true);
      return;
    }
    varianceHead.delta(
        kernels, ws.logVariance, s.dLogVariance, 0, s.stride, ws.varianceDeltas, chunk, n);
    varianceHead.backward(kernels, w, s.dLogVariance, 0, s.stride, s.hidden, 0, g.stride(), n);
    int last = vae.decoder().layers().size() - 1;
    ws.decoder.backward(last, kernels, w, g, chunk, n, true);
    int width = varianceHead.in() * Kernels.BLOCK;
    for (int b = 0; b < n; b++) {
      int at = g.at(b);
      kernels.addScaled(g.current(), at, 1, s.hidden, b * g.stride(), g.current(), at, width);
    }
    for (int i = last - 1; i >= 0; i--) {
      ws.decoder.backward(i, kernels, w, g, chunk, n, true);
    }
  }

  private void latentGradient(Workspace ws, Scratch s, int chunk, int b, int rows) {
    if (!likelihood.variational()) {
      return;
    }
    Activations head = ws.encoder.output();
    GradientPair g = s.gradient;
    Latent.gradient(
        kernels,
        ws.settings().klWeight(),
        kappa,
        head.data(),
        head.first(chunk),
        ws.latent.data(),
        ws.latent.first(chunk),
        s.work,
        g.current(),
        g.at(b));
    clear(g.current(), g.at(b), 2 * kappa, rows);
  }

  /** Points the term at one block in one pass; b counts from the worker's first block. */
  private void term(Workspace ws, Scratch s, int pass, int block, int b) {
    Term t = s.term;
    int chunk = ws.chunk(pass, block);
    t.kernels = kernels;
    t.n = vae.architecture().size() * Kernels.BLOCK;
    t.epsilon = ws.settings().epsilon();
    t.x = ws.input.data();
    t.x0 = ws.input.first(chunk);
    t.mean = ws.decoder.output().data();
    t.mean0 = ws.decoder.output().first(chunk);
    if (ws.logVariance != null) {
      t.logVariance = ws.logVariance.data();
      t.logVariance0 = ws.logVariance.first(chunk);
    }
    t.mask = pass == 0 && ws.masked() ? ws.mask : null;
    t.mask0 = block * t.n;
    if (pass + 1 < ws.passes()) {
      t.noise = s.noise[pass][b];
      t.next = ws.input.data();
      t.next0 = ws.input.first(ws.chunk(pass + 1, block));
    }
    t.dNext = s.dNext;
    t.dNext0 = b * s.stride;
    t.dMean = s.gradient.current();
    t.dMean0 = s.gradient.at(b);
    t.dLogVariance = s.dLogVariance;
    t.dLogVariance0 = b * s.stride;
    t.dX = s.dX;
    t.dX0 = b * s.stride;
    t.work = s.work;
    t.lanes = s.lanes;
    t.loss = ws.loss;
    t.squared = ws.squared;
    t.lane0 = ws.lane(pass, block);
  }

  private void noise(Workspace ws, Scratch s, int pass, int block) {
    if (likelihood.variational()) {
      StepSettings settings = ws.settings();
      Noise.key(settings.seed(), settings.epoch(), pass, Noise.Purpose.RECYCLE, s.key);
      int size = vae.architecture().size();
      kernels.normal(s.key, ws.samples, block * Kernels.BLOCK, size, s.term.noise, 0);
    }
  }

  private void clearUnused(Term t, int rows) {
    int size = vae.architecture().size();
    clear(t.dMean, t.dMean0, size, rows);
    if (t.logVariance != null) {
      clear(t.dLogVariance, t.dLogVariance0, size, rows);
    }
    if (flows) {
      clear(t.dX, t.dX0, size, rows);
    }
  }

  /** Zeroes the lanes from {@code rows} on: they hold no sample. */
  private static void clear(float[] a, int a0, int features, int rows) {
    if (rows == Kernels.BLOCK) {
      return;
    }
    for (int i = 0; i < features; i++) {
      int row = a0 + i * Kernels.BLOCK;
      Arrays.fill(a, row + rows, row + Kernels.BLOCK, 0);
    }
  }

  private void latentMoments(Workspace ws, int block, int n) {
    Activations head = ws.encoder.output();
    for (int b = block; b < block + n; b++) {
      int rows = ws.rows(b);
      for (int i = 0; i < kappa; i++) {
        int row = head.first(ws.chunk(0, b)) + i * Kernels.BLOCK;
        double sum = 0;
        double squares = 0;
        for (int l = 0; l < rows; l++) {
          double mean = head.data()[row + l];
          sum += mean;
          squares += mean * mean;
        }
        ws.latentSum[b * kappa + i] = sum;
        ws.latentSquares[b * kappa + i] = squares;
      }
    }
  }
}
