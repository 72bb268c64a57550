/** How well row scores find outliers that are known, beside detectors of other makes. */
package org.ricvae.evaluate.detection;
