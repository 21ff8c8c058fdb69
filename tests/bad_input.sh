#!/bin/sh
# SPDX-License-Identifier: MIT
# On bad input, `fearless` prints one line that says what is wrong, where, and what to do, and exits with 2.
# Usage: bad_input.sh BUILD_FOLDER SOURCE_FOLDER
set -u
build=$1 source=$2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failures=0
checks=0

# rejects WORDS COMMAND…: the command must exit with 2 and print one line on standard error that contains the words.
rejects() {
  words=$1
  shift
  checks=$((checks + 1))
  "$@" >"$scratch/out" 2>"$scratch/err"
  status=$?
  if [ $status -ne 2 ] || [ "$(wc -l <"$scratch/err")" -ne 1 ] || ! grep -qF -- "$words" "$scratch/err"; then
    failures=$((failures + 1))
    printf 'tests/bad_input.sh: expected exit 2 and one line that contains: %s\n  command: %s\n  exit %s\n' "$words" "$*" "$status"
    head -n 5 "$scratch/err"
  fi
}
fearless=$build/fearless

# Arguments.
rejects 'certfy' "$fearless" certfy
rejects 'certify' "$fearless" certfy # suggests the nearest command
rejects '--jbos' "$fearless" certify --jbos 2
rejects 'unknown implementation unheard-of' "$fearless" certify unheard-of
rejects 'known are abseil' "$fearless" certify unheard-of # lists the known ones
rejects 'unknown profile threds' "$fearless" certify --profile threds
rejects 'unknown case' "$fearless" certify --case threads.spawn.closure.rum
rejects '--replay needs --case' "$fearless" certify --replay pct-3:17
rejects 'no use to join.waits.run' "$fearless" certify --case join.waits.run --strategy pct-3
rejects 'unknown strategy pct' "$fearless" certify --case join.waits.stress --strategy pct
rejects '`pct-3` names no execution' "$fearless" certify --case join.waits.stress --replay pct-3
rejects 'leave out --strategy' "$fearless" certify --case join.waits.stress --replay pct-3:17 --seed 3
rejects '`-3` is not a positive integer' "$fearless" certify --executions -3
rejects '--libraries needs --strategies' "$fearless" mutants --libraries "$scratch"
rejects 'depends on the schedule' "$fearless" mutants --strategies threads.order
rejects 'threads.spawn.closure' "$fearless" mutants threads.spawn.closur

# Waivers and parts.
rejects "$scratch/none.json" "$fearless" certify --waivers "$scratch/none.json"
echo '{"waivers": [{}]}' >"$scratch/known.json"
rejects "$scratch/known.json: waivers: 0: the field claim is missing" "$fearless" certify --waivers "$scratch/known.json"
rejects '--waivers' "$fearless" certify --waivers "$scratch/known.json" --shard 1/2
rejects '--waivers' "$fearless" certify --waivers "$scratch/known.json" --case join.waits.run
rejects '--waivers' "$fearless" certify --waivers "$scratch/known.json" --all
rejects '--out is required' "$fearless" merge "$scratch/known.json"
rejects "$scratch/none.jsonl" "$fearless" merge "$scratch/none.jsonl" --out "$scratch/merged"
rejects "$scratch/known.json" "$fearless" merge "$scratch/known.json" --out "$scratch/merged"

# The template of a port.
rejects 'NAME is required' "$fearless" new
rejects '`My` is not a valid name' "$fearless" new My
rejects 'known are c, cpp, other, rust' "$fearless" new it --language cobol
mkdir "$scratch/there"
rejects "$scratch/there already exists" sh -c 'cd "$1" && "$2" new there' sh "$scratch" "$fearless"

# Implementation files.
rejects "$scratch/none.json" "$fearless" certify "$scratch/none.json"
describe() { printf '%s\n' "$1" >"$scratch/it.json"; }
describe 'name: it'
rejects "$scratch/it.json" "$fearless" certify "$scratch/it.json"
describe '{"language": "c", "libraries": {"plain": "it.so"}}'
rejects '"name"' "$fearless" certify "$scratch/it.json"
describe '{"name": "it", "language": "c"}'
rejects '"libraries"' "$fearless" certify "$scratch/it.json"
describe '{"name": "it", "language": "c", "libraries": {"plain": "it.so"}, "colour": "red"}'
rejects '"colour"' "$fearless" certify "$scratch/it.json"
describe '{"name": "../it", "language": "c", "libraries": {"plain": "it.so"}}'
rejects '"name"' "$fearless" certify "$scratch/it.json"
describe '{"name": "it", "language": "c", "libraries": {"plain": 7}}'
rejects '"plain"' "$fearless" certify "$scratch/it.json"

