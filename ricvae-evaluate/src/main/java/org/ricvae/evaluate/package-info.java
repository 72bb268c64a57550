/** What the studies of detection and of repair share: options, labelled sets, files and pages. */
package org.ricvae.evaluate;
