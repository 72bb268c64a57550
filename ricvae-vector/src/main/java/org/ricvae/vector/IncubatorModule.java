package org.ricvae.vector;

/**
 * Gets at {@code jdk.incubator.vector} without {@code --add-modules}, whose every use the JVM
 * announces on stderr.
 */
final class IncubatorModule {
  private static final String NAME = "jdk.incubator.vector";

  private IncubatorModule() {}

  /**
   * Whether the module is there, or could be loaded: for that, the launch has to export {@code
   * java.base/jdk.internal.module}. Before this, no class that names the module may be linked.
   */
  static boolean load() {
    if (ModuleLayer.boot().findModule(NAME).isPresent()) {
      return true;
    }
    try {
      Class.forName("jdk.internal.module.Modules")
          .getMethod("loadModule", String.class)
          .invoke(null, NAME);
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }
}
