#!/bin/sh
# SPDX-License-Identifier: MIT
# What was judged is what the certificate names: a library with all that it loads, native bindings with all that is read for them, neither
# changed meanwhile; and what is race-checked is instrumented as a whole.
# Usage: named.sh BUILD_FOLDER SOURCE_FOLDER
set -eu
build=$1 source=$2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

. "$source/tests/expecting.sh"

fearless=$build/fearless
quick=mutex.new.many.run
cd "$scratch"
XDG_CACHE_HOME=$scratch/caches
export XDG_CACHE_HOME

# compiled FILE FLAG…: compiles and links a shared library.
compiled() {
  file=$1
  shift
  clang-19 -shared -fPIC -w -O1 -pthread "-I$source/impl/port" "-I$source/tests/hostile" -o "$file" "$@" -Wl,-rpath,"$scratch" || fail "$file: it must compile"
}
hostile=$source/tests/hostile
race_checked=-fsanitize=thread
# digest FILE: its SHA-256. names PART FILE: the certificate names a file with its digest as a part.
digest() { sha256sum "$1" | cut -d' ' -f1; }
names() {
  python3 - "$1" "$(digest "$2")" <<'END' || fail "the certificate must name $2 as $1"
import json, sys
judged = {each["name"]: each["digest"]["sha256"] for each in json.load(open("made/certificate.json"))["subject"]}
sys.exit(judged.get(f"named ({sys.argv[1]})") != sys.argv[2])
END
}
describe() { printf '{"name": "named", "language": "%s", %s}\n' "$1" "$2" >it.json; }

# What a library loads, early by its table of needed libraries and late by dlopen.
compiled libneeded.so "$hostile/part.c"
compiled liblate.so "$hostile/part.c"
compiled libit.so "$hostile/loads.c" "-DLATE=\"$scratch/liblate.so\"" libneeded.so
describe c '"libraries": {"plain": "libit.so"}'
# It has no poisoning, so it does not conform.
exits 1 "$fearless" certify it.json --profile mutex --out made
for each in "plain libit.so" "plain:_libneeded.so libneeded.so" "plain:_liblate.so liblate.so"; do
  # shellcheck disable=SC2086 # two words
  set -- $each
  names "$(printf %s "$1" | tr _ ' ')" "$2"
done
for verify in "$fearless verify" "python3 made/verify.py"; do
  # shellcheck disable=SC2086 # two words
  exits 0 $verify made/certificate.json --library libit.so --library libneeded.so --library liblate.so
  if grep -q 'not checked: files of' said; then fail "no file must be left: $verify"; fi
done
cp liblate.so kept.so
printf x >>liblate.so
exits 1 "$fearless" verify made/certificate.json --library liblate.so
exits 2 "$fearless" audit made/certificate.json it.json --rows 1000
says 'named: it loads "liblate\.so" with the SHA-256 [0-9a-f]{64}, which the certificate does not name'
mv kept.so liblate.so

# A file that is replaced while cases run. Nothing is written.
rm -r made
"$fearless" certify it.json --profile mutex --out made >said 2>&1 &
certify=$!
until grep -lsa -e "--case" /proc/[0-9]*/cmdline 2>/dev/null | xargs -r grep -lsa "$scratch/libit.so" >found 2>/dev/null && [ -s found ]; do
  kill -0 $certify 2>/dev/null || break
done
cp libneeded.so replaced.so
mv replaced.so libneeded.so
status=0
wait $certify || status=$?
[ $status -eq 2 ] || fail "it exits with $status, not 2, after a file was replaced"
says '^fearless: .*/libneeded\.so: it changed while it was judged'
[ ! -e made/results.jsonl ] || fail 'nothing must be written'

