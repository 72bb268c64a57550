#!/bin/sh
# Cleans real images with default settings and prints how well: a row a run, as a Markdown table.
#
#   experiments/images.sh [SET ...] [-- OPTION ...]
#
# SET is one of frey-12 frey-8 mnist yaleb fashion (all of them by default); what follows -- goes to
# `ricvae train`. SEEDS="1 2 3" and MODELS="icvae ricvae" choose the runs, OUT keeps their files.
# The data are looked for in $RICVAE_DATA, by default ../shared/data; Fashion-MNIST is the demo's own.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
data=${RICVAE_DATA:-$root/../shared/data}
out=${OUT:-$(mktemp -d)}
sets=
while [ $# -gt 0 ]; do
  if [ "$1" = -- ]; then
    shift
    break
  fi
  sets="$sets $1"
  shift
done
ricvae=$root/ricvae

json() { sed -n "s/.*\"$1\" *: *\([-+.0-9eE]*\).*/\1/p" "$2" | head -n 1; }

run() { # set, file, corruption, train options
  for seed in ${SEEDS:-1 2 3}; do
    dirt=$out/$1-$seed
    # shellcheck disable=SC2086 # options are several words
    "$ricvae" corrupt "$2" -o "$dirt.idx.gz" --mask "$dirt-mask.idx.gz" $3 --seed "$seed" --overwrite --quiet
    "$ricvae" compare "$dirt.idx.gz" "$2" > "$dirt.json"
    for model in ${MODELS:-icvae ricvae}; do
      it=$out/$1-$model-$seed
      begin=$(date +%s)
      # shellcheck disable=SC2086
      "$ricvae" train "$dirt.idx.gz" -o "$it" --model "$model" --seed "$seed" --overwrite --quiet $4 $extra
      end=$(date +%s)
      "$ricvae" clean "$dirt.idx.gz" -m "$it" -o "$it.idx.gz" --overwrite --quiet
      "$ricvae" compare "$it.idx.gz" "$2" --mask "$dirt-mask.idx.gz" > "$it.json"
      "$ricvae" clean "$dirt.idx.gz" -m "$it" -o "$it-flagged.idx.gz" --only-flagged --overwrite --quiet
      "$ricvae" compare "$it-flagged.idx.gz" "$2" > "$it-flagged.json"
      awk -v s="$1" -v m="$model" -v seed="$seed" -v d="$(json mse "$dirt.json")" \
        -v c="$(json mse "$it.json")" -v f="$(json mse "$it-flagged.json")" \
        -v e="$(json epsilon "$it/config.json")" -v t=$((end - begin)) \
        'BEGIN { printf "| %s | %s | %s | %.4f | %.5f | %.1f | %.5f | %s | %d |\n", s, m, seed, d, c, d / c, f, e, t }'
    done
  done
}

extra=$*
echo "| data | model | seed | dirty | cleaned | times lower | only flagged | epsilon | seconds |"
echo "| --- | --- | --- | --- | --- | --- | --- | --- | --- |"
for set in ${sets:-frey-12 frey-8 mnist yaleb fashion}; do
  case $set in
    frey-12) run "$set" "$data/frey/frey-images-idx3-ubyte.gz" "--circles 0.6 --radius 3:12" "--latent 10" ;;
    frey-8) run "$set" "$data/frey/frey-images-idx3-ubyte.gz" "--circles 0.6 --radius 3:8" "--latent 10" ;;
    mnist) run "$set" "$data/mnist/train-images-idx3-ubyte.gz" "--salt-and-pepper 0.4" "" ;;
    yaleb) run "$set" "$data/yaleb/yaleb-32x32-images-idx3-ubyte.gz" "--circles 0.6 --radius 3:12" "" ;;
    fashion) run "$set" "$root/ricvae-cli/src/main/resources/org/ricvae/demo/fashion-mnist-6000.idx3-ubyte.gz" "--salt-and-pepper 0.4" "" ;;
    *)
      echo "images.sh: no data set '$set'; there are frey-12 frey-8 mnist yaleb fashion" >&2
      exit 2
      ;;
  esac
done
