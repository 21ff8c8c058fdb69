#!/bin/sh
# SPDX-License-Identifier: MIT
# The form of the code: clang-format, cmake-format, and the licence line. Usage: form.sh SOURCE_FOLDER
set -eu
cd "$1"
git ls-files -z '*.cpp' '*.hpp' '*.h' | xargs -0 clang-format-19 --dry-run --Werror
git ls-files -z '*CMakeLists.txt' '*.cmake' | xargs -0 cmake-format --check
unlicensed=$(git ls-files '*.cpp' '*.hpp' '*.h' '*.cmake' '*CMakeLists.txt' '*.sh' '*.lua' '*.css' '*.js' '*.mjs' | xargs grep -L 'SPDX-License-Identifier: MIT' || true)
if [ -n "$unlicensed" ]; then
  printf '%s: has no SPDX-License-Identifier line\n' $unlicensed
  exit 1
fi
