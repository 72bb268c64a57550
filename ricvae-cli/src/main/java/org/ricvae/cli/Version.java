package org.ricvae.cli;

import picocli.CommandLine.IVersionProvider;

/** What {@code --version} shows. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"ricvae " + org.ricvae.Version.CURRENT};
  }
}
