#!/bin/sh
# SPDX-License-Identifier: MIT
# Builds the project with another preset and runs what it tests there. Usage: preset.sh SOURCE_FOLDER PRESET [TARGET…]
set -eu
cd "$1"
preset=$2
shift 2
cmake --preset "$preset" >/dev/null
# shellcheck disable=SC2048,SC2086 # target names hold no blanks
cmake --build --preset "$preset" ${*:+--target $*} -- --quiet
ctest --preset "$preset" --no-tests=error -R '^(reference|port\.kit|certifier)$'
