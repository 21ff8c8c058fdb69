#!/bin/sh
# SPDX-License-Identifier: MIT
# `fearless merge` makes of the parts of a run what one machine would have made, and refuses parts that do not belong together.
# Usage: merge.sh BUILD_FOLDER SOURCE_FOLDER
set -eu
build=$1 source=$2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
PATH=$build:$PATH

. "$source/tests/expecting.sh"

cd "$scratch"
certify() { exits 0 fearless certify reference --executions 60 "$@"; }
# refuses WORDS PART…: the parts are refused in one line that has the words, and nothing is written.
refuses() {
  words=$1
  shift
  exits 2 fearless merge "$@" --out refused
  says "$words"
  [ "$(wc -l <"$scratch/said")" -eq 1 ] || fail "a refusal is one line"
  [ ! -e refused ] || fail "$words: something was written"
}

certify --profile closures --out whole
for part in 1 2 3; do
  certify --profile closures --shard $part/3 --times whole/results.jsonl --out parts
  says 'part . of 3, partition [0-9a-f]{12}: `fearless merge` joins it with the others$'
done

# The order of the files does not matter.
exits 0 fearless merge parts/shard-3-of-3.jsonl parts/shard-1-of-3.jsonl parts/shard-2-of-3.jsonl --out merged
says '^verdict     conforming$'
says '^parts       3, on Linux '
exits 0 fearless verify merged/certificate.json
exits 0 python3 -I merged/verify.py merged/certificate.json
cp "$scratch/said" by_script
cmp -s merged/verify.py "$source/conformance/certifier/results/verify.py" || fail "the script must lie beside the certificate"
cmp -s merged/badge.json whole/badge.json || fail "the badge must be that of the whole run"
python3 - <<'END' || fail "the merged files must be those of the whole run, but for times"
import json, re
def lines(folder):
    without_times = []
    for line in open(f"{folder}/results.jsonl"):
        line = json.loads(line)
        for field in ("started", "milliseconds", "judged", "measured", "intercepted"):
            line.pop(field, None)
        if "expects" in line:  # its details quote a report of the race detector, with process ids and addresses
            del line["details"]
        for each in line.get("explored", []):
            # The seeds are the same, but where a thread waits unseen, the machine decides as well.
            for field in ("milliseconds", "scheduling_points", "older_values", "outcomes", "detached"):
                each.pop(field, None)
        line.get("scenarios", {}).pop("unjudged", None)
        without_times.append(line)
    return without_times
for merged, whole in zip(lines("merged"), lines("whole"), strict=True):
    assert merged == whole, [(field, merged.get(field), whole.get(field)) for field in merged | whole if merged.get(field) != whole.get(field)]
def certificate(folder):
    predicate = json.load(open(f"{folder}/certificate.json"))["predicate"]
    del predicate["results"], predicate["started"]
    if predicate["searched"]:
        del predicate["searched"]["detached"]
    return predicate
assert certificate("merged") == certificate("whole")
def junit(folder):
    return re.sub(' (time|timestamp)="[^"]*"', "", open(f"{folder}/junit.xml").read())
assert junit("merged") == junit("whole")
END
exits 0 fearless diff whole merged
echo '{"waivers": []}' >known.json
exits 0 fearless merge parts/*.jsonl --out merged --waivers known.json
says '^exit code   0: '

# A part that is missing, given twice, or of another run.
refuses 'shard-1-of-3\.jsonl: it is one of 3 parts, of which these are missing: 2, 3; give all of them$' parts/shard-1-of-3.jsonl
refuses 'shard-2-of-3\.jsonl and parts/shard-2-of-3\.jsonl: both are part 2 of 3: ' parts/shard-1-of-3.jsonl parts/shard-2-of-3.jsonl parts/shard-2-of-3.jsonl
certify --profile markers --shard 3/3 --out other
refuses 'parts/shard-1-of-3\.jsonl and other/shard-3-of-3\.jsonl: .* differs: ' parts/shard-1-of-3.jsonl parts/shard-2-of-3.jsonl other/shard-3-of-3.jsonl
refuses 'parts/shard-1-of-3\.jsonl and other/shard-3-of-3\.jsonl: .* differs: ' parts/shard-1-of-3.jsonl other/shard-3-of-3.jsonl
refuses 'absent\.jsonl' parts/shard-1-of-3.jsonl absent.jsonl
refuses 'results\.jsonl:1: ' whole/results.jsonl

# A part that was cut short, or edited.
cp -R parts edited
part=edited/shard-2-of-3.jsonl
for edit in 'lines.pop()' 'lines.pop(1)' 'lines[1] = lines[1].replace("PASS", "FAIL")' 'lines[0] = lines[0].replace("clang 19", "clang 18")' \
  'lines[1] = lines[1][:9]' 'lines.insert(1, lines[1])' 'lines.append("{}")' 'lines[-1] = lines[-1].replace("true", "false")'; do
  python3 - "$edit" parts/shard-2-of-3.jsonl $part <<'END'
import sys
edit, whole, edited = sys.argv[1:]
with open(whole) as file:
    lines = file.read().splitlines()
before = list(lines)
exec(edit)
assert lines != before, edit
with open(edited, "w") as file:
    file.write("".join(f"{line}\n" for line in lines))
END
  refuses 'shard-2-of-3\.jsonl' edited/*.jsonl
done
