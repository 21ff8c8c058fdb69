#!/bin/sh
# SPDX-License-Identifier: MIT
# `fearless certify --waivers`, or `--expect`, is green as long as a library fails as is known, and red as soon as it fails otherwise.
# Usage: waivers.sh BUILD_FOLDER SOURCE_FOLDER
set -eu
build=$1 source=$2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

. "$source/tests/expecting.sh"

# A mutex that never locks.
cd "$scratch"
clang-19 -shared -fPIC -w -DBROKEN=0 "-I$source/impl/port" -o it.so "$source/tests/broken_ports/broken.c"
printf '{"name": "it", "language": "c", "libraries": {"plain": "it.so"}}\n' >it.json
certify() {
  expected=$1
  shift
  exits "$expected" "$build/fearless" certify it.json --executions 50 --out out --waivers known.json "$@"
}
# edited PYTHON: changes the list `waivers`, of which `one` is that of `mutex.new`.
edited() {
  python3 - "$1" <<'END'
import json, sys
with open("all.json") as file:
    document = json.load(file)
waivers = document["waivers"]
one = next(each for each in waivers if each["claim"] == "mutex.new")
exec(sys.argv[1])
with open("known.json", "w") as file:
    json.dump(document, file)
END
}

# What it proposes is a file of waivers, once each entry has a reason and a link.
echo '{"waivers": []}' >known.json
certify 1
says '^exit code   1: some failures are not waived$'
python3 - <<'END'
import json
with open("said") as file:
    entries = file.read().split("with a reason and a link:\n")[1].split("\nexit code ")[0]
waivers = json.loads(f"[{entries}]")
assert len(waivers) > 3, waivers
with open("all.json", "w") as file:
    json.dump({"waivers": waivers}, file)
END
edited ''
exits 2 "$build/fearless" certify it.json --waivers known.json
says '^fearless: known\.json: waivers: 0: '
python3 - <<'END'
import json
with open("all.json") as file:
    document = json.load(file)
for each in document["waivers"]:
    each.update(reason="It never locks.", link="https://example.org/issues/7", expires="2999-12-31")
with open("all.json", "w") as file:
    json.dump(document, file)
END
edited ''

# The same failures with other seeds. Neither verdict nor certificate change.
certify 0 --seed 4711
says '^verdict     not conforming$'
says '^exit code   0: all failures are waived$'
says '^    waived until 2999-12-31: It never locks\. \(https://example\.org/issues/7\)$'
exits 0 "$build/fearless" verify out/certificate.json
says '^verified: "it" .*: not conforming, '
exits 0 python3 -I out/verify.py out/certificate.json
grep -q '"waived":{"expires":"2999-12-31"' out/results.jsonl || fail "the rows must say that they are waived"
grep -q '"color": "red"' out/badge.json || fail "a waiver must not change the badge"

# Waivers that cover less, or something else.
for edit in 'waivers.remove(one)' 'one["failures"].popitem()'; do
  edited "$edit"
  certify 1
  says '^exit code   1: some failures are not waived$'
  says '"claim": "mutex\.new"'
done
edited 'one["failures"] = {title: "0" * 64 for title in one["failures"]}'
certify 1
says '^waiver      mutex\.new: "mutex\.new\..* fails in another way than was waived: its fingerprint is [0-9a-f]{64}$'
edited 'one["expires"] = "2020-01-01"'
certify 1
says '^waiver      mutex\.new: it expired on 2020-01-01$'
edited 'one["failures"]["mutex.new.absent.run (plain)"] = "0" * 64'
certify 1
says '^waiver      mutex\.new: "mutex\.new\.absent\.run \(plain\)" is no row of this run'
says '^exit code   1: no waiver may be unused, expired or of another failure$'

# Another library: a file that the waiver does not name, and one that fails in another way.
edited 'one.pop("releases"); one["sha256"] = ["0" * 64]'
certify 1
says '^waiver      mutex\.new: "mutex\.new\..* judges a file that the waiver does not name'
edited ''
sed 's/^static void drop_mutex.*/static void drop_mutex(fearless_mutex* mutex) { static int times; if (++times > 9) abort(); }/' "$source/tests/broken_ports/broken.c" >it.c
grep -q 'times > 9' it.c
clang-19 -shared -fPIC -w -DBROKEN=0 "-I$source/impl/port" -o it.so it.c
certify 1
says '^waiver      mutex\..* fails in another way than was waived'
says '^CRASH '

# The same claims, expected by their ids: each is explained.
clang-19 -shared -fPIC -w -DBROKEN=0 "-I$source/impl/port" -o it.so "$source/tests/broken_ports/broken.c"
printf '{"name": "it", "language": "c", "libraries": {"plain": "it.so"}, "explanations": "explanations.json"}\n' >it.json
python3 - <<'END'
import json
failing = [each["claim"] for each in json.load(open("all.json"))["waivers"]]
passing = next(row["claim"] for row in map(json.loads, list(open("out/results.jsonl"))[1:-1])
               if row["verdict"] == "PASS" and row["claim"] not in failing)
json.dump({claim: "It never locks." for claim in failing + [passing]}, open("explanations.json", "w"))
open("failing", "w").write("".join(f"--expect {claim}\n" for claim in failing))
open("passing", "w").write(f"--expect {passing}\n")
END
# expects STATUS OPTION…
expects() {
  expected=$1
  shift
  exits "$expected" "$build/fearless" certify it.json --executions 50 --out out "$@"
}
# shellcheck disable=SC2046 # lists of options
{
  expects 0 $(cat failing)
  says '^exit code   0: all failures are expected$'
  says '^verdict     not conforming$'
  if grep -q '"waived"' out/results.jsonl; then fail "an expectation must not change the results"; fi
  expects 1 $(sed 1d failing)
  says '^exit code   1: some failures are not expected$'
  says "^expect      $(sed -n '1s/--expect //p' failing): "
  expects 1 $(cat failing passing)
  says "^expect      $(sed 's/--expect //' passing): it does not fail any more"
}
expects 2 --expect mutex.new.many
says '^fearless: --expect "mutex\.new\.many": it is not a claim: '
expects 2 --expect threads.exit
says '^fearless: --expect threads\.exit: it does not explain to users why this claim fails'