# Libraries.
describe '{"name": "it", "language": "c", "libraries": {"plain": "it.so"}}'
rejects "$scratch/it.so" "$fearless" certify "$scratch/it.json" # missing
echo 'not a library' >"$scratch/it.so"
rejects "$scratch/it.so" "$fearless" certify "$scratch/it.json"
broken() {
  clang-19 -shared -fPIC -w "-DBROKEN=$1" "-I$source/impl/port" -o "$scratch/it.so" "$source/tests/broken_ports/broken.c" || exit 1
}
broken 0
printf '\267\000' | dd of="$scratch/it.so" bs=1 seek=18 conv=notrunc 2>/dev/null # the ELF header now says aarch64
rejects 'another processor' "$fearless" certify "$scratch/it.json"
broken 1
rejects 'fearless_port_v1' "$fearless" certify "$scratch/it.json"
broken 2
rejects 'version 999' "$fearless" certify "$scratch/it.json"
broken 3
rejects 'bytes' "$fearless" certify "$scratch/it.json"
broken 4
rejects 'null' "$fearless" certify "$scratch/it.json"
broken 5
rejects '`threads`' "$fearless" certify "$scratch/it.json"
broken 6
rejects 'crashes while it is loaded' "$fearless" certify "$scratch/it.json"
broken 7
rejects 'ends the process while it is loaded' "$fearless" certify "$scratch/it.json"
broken 8
rejects 'hangs while it is loaded' "$fearless" certify "$scratch/it.json"
broken 9
rejects 'hangs while it is loaded' "$fearless" certify "$scratch/it.json"
broken 10
rejects 'mutexes.with_lock: *outcome is not FEARLESS_RETURNS' "$fearless" certify "$scratch/it.json"
broken 11
rejects 'mutexes.lock: it returned 3, which is not a fearless_locked' "$fearless" certify "$scratch/it.json"
broken 12
rejects 'mutexes.deref: the slot' "$fearless" certify "$scratch/it.json"
broken 13
rejects 'mutexes.lock: *guard is null' "$fearless" certify "$scratch/it.json"
broken 14
rejects 'mutexes.create: it crashes (Aborted)' "$fearless" certify "$scratch/it.json"
broken 15
rejects 'mutexes.create: it ends the process (exit code 7)' "$fearless" certify "$scratch/it.json"
broken 16
rejects 'mutexes.create did not return in 20 s' "$fearless" certify "$scratch/it.json"
clang-19 -shared -fPIC -w "-I$source/impl/port" -o "$scratch/it.so" "$source/tests/broken_ports/names_of_libc.c" || exit 1
rejects 'channels.send: it is send of libc.so.6, since' "$fearless" certify "$scratch/it.json"
# An implementation that does not conform is judged if its port is intact.
broken 0
"$fearless" certify "$scratch/it.json" --case mutex.new.many.run >"$scratch/out" 2>&1
[ $? -eq 1 ] || { echo 'tests/bad_input.sh: a mutex that never locks was not judged'; head -n 5 "$scratch/out"; failures=$((failures + 1)); }

# Output folders.
rejects '/proc/here' "$fearless" certify --out /proc/here
echo file >"$scratch/file"
rejects "$scratch/file" "$fearless" certify --out "$scratch/file"
rejects "$scratch/file" "$fearless" site --out "$scratch/file"

# Missing tools. A PATH that contains only `sh` stands for a machine without them.
mkdir "$scratch/bare"
ln -s /bin/sh "$scratch/bare/sh"
rejects 'pandoc' env PATH="$scratch/bare" "$fearless" check
rejects 'pandoc' env PATH="$scratch/bare" "$fearless" site --out "$scratch/site"
rejects 'clang-19' env PATH="$scratch/bare" "$fearless" certify --only compile-time
[ ! -e "$scratch/site" ] || { echo 'tests/bad_input.sh: a site was written without pandoc'; failures=$((failures + 1)); }

printf '%s of %s checks passed\n' $((checks - failures)) "$checks"
[ "$failures" -eq 0 ]
