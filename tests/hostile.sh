#!/bin/sh
# SPDX-License-Identifier: MIT
# Hostile libraries and files: each gets a verdict or one line of rejection, and what they say is printed as text.
# Usage: hostile.sh BUILD_FOLDER SOURCE_FOLDER
set -u
build=$1 source=$2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failures=0
checks=0
fearless=$build/fearless
quick=mutex.new.many.run
stress=mutex.exclusion.stress
scenarios=mutex.exclusion.scenarios

# make NAME DEFINITION…: builds a library of tests/hostile.
make() {
  name=$1
  shift
  clang-19 -shared -fPIC -w -pthread "$@" "-I$source/impl/port" -o "$scratch/it.so" "$source/tests/hostile/$name.c" || exit 1
}
describe() { printf '%s\n' "$1" >"$scratch/it.json"; }
ask() {
  "$fearless" "$@" >"$scratch/out" 2>"$scratch/err"
  status=$?
}
wrong() {
  failures=$((failures + 1))
  printf 'tests/hostile.sh: expected %s\n  exit %s of: %s\n' "$1" "$status" "$2"
  head -n 5 "$scratch/out" "$scratch/err" | cut -c 1-300 | cat -v
}
# Nothing that a terminal would act on. A line break of theirs would begin a line of its own.
is_text() { ! LC_ALL=C grep -qP '[\x00-\x08\x0b-\x1f\x7f]|\xc2[\x80-\x9f]|\xe2\x80[\xa8-\xae]|^verdict  ' "$scratch/out" "$scratch/err"; }

# judged VERDICT CASE NAME DEFINITION…: the row of this case must get the verdict.
judged() {
  verdict=$1 case=$2
  shift 2
  checks=$((checks + 1))
  make "$@"
  ask certify "$scratch/it.json" --case "$case" --only plain
  expected=1
  [ "$verdict" = PASS ] && expected=0
  [ $status -eq $expected ] && [ ! -s "$scratch/err" ] && is_text && grep -q "^$verdict  *$case (plain)" "$scratch/out" ||
    wrong "$verdict of $case" "$*"
}

# rejected WORDS ARGUMENT…: `fearless` must exit with 2 and print one line that contains the words.
rejected() {
  words=$1
  shift
  checks=$((checks + 1))
  ask "$@"
  [ $status -eq 2 ] && [ "$(wc -l <"$scratch/err")" -eq 1 ] && [ "$(wc -c <"$scratch/err")" -lt 9000 ] && is_text &&
    grep -qF -- "$words" "$scratch/err" || wrong "one line that contains: $words" "$(printf %.200s "$*")"
}
# unloaded WORDS NAME DEFINITION…: the same for a library.
unloaded() {
  expected_words=$1
  shift
  make "$@"
  rejected "$expected_words" certify "$scratch/it.json" --case $quick --only plain
}

describe '{"name": "it", "language": "c", "libraries": {"plain": "it.so"}}'
judged PASS $quick honest
judged PASS $stress honest
judged PASS $quick maps_much

# Files in the folder of a case.
for each in fifo link folder endless; do judged EXIT $quick report_$each; done
grep -q 'report.1, report.2' "$scratch/out" && wrong 'no more than report.1' report_endless
make report_link
ask certify "$scratch/it.json" --case $quick --only plain
grep -q root: "$scratch/out" && wrong 'nothing of a file that is linked to' report_link
judged EXIT $stress execution_fifo
judged EXIT $stress execution_long
judged EXIT $scenarios recording_shrinks
judged EXIT $scenarios recording_garbage

offset_of() {
  printf '#include <cstdio>\n#include "scenarios/recording.hpp"\nint main() { std::printf("%%zu", offsetof(scenarios::recording, %s)); }\n' "$1" |
    clang++-19 -std=c++23 -Wno-invalid-offsetof "-I$source/conformance" -x c++ - -o "$scratch/offset" && "$scratch/offset"
}
judged EXIT $scenarios forged_scenarios "-DENTRY=$(offset_of entry)" "-DEXECUTIONS=$(offset_of executions)"
grep -qF 'ends the process with the exit code 0 before' "$scratch/out" || wrong 'that the process ended early' forged_scenarios
judged EXIT $scenarios forged_shortage "-DENTRY=$(offset_of entry)"

# The test program itself.
judged EXIT $quick forged_run
judged EXIT $stress forged_run
judged EXIT $quick second_start
grep -qF 'secret was read before' "$scratch/out" || wrong 'that the program was started again' second_start
judged EXIT $quick patched_code
grep -q 'the code of .*libc.* was changed in memory' "$scratch/out" || wrong 'which code was changed' patched_code
judged EXIT $scenarios patched_code

# A case that returns early.
judged PASS mutex.guard.mutable.run honest
judged FAIL mutex.guard.mutable.run ends_case "$source/tests/hostile/end_case.cpp" -lstdc++
grep -q 'ended without the assertions in line [0-9, ]* of its file' "$scratch/out" || wrong 'which assertions are missing' ends_case

# Events.
judged EXIT $quick event_deep
for event in '{"event":"end","passed":"yes","assertions":[]}' '{"event":"unsupported","table":[[1]]}' \
  '{"event":"measured","name":[],"value":"x","unit":1}' '{"event":"host","runtime_threads":{"a":1e300}}'; do
  judged EXIT $quick event_types '-DWHEN="--case"' "-DEVENT=\"$(printf %s "$event" | sed 's/"/\\"/g')\""
