/** What the columns of a table mean, found from its cells; and rows as numbers for the engine. */
package org.ricvae.table.schema;
