#!/bin/sh
# SPDX-License-Identifier: MIT
# `fearless audit` confirms the rows of an honest certificate, and refutes those of a certificate for a library that behaves otherwise.
# Usage: audit.sh BUILD_FOLDER SOURCE_FOLDER
set -eu
build=$1 source=$2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

. "$source/tests/expecting.sh"

# The port of the reference behind another library, whose count of owners is wrong as soon as a file exists. Its digest stays the same.
cat >"$scratch/port.c" <<END
#include <dlfcn.h>
#include <unistd.h>
#include "fearless_port.h"
static fearless_port own;
static fearless_rcs rcs;
static size_t wrong(const fearless_rc* owner) { (void)owner; return 7; }
const fearless_port* fearless_port_v1(void) {
  void* library = dlopen("$build/implementations/reference/plain/libreference.so", RTLD_NOW);
  own = *((const fearless_port* (*)(void))dlsym(library, "fearless_port_v1"))();
  own.name = "changing";
  rcs = *own.rcs;
  if (access("$scratch/changed", F_OK) == 0) rcs.count = wrong;
  own.rcs = &rcs;
  return &own;
}
END
clang-19 -shared -fPIC -I"$source/impl/port" "$scratch/port.c" -o "$scratch/libchanging.so"
cat >"$scratch/implementation.json" <<END
{"name": "changing", "language": "c", "description": "A test of audits", "libraries": {"plain": "libchanging.so"}}
END
cd "$scratch"
certificate=$scratch/made/certificate.json
exits 0 "$build/fearless" certify implementation.json --profile ownership --out made
[ -s "$certificate" ] || fail "a certificate must be written"

# Confirmed, also those that do not hold or that the library lacks; the same seed draws the same rows.
exits 0 "$build/fearless" audit "$certificate" implementation.json --seed 5 --rows 10
says '^audited     10 of [0-9]+ rows, drawn with --seed 5$'
says '^rows        10 confirmed, 0 refuted, 0 open$'

# Refuted, with the command that shows it.
touch changed
exits 1 "$build/fearless" audit "$certificate" implementation.json --rows 10000
says '^refuted     rc\.owners\..*run \(plain\): the certificate says PASS, this run FAIL$'
says '^            again: .* certify .*implementation\.json --case rc\.owners\..* --only plain$'
says '^rows        [0-9]+ confirmed, [1-9][0-9]* refuted, 0 open$'
rm changed

# Another file is no audit of the certificate, and a false certificate needs none.
cp libchanging.so kept.so
printf 'x' >>libchanging.so
exits 2 "$build/fearless" audit "$certificate" implementation.json
says '^fearless: changing: its plain library is not the one of the certificate \(SHA-256 [0-9a-f]{64}, not [0-9a-f]{64}\): '
mv kept.so libchanging.so
exits 2 "$build/fearless" audit "$certificate" reference
sed 's/"verdict":"PASS"/"verdict":"FAIL"/' made/results.jsonl >edited
mv edited made/results.jsonl
exits 1 "$build/fearless" audit "$certificate" implementation.json
says '^the certificate is false, so no row was run$'
