# SPDX-License-Identifier: MIT
"""Forges certificates from real results, and shows that `fearless verify` and verify.py verify none of them, agree on each,
and end in good order. Three forgers try: one edits the files; one also corrects the digests and the manifest; one recomputes
all that follows from the rows, so that only what cannot be gives the edit away. Usage: verify.py BUILD_FOLDER SOURCE_FOLDER"""
import copy
import json
import os
import pathlib
import resource
import shutil
import subprocess
import sys
import tempfile

from edited_run import Run, script, script_file, write, write_reports

build = pathlib.Path(sys.argv[1])
claims_file = build / "spec" / "claims.json"
failures, forged, verified = [], 0, 0
EXPLANATION = {"plan": {"memory": True, "seed": 1, "departures": []}, "executions": 1, "milliseconds": 1, "complete": True,
               "threads": [], "steps": [], "end": [], "expected": []}


def both(folder, *more, claims=claims_file):
    """Runs both verifiers; checks that they end in good order and agree. Returns exit code and output."""
    done = [subprocess.run([*command, folder / "certificate.json", "--claims", claims, *more], capture_output=True, text=True,
                           stdin=subprocess.DEVNULL)
            for command in ([build / "fearless", "verify"], [sys.executable, "-I", "-S", script_file])]
    codes = [each.returncode for each in done]
    outputs = [sorted(each.stdout.splitlines()) for each in done]
    wrong = []
    if codes[0] != codes[1]:
        wrong.append("the exit codes differ")
    if any(code not in (0, 1, 2) or each.stderr.count("\n") != (code == 2) or "internal error" in each.stderr
           for code, each in zip(codes, done)):
        wrong.append("a verifier did not end in good order")
    if outputs[0] != outputs[1]:
        wrong.append(f"the outputs differ: {sorted(set(outputs[0]) ^ set(outputs[1]))[:4]}")
    return codes[0], done[0].stdout + done[0].stderr, [f"{each}: {codes} {[one.stderr[-300:] for one in done]}" for each in wrong]


def expect(name, code, folder, *more, says="", claims=claims_file):
    global forged, verified
    seen, output, wrong = both(folder, *more, claims=claims)
    failures.extend(f"{name}: {each}" for each in wrong)
    if seen != code or says not in output:
        failures.append(f"{name}: exit code {seen}, expected {code} and {says!r}: {output[:400]}")
    if code == 0:
        verified += 1
    else:
        forged += 1


def forge(base, name, edit, code=1, forgers=("edits", "binds", "recomputes")):
    """Lets each of the forgers do this edit, which changes the parts of a run."""
    for forger in forgers:
        run = copy.deepcopy(base)
        run.predicate = run.certificate["predicate"]
        edit(run)
        if forger == "binds":
            run.bind()
        if forger == "recomputes":
            run.recompute()
        with tempfile.TemporaryDirectory() as scratch:
            folder = pathlib.Path(scratch)
            write(folder, run.text(), json.dumps(run.certificate))
            expect(f"{name} ({forger})", code, folder)


def forge_text(name, code, results, certificate, says=""):
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        write(folder, results, certificate)
        expect(name, code, folder, says=says)


def first(run, condition):
    return next(row for row in run.rows if condition(row))


def of_method(method, verdict="PASS"):
    return lambda row: row["method"] == method and row["verdict"] == verdict


def change(select, **fields):
    def edit(run):
        select(run).update(fields)
    return edit


def row_of(condition):
    return lambda run: first(run, condition)


def each_row(condition, edit_row):
    def edit(run):
        for row in filter(condition, run.rows):
            edit_row(row)
    return edit


EDITS, BINDS, ALL = ("edits",), ("edits", "binds"), ("edits", "binds", "recomputes")


