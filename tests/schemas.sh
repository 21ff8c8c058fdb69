#!/bin/sh
# SPDX-License-Identifier: MIT
# The files that Fearless reads and writes match schemas/, and each schema rejects damaged files.
# Usage: schemas.sh BUILD_FOLDER SOURCE_FOLDER
set -eu
# Without results of an earlier run a short one will do.
[ -f "$1/results/reference/results.jsonl" ] || "$1/fearless" certify reference --profile channels >/dev/null
# JUnit: every file is valid, and a damaged one is not.
valid() { xmllint --noout --nonet --schema "$2/schemas/junit.xsd" "$1" >/dev/null 2>&1; }
for file in "$1"/results/*/junit.xml; do
  valid "$file" "$2" || { xmllint --noout --nonet --schema "$2/schemas/junit.xsd" "$file"; exit 1; }
done
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
for damage in 's/ tests="[0-9]*"//' 's/ time="[0-9.]*"//' 's/<testcase /<test /' 's/<testcase classname="[^"]*"/<testcase/' 's/timestamp="[^"]*"/timestamp="now"/' \
  's/<testcase \([^>]*[^/]\)\/\?>/<testcase \1><properties\/><\/testcase>/' 's/<skipped message="[^"]*"/<skipped/' 's/<testsuites /&skipped="0" /'; do
  sed "$damage" "$1/results/reference/junit.xml" >"$scratch/junit.xml"
  if cmp -s "$1/results/reference/junit.xml" "$scratch/junit.xml"; then continue; fi
  if valid "$scratch/junit.xml" "$2"; then echo "schemas/junit.xsd: accepts what \`$damage\` makes"; exit 1; fi
done
# Debian's own Python, which finds Debian's python3-jsonschema.
/usr/bin/python3 "$(dirname -- "$0")/schemas.py" "$@"
