/** The demo: the main job on built-in images, with a page that shows what came out. */
package org.ricvae.cli.demo;
