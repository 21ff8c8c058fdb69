#!/bin/sh
# SPDX-License-Identifier: MIT
# `certify --all` judges every implementation of the tree, and the claims that fail are exactly those that the implementation explains.
# With FEARLESS_EVERY_IMPLEMENTATION=yes it is each that is built here, otherwise those that can be built everywhere in a short time.
# Usage: certify_all.sh BUILD_FOLDER SOURCE_FOLDER
set -eu
build=$1 source=$2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# A folder that looks like the build folder, but has those implementations only.
if [ "${FEARLESS_EVERY_IMPLEMENTATION-}" != yes ]; then
  mkdir -p "$build/results" "$build/site" "$scratch/build/implementations"
  for each in "$build"/*; do
    [ "${each##*/}" = implementations ] || ln -s "$each" "$scratch/build/"
  done
  for name in $(python3 "$source/tests/certify_all.py" always); do
    for each in "$build/implementations/$name" "$build/implementations/$name".*; do
      [ ! -e "$each" ] || ln -s "$each" "$scratch/build/implementations/"
    done
  done
  set -- --build "$scratch/build"
else
  set --
fi
"$build/fearless" "$@" certify --all >"$scratch/stdout" || { cat "$scratch/stdout"; exit 1; }
python3 "$source/tests/certify_all.py" "$build" "$source"
