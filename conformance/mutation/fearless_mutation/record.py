# SPDX-License-Identifier: MIT
"""Keeps the answers of the judges, checks the explanations of the survivors, and prints the table."""
import collections
import json
import re
import statistics

from .judges import CASES, DECIDED, KINDS, SCENARIOS
from .project import RESULTS, SURVIVORS, Failure, say

SURVIVING = ("survived", "not reached")


def read_results():
    """The latest row of each kind of judge, by the key of the mutant."""
    results = collections.defaultdict(dict)
    for row in map(json.loads, RESULTS.read_text().splitlines() if RESULTS.exists() else []):
        results[tuple(row["key"])][row["kind"]] = row
    return results


def is_settled(row, judges):
    """A kill holds until the reference changes. A survivor is judged again when the judges change, too."""
    same = row is not None and row["reference"] == judges.reference
    return same and (row["outcome"] in DECIDED or row["judges"] == judges.version)


def kinds_to_ask(rows, kinds, judges):
    """The kinds of judges that have no answer yet; none of them if one has killed the mutant."""
    settled = [kind for kind in kinds if is_settled(rows.get(kind), judges)]
    if any(rows[kind]["outcome"] in DECIDED for kind in settled):
        return []
    return [kind for kind in kinds if kind not in settled]


def judge_and_keep(mutants, judges, kinds):
    """Judges the mutants that are not settled, and adds a row for each answer to the results."""
    results = read_results()
    due = {mutant: kinds_to_ask(results[mutant.key], kinds, judges) for mutant in mutants}
    due = {mutant: asked for mutant, asked in due.items() if asked}
    say(f"judging {len(due)} of {len(mutants)} mutants; the others have a verdict")
    for number, (mutant, asked) in enumerate(due.items(), 1):
        say(f"{number}/{len(due)} {mutant}")
        for answer in judges.try_mutant(mutant, asked):
            row = {"key": mutant.key, "line": mutant.line, "kind": answer.kind, "outcome": answer.outcome,
                   **(vars(answer.verdict) if answer.verdict else {}), "executions": answer.executions,
                   "seconds": round(answer.seconds, 1), "reference": judges.reference, "judges": judges.version}
            with RESULTS.open("a") as file:
                file.write(json.dumps(row) + "\n")
            say(f"    {described(row)}, {row['seconds']} s")


def final(rows):
    """The row that decides: of the kind that killed the mutant, otherwise of the cases, which are asked last."""
    decided = [rows[kind] for kind in KINDS if kind in rows and rows[kind]["outcome"] in DECIDED]
    return decided[0] if decided else rows.get(CASES, {"outcome": "not judged"})


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
        reason = re.match(r"(Equivalent|Cost|Gap): \S", "\n".join(lines[1 + len(before) + len(after):]))
        if not (place and len(before) == 1 and after and reason):
            raise Failure(f"{SURVIVORS}:{begin}: this paragraph is not an explanation; write a line `file: function`, "
                          "one line `- code`, one or more lines `+ code`, then `Equivalent: `, `Cost: ` or "
                          "`Gap: ` and the reason")
        for code in after:
            explanations[place[1], place[2], before[0], code, int(place[3] or 1)] = (begin, reason[1])
    return explanations


def complaints(mutants, results):
    """What is wrong with the explanations, a line each."""
    explanations = read_explanations()
    there = {mutant.key: mutant for mutant in mutants}
    for key, (line, _) in explanations.items():
        row = final(results.get(key, {}))
        if key not in there:
            yield f"{SURVIVORS}:{line}: no mutant matches this explanation; remove or correct it: {key[3]}"
        elif row["outcome"] in DECIDED:
            yield (f"{SURVIVORS}:{line}: this mutant does not survive ({described(row)}); "
                   f"remove its explanation: {key[3]}")
    for key, rows in results.items():
        outcome = final(rows)["outcome"]
        if outcome in SURVIVING and key in there and key not in explanations:
            yield f"{there[key]}: {outcome}; add a case that kills it, or explain it in {SURVIVORS.name}"


def described(row):
    if row["outcome"] != "killed":
        return f"{row['kind']}: {row['outcome']}" if "kind" in row else row["outcome"]
    after = f" after {row['executions']:,} executions" if row["kind"] == SCENARIOS else ""
    return f"{row['kind']}: {row['verdict']} {row['case']} ({row['judge']}){after}"


def report(mutants, results):
    """Prints the table, and the numbers."""
    explanations = read_explanations()
    counts = collections.defaultdict(collections.Counter)
    for file in dict.fromkeys(mutant.file for mutant in mutants):
        say(f"\n{file}")
        for mutant in (mutant for mutant in mutants if mutant.file == file):
            rows = results.get(mutant.key, {})
            row = final(rows)
            _, reason = explanations.get(mutant.key, (0, "not explained"))
            say(f"{mutant.line:5} {mutant.function}: {mutant.before}\n   => {mutant.after}")
            for each in rows.values():
                say(f"      {described(each)}" + (f": {reason}" if each is row and row["outcome"] in SURVIVING else ""))
            counts["all"][row["outcome"]] += 1
            counts[mutant.kind][row["outcome"]] += 1
            if row["outcome"] == "killed":
                counts["killed by"][row["kind"]] += 1
                counts["killed with"][row["verdict"]] += 1
            elif row["outcome"] in SURVIVING:
                counts["survivors"][reason] += 1
    say("")
    for what, numbers in counts.items():
        say(f"{what:12}" + ", ".join(f"{number} {name}" for name, number in numbers.most_common()))
    for kind in KINDS:
        report_kind(kind, [results[mutant.key][kind] for mutant in mutants if kind in results.get(mutant.key, {})])
    report_missed(mutants, results)


def report_kind(kind, rows):
    """Prints what the judges of one kind say by themselves of the mutants that they were asked about."""
    numbers = collections.Counter(row["outcome"] for row in rows)
    say(f"{kind:12}" + (", ".join(f"{number} {name}" for name, number in numbers.most_common()) or "not asked"))
    kills = [row for row in rows if row["outcome"] == "killed"]
    for unit in (["executions", "seconds"] if kind == SCENARIOS else ["seconds"]) if kills else []:
        values = [row[unit] for row in kills]
        say(f"{'':12}{unit} to the kill: median {statistics.median(values):,g}, worst {max(values):,g}")


def report_missed(mutants, results):
    """Prints the mutants that the scenarios reach and do not kill, and a case or an own test does."""
    found = [(mutant, results.get(mutant.key, {})) for mutant in mutants]
    missed = [(mutant, final(rows)) for mutant, rows in found if final(rows)["outcome"] == "killed"
              and rows.get(SCENARIOS, {}).get("outcome") in ("survived", "undecided")]
    say(f"{'missed':12}{len(missed)} that the scenarios reach and do not kill, and a case or an own test does")
    for mutant, row in missed:
        say(f"  {mutant}\n      {described(row)}")
