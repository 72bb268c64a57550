/** How well wrong cells are found and repaired, beside other methods. */
package org.ricvae.evaluate.repair;
