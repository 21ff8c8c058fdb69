#!/bin/sh
# SPDX-License-Identifier: MIT
# Formatting (clang-format, cmake-format) and the licence line of each file. Usage: format.sh SOURCE_FOLDER
set -eu
cd "$1"
git ls-files -z '*.cpp' '*.hpp' '*.h' | xargs -0 clang-format-19 --dry-run --Werror
git ls-files -z '*CMakeLists.txt' '*.cmake' | xargs -0 cmake-format --check
unlicensed=$(git ls-files '*.cpp' '*.hpp' '*.h' '*.cmake' '*CMakeLists.txt' '*.sh' '*.py' '*.lua' '*.css' '*.js' '*.mjs' | xargs grep -L 'SPDX-License-Identifier: MIT' || true)
if [ -n "$unlicensed" ]; then
  # shellcheck disable=SC2086 # a list of files
  printf '%s: the line SPDX-License-Identifier is missing\n' $unlicensed
  exit 1
fi
