# SPDX-License-Identifier: MIT
"""Edits real results, recomputes their certificates, and shows that `fearless diff` tells what was edited.
Usage: diff.py BUILD_FOLDER"""
import copy
import html
import json
import pathlib
import re
import subprocess
import sys
import tempfile

from edited_run import Run, write

build = pathlib.Path(sys.argv[1])
failures, compared = [], 0
reference_folder = build / "results" / "reference"
reference = Run(reference_folder)


def diff(*arguments):
    done = subprocess.run([build / "fearless", "diff", *arguments], capture_output=True, text=True, stdin=subprocess.DEVNULL)
    return done.returncode, done.stdout, done.stderr


def save(folder, run):
    folder.mkdir()
    write(folder, run.text(), json.dumps(run.certificate))


def edited(edit):
    run = copy.deepcopy(reference)
    run.predicate = run.certificate["predicate"]
    edit(run)
    run.recompute()
    return run


def check(name, before, after, code, says=(), hides=()):
    """Compares two runs, as text and as Markdown, and what each of them says. In Markdown, entities and tags are undone."""
    global compared
    with tempfile.TemporaryDirectory() as scratch:
        folders = [pathlib.Path(scratch) / word for word in ("before", "after")]
        for folder, run in zip(folders, (before, after)):
            save(folder, run)
        seen, text, error = diff(*folders)
        seen_with, markdown, _ = diff(*folders, "--markdown")
    compared += 1
    if seen != code or seen_with != code:
        failures.append(f"{name}: exit codes {seen} and {seen_with}, expected {code}: {error}{text[-300:]}")
    plain = html.unescape(re.sub("</?code>", "", markdown)).replace(" | ", " ")
    for each in says:
        if not re.search(each, text):
            failures.append(f"{name}: the text lacks {each!r}: {text[:2000]}")
    for each in hides:
        for output in (text, plain):
            if re.search(each, output):
                failures.append(f"{name}: the output has {each!r}")
    last = text.splitlines()[-1] if text else ""
    if f"**{last}**" not in plain:
        failures.append(f"{name}: the Markdown lacks the conclusion {last!r}")
    return text, markdown, plain


def rows_of(run, claim):
    return [row for row in run.rows if row["claim"] == claim]


def make(claim, verdict, details=("first line", "second line"), build_kind=None, **fields):
    """An edit that gives rows of a claim a verdict."""
    def edit(run):
        for row in rows_of(run, claim):
            if build_kind in (None, row["build"]):
                row.update(verdict=verdict, details=list(details) if verdict != "PASS" else [], **fields)
    return edit


def claims_where(condition):
    names = dict.fromkeys(row["claim"] for row in reference.rows)
    return [claim for claim in names if condition(rows_of(reference, claim))]


def is_whole(rows):
    """Whether a claim has rows of both run-time builds, all of which count, and no others."""
    return {row["build"] for row in rows} == {"plain", "instrumented"} and not any(
        "demonstration" in row or "optional" in row for row in rows)


claim, other = claims_where(is_whole)[:2]
demonstration = claims_where(lambda rows: "demonstration" in rows[0] and rows[0]["verdict"] == "PASS")[0]
profile = reference.header["claims"][claim]
held = edited(lambda run: None)
LOST, GAINED = r"lost: held before, and does not hold now \(1 claim\)\n", r"gained: holds now \(1 claim\)\n"


def verdicts():
    failing, crashed = edited(make(claim, "FAIL")), edited(make(claim, "CRASH"))
    unsupported, undecided = edited(make(claim, "UNSUPPORTED")), edited(make(claim, "NOTRUN"))
    name = re.escape(claim)

    def changed(title, before, after, code, words):
        says = [rf"{title} \(1 claim\)\n  {name}: {words}"]
        text, markdown, plain = check(title, before, after, code, says)
        if not re.search(rf"#### {title} \(1 claim\)\n(?s:.*)\| {name} {profile} {words.replace(' -> ', ' ').split(',')[0]}", plain):
            failures.append(f"{title}: the Markdown has no such table: {plain[:1500]}")

    lost, gained = LOST.split(r" \(")[0], GAINED.split(r" \(")[0]
    shows = rf", {name}\.[a-z.-]+ \((plain|instrumented)\): first line\n"
    changed(lost, held, failing, 1, "PASS -> FAIL" + shows)
    changed(lost, held, unsupported, 1, "PASS -> UNSUPPORTED" + shows)
    changed(lost, held, undecided, 1, "PASS -> NOTRUN" + shows)
    changed(gained, failing, held, 0, "FAIL -> PASS, before " + name)
    changed(gained, unsupported, held, 0, "UNSUPPORTED -> PASS, before " + name)
    changed("another verdict, and neither holds", failing, crashed, 0, "FAIL -> CRASH" + shows)
    changed("unsupported now, and did not hold before", undecided, unsupported, 0, "NOTRUN -> UNSUPPORTED" + shows)
    changed("undecided now, and did not hold before", unsupported, undecided, 0, "UNSUPPORTED -> NOTRUN" + shows)
    changed("supported now, but fails", unsupported, failing, 0, "UNSUPPORTED -> FAIL" + shows)
    changed("decided now, but fails", undecided, failing, 0, "NOTRUN -> FAIL" + shows)
    check("a claim that is lost in one build", edited(make(claim, "NOTRUN", build_kind="instrumented")),
          edited(lambda run: (make(claim, "NOTRUN", build_kind="instrumented")(run),
                              make(claim, "FAIL", build_kind="plain")(run))), 1, [LOST + rf"  {name}: PASS -> FAIL, .*\(plain\)"])