def forge_rows(base):
    plain_run = row_of(lambda row: of_method("run")(row) and row["build"] == "plain")
    stress = row_of(of_method("stress"))
    scenarios = row_of(of_method("scenarios"))
    demonstration = row_of(lambda row: "demonstration" in row)
    compiled = row_of(lambda row: row["build"] == "compile-time" and row["verdict"] == "PASS")
    forge(base, "a verdict becomes FAIL", change(plain_run, verdict="FAIL"))
    forge(base, "a verdict becomes UNSUPPORTED", change(plain_run, verdict="UNSUPPORTED"))
    forge(base, "a pass turns into a time-out", change(plain_run, verdict="TIMEOUT"))
    forge(base, "a row is removed", lambda run: run.rows.pop(7), forgers=BINDS)
    forge(base, "all rows of a claim are removed", lambda run: setattr(
        run, "rows", [row for row in run.rows if row["claim"] != run.rows[0]["claim"]]))
    forge(base, "all rows are removed", lambda run: run.rows.clear())
    forge(base, "a row is doubled", lambda run: run.rows.append(copy.deepcopy(run.rows[3])))
    forge(base, "a row replaces another", lambda run: run.rows.__setitem__(4, copy.deepcopy(run.rows[3])))
    forge(base, "a row of no claim is added", lambda run: run.rows.append(
        {**run.rows[0], "claim": "made.up", "case": "made.up.run"}))
    forge(base, "a row has another case", change(plain_run, case="made.up.run"))
    forge(base, "a row has another build", change(plain_run, build="compile-time"))
    forge(base, "a row has another method", change(plain_run, method="stress"))
    forge(base, "a row has no method", change(plain_run, method=""))
    forge(base, "a row has no case", change(plain_run, case="", method=""))
    forge(base, "the command is another", change(plain_run, reproduce="true"))
    forge(base, "a sentence's digest in one row", change(plain_run, text_sha256="0" * 64), forgers=BINDS)
    forge(base, "a demonstration becomes a claim", lambda run: demonstration(run).pop("demonstration"), forgers=ALL)
    forge(base, "a claim becomes a demonstration", each_row(
        lambda row: row["claim"] == plain_run(base)["claim"], lambda row: row.update(demonstration=True)))
    forge(base, "a pass is optional", change(plain_run, optional=True))
    forge(base, "a pass is waived", change(plain_run, waived={"reason": "x", "link": "https://a", "expires": "2027-01-01"}))
    forge(base, "a pass is explained", change(stress, explanation=EXPLANATION))
    forge(base, "a run-time row is from the cache", change(plain_run, judged="2026-01-01T00:00:00Z"))
    forge(base, "a case that runs expects a race", change(plain_run, expects="RACE"))
    forge(base, "a pass has details of a failure", change(plain_run, details=["a.cpp:3: 1 == 2"]))
    forge(base, "a case that runs has schedules", lambda run: plain_run(run).update(explored=stress(run)["explored"]))
    forge(base, "a stress case without schedules", lambda run: stress(run).pop("explored"))
    forge(base, "a stress case with an empty search", change(stress, explored=[]))
    forge(base, "a stress case without executions", lambda run: stress(run)["explored"][0].update(executions=0, outcomes={}))
    forge(base, "more executions than outcomes", lambda run: stress(run)["explored"][0].update(executions=54 * 10**9))
    forge(base, "more detached executions than executions", lambda run: stress(run)["explored"][0].update(detached=10**6))
    forge(base, "a pass with a forbidden outcome", lambda run: stress(run)["explored"][0].update(
        forbidden={"outcome": "lost", "seed": 1, "execution": 1}))
    forge(base, "scenarios without figures", lambda run: scenarios(run).pop("scenarios"))
    forge(base, "scenarios that were not executed", lambda run: scenarios(run)["scenarios"].update(executions=0))
    forge(base, "more scenarios than other rows have", lambda run: scenarios(run)["scenarios"].update(drawn=10**6))
    forge(base, "more unjudged executions than executions", lambda run: scenarios(run)["scenarios"].update(unjudged=10**9))
    if any(row["build"] == "compile-time" for row in base.rows):
        forge(base, "no native bindings, but passes", lambda run: run.header["implementation"].pop("native_bindings"))
        forge(base, "a compile-time pass is unsupported", change(compiled, verdict="UNSUPPORTED"), forgers=BINDS)


