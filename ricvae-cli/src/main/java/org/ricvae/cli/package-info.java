/** The commands of {@code ricvae}, one class each; {@link org.ricvae.cli.Main} starts them. */
package org.ricvae.cli;