def sets_of_claims():
    def stale(run):
        make(claim, "FAIL", text_sha256="0" * 64)(run)

    def without(run):
        run.rows = [row for row in run.rows if row["claim"] != other]
        del run.header["claims"][other]

    check("a stale claim that fails", edited(make(claim, "FAIL")), edited(stale), 0,
          [rf"stale: .*\(1 claim\)\n  {re.escape(claim)}: FAIL -> FAIL", "nothing lost, nothing gained"], ["lost: held"])
    check("a stale claim that costs a level", held, edited(stale), 1, [r"stale: ", r"lost: behaves, race-checked",
                                                                       r"\n2 levels lost, nothing gained\n"], ["lost: held"])
    check("a claim that AFTER did not judge", held, edited(without), 0,
          [rf"gone: only BEFORE judged it \(1 claim\)\n  {re.escape(other)}: PASS -> not judged\n"])
    check("a claim that BEFORE did not judge", edited(without), held, 0,
          [rf"new: only AFTER judged it \(1 claim\)\n  {re.escape(other)}: not judged -> PASS\n"])
    optional = edited(make(claim, "UNSUPPORTED", build_kind="instrumented", optional=True))
    check("rows of an optional feature", held, optional, 0, ["nothing lost: the runs agree on all"], [re.escape(claim)])


def levels():
    check("a level", held, edited(make(claim, "RACE", build_kind="instrumented")), 1,
          [rf"  {profile}: fearless -> behaves, typed; lost: race-checked\n", "1 claim and 1 level lost, nothing gained",
           "before +reference .*: conforming", "after +reference .*: not conforming"])
    check("a level that is gained", edited(make(claim, "RACE", build_kind="instrumented")), held, 0,
          [rf"  {profile}: behaves, typed -> fearless; gained: race-checked\n", "nothing lost, 1 claim and 1 level gained"])


def circumstances():
    def rename(run):
        run.header["implementation"].update(name="other", release="99")
        run.header["implementation"]["libraries"]["plain"]["sha256"] = "0123456789abcdef" * 4
        run.header.update(suite="9.9.9", commit="0000000")
        run.header["toolchain"]["compiler"] = "clang 99"

    check("other circumstances", held, edited(rename), 0,
          ["runs of different implementations", "implementation: reference -> other", "release: .* -> 99",
           r"library \(plain\): sha256 .* -> sha256 0123456789abcdef\n", "suite: .* -> 9.9.9",
           "commit of the suite: .* -> 0000000", "compiler: .* -> clang 99"])
    check("the same run", held, held, 0, ["identical"], ["what else", "levels\n"])


def runs_that_say_nothing():
    says = "AFTER says nothing"
    missed = edited(make(demonstration, "INVALID"))
    could_not_tell = "\ncould not tell whether something is lost\n"
    check("a demonstration that failed", held, missed, 2, [says, could_not_tell, "demonstrations that pass: "], [re.escape(demonstration)])
    check("a demonstration that failed before", missed, held, 2, ["BEFORE says nothing", could_not_tell])
    check("a run that says nothing, and itself", missed, missed, 0, ["identical"])
    check("a demonstration that failed, and a lost claim", held,
          edited(lambda run: (make(demonstration, "INVALID")(run), make(claim, "FAIL")(run))), 1, [says, LOST])


