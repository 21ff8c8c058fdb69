#!/bin/sh
# SPDX-License-Identifier: MIT
# `certify --all`, or `certify` with several names, judges implementations of the tree, and the claims that fail are exactly those that the implementation explains.
# With FEARLESS_EVERY_IMPLEMENTATION=yes it is each that is built here, otherwise those that can be built everywhere in a short time.
# Usage: certify_all.sh BUILD_FOLDER SOURCE_FOLDER
set -eu
build=$1 source=$2
stdout=$(mktemp)
trap 'rm -f "$stdout"' EXIT

wanted=--all
[ "${FEARLESS_EVERY_IMPLEMENTATION-}" = yes ] || wanted=$(python3 "$source/tests/certify_all.py" always)
# shellcheck disable=SC2086 # a list of words
"$build/fearless" certify $wanted >"$stdout" || { cat "$stdout"; exit 1; }
python3 "$source/tests/certify_all.py" "$build" "$source"
