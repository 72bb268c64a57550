/**
 * Where experiments run: options, data, cells that are run once and kept, trained models, findings
 * and the page. Knows no experiment.
 */
package org.ricvae.paper.lab;
