/** The commands as they are for tables: other data, other options, under the same names. */
package org.ricvae.cli.table;
