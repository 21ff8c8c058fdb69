#!/bin/sh
# SPDX-License-Identifier: MIT
# Builds the project with another preset and runs its unit tests. Usage: preset.sh SOURCE_FOLDER PRESET
set -eu
cd "$1"
preset=$2
cmake --preset "$preset" >/dev/null
cmake --build --preset "$preset" -- --quiet
ctest --preset "$preset" --no-tests=error -R '^(reference|port\.kit|certifier.*)$'
