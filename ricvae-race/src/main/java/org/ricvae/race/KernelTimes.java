package org.ricvae.race;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.ricvae.kernel.Kernels;

/** Times every call of a kernel, on whatever thread. */
final class KernelTimes {
  private final Kernels kernels;
  private final ConcurrentLinkedQueue<Map<String, Work>> threads = new ConcurrentLinkedQueue<>();
  private final ThreadLocal<Map<String, Work>> mine =
      ThreadLocal.withInitial(
          () -> {
            Map<String, Work> map = new ConcurrentHashMap<>();
            threads.add(map);
            return map;
          });

  KernelTimes(Kernels kernels) {
    this.kernels = kernels;
  }

  /** The kernels, timed. */
  Kernels timed() {
    return (Kernels)
        Proxy.newProxyInstance(
            Kernels.class.getClassLoader(),
            new Class<?>[] {Kernels.class},
            (proxy, method, arguments) -> call(method, arguments));
  }

  private Object call(Method method, Object[] arguments) throws Throwable {
    long start = System.nanoTime();
    Object result;
    try {
      result = method.invoke(kernels, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
    long nanos = System.nanoTime() - start;
    mine.get()
        .merge(name(method, arguments), Work.of(method.getName(), arguments, nanos), Work::plus);
    return result;
  }

  /** Products by the size of their layer, the rest by name. */
  private static String name(Method method, Object[] a) {
    return switch (method.getName()) {
      case "forward" -> "forward %d x %d".formatted((int) a[0] - 1, (int) a[1]);
      case "backward" -> "backward %d x %d".formatted((int) a[0], (int) a[1]);
      default -> method.getName();
    };
  }

  /** Forgets what was so far. */
  void clear() {
    threads.forEach(Map::clear);
  }

  /** The sums over all threads, by name. */
  Map<String, Work> sums() {
    Map<String, Work> sums = new TreeMap<>();
    threads.forEach(map -> map.forEach((name, work) -> sums.merge(name, work, Work::plus)));
    return sums;
  }
}
