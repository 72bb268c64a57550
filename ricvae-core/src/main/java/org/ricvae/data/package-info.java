/** What data are to the engine: samples of one shape, read at random and written in order. */
package org.ricvae.data;
