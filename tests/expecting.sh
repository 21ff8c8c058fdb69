# SPDX-License-Identifier: MIT
# What tests of commands share; to be read with `.` after `scratch` is set. What a command prints is in $scratch/said.

# fail WHY: ends the test, with the last lines that were printed.
fail() {
  echo "tests/$(basename "$0"): $1"
  tail -n 20 "$scratch/said"
  exit 1
}
# exits STATUS COMMAND…: the command exits with this status. says PATTERN: it said so.
exits() {
  expected=$1
  shift
  status=0
  "$@" >"$scratch/said" 2>&1 || status=$?
  [ "$status" -eq "$expected" ] || fail "$*: it exits with $status, not $expected"
}
says() { grep -qE -- "$1" "$scratch/said" || fail "it must say: $1"; }
