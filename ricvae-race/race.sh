#!/bin/sh
# Races our training step against the engines a user of the JVM could pick. Linux on x86-64.
#   race.sh [--quick] [FOLDER [ROUNDS [SECONDS [THREADS [CELLS [ENGINES]]]]]]
# --quick: one cell on one thread. Default: all cells, on one thread and on two.
set -eu
cd "$(dirname "$0")/.."
cells=99 threads=1,2 rounds=7
if [ "${1:-}" = --quick ]; then
  shift
  cells=1 threads=1 rounds=3
fi
folder=${1:-ricvae-race/target/results}
./mvnw -q -pl ricvae-race -am -Prace -Dquick package >&2
exec java -cp "ricvae-race/target/classes:$(cat ricvae-race/target/classpath)" org.ricvae.race.Race \
  "$folder" "${2:-$rounds}" "${3:-1}" "${4:-$threads}" "${5:-$cells}" ${6:+"$6"}
