# SPDX-License-Identifier: MIT
"""Keeps the verdicts, checks the explanations of the survivors, and prints the table."""
import collections
import json
import re
import time

from .project import RESULTS, SURVIVORS, Failure, say

SURVIVING = ("survived", "not reached")


def read_results():
    """The latest row of each mutant, by its key."""
    rows = [json.loads(line) for line in RESULTS.read_text().splitlines()] if RESULTS.exists() else []
    return {tuple(row["key"]): row for row in rows}


def is_settled(row, judges):
    """A kill holds until the reference changes. A survivor is judged again when the judges change, too."""
    same = row is not None and row["reference"] == judges.reference
    return same and (row["outcome"] in ("killed", "not building") or row["judges"] == judges.version)


def judge_and_keep(mutants, judges):
    """Judges the mutants that are not settled, and adds a row for each to the results."""
    results = read_results()
    due = [mutant for mutant in mutants if not is_settled(results.get(mutant.key), judges)]
    say(f"judging {len(due)} of {len(mutants)} mutants; the others have a verdict")
    for number, mutant in enumerate(due, 1):
        started = time.monotonic()
        outcome, verdict = judges.try_mutant(mutant)
        row = {"key": mutant.key, "line": mutant.line, "kind": mutant.kind, "outcome": outcome,
               **(vars(verdict) if verdict else {}), "seconds": round(time.monotonic() - started, 1),
               "reference": judges.reference, "judges": judges.version}
        with RESULTS.open("a") as file:
            file.write(json.dumps(row) + "\n")
        say(f"{number}/{len(due)} {mutant}\n    {described(row)}, {row['seconds']} s")


def read_explanations():
    """The explanations of survivors.txt, by the key of their mutant: the line each stands on, and its first word."""
    explanations, number = {}, 0
    for paragraph in SURVIVORS.read_text().split("\n\n"):
        lines = paragraph.strip("\n").split("\n")
        begin = number + 1 + len(paragraph) - len(paragraph.lstrip("\n"))
        number += paragraph.count("\n") + 2
        if lines[0].startswith("#") or not lines[0]:
            continue
        place = re.fullmatch(r"(\S+): (\S+)(?:, (\d+))?", lines[0])
        before = [line[2:] for line in lines if line.startswith("- ")]
        after = [line[2:] for line in lines if line.startswith("+ ")]
        reason = re.match(r"(Equivalent|Cost|Unseen|Gap): \S", "\n".join(lines[1 + len(before) + len(after):]))
        if not (place and len(before) == 1 and after and reason):
            raise Failure(f"{SURVIVORS}:{begin}: this paragraph is not an explanation; write a line `file: function`, "
                          "one line `- code`, one or more lines `+ code`, then `Equivalent: `, `Cost: `, `Unseen: ` or "
                          "`Gap: ` and the reason")
        for code in after:
            explanations[place[1], place[2], before[0], code, int(place[3] or 1)] = (begin, reason[1])
    return explanations


def complaints(mutants, results):
    """What is wrong with the explanations, a line each."""
    explanations = read_explanations()
    there = {mutant.key: mutant for mutant in mutants}
    for key, (line, _) in explanations.items():
        if key not in there:
            yield f"{SURVIVORS}:{line}: no mutant matches this explanation; remove or correct it: {key[3]}"
        elif key in results and results[key]["outcome"] not in SURVIVING:
            yield (f"{SURVIVORS}:{line}: this mutant does not survive ({described(results[key])}); "
                   f"remove its explanation: {key[3]}")
    for key, row in results.items():
        if row["outcome"] in SURVIVING and key in there and key not in explanations:
            yield f"{there[key]}: {row['outcome']}; add a case that kills it, or explain it in {SURVIVORS.name}"


def described(row):
    return f"{row['verdict']} {row['case']} ({row['judge']})" if row["outcome"] == "killed" else row["outcome"]


def report(mutants, results):
    """Prints the table, and the numbers."""
    explanations = read_explanations()
    counts = collections.defaultdict(collections.Counter)
    for file in dict.fromkeys(mutant.file for mutant in mutants):
        say(f"\n{file}")
        for mutant in (mutant for mutant in mutants if mutant.file == file):
            row = results.get(mutant.key, {"outcome": "not judged"})
            _, reason = explanations.get(mutant.key, (0, "not explained"))
            outcome = f"{row['outcome']}: {reason}" if row["outcome"] in SURVIVING else described(row)
            say(f"{mutant.line:5} {mutant.function}: {mutant.before}\n   => {mutant.after}\n      {outcome}")
            counts["all"][row["outcome"]] += 1
            counts[mutant.kind][row["outcome"]] += 1
            if row["outcome"] == "killed":
                counts["killed by"][row["judge"]] += 1
                counts["killed with"][row["verdict"]] += 1
            elif row["outcome"] in SURVIVING:
                counts["survivors"][reason] += 1
    say("")
    for what, numbers in counts.items():
        say(f"{what:12}" + ", ".join(f"{number} {name}" for name, number in numbers.most_common()))