# Native bindings, with the headers below the first one.
mkdir include
cp -R "$source/impl/reference/include/." "$source/impl/reference/native/." include
describe cpp "\"native_bindings\": {\"include\": [\"include\"], \"flags\": [\"$build/impl/reference/libfearless.a\", \"-pthread\"]}"
exits 0 "$fearless" certify it.json --profile threads --out made
names 'native bindings' include/native.hpp
names 'native bindings: fearless/spawn.hpp' include/fearless/spawn.hpp
names 'native bindings: libfearless.a' "$build/impl/reference/libfearless.a"
grep -q '"flags":\[".*libfearless\.a","-pthread"\]' made/results.jsonl || fail 'the flags must be named'
echo '// changed' >>include/fearless/spawn.hpp
exits 0 "$fearless" certify it.json --profile threads --out made
names 'native bindings: fearless/spawn.hpp' include/fearless/spawn.hpp
cached() { grep -c '"judged"' made/results.jsonl || true; }
[ "$(cached)" -eq 0 ] || fail 'after a change nothing may come from the cache'
exits 0 "$fearless" certify it.json --profile threads --out made
[ "$(cached)" -gt 0 ] || fail 'results must come from the cache'
names 'native bindings: fearless/spawn.hpp' include/fearless/spawn.hpp

# Bindings by which an Rc is sendable.
reject=rc.not-send.alone.reject
{ echo '#pragma once' && cat "$source/conformance/mutants/rc.marked-send.hpp"; } >include/native.hpp
exits 1 "$fearless" certify it.json --case $reject
says "^FAIL  *$reject"

# Results of compilers that come with the sources.
mkdir -p bin share libexec
cp "$fearless" bin
ln -s "$source" share/fearless
ln -s "$build" libexec/fearless
exits 1 bin/fearless certify it.json --case $reject
mkdir -p fearless-output/result-cache
find caches/fearless fearless-output/result-cache -name '*.json' | while read -r each; do
  sed 's/FAIL/PASS/' "$each" >forged.json
  mv forged.json "fearless-output/result-cache/$(basename "$each")"
done
ls fearless-output/result-cache/$reject.*.json >/dev/null || fail 'there must be a forged result'
exits 1 bin/fearless certify it.json --case $reject
says "^FAIL  *$reject"

# The same bindings, and a macro that makes up the error that is expected.
cat >>include/native.hpp <<'END'
#define FORGED_PASTED(half, macro) half##macro
#define FORGED(macro) FORGED_PASTED(FORGED_, macro)
#define FORGED_1
#define FORGED_ACCEPTED static_assert(false, "fearless[value-not-send] (E0277): native::rc<int> is not sendable");
#define main forged(); FORGED(ACCEPTED) int main
END
exits 1 "$fearless" certify it.json --case $reject
says "^FAIL  *$reject"
says 'seen: the macro main'

# Half of a library that is instrumented, one function of it, and what it loads.
describe c '"libraries": {"instrumented": "libit.so"}'
unseen() {
  exits 2 "$fearless" certify it.json --case $quick --only instrumented
  says "^fearless: .*/$1: not instrumented: $2: races there would not be seen"
}
compiled libit.so $race_checked "$hostile/honest.c"
exits 0 "$fearless" certify it.json --case $quick --only instrumented
clang-19 -fPIC -O1 -c -o part.o "$hostile/part.c"
compiled libit.so $race_checked "$hostile/honest.c" part.o
unseen libit.so needed
for each in WRITES ATOMIC ASSEMBLER; do
  compiled libit.so $race_checked -D$each "$hostile/unseen.c"
  unseen libit.so hidden
  strip libit.so
  unseen libit.so 'the code at 0x[0-9a-f]+'
done
compiled liblate.so $race_checked "$hostile/part.c"
compiled libneeded.so "$hostile/part.c"
compiled libit.so $race_checked "$hostile/loads.c" "-DLATE=\"$scratch/liblate.so\"" libneeded.so
unseen libneeded.so needed
compiled libneeded.so $race_checked "$hostile/part.c"
compiled liblate.so "$hostile/part.c"
unseen liblate.so needed
compiled liblate.so $race_checked "$hostile/part.c"
exits 0 "$fearless" certify it.json --case $quick --only instrumented

