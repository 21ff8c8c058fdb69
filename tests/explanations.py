# SPDX-License-Identifier: MIT
"""Shows that each mutant that only some schedules reveal is explained: certifies it by the case that it names, and looks
at the table that the terminal gets.
Usage: explanations.py BUILD_FOLDER SOURCE_FOLDER"""
import concurrent.futures
import json
import pathlib
import re
import subprocess
import sys
import tempfile

build, source = (pathlib.Path(each) for each in sys.argv[1:])
MOST_LINES, MOST_COLUMNS = 25, 100
# What a table must say: the choices that the failure needs, and what a reader must find in it.
MUST_SAY = {
    "channels.recv.blocks.sees-an-old-flag": [r"\d older value", r"!   sleeps is 0", r"the newest is 1, stored by thread 1",
                                              r"waits for bell in recv\(receiver\)"],
    "mutex.checks-then-locks": [r"data race: ", r"lock: locked", r": 2 switches$"],
    "mutex.hazard.deadlock.wakes-another": [r"1 other waiter woken", r"\*.*goes on: woken"],
    "mutex.lock.blocks.trusts-every-wake-up": [r"1 wake-up for no reason", r"\*.*goes on: for no reason"],
    "channels.recv.blocks.looks-then-sleeps": [r"thread 1 waits for .* in recv\(receiver\), since queue_channel.hpp:\d+"],
    "channels.recv.drains.does-not-look-after-its-time": [r"1 time-out", r"\*.*goes on: its time is up"],
    "threads.spawn.closure.one-place-for-all": [r"no choice"],
}


def stress_case(mutant):
    named = re.search(r"^// Case:.*?([\w.-]+\.stress)", mutant.read_text(), re.MULTILINE)
    return named and named[1]


def table_of(folder, mutant, case, which="instrumented", more=()):
    described = folder / f"{mutant}.json"
    described.write_text(json.dumps({"name": "mutant", "language": "cpp", "libraries": {
        each: str((build / "mutants" / each / f"{mutant}.so").absolute())
        for each in ("plain", "instrumented")}}))
    done = subprocess.run([build / "fearless", "certify", described, "--case", case, "--only", which, "--out", folder / mutant, *more],
                          capture_output=True, text=True, stdin=subprocess.DEVNULL, cwd=source)
    lines = done.stdout.splitlines()
    begins = [at for at, line in enumerate(lines) if "shortest failure found" in line]
    if len(begins) != 1:
        return None, done.stdout + done.stderr
    ends = next(at for at, line in enumerate(lines) if at > begins[0] and "reproduce: " in line)
    return lines[begins[0]:ends], done.stdout


def wrong_with(folder, mutant, case, which="instrumented"):
    table, printed = table_of(folder, mutant, case, which)
    if table is None:
        return [f"{mutant} ({which}): no explanation:\n{printed}"]
    wrong = [f"{mutant}: {len(table)} lines, expected at most {MOST_LINES}"] if len(table) > MOST_LINES else []
    wrong += [f"{mutant}: {len(line)} columns: {line}" for line in table if len(line) > MOST_COLUMNS]
    if which == "instrumented":
        for wanted in MUST_SAY.get(mutant, []):
            if not any(re.search(wanted, line) for line in table):
                wrong.append(f"{mutant}: expected /{wanted}/ in:\n" + "\n".join(table))
    return wrong


mutants = {each.stem: stress_case(each) for each in sorted((source / "conformance" / "mutants").glob("*.cpp"))}
mutants = {mutant: case for mutant, case in mutants.items() if case}
assert set(MUST_SAY) <= set(mutants), "a mutant of this test is gone"
with tempfile.TemporaryDirectory() as scratch, concurrent.futures.ThreadPoolExecutor(2) as pool:
    folder = pathlib.Path(scratch)
    found = list(pool.map(lambda each: wrong_with(folder, *each), mutants.items()))
    # Locks and calls are intercepted in a plain library, too.
    found.append(wrong_with(folder, "channels.recv.blocks.looks-then-sleeps", "channels.recv.blocks.stress", "plain"))
    # A deadlock of any case names the lines at which the threads wait.
    for which in ("plain", "instrumented"):
        _, printed = table_of(folder, "channels.recv.closed.only-once", "channels.recv.closed.run", which)
        if not re.search(r"^ *thread \d+ is at queue_channel.hpp:\d+: .*wait\(", printed, re.MULTILINE):
            found.append([f"channels.recv.closed.only-once ({which}): expected the line at which it waits:\n{printed}"])
    # Where all threads run, a failure says why it has no explanation.
    _, printed = table_of(folder, "mutex.poison.fails.never-poisons", "mutex.poison.fails.stress", "plain", ("--replay", "none:1"))
    if "no explanation: under none all threads run" not in printed:
        found.append([f"mutex.poison.fails.never-poisons: expected why it has no explanation:\n{printed}"])
    # An explanation depends on nothing but the failure.
    for mutant in ("channels.recv.blocks.sees-an-old-flag", "mutex.checks-then-locks"):
        one, other = (table_of(folder, mutant, mutants[mutant])[0] for _ in range(2))
        found.append([] if one == other else [f"{mutant}: explained in two ways:\n" + "\n".join(one + [""] + other)])
failures = [each for wrong in found for each in wrong]
print("\n".join(failures) or f"{len(mutants)} mutants explained")
sys.exit(bool(failures))
