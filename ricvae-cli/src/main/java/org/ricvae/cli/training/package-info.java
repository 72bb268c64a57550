/**
 * Training as a command does it: with progress, a log, checkpoints, and an orderly end on Ctrl-C.
 */
package org.ricvae.cli.training;
