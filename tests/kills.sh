#!/bin/sh
# SPDX-License-Identifier: MIT
# Kills runs at random moments, several side by side. Usage: kills.sh BUILD_FOLDER SOURCE_FOLDER [KILLS [SEED]]
exec python3 -B "$(dirname -- "$0")/kills.py" "$@"
