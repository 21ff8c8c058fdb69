#!/bin/sh
# SPDX-License-Identifier: MIT
# The suite exports no instance of a template or inline function that its libraries neither have nor need. The loader would bind an
# implementation's calls to the suite's instance, which may not be instrumented, and the race detector would miss a race there.
# Nor does it export an annotation of the race detector's, which an implementation could find by dlsym.
# Usage: exports.sh SUITE
set -eu
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# symbols FILE…: the mangled names that the files define or need, each with the letter that nm gives its kind.
symbols() { nm --dynamic --format=posix "$@" | awk '$1 ~ /^_Z/ { sub(/@.*/, "", $1); print $1, $2 }' | sort -u; }
# Weak symbols that the program defines, but for those of the detector's runtime and the operators `new` and `delete`.
symbols --defined-only "$1" | awk '$2 ~ /^[WVu]$/ && $1 !~ /__(sanitizer|tsan|interception)|^_Z(n[wa]|d[la])/ { print $1 }' >"$scratch/suite"
# shellcheck disable=SC2046 # a list of files
symbols $(ldd "$1" | sed -n 's/.* => \([^ ]*\).*/\1/p') | cut -d' ' -f1 | sort -u >"$scratch/libraries"
for list in suite libraries; do
  [ -s "$scratch/$list" ] || { echo "$1: nm or ldd found no symbols of the $list, so nothing was compared"; exit 1; }
done
comm -23 "$scratch/suite" "$scratch/libraries" >"$scratch/own"
[ ! -s "$scratch/own" ] || {
  echo "$1: exports instances of its own; see ENABLE_EXPORTS in conformance/harness/CMakeLists.txt:"
  head -n 5 "$scratch/own" | c++filt
  exit 1
}

# What a compiler calls in instrumented code begins like this.
called='_(init|func_entry|func_exit|(unaligned_)?(volatile_)?(read|write)[0-9]*(_.*)?|vptr_.*|atomic.*|mem(cpy|move|set))$'
nm --dynamic --defined-only --format=posix "$1" | cut -d' ' -f1 | grep -E '^(__tsan|__sanitizer|Annotate|WTFAnnotate)' |
  grep -vE "^__tsan$called" >"$scratch/annotations" || true
[ ! -s "$scratch/annotations" ] || {
  echo "$1: exports annotations of the race detector: list them in conformance/harness/host/hidden_annotations.map:"
  head -n 5 "$scratch/annotations"
  exit 1
}
