#!/bin/sh
# SPDX-License-Identifier: MIT
# Executes docs/certify-yours.md against an installed Fearless, each language in a folder of its own: runs its shell blocks (one marked
# `sh fails` must fail) and writes the files that it shows (`file=`). Usage: certify_yours.sh BUILD_FOLDER SOURCE_FOLDER
set -eu
build=$1 source=$2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# section NAME: prints the section `## NAME` of the document as a script.
section() {
  awk -v wanted="## $1" '
    /^## / && !inside { in_section = $0 == wanted }
    !in_section { next }
    !inside && /^```sh$/ { inside = "run"; next }
    !inside && /^```sh fails$/ { inside = "fails"; print "if ("; next }
    !inside && /^```.* file=/ { inside = "file"; sub(/.* file=/, ""); printf "cat >%s <<\"END OF FILE\"\n", $0; next }
    !inside && /^```/ { inside = "shown"; next }
    inside && /^```$/ {
      if (inside == "fails") print "); then echo \"this must fail\"; exit 1; fi"
      if (inside == "file") print "END OF FILE"
      inside = ""
      next
    }
    inside && inside != "shown" { print }
  ' "$source/docs/certify-yours.md"
}

# follow NAME FOLDER: executes a section of the document in the folder.
follow() {
  { cat "$scratch/begin"; section "$1"; } >"$scratch/script"
  if ! (cd "$2" && HOME="$scratch/home" sh "$scratch/script") >"$scratch/log" 2>&1; then
    tail -n 30 "$scratch/log"
    echo "docs/certify-yours.md: section \"$1\": its commands fail; see the output above"
    exit 1
  fi
}

# The document expects the build folder at build/dev.
mkdir -p "$scratch/tree/build" "$scratch/home"
export RUSTUP_HOME="${RUSTUP_HOME:-$HOME/.rustup}"
ln -s "$build" "$scratch/tree/build/dev"
echo 'set -eu' >"$scratch/begin"
follow 'Install Fearless' "$scratch/tree"
section 'Install Fearless' | grep '^export ' >>"$scratch/begin"

for language in C++ C Rust; do
  mkdir "$scratch/$language"
  follow "$language" "$scratch/$language"
  [ -s "$scratch/$language/my-library/fearless-output/results/my-library/certificate.json" ] || {
    echo "docs/certify-yours.md: section \"$language\": no certificate was written"
    exit 1
  }
done

mkdir "$scratch/other"
follow 'Any other language' "$scratch/other"
(cd "$scratch/other/my-library" && "$scratch/home/.local/bin/fearless" certify build/implementations/my-library.json 2>&1 || true) |
  grep -q 'port is broken: threads.spawn: .*port.c: write next: spawn' || {
  echo "fearless new --language other: the port does not name the function to write next"
  exit 1
}

# Other statements of the document.
installed=$scratch/home/.local/bin/fearless
for language in C++ C other; do
  ctest --test-dir "$scratch/$language/my-library/build" -N | grep -q 'fearless.my-library$' || {
    echo "fearless_add_implementation: $language: CTest has no test fearless.my-library"
    exit 1
  }
done
for command in mutants ownership check needs; do
  output=$(cd "$scratch" && "$installed" $command 2>&1) && status=0 || status=$?
  case $status:$output in
    "2:fearless: "*"Fearless's own source tree"*) ;;
    *)
      echo "fearless $command, installed: expected exit 2 and a message about the source tree; got exit $status and: $output"
      exit 1
      ;;
  esac
done

# The examples for CI services, in a repository that has only what `fearless new` wrote and the port.
python3 "$source/tests/ci_examples.py" "$source/docs" >"$scratch/commands"
mkdir "$scratch/repository"
(cd "$scratch/C/my-library" && tar cf - --exclude=./build --exclude=./fearless-output .) | tar xf - -C "$scratch/repository"
(cd "$scratch/repository" && PATH="${installed%/*}:$PATH" sh -e "$scratch/commands") >"$scratch/said" 2>&1 || {
  cat "$scratch/said"
  echo 'the commands of the examples for CI services fail'
  exit 1
}
[ -s "$scratch/repository/fearless-output/results/my-library/junit.xml" ] || {
  echo 'the examples for CI services read fearless-output/results/*/junit.xml, which was not written'
  exit 1
}
