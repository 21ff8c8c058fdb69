#!/bin/sh
# SPDX-License-Identifier: MIT
# docs/certify-yours.md, done as it stands by somebody who has nothing but what is installed: its shell blocks (`sh fails` is one that
# must fail) and the files that it shows (`file=`), for each language in a folder of its own. Usage: certify_yours.sh BUILD_FOLDER SOURCE_FOLDER
set -eu
build=$1 source=$2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# section NAME: what the section `## NAME` says to do, as a script.
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

# follow NAME FOLDER: does in the folder what a section says.
follow() {
  { cat "$scratch/begin"; section "$1"; } >"$scratch/script"
  if ! (cd "$2" && HOME="$scratch/home" sh "$scratch/script") >"$scratch/log" 2>&1; then
    tail -n 30 "$scratch/log"
    echo "docs/certify-yours.md: what it says under \"$1\" does not work"
    exit 1
  fi
}

# The folder of the build is called as it is at the root of a tree.
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
    echo "docs/certify-yours.md: under \"$language\" there is no certificate at the end"
    exit 1
  }
done

# What the document says besides.
installed=$scratch/home/.local/bin/fearless
for language in C++ C; do
  ctest --test-dir "$scratch/$language/my-library/build" -N | grep -q 'fearless.my-library$' || {
    echo "fearless_add_implementation: under \"$language\" CTest has no test fearless.my-library"
    exit 1
  }
done
for command in mutants gate check; do
  said=$(cd "$scratch" && "$installed" $command 2>&1) && status=0 || status=$?
  case $status:$said in
    "2:fearless: $command needs Fearless's own source tree"*) ;;
    *)
      echo "fearless $command, installed: ends with $status and says: $said"
      exit 1
      ;;
  esac
done

python3 - "$source/docs/github-actions.yml" <<'END'
import sys, yaml
jobs = yaml.safe_load(open(sys.argv[1]))["jobs"]
for name, job in jobs.items():
    for step in job["steps"]:
        if len({"uses", "run"} & set(step)) != 1:
            sys.exit(f"docs/github-actions.yml: job {name}: a step must have either `uses` or `run`: {step}")
END
