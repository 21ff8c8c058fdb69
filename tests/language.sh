#!/bin/sh
# SPDX-License-Identifier: MIT
# No file, and no file name, contains a word of tests/retired-words.txt. Usage: language.sh SOURCE_FOLDER
set -eu
cd "$1"
list=tests/retired-words.txt
found=$(mktemp)
trap 'rm -f "$found"' EXIT

while IFS= read -r line; do
  case $line in '' | '#'*) continue ;; esac
  pattern=${line%% : *}
  rest=${line#* : }
  instead=${rest%% : *}
  allowed=${rest#"$instead"}
  # A word ends at anything but a letter, so that the words of snake_case names are found too.
  pattern="(?<![[:alpha:]])($pattern)(?![[:alpha:]])"
  set -f # the allowed paths are patterns for git
  set -- . ":!$list" ':!LICENSE'
  for path in ${allowed# : }; do set -- "$@" ":(exclude,glob)$path"; done
  set +f
  {
    git grep -noIiP -e "$pattern" -- "$@" | sed "s|^\([^:]*:[0-9]*\):\(.*\)|\1: \"\2\" is a retired word; use: $instead|" || true
    git ls-files -- "$@" | grep -iP -e "$pattern" | sed "s|\$|:0: the file name contains a retired word; use: $instead|" || true
  } >>"$found"
done <"$list"

# The table of renamed things in the change log names the old words.
while IFS= read -r line; do
  case $line in
    CHANGELOG.md:*)
      number=${line#CHANGELOG.md:}
      sed -n "${number%%:*}p" CHANGELOG.md | grep -q '^|' || printf '%s\n' "$line"
      ;;
    *) printf '%s\n' "$line" ;;
  esac
done <"$found" | sort -t: -k1,1 -k2,2n -u >"$found.sorted"
mv "$found.sorted" "$found"
cat "$found"
printf '%s retired words found\n' "$(wc -l <"$found")"
[ ! -s "$found" ]