def forge_frame(base):
    profile = base.header["profiles"][0]
    forge(base, "the row count", lambda run: run.header.update(rows=1), forgers=EDITS)
    forge(base, "the manifest", lambda run: run.header.update(manifest_sha256="0" * 64), forgers=EDITS)
    forge(base, "no instrumented library, but passes", lambda run: run.header["implementation"]["libraries"].pop("instrumented"))
    forge(base, "another digest of a library", lambda run: run.header["implementation"]["libraries"]["plain"].update(
        sha256="0" * 64), forgers=BINDS)
    forge(base, "another name", lambda run: run.header["implementation"].update(name="other"), forgers=BINDS)
    forge(base, "another release", lambda run: run.header["implementation"].update(release="99"), forgers=BINDS)
    forge(base, "another commit", lambda run: run.header.update(commit="0000000"), forgers=EDITS)
    forge(base, "another time", lambda run: run.header.update(started="2020-01-01T00:00:00Z"), forgers=BINDS)
    forge(base, "no controls", lambda run: run.header["controls"].update(caught=0, of=0, clean=0, clean_of=0))
    forge(base, "a missed control", lambda run: run.header["controls"].update(caught=run.header["controls"]["of"] - 1))
    forge(base, "more controls caught than there are", lambda run: run.header["controls"].update(caught=10**6))
    forge(base, "a line about a control that was not missed", lambda run: run.header["controls"]["missed"].append("race"))
    forge(base, "a profile less", lambda run: run.header["profiles"].remove(profile))
    forge(base, "a profile twice", lambda run: run.header["profiles"].append(profile))
    forge(base, "a profile that was not judged was asked for", lambda run: run.header.update(requested_profiles=["made"]))
    forge(base, "a claim that has no row", lambda run: run.header["claims"].update({"made.up": profile}))
    forge(base, "a claim less", lambda run: run.header["claims"].pop(run.rows[0]["claim"]))
    forge(base, "claims of another profile", lambda run: run.header["claims"].update(
        {claim: "made" for claim, of in run.header["claims"].items() if of == profile}))
    forge(base, "the counts", lambda run: run.footer["counts"].update(PASS=10**6), forgers=BINDS)
    forge(base, "an extra count", lambda run: run.footer["counts"].update(FINE=1), forgers=BINDS)
    forge(base, "the verdict in the footer", lambda run: run.footer.update(verdict="could not tell"), forgers=BINDS)
    forge(base, "the levels in the footer", lambda run: run.footer["levels"].update({profile: []}), forgers=BINDS)
    forge(base, "the demonstrations", lambda run: run.footer["demonstrations"].update(passed=99), forgers=BINDS)
    forge(base, "a shortfall", lambda run: run.footer["shortfalls"].update({profile: {"failing": 1, "undecided": 0, "lacking": []}}), forgers=BINDS)
    forge(base, "not certifiable", lambda run: run.footer["not_certifiable"].update({profile: ["typed"]}), forgers=BINDS)
    forge(base, "not judged", lambda run: run.footer["not_judged"].update({"behaves": "no library"}), forgers=BINDS)
    forge(base, "an explanation of a claim that holds", lambda run: run.footer["explanations"].update(
        {first(run, of_method("stress"))["claim"]: "It fails."}))
    forge(base, "a footer without levels", lambda run: run.footer.pop("levels"), forgers=BINDS)
    forge(base, "a truth for a number in the footer", lambda run: run.footer["demonstrations"].update(of=True), forgers=BINDS)


