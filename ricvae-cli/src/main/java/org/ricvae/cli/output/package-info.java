/** What a person or a program gets to see: progress, messages, JSON, failures. */
package org.ricvae.cli.output;
