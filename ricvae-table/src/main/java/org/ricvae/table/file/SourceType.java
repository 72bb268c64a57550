package org.ricvae.table.file;

/** What the file itself knows of a column; what the column means is the schema's to find. */
public enum SourceType {
  /**
   * Any text: every column of a CSV, mixed columns of JSON lines, times and the like of Parquet.
   */
  TEXT,
  /** Numbers with a fractional part: binary, decimal, or written in JSON. */
  NUMBER,
  /** Whole numbers. */
  INTEGER,
  /** {@code true} and {@code false}. */
  BOOLEAN,
  /** Days: {@code 2026-11-22}. */
  DATE,
  /** Instants or local times of a day: {@code 2026-11-22 10:00:00}. */
  TIMESTAMP
}
