#!/bin/sh
# SPDX-License-Identifier: MIT
# A case that `fearless search --save-as` writes fails on the mutant that it was found in, and passes on the reference. It is C11 and C++
# without a warning, and the command at its head builds it.
# Usage: saved_case.sh BUILD_FOLDER SOURCE_FOLDER
set -eu
build=$1 source=$2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
export PORT="$source/impl/port" LIBRARY
cases=0

fail() {
  echo "tests/saved_case.sh: $1"
  shift
  for shown in "$@"; do head -n 20 "$shown"; done
  exit 1
}

# built SECONDS: the command at the head of the case, with warnings and with this limit, and without its last part, which runs it.
built() {
  sed -n 's/^ \*   \(.*\) && \.\/it$/\1/p' it.c | sed "s/ -I / -Wall -Wextra -Werror -DCASE_SECONDS=$1 -DCASE_SECONDS_OF_A_ROUND=5 -I /"
}

# saved WORDS MUTANT BUILD: saves the case of the scenario on the standard input. It fails on the mutant and says the words.
saved() {
  words=$1 mutant=$2 flavour=$3
  cases=$((cases + 1))
  rm -f it.c
  cat >it.scenario
  status=0
  "$build/fearless" search --mutant "$mutant" --only "$flavour" --replay it.scenario --save-as it.c >out 2>&1 || status=$?
  if [ "$status" -ne 1 ] || [ ! -f it.c ]; then fail "$mutant was not saved (exit $status):" out; fi
  c++ -x c++ -std=c++17 -Wall -Wextra -Werror -fsyntax-only -I "$PORT" it.c || fail "$mutant: the case is no C++" it.c
  LIBRARY=$build/mutants/$flavour/$mutant.so
  sh -c "$(built 60)" || fail "$mutant: the case was not built"
  status=0
  ./it >out 2>&1 || status=$?
  if [ "$status" -ne 1 ] || ! grep -qF -- "$words" out; then fail "$mutant: exit $status, and not \`$words\`:" out it.c; fi
  LIBRARY=$build/implementations/reference/$flavour/libreference.so
  sh -c "$(built 1)"
  ./it >out 2>&1 || fail "$mutant: its case fails on the reference (exit $?):" out it.c
}

# A message that is lost, one that comes too late, and ends of channels.
saved 'too early' channels.clone.all-arrive.loses-one-clones plain <<'END'
run none:1 x 1
setup
  channel s1 r1
  clone s1 s2
  clone s1 s3
  send s3 v2 x 50
main
END
saved 'after a later one' channels.order.last-first plain <<'END'
run none:1 x 1
setup
  channel s8 r8
  send s8 v32 x 2
main
  recv r8 x 2
END
saved 'main is in receive(&r1, END)' channels.recv.closed.waits-for-ever plain <<'END'
run none:1 x 1
setup
  channel s1 r1
main
  drop s1
  recv r1
END
saved 'although a sender was left' channels.iterate.each.ends-when-empty plain <<'END'
run random:1 x 50
setup
  channel s1 r1
main
  spawn t1 with r1 {
    each r1
  }
END
saved 'although the receiver had been dropped' channels.send.disconnected.says-ok plain <<'END'
run none:1 x 1
main
  channel s1 r1
  drop r1
  send s1 v1
END
saved 'crashed' channels.ownership.transfer.dropped-twice plain <<'END'
run none:1 x 1
main
  many s x 1
END
saved 'main is in chain(of_channel, 2)' channels.ownership.transfer.dropped-once.drops-under-one-lock plain <<'END'
run none:1 x 1
main
  chain s x 2
END
# What only some schedules show.
saved 'message had not been received' channels.recv.drains.looks-once plain <<'END'
run random:1 x 500
setup
  channel s1 r1
  clone s1 s2
main
  spawn t1 with s1 {
  } dropped {
    send s1 v4
    clone s1 s3
    send s3 v5
  }
  drop s2
  recv r1 x 2
END

# Mutexes: poison, exclusion, data.
saved 'although a holder had panicked' mutex.poison.fails.never-poisons plain <<'END'
run none:1 x 1
setup
  mutex m1 v1
main
  with_lock m1 {
    panic v2
  }
  lock m1
END
saved 'although no holder had panicked' mutex.poison.only-panic.while-unwinding plain <<'END'
run random:1 x 50
setup
  mutex m1 v2
main
  spawn t1 {
    panic v3
  } dropped {
    lock m1
  }
  try_lock m1
END
saved 'while another thread held it' mutex.exclusion.lets-two-in plain <<'END'
run random:1 x 200
setup
  mutex m1 v1
main
  spawn t1 {
    with_lock m1
  }
  with_lock m1 {
    sleep 0
  }
END
saved 'instead of v2' mutex.guard.mutable.writes-to-a-copy plain <<'END'
run none:1 x 1
setup
  mutex m2 v2
main
  lock m2
END

# Owners: counts, drops, data races.
saved 'returned 0 with 1 owners' arc.like-rc.counts-clones-only plain <<'END'
run none:1 x 1
setup
  arc a1 v1
main
  count a1
END
saved 'dropped too early' arc.atomic.first-destroys plain <<'END'
run none:1 x 1
setup
  arc a1 v1
main
  clone a1 a2
END
saved 'should have been dropped' arc.atomic.never-destroyed plain <<'END'
run none:1 x 1
setup
  arc a1 v1
main
END
saved 'data race' arc.atomic.drops-relaxed instrumented <<'END'
run random:1 x 500
setup
  arc a1 v1
  clone a1 a2
main
  spawn t1 with a2 {
    read a2
  }
END

# Threads and their closures.
saved 'before the thread had finished' join.waits.returns-at-the-start plain <<'END'
run random:1 x 50
main
  spawn t1 {
  }
END
saved 'on the thread of main' closures.background.runs-inline plain <<'END'
run random:1 x 50
setup
  channel s1 r1
main
  spawn t1 with r1 {
  } dropped {
    recv r1
  }
END
saved 'before its call' closures.environment.dropped-before-the-call plain <<'END'
run none:1 x 1
main
  spawn t1 {
  }
END

# What cannot be a case leaves no file.
# rejects WORDS OPTION…: the command exits with 2 and prints one line on standard error that contains the words.
rejects() {
  words=$1
  shift
  status=0
  "$build/fearless" search --mutant arc.atomic.never-destroyed --only plain "$@" >out 2>err || status=$?
  if [ "$status" -ne 2 ] || [ "$(wc -l <err)" -ne 1 ] || ! grep -qF -- "$words" err; then
    fail "expected exit 2 (it is $status) and one line that contains \`$words\`:" err
  fi
  [ ! -e no.c ] || fail 'a file was written although it could not be a case'
}
printf 'run none:1 x 1\nmain\n  arc a1 v1\n  meet m x 3\n' >it.scenario
# shellcheck disable=SC2016 # no command
rejects '`meet`' --replay it.scenario --save-as no.c
printf 'run none:1 x 1\nmain\n  sleep 0\n' >it.scenario
rejects 'broke no claim' --replay it.scenario --save-as no.c
rejects 'name it FILE.c or FILE.cpp' --replay it.scenario --save-as it.rs

printf '%s cases fail on their mutants and pass on the reference\n' "$cases"