def forge_certificate(base):
    def edit(name, change_predicate):
        forge(base, f"certificate: {name}", lambda run: change_predicate(run.predicate), forgers=EDITS)

    profile = base.header["profiles"][0]
    edit("result", lambda of: of.update(result="FAILED" if of["result"] != "FAILED" else "PASSED"))
    edit("verdict", lambda of: of.update(verdict="not conforming"))
    edit("levels", lambda of: of["levels"].update({profile: ["behaves"]}))
    edit("a profile less", lambda of: of["levels"].pop(profile))
    edit("a passed test less", lambda of: of["passedTests"].pop())
    edit("a failed test", lambda of: of["failedTests"].append("made.up.run (plain)"))
    edit("executions", lambda of: of["searched"].update(executions=2**64 - 6))
    edit("detached", lambda of: of["searched"].update(detached=1.5))
    edit("fewest", lambda of: of["searched"].update(fewest=True))
    edit("bound", lambda of: of["searched"].update(bound=1e-9))
    edit("strategies", lambda of: of["searched"]["strategies"].append("all"))
    edit("searched", lambda of: of.update(searched=None))
    edit("demonstrations", lambda of: of["demonstrations"].update(passed=0))
    edit("implementation", lambda of: of["implementation"].update(name="other"))
    edit("started", lambda of: of.update(started="2020-01-01T00:00:00Z"))
    edit("the digest of the results", lambda of: of["results"]["digest"].update(sha256="0" * 64))
    edit("no digest of the results", lambda of: of.pop("results"))
    edit("the digest of the claims", lambda of: of["configuration"][2]["digest"].update(sha256="0" * 64))
    edit("the controls", lambda of: of["configuration"][4]["annotations"].update(of=99))
    edit("no configuration", lambda of: of.update(configuration=[]))
    edit("an extra field", lambda of: of.update(signedBy="me"))
    forge(base, "certificate: another name of a part", lambda run: run.certificate["subject"][0].update(name="other (plain)"), forgers=EDITS)
    forge(base, "certificate: a digest of a part", lambda run: run.certificate["subject"][0]["digest"].update(
        sha256="0" * 64), forgers=EDITS)
    forge(base, "certificate: no parts", lambda run: run.certificate.update({"subject": []}), forgers=EDITS)
    forge(base, "certificate: no predicate", lambda run: run.certificate.pop("predicate"), forgers=EDITS)


