#!/bin/sh
# SPDX-License-Identifier: MIT
# `certify --all` judges every implementation of the tree, and the claims that fail are exactly those that the implementation explains.
# Usage: certify_all.sh BUILD_FOLDER SOURCE_FOLDER
set -eu
build=$1 source=$2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

"$build/fearless" certify --all >"$scratch/stdout" || { cat "$scratch/stdout"; exit 1; }
python3 "$source/tests/certify_all.py" "$build" "$source"
