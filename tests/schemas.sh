#!/bin/sh
# SPDX-License-Identifier: MIT
# The files that Fearless reads and writes match schemas/, and each schema rejects damaged files.
# Usage: schemas.sh BUILD_FOLDER SOURCE_FOLDER
set -eu
# Without results of an earlier run a short one will do.
[ -f "$1/results/reference/results.jsonl" ] || "$1/fearless" certify reference --profile channels >/dev/null
# Debian's own Python, which finds Debian's python3-jsonschema.
exec /usr/bin/python3 "$(dirname -- "$0")/schemas.py" "$@"
