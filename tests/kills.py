# SPDX-License-Identifier: MIT
"""Kills runs of `fearless certify` at random moments by SIGINT, SIGTERM and SIGKILL, three side by side, and looks for what
they leave: processes, files, results that are not whole, and verdicts that no whole run has. What a run leaves that SIGKILL
ended, the next one removes. Usage: kills.py BUILD_FOLDER SOURCE_FOLDER [KILLS [SEED]]"""
import collections
import os
import pathlib
import random
import signal
import subprocess
import sys
import tempfile
import time

fearless = pathlib.Path(sys.argv[1]) / "fearless"
kills = int(sys.argv[3]) if len(sys.argv) > 3 else 12
seed = int(sys.argv[4]) if len(sys.argv) > 4 else time.time_ns() % 2**32
chance = random.Random(seed)
SIDE_BY_SIDE = 3
WHOLE = {"results.jsonl", "certificate.json", "verify.py", "junit.xml", "results.sarif", "badge.json"}
failures, seen = [], collections.Counter()

with tempfile.TemporaryDirectory() as scratch:
    temporary = pathlib.Path(scratch) / "tmp"
    temporary.mkdir()
    environment = {**os.environ, "TMPDIR": str(temporary)}

    def start(out):
        return subprocess.Popen([fearless, "certify", "reference", "--profile", "threads", "--executions", "20", "--out", out],
                                env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True)

    def processes():
        """Those that were started with this folder for temporary files, or for a case in a folder below it."""
        mark, found = f"TMPDIR={temporary}".encode(), []
        for each in pathlib.Path("/proc").glob("[0-9]*"):
            try:
                if mark in (each / "environ").read_bytes():
                    found.append(each.name)
            except OSError:
                pass
        return found

    def check_out(out, name):
        files = {each.name for each in out.iterdir()} if out.exists() else set()
        if files not in (set(), WHOLE):
            failures.append(f"{name}: files are left: {sorted(files)}")
        if files == WHOLE:
            verified = subprocess.run([fearless, "verify", out / "certificate.json"], env=environment, capture_output=True, text=True)
            seen["whole"] += 1
            if verified.returncode != 0:
                failures.append(f"{name}: results are not whole: {verified.stdout[:300]}")

    def end(run, how, out, name):
        if how:
            run.send_signal(how)
        said = run.communicate()[0]
        seen[how.name if how else "unharmed"] += 1
        ended_itself = run.returncode == 0 and "verdict     conforming" in said
        if not how and not ended_itself or "not conforming" in said:
            failures.append(f"{name}: false verdict: exit code {run.returncode}: {said[-500:]}")
        elif how == signal.SIGKILL and run.returncode != -how and not ended_itself:
            failures.append(f"{name}: exit code {run.returncode}: {said[-500:]}")
        elif how and how != signal.SIGKILL and run.returncode not in (2, -how) and not ended_itself:
            failures.append(f"{name}: exit code {run.returncode}: {said[-500:]}")
        check_out(out, name)

    began = time.monotonic()
    out = pathlib.Path(scratch) / "first"
    end(start(out), None, out, "the first run")
    longest = (time.monotonic() - began) * SIDE_BY_SIDE / 2
    killed = 0
    while killed < kills:
        group = []
        for _ in range(min(SIDE_BY_SIDE, kills - killed)):
            killed += 1
            out = pathlib.Path(scratch) / f"out-{killed}"
            how = chance.choice([signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
            group.append((chance.uniform(0, longest), how, out, f"run {killed} ({how.name})", start(out)))
        began = time.monotonic()
        for after, how, out, name, run in sorted(group, key=lambda each: each[0]):
            time.sleep(max(0, began + after - time.monotonic()))
            end(run, how, out, name)
        # What takes time is the kernel: it ends the processes of a box with the first of them.
        while processes():
            time.sleep(0.05)
        left = list(temporary.iterdir())
        seen["folders that SIGKILL left"] += len(left)
        if left and all(how != signal.SIGKILL for _, how, *_ in group):
            failures.append(f"run {killed}: files are left without SIGKILL: {left[:5]}")
            break
        if left:
            subprocess.run([fearless, "certify", "reference", "--case", "join.completes.run"], env=environment, capture_output=True)
            if any(temporary.iterdir()):
                failures.append(f"after run {killed}: the next run leaves {list(temporary.iterdir())[:5]}")
                break
    out = pathlib.Path(scratch) / "last"
    end(start(out), None, out, "the last run")
    if any(temporary.iterdir()):
        failures.append(f"files are left: {list(temporary.iterdir())[:5]}")

for line in failures:
    print(line)
print(f"{killed} kills, seed {seed}: {dict(seen)}, {len(failures)} failures")
sys.exit(1 if failures else 0)
