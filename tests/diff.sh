#!/bin/sh
# SPDX-License-Identifier: MIT
# `fearless diff` tells what a later certificate loses and gains, and compares no certificate that is false.
# Usage: diff.sh BUILD_FOLDER SOURCE_FOLDER
set -eu
# Without results of an earlier run of this version a short one will do.
cmp -s "$2/conformance/certifier/results/verify.py" "$1/results/reference/verify.py" || "$1/fearless" certify reference --profile channels >/dev/null
exec python3 -B "$(dirname -- "$0")/diff.py" "$1"