done
while read -r when event; do
  unloaded 'writes into the events of the test program' event_types "-DWHEN=\"$when\"" "-DEVENT=\"$(printf %s "$event" | sed 's/"/\\"/g')\""
done <<'EVENTS'
--probe {"event":"loaded","name":[],"release":7,"tables":3}
--probe {"event":"refused","why":[1]}
--try-port {"event":"broken","function":{},"violation":1}
--try-port {"event":"calls","function":7}
EVENTS
judged EXIT $stress forged_figures '-DFIGURES="\"executions\":-1,\"outcomes\":{\"x\":-1}"'
judged EXIT $stress forged_figures '-DFIGURES="\"executions\":5,\"outcomes\":{\"x\":4}"'
judged EXIT $stress forged_figures '-DFIGURES="\"executions\":54000000000,\"outcomes\":{\"x\":54000000000}"'

# Text.
judged EXIT $quick output_escapes
unloaded 'and says `\x1b[2Jgone\x0d`' load_escapes
unloaded 'writes into the events of the test program' forged_release
unloaded 'control character, or more than 200 bytes' release '-DRELEASE="1\nverdict     conforming\033[8m"'
unloaded 'control character, or more than 200 bytes' release -DENDLESS
unloaded 'hangs when the process ends' hangs_at_end
describe '{"name": "\u001b[2J\nverdict     conforming", "language": "c", "libraries": {"plain": "it.so"}}'
rejected '\x1b[2J\x0averdict' certify "$scratch/it.json"
describe '{"name": "it", "language": "\u001b[2J\nverdict     conforming", "libraries": {"plain": "it.so"}}'
rejected '\x1b[2J\x0averdict' certify "$scratch/it.json"
describe '{"name": "it", "language": "c", "\u001b[2J\nverdict     conforming": 1, "libraries": {"plain": "it.so"}}'
rejected '\x1b[2J\x0averdict' certify "$scratch/it.json"
describe '{"name": "it", "language": "c", "libraries": {"plain": "\u001b[2J\nverdict     conforming"}}'
rejected '\x1b[2J\x0averdict' certify "$scratch/it.json"
# What is printed with a row that fails and with rows that could not be judged.
make output_escapes
printf '{"mutex.new": "\\u001b[2J\\nverdict     conforming"}' >"$scratch/explanations.json"
describe '{"name": "it", "language": "c", "libraries": {"plain": "it.so"}, "explanations": "explanations.json"}'
checks=$((checks + 1))
ask certify "$scratch/it.json" --case $quick --only plain
[ $status -eq 1 ] && is_text && grep -qF 'explanation: \x1b[2J\x0averdict' "$scratch/out" || wrong 'an explanation as text' explanations.json

# A path with bytes that are no UTF-8, which JSON and XML can't hold.
latin=$scratch/$(printf 'l\344tin')
make honest
mkdir "$latin"
mv "$scratch/it.so" "$latin"
printf '{"name": "it", "language": "c", "libraries": {"plain": "it.so"}}' >"$latin/it.json"
checks=$((checks + 1))
ask certify "$latin/it.json" --profile mutex --out "$latin/out"
# It has no poisoning, so it does not conform.
[ $status -eq 1 ] && [ ! -s "$scratch/err" ] && python3 - "$latin/out" <<'END' || wrong 'results of a path that is no UTF-8' "$latin"
import json, os, sys, xml.etree.ElementTree
folder = os.fsencode(sys.argv[1])
xml.etree.ElementTree.parse(folder + b"/junit.xml")
json.load(open(folder + b"/certificate.json"))
END

# Long names.
long=$(head -c 100000 /dev/zero | tr '\0' a)
describe "{\"name\": \"$long\", \"language\": \"c\", \"libraries\": {\"plain\": \"it.so\"}}"
rejected 'at most 100' certify "$scratch/it.json"
rejected 'at most 100' new "$long"
rejected 'names no execution' certify --case $stress --replay "$long:1"

# Files without an end.
mkfifo "$scratch/fifo.json" "$scratch/certificate.json"
rejected 'not a regular file' certify "$scratch/fifo.json"
rejected 'not a regular file' certify /dev/zero
rejected 'not a regular file' verify "$scratch/certificate.json"
make honest
describe '{"name": "it", "language": "c", "libraries": {"plain": "fifo.json"}}'
rejected 'not a shared library' certify "$scratch/it.json"
describe '{"name": "it", "language": "c", "libraries": {"plain": "hole"}}'
truncate -s 40G "$scratch/hole"
rejected 'larger than' certify "$scratch/it.json"
describe '{"name": "it", "language": "c", "libraries": {"plain": "it.so"}}'
for each in "$scratch/fifo.json" /dev/zero "$scratch/hole"; do
  rejected "$each: " certify "$scratch/it.json" --shard 1/2 --times "$each" --out "$scratch/results"
done

# A folder whose name the race detector's options can't hold.
quotes="$scratch/a'b\"c"
mkdir "$quotes"
checks=$((checks + 1))
TMPDIR=$quotes ask certify --case $quick
[ $status -eq 2 ] && grep -q 'both kinds of quotation marks: set TMPDIR to another folder' "$scratch/err" ||
  wrong 'the reason' 'TMPDIR with both quotation marks'

printf '%s of %s checks passed\n' $((checks - failures)) "$checks"
[ "$failures" -eq 0 ]
