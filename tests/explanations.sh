#!/bin/sh
# SPDX-License-Identifier: MIT
# Each mutant that only some schedules reveal is explained, in a table that fits on a terminal.
# Usage: explanations.sh BUILD_FOLDER SOURCE_FOLDER
set -eu
exec python3 -B "$(dirname -- "$0")/explanations.py" "$@"
