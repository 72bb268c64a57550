/**
 * Pictures and pages: sheets of images, line charts, and self-contained HTML pages made of them.
 *
 * <p>Start at {@link org.ricvae.report.Page}; {@link org.ricvae.report.Block} lists what a page can
 * hold. Pages and SVG need no fonts on the machine that writes them; only text inside a PNG does.
 */
package org.ricvae.report;
