package org.ricvae.race;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.CompilationUnit;
import org.bytedeco.pytorch.Function;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.IValueVector;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.QualifiedName;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** Adam on libtorch: updates the parameters, and drops their gradients. */
sealed interface TorchAdam {
  void step();

  /** {@code torch::optim::Adam}. */
  final class Plain implements TorchAdam {
    private final Adam adam;

    Plain(List<Tensor> parameters) {
      TensorVector vector = new TensorVector(parameters.toArray(Tensor[]::new));
      adam = new Adam(vector, new AdamOptions(Problem.LEARNING_RATE));
    }

    @Override
    public void step() {
      adam.step();
      adam.zero_grad();
    }
  }

  /**
   * {@code aten::_fused_adam_}, one kernel for all parameters. The bindings do not have it, so
   * TorchScript calls it. The script returns what the kernel writes: what happens to lists that
   * nobody sees any more counts as no effect, and the call would be optimised away.
   */
  final class Fused implements TorchAdam {
    private static final Scalar ONE = new Scalar(1.0f);

    private final List<Tensor> parameters;
    private final List<IValue> fixed = new ArrayList<>();
    private final Tensor steps = torch.zeros(1).squeeze();
    private final CompilationUnit unit;
    private final Function update;

    Fused(List<Tensor> parameters) {
      this.parameters = parameters;
      fixed.add(new IValue(steps));
      parameters.forEach(p -> fixed.add(new IValue(p)));
      for (int moment = 1; moment <= 2; moment++) {
        for (Tensor p : parameters) {
          fixed.add(new IValue(torch.zeros(p.sizes())));
        }
      }
      unit = torch.compile(script(parameters.size()));
      update = unit.get_function(new QualifiedName("update"));
    }

    private static String script(int n) {
      return """
          def update(t, %s):
              p, m, v = [%s], [%s], [%s]
              torch._fused_adam_(p, [%s], m, v, [], [%s], lr=%s, beta1=0.9, beta2=0.999, \
          weight_decay=0.0, eps=1e-8, amsgrad=False, maximize=False)
              return p, m, v
          """
          .formatted(
              names("pmvg", n),
              names("p", n),
              names("m", n),
              names("v", n),
              names("g", n),
              String.join(", ", Collections.nCopies(n, "t")),
              Problem.LEARNING_RATE);
    }

    /** {@code p0, p1, …, m0, m1, …}. */
    private static String names(String kinds, int n) {
      return kinds
          .chars()
          .boxed()
          .flatMap(kind -> IntStream.range(0, n).mapToObj(i -> Character.toString(kind) + i))
          .collect(Collectors.joining(", "));
    }

    @Override
    public void step() {
      NoGradGuard updating = new NoGradGuard();
      try {
        // The kernel does not count its steps, by which the moments' bias is corrected.
        steps.add_(ONE);
        IValueVector arguments = new IValueVector();
        fixed.forEach(arguments::push_back);
        parameters.forEach(p -> arguments.push_back(new IValue(p.grad())));
        update.run(arguments);
        parameters.forEach(p -> p.mutable_grad().reset());
      } finally {
        updating.close();
      }
    }
  }
}
