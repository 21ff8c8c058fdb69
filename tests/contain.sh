#!/bin/sh
# SPDX-License-Identifier: MIT
# What a library may do to the machine: in a box, and without one. Nothing is left of a case either way.
# Usage: contain.sh BUILD_FOLDER SOURCE_FOLDER
set -eu
build=$1 source=$2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
. "$(dirname "$0")/expecting.sh"
case=mutex.new.many.run
name=left-$$
mkdir -m 777 "$scratch/tmp"
chmod 755 "$scratch"
export TMPDIR="$scratch/tmp"
printf '{"name": "it", "language": "c", "libraries": {"plain": "it.so"}}\n' >"$scratch/it.json"
# As root much is permitted that is not permitted to others, so root runs everything as another user too.
users=own
[ "$(id -u)" -ne 0 ] || users='own other'

# make NAME DEFINITION…: builds a library of tests/hostile.
make() {
  made=$1
  shift
  clang-19 -shared -fPIC -w -pthread "$@" "-I$source/impl/port" -o "$scratch/it.so" "$source/tests/hostile/$made.c"
}
certify() {
  if [ "$user" = other ]; then
    (cd "$scratch/tmp" && exec setpriv --reuid 65534 --regid 65534 --clear-groups "$build/fearless" --source "$source" --build "$build" certify "$@")
  else
    "$build/fearless" --source "$source" --build "$build" certify "$@"
  fi
}
# nothing_left: neither a process of the library nor a file.
nothing_left() {
  ! pgrep -x "$name" >"$scratch/processes" || fail "$made ($user, contained: $FEARLESS_CONTAINED): processes are left: $(wc -l <"$scratch/processes")"
  [ -z "$(ls -A "$TMPDIR")" ] || fail "$made ($user, contained: $FEARLESS_CONTAINED): files are left: $(ls -AR "$TMPDIR" | head -n 5)"
}
# judged VERDICT NAME DEFINITION…: the row of this case must get the verdict. In each mode of $modes, for each user.
judged() {
  wanted=$1
  shift
  make "$@"
  status_wanted=1
  [ "$wanted" != PASS ] || status_wanted=0
  for FEARLESS_CONTAINED in $modes; do
    export FEARLESS_CONTAINED
    for user in $users; do
      exits $status_wanted certify "$scratch/it.json" --case $case --only plain
      says "^$wanted +$case \(plain\)"
      nothing_left
    done
  done
}
# rejected WORDS NAME DEFINITION…: `fearless` must reject the library in these words.
rejected() {
  words=$1
  shift
  make "$@"
  for FEARLESS_CONTAINED in $modes; do
    export FEARLESS_CONTAINED
    for user in $users; do
      exits 2 certify "$scratch/it.json" --case $case --only plain
      says "$words"
      nothing_left
    done
  done
}

boxed=
"$build/fearless" --source "$source" --build "$build" doctor >"$scratch/doctor" 2>&1 || true
if grep -q '^ok  *containment' "$scratch/doctor"; then boxed=yes; fi
modes="$boxed no"

judged PASS honest
judged PASS leaves_processes -DCOUNT=1 "-DNAME=\"$name\""
judged PASS leaves_processes -DCOUNT=200 "-DNAME=\"$name\""
rejected 'hangs while it is loaded: every thread waits' joins_group
rejected 'hangs while it is loaded: it did not return' leads_group_away
judged EXIT eats_memory -DCHILDREN=0
says 'used more than 1024 MiB of memory'
judged EXIT eats_memory -DCHILDREN=3
judged EXIT starts_without_end "-DNAME=\"$name\""
says 'used more than 2000 threads'
judged PASS locks_folder
judged PASS makes_file '-DFILE_NAME="made"'
judged PASS makes_file '-DFILE_NAME="/dev/shm/'"$name"'"'
case=threads.sleep.pauses.run
judged PASS sleeps_by_alarm -DHANDLES=1
judged PASS sleeps_by_alarm -DHANDLES=0
case=mutex.new.many.run

# Root may read and write every process. The certifier of another user can't be written to, without a box either.
both=$users
users=${users##own }
judged PASS writes_file '-DFILE_NAME="/proc/%d/mem"'
users=$both

# What only a box prevents; without one the same libraries do it, so these tests can fail.
listener=$scratch/listener
python3 - "$listener" <<'END' &
import os, socket, sys
with socket.create_server(("127.0.0.1", 0)) as server:
    with open(sys.argv[1] + ".new", "w") as told:
        told.write(str(server.getsockname()[1]))
    os.rename(sys.argv[1] + ".new", sys.argv[1])
    while True:
        server.accept()[0].close()
END
server=$!
trap 'kill $server; rm -rf "$scratch"' EXIT
while [ ! -e "$listener" ]; do sleep 0.1; done
mkdir -m 777 "$scratch/open"
prevented() {
  modes=$boxed
  judged PASS "$@"
  modes=no
  judged CRASH "$@"
}
users=own
prevented fills_folder
prevented writes_file '-DFILE_NAME="'"$scratch"'/open/%d"'
prevented reaches_others -DPROCESS=$$ -DPORT=0
prevented reaches_others -DPROCESS=0 "-DPORT=$(cat "$listener")"
users=$both
modes=$boxed
if [ -n "$boxed" ]; then
  judged PASS kills_all
  judged PASS writes_file '-DFILE_NAME="/proc/%d/mem"'
  judged PASS writes_file '-DFILE_NAME="'"$source"'/README.md"'
  judged PASS writes_file '-DFILE_NAME="'"$HOME"'/%d"'
  judged PASS writes_file '-DFILE_NAME="/proc/sys/vm/overcommit_memory"'
else
  echo "tests/contain.sh: nothing can be run in a box here: $(grep -A1 containment "$scratch/doctor")"
  exit 77 # skipped, not passed
fi
