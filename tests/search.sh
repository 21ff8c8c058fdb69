#!/bin/sh
# SPDX-License-Identifier: MIT
# `fearless search` goes on from where the last search ended, also after Ctrl-C, and finds a data race while it counts edges, and as certified.
# Usage: search.sh BUILD_FOLDER SOURCE_FOLDER
set -eu
build=$1 source=$2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export TMPDIR="$scratch"
state=$scratch/out/reference.instrumented.search

search() { "$build/fearless" search "$@" --only instrumented --out "$scratch/out" >"$scratch/said" 2>&1; }
fail() {
  echo "tests/search.sh: $1"
  cat "$scratch/said"
  exit 1
}
says() { grep -qE -- "$1" "$scratch/said" || fail "the search must say: $1"; }
number() { sed -n "1s/.*\"$1\":\([0-9]*\).*/\1/p" "$state"; }

# It counts edges, and keeps what took new ones.
search reference --minutes 0.05 || fail "nothing is to be found in the reference"
says '^instrumented  .* scenarios, .* executions, [0-9,]{3,} edges, [0-9,]{2,} kept, no violation$'
first=$(number executions)

# The next one goes on.
search reference --minutes 0.05 || fail "nothing is to be found in the reference"
says '^instrumented  goes on after .* executions of earlier searches, from seed [0-9]+$'
[ "$(number executions)" -gt "$first" ] || fail "the executions of both searches must be counted"

