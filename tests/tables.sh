#!/bin/sh
# SPDX-License-Identifier: MIT
# Tables in documentation comments: every row has as many cells as the table's first row. Usage: tables.sh SOURCE_FOLDER
set -eu
cd "$1"
git ls-files -z '*.hpp' '*.cpp' '*.h' '*.c' '*.rs' '*.go' | xargs -0 awk -F '|' '
  FNR == 1 || !/^ *\/\/[\/!] \|/ { cells = 0 }
  /^ *\/\/[\/!] \|/ {
    if (cells == 0) cells = NF
    if (NF != cells || $NF !~ /^ *$/) { print FILENAME ":" FNR ": this row does not have the cells of its table"; failed = 1 }
  }
  END { exit failed }'
