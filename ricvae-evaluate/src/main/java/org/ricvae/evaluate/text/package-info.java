/** How well real dirty tables of texts are repaired, of which the clean truth is known. */
package org.ricvae.evaluate.text;