# Ctrl-C: it writes how far it came.
rm "$state"
"$build/fearless" search reference --only instrumented --minutes 60 --out "$scratch/out" >"$scratch/said" 2>&1 &
searching=$!
until ls "$scratch"/*/recording >/dev/null 2>&1; do kill -0 "$searching" || fail "the search must not end"; done
kill -INT "$searching"
status=0
wait "$searching" || status=$?
[ "$status" -eq 2 ] || fail "a search that was stopped exits with 2, not $status"
says 'stopped by a signal; call `fearless search` again to go on from here$'
[ -s "$state" ] || fail "a search that was stopped writes $state"
search reference --minutes 0.01 || fail "nothing is to be found in the reference"
says '^instrumented  goes on after 0 executions of earlier searches, from seed 1$'

# Another build of the library: the kept scenarios stay.
sed -i '1s/"library":"[0-9a-f]*"/"library":"another"/' "$state"
search reference --minutes 0.01 || fail "nothing is to be found in the reference"
says '^instrumented  begins again with [1-9][0-9,]* kept scenarios: the library or the suite has changed$'

# --fresh forgets.
search reference --minutes 0.01 --fresh || fail "nothing is to be found in the reference"
if grep -qE 'goes on|begins again' "$scratch/said"; then fail "--fresh must forget earlier searches"; fi

# A damaged file.
echo '{}' >"$state"
status=0
search reference || status=$?
[ "$status" -eq 2 ] || fail "a damaged state exits with 2, not $status"
says "^fearless: $state: .* start over with --fresh$"

# As certified: it ends by itself, and neither reads nor keeps a state.
search reference --as-certified || fail "nothing is to be found in the reference"
says '^instrumented  [0-9]{3} scenarios, [0-9,]{5,} executions, no violation$'
[ "$(cat "$state")" = '{}' ] || fail "a search --as-certified keeps no state"
status=0
search --mutant closures.environment.dropped-during-the-call --as-certified || status=$?
[ "$status" -eq 1 ] || fail "a data race must be found, but the search exits with $status"
says '^RACE closures\.'

# A load reads an older value: no schedule shows the deadlock without that.
status=0
search --mutant channels.recv.blocks.sees-an-old-flag --as-certified || status=$?
[ "$status" -eq 1 ] || fail "a deadlock must be found, but the search exits with $status"
says '^DEADLOCK channels\.recv\.'
grep -q '^run [a-z0-9-]*weak-' "$scratch"/out/channels.recv.blocks.sees-an-old-flag.*.scenario || fail "the file must name a strategy of weak memory"

# Edges are counted without hiding a data race.
status=0
search --mutant closures.environment.dropped-during-the-call --minutes 2 || status=$?
[ "$status" -eq 1 ] || fail "a data race must be found, but the search exits with $status"
says '^RACE closures\.'

# It keeps going after a violation, and shows one of each claim.
status=0
search --mutant mutex.poison.fails.never-poisons --minutes 0.1 --keep-going || status=$?
[ "$status" -eq 1 ] || fail "a search that found violations exits with 1, not $status"
says '^instrumented  .* kinds of violations$'
[ "$(ls "$scratch"/out/mutex.poison.fails.never-poisons.*.scenario | wc -l)" -gt 1 ] || fail "it must show a violation of each claim"
[ "$(grep -c '^    again: ' "$scratch/said")" -eq "$(ls "$scratch"/out/mutex.poison.fails.never-poisons.*.scenario | wc -l)" ] ||
  fail "each violation must have its command"

# Mutants, by scenarios alone: the kill is reduced, and breaks the claim again each time.
"$build/fearless" mutants --scenarios --reduce --runs 2 channels.clone.last-closes.original-closes channels.recv.closed.only-once >"$scratch/said" 2>&1 ||
  fail "scenarios alone must kill these mutants"
says '^mutants     [0-9]+ of [0-9]+ killed by scenarios alone, by a claim that they break, in each of 2 runs$'
says '^kills       executions: median [0-9,]+, at most [0-9,]+; ms: '
says '^reduced     threads: median [0-9], at most [0-9]+; steps: '
says '^replayed    ([0-9]+) of \1 in each of 20 replays$'

# What rests on other scenarios in the same process is reduced with them, and repeated with them; it can't be a case.
status=0
"$build/fearless" search --mutant channels.create.close-together --only plain --out "$scratch/out" \
  --save-as "$scratch/case.c" >"$scratch/said" 2>&1 || status=$?
[ "$status" -eq 2 ] || fail "what can't be a case exits with 2, not $status"
says '^    only after another scenario in the same process, which the file holds too$'
says "case.c: not written: what was found can't be a case of its own: it rests on other scenarios in the same process"
[ ! -e "$scratch/case.c" ] || fail "a case that can't fail must not be written"
found=$(sed -n 's/^    again: .* --replay //p' "$scratch/said")
status=0
"$build/fearless" search --mutant channels.create.close-together --only plain --replay "$found" >"$scratch/said" 2>&1 ||
  status=$?
[ "$status" -eq 1 ] || fail "the file must break the claim again, but the command exits with $status"

# Memory that is kept: it comes again, in a build of either kind, and can't be a case.
printf 'run none:1 x 1\nmain\n  arc a1 v1\n  downgrade a1 w1\n  drop a1\n' >"$scratch/weak.scenario"
for build_kind in plain instrumented; do
  for target in "reference 0" "--mutant arc.memory.keeps-the-count-of-a-weak-owner 1"; do
    status=0
    "$build/fearless" search ${target% *} --only "$build_kind" --replay "$scratch/weak.scenario" >"$scratch/said" 2>&1 || status=$?
    [ "$status" -eq "${target##* }" ] || fail "${target% *}, $build_kind: the replay exits with $status"
  done
  says '^FAIL arc\.memory \('
done
status=0
search --mutant arc.memory.keeps-the-count-of-a-weak-owner --replay "$scratch/weak.scenario" --save-as "$scratch/weak.c" || status=$?
[ "$status" -eq 2 ] && [ ! -e "$scratch/weak.c" ] || fail "memory that is kept can't be a case, but the search exits with $status"
says 'it keeps memory, which only many executions show; repeat it with --replay$'

# Threads that run freely make values and objects at the same time: each gets its own place, and a name goes to one of them.
for build_kind in plain instrumented; do
  "$build/fearless" search reference --only "$build_kind" --replay "$source/tests/made_at_once.scenario" >"$scratch/said" 2>&1 ||
    fail "$build_kind: the harness confuses what threads make at once"
done

# A crash says what the process said last.
status=0
search --mutant mutex.poison.unwrap.aborts --minutes 2 || status=$?
[ "$status" -eq 1 ] || fail "a crash must be found, but the search exits with $status"
says '^    ABRT in with_unwrap m1.*, and says `terminate called without an active exception`$'

# An entry with more values than a process can have goes on in another process: 400 values, 6,000 times.
cat >"$scratch/many.scenario" <<'END'
run random:1 x 6000
setup
  channel s1 r1
main
  send s1 v1 x 399
END
search reference --replay "$scratch/many.scenario" || fail "nothing is to be found in the reference"

# What the harness itself allocates is freed: in a new process, each scenario is executed again and again.
for scenario in "$source"/conformance/scenarios/corpus/*.scenario; do
  for strategy in none random; do
    { echo "run $strategy:1 x 1" && cat "$scenario"; } >"$scratch/corpus.scenario"
    search reference --replay "$scratch/corpus.scenario" || fail "$scenario, $strategy: nothing is to be found in the reference"
  done
done