def forge_forms(base):
    """Files that are not of the format: it cannot be told whether they are true."""
    results, certificate = base.text(), json.dumps(base.certificate)
    lines = results.splitlines(keepends=True)

    def rows(name, damaged, says=""):
        forge_text(f"results: {name}", 2, damaged, certificate, says)

    def whole(name, damaged, says=""):
        forge_text(f"certificate: {name}", 2, results, damaged, says)

    def in_row(name, old, new):
        changed = [line for line in lines]
        number = next(i for i, line in enumerate(lines) if i > 0 and old in line)
        changed[number] = lines[number].replace(old, new, 1)
        rows(name, "".join(changed), says=f"results.jsonl:{number + 1}")

    rows("empty", "")
    rows("cut in a row", results[:len(results) // 2])
    rows("cut after a row", "".join(lines[:9]))
    rows("without its footer", "".join(lines[:-1]))
    rows("without its header", "".join(lines[1:]))
    rows("a line after the footer", results + lines[1])
    rows("two footers", results + lines[-1])
    rows("an empty line", results.replace("\n", "\n\n", 1))
    rows("another format", results.replace("results/1", "results/2"))
    rows("no claims in the header", json.dumps({k: v for k, v in base.header.items() if k != "claims"}) + "\n" + "".join(lines[1:]))
    rows("no UTF-8", results.encode() + b"\xff\xfe\n")
    rows("a byte order mark", b"\xef\xbb\xbf" + results.encode())
    rows("more rows than are read", lines[0] + lines[1] * 10001 + lines[-1])
    rows("nested deeply", lines[0] + "[" * 500000 + "\n" + lines[-1], "nested")
    rows("nested too deeply to be right", lines[0] + "[" * 17 + "]" * 17 + "\n" + lines[-1], "nested")
    rows("a text without end", lines[0] + '{"claim": "' + '\\"' * 300000 + "\n" + lines[-1])
    rows("a list for a row", lines[0] + "[]\n" + lines[-1])
    in_row("an unknown verdict", '"PASS"', '"FINE"')
    in_row("an unknown method", '"method": "stress"', '"method": "measure"')
    in_row("an unknown strategy", '"random"', '"lucky"')
    in_row("an unknown field", '{"', '{"score": 1, "')
    in_row("an optional field's name with its mark", '{"', '{"judged?": "x", "')
    in_row("a field twice", '{"', '{"verdict": "FAIL", "')
    in_row("NaN", '"detached": 0', '"detached": NaN')
    in_row("infinity", '"detached": 0', '"detached": 1e999')
    in_row("a truth for a number", '"detached": 0', '"detached": false')
    in_row("a number that is no integer", '"detached": 0', '"detached": 0.0')
    in_row("a negative number", '"detached": 0', '"detached": -1')
    in_row("minus nothing", '"detached": 0', '"detached": -0')
    in_row("2 to the power of 64", '"detached": 0', '"detached": 18446744073709551616')
    in_row("a trillion and one", '"detached": 0', '"detached": 1000000000001')
    in_row("a number of 5000 digits", '"detached": 0', '"detached": ' + "9" * 5000)
    in_row("a number with a leading zero", '"detached": 0', '"detached": 00')
    in_row("half of a surrogate pair", '"details": []', '"details": ["\\ud800"]')
    in_row("a line break in a text", '"details": []', '"details": ["\t"]')
    in_row("a text for a list", '"details": []', '"details": ""')
    in_row("null", '"details": []', '"details": null')
    waived = '{"waived": {"reason": "x", "link": "https://a", "expires": "2027-01-01"}, "'
    for name, before, after in (("script", "https://a", "javascript:a"), ("nothing", "https://a", ""), ("a space", "//a", "//a b"), ("a line break", "//a", "//a\\n"),
                                ("no address", "https://a", "https://"), ("200 letters", "//a", "//" + "a" * 200), ("an umlaut", "//a", "//ü")):
        in_row(f"a waiver with a link of {name}", '{"', waived.replace(before, after))
    for day in ("never", "2027-00-01", "2027-13-01", "2027-01-32", "2027-1-1", "20270101", "2027-01-01\\n", "２027-01-01"):
        in_row(f"a waiver until {day}", '{"', waived.replace("2027-01-01", day))
    in_row("a waiver without a reason", '{"', waived.replace('"x"', '""'))
    in_row("a waiver without a day", '{"', waived.replace(', "expires": "2027-01-01"', ""))
    explained = '{"explanation": ' + json.dumps(EXPLANATION) + ', "'
    for name, before, after in (("without steps", '"steps": []', '"stairs": []'), ("of no thread", '"threads": []', '"threads": 7'),
                                ("that is not complete or incomplete", "true", "7"), ("with a plan that is none", '"departures": []', '"departures": [1]')):
        in_row(f"an explanation {name}", '{"', explained.replace(before, after))
    in_row("optional: false", '{"', '{"optional": false, "')
    in_row("a digest in capitals", '"text_sha256": "', '"text_sha256": "F')
    whole("empty", "")
    whole("no JSON", "certified")
    whole("a list", "[]")
    whole("another type", certificate.replace("Statement/v1", "Statement/v2"))
    whole("another predicate", certificate.replace("test-result/v0.1", "test-result/v9"))
    whole("a field twice", certificate.replace('{"', '{"subject": [], "', 1), "twice")
    whole("a field that is written differently twice", certificate.replace('{"', '{"\\u005ftype": "", "', 1), "twice")
    whole("NaN", certificate.replace('"bound": ', '"bound": NaN, "x": ', 1))
    whole("nested deeply", '{"_type": ' + "[" * 500000)
    whole("huge", certificate + " " * (16 << 20), "16777216")
    whole("cut", certificate[:-1])
    whole("words after it", certificate + "x")


def odd_files(base):
    results, certificate = base.text(), json.dumps(base.certificate)
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        expect("no certificate", 2, folder)
        write(folder, results, certificate)
        expect("an absent library", 2, folder, "--library", folder / "none.so")
        expect("a library of someone else", 1, folder, "--library", folder / "results.jsonl", says="was judged")
        expect("a device as a library", 2, folder, "--library", "/dev/zero")
        expect("a folder as a library", 2, folder, "--library", folder)
        with open(folder / "hole", "wb") as hole:
            hole.truncate(1 << 40)
        expect("a library of a terabyte", 2, folder, "--library", folder / "hole")
        (folder / "claims.json").write_text("{}")
        expect("no claims", 2, folder, claims=folder / "claims.json", says="not a file of claims")
        (folder / "results.jsonl").unlink()
        expect("no results", 2, folder)
        os.mkfifo(folder / "results.jsonl")
        expect("a FIFO as results", 2, folder, says="regular")


def forge_reports(base):
    """Edits what is for machines that do not read certificates."""
    base = copy.deepcopy(base)
    base.recompute()
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        write(folder, base.text(), json.dumps(base.certificate))
        expect("no reports", 0, folder, says="not checked: junit.xml: it is not beside the certificate")
        write_reports(folder, base)
        texts = {file: file.read_text() for file in (folder / "junit.xml", folder / "badge.json")}
        junit, badge = texts
        expect("reports", 0, folder)

        def edited(name, file, change_text, code=1, says=""):
            changed = change_text(texts[file])
            file.write_bytes(changed if isinstance(changed, bytes) else changed.encode())
            expect(f"{file.name}: {name}", code, folder, says=says or (f"false: {file.name}:" if code == 1 else ""))
            file.write_text(texts[file])

        def without(line_with):
            return lambda text: "".join(line for line in text.splitlines(True) if line_with not in line)

        case = next(row["case"] for row in base.rows if row["method"] == "run")
        tests = f'tests="{len(base.rows)}"'
        edited("fewer tests", junit, lambda text: text.replace(tests, 'tests="1"', 1), says="false: junit.xml:2: expected")
        edited("failures", junit, lambda text: text.replace('failures="0"', 'failures="1"', 1))
        edited("errors of a suite", junit, lambda text: text[::-1].replace('"0"=srorre', '"1"=srorre', 1)[::-1])
        edited("a test removed", junit, without(f'name="{case}"'))
        edited("another test's name", junit, lambda text: text.replace(f'name="{case}"', 'name="made.up.run"', 1))
        edited("another claim", junit, lambda text: text.replace(f'classname="{base.rows[0]["claim"]}"', 'classname="made.up"', 1))
        edited("another time", junit, lambda text: text.replace("time=\"", "time=\"1", 1))
        edited("another moment", junit, lambda text: text.replace("timestamp=\"2", "timestamp=\"1", 1))
        edited("executions", junit, lambda text: text.replace(" executions by", "0 executions by", 1))
        edited("a failure added", junit, lambda text: text.replace(" />", "><failure message=\"x\" type=\"FAIL\">x</failure></testcase>", 1))
        edited("a skipped test added", junit, lambda text: text.replace(" />", "><skipped /></testcase>", 1))
        edited("a suite removed", junit, lambda text: text[:text.index("  <testsuite ")] + text[text.rindex("  <testsuite "):])
        edited("an entity", junit, lambda text: text.replace("?>", "?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>", 1))
        edited("a comment", junit, lambda text: text.replace("</testsuites>", "<!-- --></testsuites>"))
        edited("cut", junit, lambda text: text[:-1])
        edited("a line more", junit, lambda text: text + "\n", says="expected nothing")
        edited("empty", junit, lambda text: "")
        edited("no UTF-8", junit, lambda text: b"\xff\xfe" + text.encode("utf-16-le"))
        edited("huge", junit, lambda text: text + " " * (16 << 20), code=2)
        edited("another message", badge, lambda text: text.replace('"message": "', '"message": "better '))
        edited("another colour", badge, lambda text: text.replace('"color": "', '"color": "bright'))
        edited("another label", badge, lambda text: text.replace('"fearless"', '"safe"', 1))
        edited("an error", badge, lambda text: text.replace("{", '{"isError": true,', 1))
        edited("a field twice", badge, lambda text: text.replace("{", '{"color": "red",', 1))
        edited("on one line", badge, lambda text: json.dumps(json.loads(text)))
        edited("no JSON", badge, lambda text: "green")
        edited("empty", badge, lambda text: "")
        badge.unlink()
        os.mkfifo(badge)
        expect("badge.json: a FIFO", 2, folder, says="regular")
        badge.unlink()
        badge.symlink_to(folder / "none")
        expect("badge.json: a link to nothing", 2, folder)


def forge_rows_beside_reports(base):
    """A forger recomputes all but the reports. Then all of it, with texts that XML can't hold: both verifiers know what
    is written then."""
    run = copy.deepcopy(base)
    odd = "a\n\t\"<&>'&gt;\x00\x01\r\x7f\x85\xa0\ufffe\uffff\u20ac\U0001f600"
    rows = [row for row in run.rows if row["method"] == "run"]
    for row, verdict in zip(rows, ("FAIL", "RACE", "DEADLOCK", "CRASH", "EXIT", "TIMEOUT", "NOTRUN", "UNSUPPORTED")):
        row.update(verdict=verdict, details=[odd, "]]>", ""], milliseconds=10**12)
    rows[0].update(details=[""], milliseconds=1)
    run.recompute()
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        write(folder, run.text(), json.dumps(run.certificate))
        write_reports(folder, base)
        expect("reports of other rows", 1, folder, says="false: badge.json:")
        write_reports(folder, run)
        expect("reports with odd texts", 0, folder)
        for profiles in (run.header["profiles"], []):
            run.header["requested_profiles"] = profiles
            run.recompute()
            write(folder, run.text(), json.dumps(run.certificate))
            write_reports(folder, run)
            expect("a badge of selected profiles", 0, folder)


def limits(base):
    """What the pages say that verification cannot notice. If it can, they are to be corrected."""
    run = copy.deepcopy(base)
    run.header["implementation"]["release"] = "99"
    run.recompute()
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        write(folder, run.text(), json.dumps(run.certificate))
        expect("an edit after which all was recomputed", 0, folder)


def stale(folder):
    claims = json.loads(claims_file.read_text())
    chapter = next(each for each in claims["chapters"] if any(
        claim["id"] in Run(folder).header["claims"] for claim in each["claims"]))
    changed, gone = chapter["claims"][0], chapter["claims"].pop()
    changed["text"] += " At once."
    chapter["claims"].append({**changed, "id": "made.up"})
    with tempfile.TemporaryDirectory() as scratch:
        file = pathlib.Path(scratch) / "claims.json"
        file.write_text(json.dumps(claims))
        for each in (f'stale: "{changed["id"]}": its sentence has changed', f'stale: "{gone["id"]}": it is no claim',
                     'stale: "made.up": the run did not judge'):
            expect("changed claims", 0, folder, claims=file, says=each)
        changed["text"] = changed["text"].removesuffix(" At once.")
        changed["profile"] = "made"
        file.write_text(json.dumps(claims))
        expect("a claim of another profile", 1, folder, claims=file, says="found")


def honest(folder):
    expect(f"the certificate of {folder.name}", 0, folder, says="verified: ")


def seconds_alone(folder):
    """The processor time of the script, in a folder that has nothing else."""
    with tempfile.TemporaryDirectory() as scratch:
        for name in ("certificate.json", "results.jsonl", "verify.py"):
            shutil.copy(folder / name, scratch)
        times = []
        for _ in range(3):
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            subprocess.run([sys.executable, "-I", "-S", "verify.py", "certificate.json"], cwd=scratch, check=True,
                           stdout=subprocess.DEVNULL)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            times.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
        return min(times)


runs = sorted(file.parent for file in (build / "results").glob("*/verify.py"))
for folder in runs:
    honest(folder)
    failing = Run(folder)
    if any(row["verdict"] in script.FAILURES for row in failing.rows):
        forge(failing, f"{folder.name}: failures pass", each_row(
            lambda row: row["verdict"] in script.FAILURES, lambda row: row.update(verdict="PASS")))
    if any(row["verdict"] == "UNSUPPORTED" for row in failing.rows):
        forge(failing, f"{folder.name}: what is not supported passes", each_row(
            lambda row: row["verdict"] == "UNSUPPORTED", lambda row: row.update(verdict="PASS")))
reference_folder = build / "results" / "reference"
reference = Run(reference_folder)
for attempt in (forge_rows, forge_frame, forge_certificate, forge_forms, odd_files, forge_reports,
                forge_rows_beside_reports, limits):
    attempt(reference)
stale(reference_folder)
needed = seconds_alone(reference_folder)
if needed > 1:
    failures.append(f"verify.py needs {needed:.2f} s of processor time")

for line in failures:
    print(line)
print(f"{forged} forged certificates, {verified} others, {len(failures)} failures; verify.py alone needs {needed:.2f} s")
sys.exit(1 if failures else 0)
