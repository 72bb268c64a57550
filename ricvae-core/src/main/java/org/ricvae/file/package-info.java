/**
 * The model file: {@code config.json} and {@code weights.safetensors} in a folder, with the state
 * of an unfinished training beside them. What is read is trusted in nothing: every count is checked
 * against the size of the file before memory is taken for it, every value must be finite, and no
 * class is ever named by a file.
 */
package org.ricvae.file;