def markup():
    hostile = "| `x` </code></details><script>alert(1)</script> [a](http://a) @you #1 **b** $x$ \\| \u202e &lt;\n\x1b[2J\x7f"

    def edit(run):
        make(claim, "FAIL", details=[hostile])(run)
        run.header["implementation"].update(name=f"<img src=x> {hostile}", release=hostile)
        run.header["toolchain"]["compiler"] = hostile

    text, markdown, plain = check("markup", held, edited(edit), 1, [r"\| `x` </code>"])
    if any(not (" " <= each <= "~" or each in "\n→…") for each in text + markdown):
        failures.append("markup: the output has characters that a terminal could obey")
    for line in filter(lambda line: "alert" in line, markdown.splitlines()):
        bare = re.sub("</?code>", "", line)
        if re.search(r"[<>`\[\]@\\$]|https?:", bare) or re.search(r"&(?!#\d+;)|#(?!\d+;)(?!## )", bare.removeprefix("### ")):
            failures.append(f"markup: not escaped: {line}")
        if line.count("<code>") != line.count("</code>"):
            failures.append(f"markup: code that does not end: {line}")
    tables = re.findall(r"(?:^\|.*\|\n)+", markdown, re.MULTILINE)
    for table in tables:
        if len({line.count("|") for line in table.splitlines()}) != 1:
            failures.append(f"markup: a row with other cells than its table: {table}")
    if "alert" not in "".join(tables):
        failures.append("markup: the table lacks the details")


def size():
    def all_fail(run):
        for row in run.rows:
            if "demonstration" not in row:
                row.update(verdict="FAIL", details=["<" * 300])
                row.pop("optional", None)
                row.pop("judged", None)

    text, markdown, _ = check("everything fails", held, edited(all_fail), 1, [r"lost: .*\(\d+ claims\)"])
    if len(markdown) >= 65536 or markdown.count("<details>") != markdown.count("</details>"):
        failures.append(f"everything fails: a comment of {len(markdown)} characters")


def bad_input():
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        false = copy.deepcopy(held)
        false.footer["verdict"] = "not conforming"
        save(folder / "false", false)
        save(folder / "true", held)
        names = sorted(held.header["claims"])
        for name, claims in (("some", names[::2]), ("others", names[1::2])):
            run = copy.deepcopy(held)
            run.rows = [row for row in run.rows if row["claim"] in claims]
            run.header["claims"] = {each: of for each, of in run.header["claims"].items() if each in claims}
            run.header["profiles"] = sorted(set(run.header["claims"].values()))
            run.header["requested_profiles"] = []
            run.recompute()
            save(folder / name, run)
        for arguments, says in (
                (("false", "true"), f"BEFORE is false: {folder}/false/certificate.json: 2 contradictions, the first is results.jsonl"),
                (("true", "false"), "AFTER is false: "), (("true", "none"), f"can't read {folder}/none"),
                (("some", "others"), "no claim in common"), (("true",), "AFTER is required"),
                (("true", "true/verify.py"), "can't read")):
            code, output, error = diff(*(folder / each for each in arguments))
            if code != 2 or output or error.count("\n") != 1 or says not in error:
                failures.append(f"bad input {arguments}: exit code {code}, expected 2 and {says!r}: {output}{error}")
        for form in ("true", "true/certificate.json", "true/results.jsonl"):
            code, output, error = diff(folder / form, folder / "true")
            if code != 0 or "identical" not in output:
                failures.append(f"{form}: exit code {code}: {output}{error}")


def honest():
    """Each run against each: none differs from itself, and what one direction loses, the other one gains."""
    folders = sorted(file.parent for file in (build / "results").glob("*/verify.py"))
    for folder in folders:
        code, text, error = diff(folder, folder)
        if code != 0 or "identical" not in text:
            failures.append(f"{folder.name}: exit code {code}: {text[-300:]}{error}")
        _, there, _ = diff(reference_folder, folder)
        _, back, _ = diff(folder, reference_folder)
        counts = [re.search(rf"^{word}.*\((\d+) claims?\)$", text, re.MULTILINE) for word, text in
                  (("lost: ", there), ("gained: ", back))]
        if [each and each[1] for each in counts][0] != [each and each[1] for each in counts][1]:
            failures.append(f"{folder.name}: it loses and gains other numbers of claims: {counts}")


for part in (verdicts, sets_of_claims, levels, circumstances, runs_that_say_nothing, markup, size, bad_input, honest):
    part()
for line in failures:
    print(line)
print(f"{compared} pairs of certificates, {len(failures)} failures")
sys.exit(1 if failures else 0)
