package org.ricvae.race;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * The step on libtorch through Bytedeco's bindings, as one would write it: {@code linear} layers,
 * autograd, Adam of the C++ front end or the fused one.
 */
final class TorchStep implements Contestant {
  private record Layer(Tensor w, Tensor b) {}

  private final Cell cell;
  private final Problem problem;
  private final Tensor data;
  private final LongPointer rows;
  private final Tensor index;
  private final int[] batch;
  private final List<Layer> layers = new ArrayList<>();
  private final TorchAdam adam;
  private final Scalar half = new Scalar(0.5f);
  private final Scalar epsilon = new Scalar(Problem.EPSILON);
  private final Scalar mean;

  TorchStep(Cell cell, boolean fused) {
    this.cell = cell;
    torch.set_num_threads(cell.threads());
    torch.manual_seed(1);
    problem = new Problem(cell.net());
    batch = new int[cell.batch()];
    rows = new LongPointer(cell.batch());
    index = torch.from_blob(rows, new long[] {cell.batch()}, torch.dtype(torch.kLong()));
    data = tensor(problem.floats(), Problem.SAMPLES, cell.net().size());
    mean = new Scalar(1.0f / cell.batch());
    List<Tensor> parameters = new ArrayList<>();
    for (Problem.Parameters p : problem.parameters()) {
      Tensor w = tensor(p.w(), p.shape().in(), p.shape().out()).t().contiguous();
      Layer layer = new Layer(w.requires_grad_(), tensor(p.b(), p.b().length).requires_grad_());
      layers.add(layer);
      parameters.add(layer.w);
      parameters.add(layer.b);
    }
    adam = fused ? new TorchAdam.Fused(parameters) : new TorchAdam.Plain(parameters);
  }

  /** A tensor of its own memory. */
  private static Tensor tensor(float[] values, long... shape) {
    try (FloatPointer pointer = new FloatPointer(values)) {
      return torch.from_blob(pointer, shape).clone();
    }
  }

  @Override
  public void run(int steps) {
    for (int s = 0; s < steps; s++) {
      step();
    }
  }

  @SuppressWarnings("try") // The scope frees what is made in it.
  private void step() {
    try (PointerScope scope = new PointerScope()) {
      problem.next(batch);
      loss(batch, null).backward();
      adam.step();
    }
  }

  @Override
  @SuppressWarnings("try")
  public Answer check(Reference.Batch given) {
    float[] loss = new float[1];
    List<float[]> gradients = new ArrayList<>();
    try (PointerScope scope = new PointerScope()) {
      Tensor total = loss(given.rows(), given);
      total.backward();
      loss[0] = total.item_float();
      for (Layer layer : layers) {
        gradients.add(values(layer.w.grad().t()));
        gradients.add(values(layer.b.grad()));
      }
      adam.step();
    }
    return new Answer(loss[0], gradients);
  }

  private static float[] values(Tensor t) {
    float[] values = new float[(int) t.numel()];
    t.contiguous().data_ptr_float().get(values);
    return values;
  }

  /** The loss; with the given noise, or, if null, with torch's own. */
  private Tensor loss(int[] samples, Reference.Batch given) {
    for (int i = 0; i < samples.length; i++) {
      rows.put(i, samples[i]);
    }
    Net net = cell.net();
    Tensor x = data.index_select(0, index);
    Tensor total = null;
    for (int pass = 0; pass < cell.passes(); pass++) {
      Tensor head = network(x, 0, net.encoderLayers());
      Tensor mu = head.narrow(1, 0, net.latent());
      Tensor logVariance = head.narrow(1, net.latent(), net.latent());
      Tensor sigma = logVariance.mul(half).exp();
      Tensor noise = noise(given == null ? null : given.latent().get(pass), net.latent());
      Tensor z = mu.add(sigma.mul(noise));
      Tensor y = network(z, net.encoderLayers(), layers.size()).sigmoid();
      Tensor r = x.sub(y);
      Tensor d = r.square().add(epsilon).log().sum();
      Tensor kl = sigma.square().sub(logVariance).add(mu.square()).sum();
      Tensor both = d.add(kl);
      total = total == null ? both : total.add(both);
      if (pass + 1 < cell.passes()) {
        Tensor recycle = noise(given == null ? null : given.recycle().get(pass), net.size());
        x = y.add(r.abs().mul(recycle));
      }
    }
    return total.mul(mean);
  }

  private Tensor network(Tensor x, int from, int to) {
    Tensor h = x;
    for (int i = from; i < to; i++) {
      Layer layer = layers.get(i);
      h = torch.linear(h, layer.w, new org.bytedeco.pytorch.TensorOptional(layer.b));
      if (i + 1 < to) {
        h = h.relu();
      }
    }
    return h;
  }

  private Tensor noise(float[] given, int elements) {
    return given == null
        ? torch.randn(cell.batch(), elements)
        : tensor(given, cell.batch(), elements);
  }

  @Override
  public void close() {
    rows.close();
  }
}
