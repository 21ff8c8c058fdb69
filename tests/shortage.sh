#!/bin/sh
# SPDX-License-Identifier: MIT
# On a machine that does not give what the cases need, a correct implementation conforms or it could not be told: it is never not conforming.
# Usage: shortage.sh BUILD_FOLDER SOURCE_FOLDER
set -eu
build=$1
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# Where each user can read it, since root has no limit on threads.
chmod 755 "$scratch"
cmake --install "$build" --prefix "$scratch/installed" >/dev/null
mkdir "$scratch/libraries"
cp -r "$build/implementations/reference/plain" "$build/implementations/reference/instrumented" "$scratch/libraries"
cat >"$scratch/reference.json" <<'JSON'
{"name": "reference", "language": "cpp", "libraries": {
  "plain": "libraries/plain/libreference.so", "instrumented": "libraries/instrumented/libreference.so"}}
JSON
chmod -R go+rX "$scratch"
as_user() { "$@"; }
[ "$(id -u)" -ne 0 ] || as_user() { setpriv --reuid=65534 --regid=65534 --clear-groups "$@"; }

# certified LIMIT…: certifies under a limit of `prlimit`.
certified() {
  out=$(mktemp -d "$scratch/XXXX")
  chmod 777 "$out"
  status=0
  as_user prlimit "$@" "$scratch/installed/bin/fearless" certify "$scratch/reference.json" --profile threads --jobs 1 --out "$out/results" \
    >"$out/text" 2>&1 || status=$?
}
wrong() {
  printf 'tests/shortage.sh: expected %s\n' "$1"
  tail -n 5 "$out/text" | cut -c 1-300
  exit 1
}

# The certifier itself needs some threads, a box a few, and a case a few more. With the lowest limit not even the first is there.
told=0
for most in 5 7 8 9 10 13; do
  certified --nproc=$most
  case $status in
    0) grep -q '^verdict  *conforming' "$out/text" || wrong "a verdict with $most threads" ;;
    2)
      grep -q 'ulimit -u\|fewer --jobs\|Resource temporarily unavailable' "$out/text" || wrong "the limit of $most threads as the reason"
      told=$((told + 1))
      ;;
    *) wrong "0 or 2 with $most threads, not $status" ;;
  esac
done
# Whether a box, the scheduler or a case lacks the thread depends on the moment.
[ "$told" -gt 0 ] || { echo 'tests/shortage.sh: no limit was too low, so nothing was shown'; exit 1; }

certified --nofile=20
[ $status -eq 0 ] || [ $status -eq 2 ] || wrong "0 or 2 with 20 open files, not $status"
for limit in --as=2000000000 --data=100000000; do
  certified $limit
  [ $status -eq 2 ] && [ "$(wc -l <"$out/text")" -eq 1 ] && grep -q 'ulimit -[vd]' "$out/text" || wrong "one line that names the limit of $limit"
done
certified --fsize=10240
[ $status -eq 2 ] && [ -z "$(ls "$out/results")" ] || wrong "2 and no file with files of 10 kB"

status=0
"$scratch/installed/bin/fearless" claims >/dev/full 2>"$out/text" || status=$?
[ $status -eq 2 ] && grep -q 'is the disk full\|No space left' "$out/text" || wrong "2 where the output can't be written, not $status"
status=0
"$scratch/installed/bin/fearless" claims >/dev/full 2>/dev/full || status=$?
[ $status -eq 2 ] || wrong "2 where no output can be written at all, not $status"
