package org.ricvae.paper.lab;

import java.util.Set;

/**
 * An experiment that comes in sizes: a full one and a quick one, and for tests any other.
 *
 * @param <S> the sizes
 */
public abstract class SizedExperiment<S> implements Experiment {
  private final String name;
  private final String title;
  private final Set<Need> needs;
  private final Choice<S> sizes;

  /** Which sizes to run in. */
  public interface Choice<S> {
    /** The quick ones or the full ones. */
    S of(boolean quick);
  }

  /** Takes what an {@link Experiment} says of itself, and its sizes. */
  protected SizedExperiment(String name, String title, Set<Need> needs, Choice<S> sizes) {
    this.name = name;
    this.title = title;
    this.needs = Set.copyOf(needs);
    this.sizes = sizes;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final String title() {
    return title;
  }

  @Override
  public final Set<Need> needs() {
    return needs;
  }

  @Override
  public final Findings run(Lab lab) {
    return run(lab, sizes.of(lab.options().quick()));
  }

  /** Runs it in these sizes. */
  protected abstract Findings run(Lab lab, S size);
}