# Both builds from the same sources.
quick_pair() { "$fearless" certify it.json --case $quick; }
sources() {
  exits 1 "$fearless" certify it.json --profile mutex --executions 20 --out made
  cp said summary
  python3 - "$1" <<'END' || fail "the certificate must say of the sources: $1"
import json, re, sys
said = json.load(open("made/certificate.json"))["predicate"]["implementation"].get("sources", "nothing")
sys.exit(print(said) if re.fullmatch(sys.argv[1], said) is None else 0)
END
}
describe c '"libraries": {"plain": "plain.so", "instrumented": "libit.so"}'
mkdir sources
cp "$hostile/honest.c" "$hostile/hostile.h" sources
for format in -gdwarf-5 '-gdwarf-5 -gdwarf64' -gdwarf-4; do
  # shellcheck disable=SC2086 # several words
  compiled plain.so $format sources/honest.c
  # shellcheck disable=SC2086
  compiled libit.so $race_checked $format sources/honest.c
  case $format in
  -gdwarf-5*) sources "[3-9] files are the same in both builds, 0 can't be compared" ;;
  *) sources "0 files are the same in both builds, [1-9] can't be compared" ;;
  esac
done
compiled plain.so -g sources/honest.c
echo '/* changed */' >>sources/hostile.h
compiled libit.so $race_checked -g sources/honest.c
exits 2 quick_pair
says '^fearless: .*/libit\.so: it is built from another .*/sources/hostile\.h than .*/plain\.so: build both from the same sources'
strip -g plain.so
exits 0 quick_pair
sources 'unknown: plain: it has no debug information that can be read'
cp summary said
says '^sources  *unknown: plain: it has no debug information that can be read$'
compiled plain.so -g -gz sources/honest.c
sources 'unknown: plain: it has no debug information that can be read'
printf '#include "hostile.h"\nstatic void harm(void) {}\n' >sources/other.c
compiled plain.so -g sources/other.c
exits 2 quick_pair
says 'it is built from honest\.c, and .*/plain\.so from other\.c: build both from the same sources'

# An annotation for the race detector, looked up by its name.
compiled libit.so $race_checked "$hostile/annotates.c"
exits 1 "$fearless" certify it.json --case mutex.lock.visible.run --only instrumented
says '^RACE  *mutex\.lock\.visible\.run \(instrumented\)'
if grep -q 'hint:' said; then fail "there is nothing that the detector does not see"; fi

# A race beside a library of the system that the detector does not see.
compiled libit.so $race_checked "$hostile/annotates.c" -Wl,--no-as-needed -lcrypto -Wl,--as-needed
exits 1 "$fearless" certify it.json --case mutex.lock.visible.run --only instrumented
says '^RACE  *mutex\.lock\.visible\.run \(instrumented\)'
says '^ +hint: this may be a false report, since libcrypto\.so\.3 of the system is not instrumented'

# An instrumented library that can't be race-checked is set aside. The plain one is judged, and the rows of the other say why.
describe c '"libraries": {"plain": "plain.so", "instrumented": "libit.so"}'
set_aside() {
  exits 1 "$fearless" certify it.json --profile mutex --executions 50 --out made
  says "^NOTRUN [0-9]+ rows, from .* \(instrumented\) to .* \(instrumented\)$"
  says "^    .*$1"
  exits 0 "$fearless" verify made/certificate.json
  exits 0 python3 -I made/verify.py made/certificate.json
  python3 - <<'END' || fail "only the plain library may be judged"
import json
header, *rows, footer = map(json.loads, open("made/results.jsonl"))
assert list(header["implementation"]["libraries"]) == ["plain"]
assert {row["verdict"] for row in rows if row["build"] == "instrumented"} == {"NOTRUN"}
assert sum(row["verdict"] == "PASS" for row in rows if row["build"] == "plain") > 1
END
  exits 0 "$fearless" audit made/certificate.json it.json --rows 20
}
printf 'void __tsan_acquire(void*);\nvoid acquire(void* from) { __tsan_acquire(from); }\n' >annotation.c
compiled plain.so "$hostile/honest.c"
compiled libit.so $race_checked "$hostile/honest.c" annotation.c
set_aside 'libit\.so: it imports __tsan_acquire, an annotation for the race detector'
compiled libit.so $race_checked -DASSEMBLER "$hostile/unseen.c"
set_aside 'libit\.so: not instrumented: hidden: '
compiled libit.so $race_checked "$hostile/loads.c" "-DLATE=\"$scratch/liblate.so\"" libneeded.so
compiled liblate.so "$hostile/part.c"
set_aside 'liblate\.so: not instrumented: needed: '
compiled liblate.so $race_checked "$hostile/part.c"
compiled libneeded.so "$hostile/part.c"
set_aside 'libneeded\.so: not instrumented: needed: '
