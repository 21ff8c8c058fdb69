#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Finds out whether a Fearless certificate is true to the results beside it. Needs Python 3.9 and nothing else.
It recomputes verdict, levels, counts and digests from the rows of results.jsonl, and prints each contradiction.
It does not prove that the run took place, who made it, or that the rows are all that the suite has: an edit after which all
the rest was recomputed is not noticed. Take this script from a Fearless that you trust.

Exit code: 0 verified, 1 the certificate is false, 2 could not tell."""
import argparse, collections, hashlib, html, itertools, json, math, os, re, stat, sys
MOST_BYTES, MOST_BYTES_OF_LIBRARY, MOST_ROWS, MOST_FIELDS, MOST_LEVELS, MOST_LINES = 16 << 20, 1 << 30, 10000, 1000, 16, 50
FORMATS = "https://in-toto.io/Statement/v1", "https://in-toto.io/attestation/test-result/v0.1"
FAILURES, NOT_RUN_TIME = {"CRASH", "EXIT", "RACE", "DEADLOCK", "FAIL"}, ("type", "reject", "")
LEVELS = "behaves", "race-checked", "typed"
IN_JUNIT = {"PASS": "", "UNSUPPORTED": "skipped", "NOTRUN": "skipped", "RACE": "failure", "DEADLOCK": "failure", "FAIL": "failure"}
# Forms. An object has exactly these fields: `field?` may be missing, `*` is any names, `*+` any but at least one.
NOT_PASS, DIGEST = "INVALID|CRASH|EXIT|RACE|DEADLOCK|FAIL|TIMEOUT|UNSUPPORTED|NOTRUN", {"sha256": "sha256"}
LIBRARY = {**DIGEST, "loads?": [{**DIGEST, "name": "name"}]}
HEADER = {
    "fearless": "results/1", "suite": "name", "commit": "name", "started": "name", "rows": "count", "manifest_sha256": "sha256",
    "toolchain": {"compiler": "text", "system": "text", "processor": "text"}, "claims": {"*": "name"},
    "controls": {"caught": "count", "of": "count", "clean": "count", "clean_of": "count", "missed": ["text"]},
    "implementation": {"name": "name", "release": "text", "language": "text", "description?": "name", "homepage?": "name", "sources?": "name",
                       "libraries": {"plain?": LIBRARY, "instrumented?": LIBRARY},
                       "native_bindings?": {**DIGEST, "compiler?": "name", "flags?": ["text"], "reads?": LIBRARY["loads?"]}},
    "profiles": ["name"], "requested_profiles": ["name"], "containment": {"contained": "boolean", "reason?": "name"}}
ROW = {
    "claim": "name", "case": "text", "method": "run|stress|detected|cost|scenarios|type|reject|", "verdict": NOT_PASS + "|PASS",
    "build": "plain|instrumented|compile-time", "milliseconds": "count", "text_sha256": "sha256", "reproduce": "text",
    "details": ["text"], "measured?": {"*+": {"value": "number", "unit": "text"}}, "judged?": "name", "demonstration?": "yes",
    "explored?": [{"strategy": "random|pct-2|pct-3|weak-1|weak-2|pct-2-weak-1|exhaustive-2|exhaustive-2-weak-2|noise|none",
                   "executions": "count", "detached": "count", "outcomes": {"*": "count"}, "seed?": "seed",
                   "scheduling_points?": "count", "older_values?": "count", "milliseconds?": "count", "complete?": "boolean", "replayed?": "boolean",
                   "forbidden?": {"outcome": "text", "seed": "seed", "execution": "count"}}],
    "scenarios?": {"drawn": "count", "executions": "count", "unjudged": "count"}, "optional?": "yes", "expects?": NOT_PASS,
    "intercepted?": {"atomics": "count", "calls": "count"}, "waived?": {"reason": "name", "link": "link", "expires": "date"},
    "explanation?": {"plan": {"memory": "boolean", "seed": "seed", "departures": [["any"]]}, "executions": "count", "milliseconds": "count",
                     "complete": "boolean", "threads": ["text"], "end": ["text"], "expected": ["text"], "steps": [
                         {"thread": "count", "kind": "call|operation|result|wait", "text": "text", "object?": "name", "file?": "name", "line?": "count",
                          "code?": "name", "note?": "name", "marks?": ["switch|older value|time-out|wake-up for no reason|"
                                                                       "other waiter woken|yield without effect|exchange fails for no reason|wake-up too late"]}]}}
FOOTER = {"complete": "yes", "explanations": {"*": "text"}, "*": "any"}
matches = lambda form: lambda value: isinstance(value, str) and re.fullmatch(form, value, re.DOTALL) is not None
KINDS = {
    "text": matches(".*"), "name": matches(".+"), "sha256": matches("[0-9a-f]{64}"), "link": matches("https?://[!#-;=-~]{1,190}"),
    "date": matches("[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"), "boolean": lambda value: isinstance(value, bool),
    "count": lambda value: type(value) is int and value <= 10**12, "seed": lambda value: type(value) is int,
    "number": lambda value: type(value) in (int, float), "yes": lambda value: value is True, "any": lambda value: True}
class BadInput(Exception): """A file that is missing, too large, or not of the format."""
def shown(value):
    text = json.dumps(value, sort_keys=True, separators=(",", ":"))
    return text if len(text) <= 100 else text[:97] + "..."
def sha256(data): return hashlib.sha256(data).hexdigest()
def read(file, most):
    try:
        with open(os.open(file, os.O_RDONLY | os.O_NONBLOCK), "rb") as opened:
            data = opened.read(most + 1) if stat.S_ISREG(os.fstat(opened.fileno()).st_mode) else None
    except (OSError, ValueError) as failed:
        raise BadInput(f"can't read {file}: {getattr(failed, 'strerror', None) or failed}") from None
    if data is None or len(data) > most:
        raise BadInput(f"{file}: not a regular file of at most {most} bytes")
    return data
def number(text):
    """An integer that has a sign, or needs more than 64 bits, is no count."""
    if not math.isfinite(float(text)):
        raise ValueError(text)
    return int(text) if text.isdigit() and len(text) <= 20 and int(text) < 1 << 64 else float(text)
def parse(data, where):
    def fields(pairs):
        if len(dict(pairs)) < len(pairs) or len(pairs) > MOST_FIELDS:
            raise BadInput(f"{where}: it has a field twice, or more than {MOST_FIELDS} fields")
        return dict(pairs)
    try:
        text = data.decode("utf-8")
        brackets = re.findall(r"[][{}]", re.sub(r'"(?:[^"\\]+|\\.)*"?', "", text, flags=re.DOTALL))
        if max(itertools.accumulate(1 if each in "[{" else -1 for each in brackets), default=0) > MOST_LEVELS:
            raise BadInput(f"{where}: it is nested too deeply")
        value = json.loads(text, object_pairs_hook=fields, parse_constant=number, parse_float=number, parse_int=number)
        json.dumps(value, ensure_ascii=False).encode("utf-8")  # fails for half of a surrogate pair
        return value
    except (ValueError, RecursionError):
        raise BadInput(f"{where}: not JSON") from None
def require_form(value, form, where):
    if isinstance(form, str):
        fits = KINDS[form](value) if form in KINDS else isinstance(value, str) and value in form.split("|")
    else:
        needed = [field for field in form if isinstance(form, dict) and field[0] != "*" and field[-1] != "?"]
        fits = type(value) is type(form) and all(field in value for field in needed) and (value or "*+" not in form)
    if not fits:
        raise BadInput(f"{where}: {shown(value)} is not of the form {shown(form)}")
    for field, each in () if isinstance(form, str) else value.items() if isinstance(value, dict) else enumerate(value):
        names = (field, f"{field}?", "*", "*+")[2 * str(field).endswith("?"):] if isinstance(form, dict) else ()
        known = next((form[name] for name in names if name in form), "nothing: the field is unknown") if names else form[0]
        require_form(each, known, f"{where}: {shown(field)}")

def compare(expected, found, where, add):
    if isinstance(expected, list) and isinstance(found, list) and len(expected) == len(found):
        expected, found = dict(enumerate(expected)), dict(enumerate(found))
    if isinstance(expected, dict) and isinstance(found, dict):
        for field in sorted({**expected, **found}):
            words = [shown(of[field]) if field in of else "nothing" for of in (expected, found)]
            if "nothing" in words:
                add(f"{where}: {shown(field)}: expected {words[0]}, found {words[1]}")
            else:
                compare(expected[field], found[field], f"{where}: {shown(field)}", add)
    elif type(expected) is not type(found) or expected != found:
        add(f"{where}: expected {shown(expected)}, found {shown(found)}")
def is_tallied(row): return "demonstration" not in row and (row["verdict"] != "UNSUPPORTED" or "optional" not in row)
def row_rules(row, header, first, searched):
    """What is expected of a row, and whether it holds. `first`: the first row of its claim, `searched`: figures by build."""
    verdict, method, build, case, explored = row["verdict"], row["method"], row["build"], row["case"], row.get("explored", [])
    controls, about, own = header["controls"], header["implementation"], row.get("scenarios", {})
    owners = {"explored": method == "stress", "scenarios": method == "scenarios", "expects": method == "detected",
              "optional": verdict == "UNSUPPORTED", "judged": build == "compile-time" and verdict in ("PASS", "FAIL"),
              "waived": verdict in FAILURES and "demonstration" not in row, "explanation": method == "stress" and verdict in FAILURES}
    yield "a claim of the header", row["claim"] in header["claims"]
    yield "one sentence for all rows of its claim", row["text_sha256"] == first["text_sha256"]
    yield "all rows of its claim as demonstrations, or none", row.get("demonstration") == first.get("demonstration")
    yield "a case of its claim", case.startswith(row["claim"] + ".") if case else not method
    yield "a build that fits the method", not method or (method in NOT_RUN_TIME) == (build == "compile-time")
    yield "the command that runs this row", f" --case {case} --only {build}" in row["reproduce"]
    yield "only fields of its method, build and verdict", all(owners.get(field, True) for field in row)
    yield "details of what kept it from PASS", verdict == "PASS" or row["details"]
    if not 0 < controls["of"] == controls["caught"] or controls["clean"] != controls["clean_of"]:
        yield "INVALID after a missed control", verdict == "INVALID"
    if method and verdict != "INVALID":
        yield "a file that was judged", build in builds_of(about) or verdict == {"compile-time": "UNSUPPORTED"}.get(build, "NOTRUN")
    if own:
        figures = own["drawn"], own["executions"]
        yield "no more unjudged executions than executions", own["unjudged"] <= own["executions"]
        yield "the scenarios of the other rows of its build", searched.setdefault(build, figures) == figures
    if verdict == "PASS":
        sound = [0 < each["executions"] == sum(each["outcomes"].values()) >= each["detached"] and "forbidden" not in each
                 for each in explored]
        rests_on = {"": False, "stress": explored and all(sound), "scenarios": own and min(figures) > 0}
        yield "what a PASS of its method rests on", rests_on.get(method, True)
        yield "no details with PASS", not row["details"] or method in ("detected", "reject")
def check_frame(header, rows, footer, add):
    """Adds what header and rows say that cannot be. Returns the first row of each claim of the header."""
    profiles, requested, controls = header["profiles"], header["requested_profiles"], header["controls"]
    lacking = controls["of"] - controls["caught"], controls["clean_of"] - controls["clean"]
    is_sound = min(lacking) >= 0 and len(controls["missed"]) == sum(lacking) + (controls["of"] == 0)
    if sorted(profiles) != sorted(set(header["claims"].values())) or requested not in ([], profiles) or not is_sound:
        add("results.jsonl:1: expected profiles of its claims, and a line for each missed control, found another header")
    names, first_of, searched = set(), {}, {}
    for number, row in enumerate(rows, 2):
        key = row["claim"], row["case"], row["build"]
        rules = row_rules(row, header, first_of.setdefault(row["claim"], row), searched)
        for expected, holds in itertools.chain([("each row once", key not in names)], rules):
            if not holds:
                add(f"results.jsonl:{number}: expected {expected}, found {shown(row['case'])} ({row['build']}) {row['verdict']}")
        names.add(key)
    for claim in sorted(set(header["claims"]) - set(first_of)):
        add(f"results.jsonl: expected a row for each claim of the header, found none for {shown(claim)}")
    for claim in set(footer["explanations"]) - {row["claim"] for row in rows if row["verdict"] != "PASS"}:
        add(f"results.jsonl: explanations: expected only claims that do not hold, found {shown(claim)}")
    return {claim: row for claim, row in first_of.items() if claim in header["claims"]}

def unproved_of(rows):
    """The claims on run time that no instrumented row shows."""
    run_time = [row for row in rows if row["method"] not in NOT_RUN_TIME]
    return {row["claim"] for row in run_time} - {row["claim"] for row in run_time
                                                 if row["build"] == "instrumented" and row["verdict"] == "PASS"}
def undecided_of(rows):
    """The claims of which the file was there, and still nothing can be said."""
    ran = {row["build"] for row in rows if row["verdict"] != "NOTRUN"}
    only_instrumented = "plain" not in ran and "instrumented" in ran
    return {row["claim"] for row in rows if row["verdict"] in ("TIMEOUT", "INVALID")
            or row["verdict"] == "NOTRUN" and (not row["case"] or row["build"] in ran)} | (unproved_of(rows) if only_instrumented else set())
def levels_of(rows):
    """The levels that the tallied rows of a profile reach."""
    seen = {build: {row["verdict"] for row in rows if row["build"] == build} for build in ROW["build"].split("|")}
    behaves, race_checked, typed = [verdicts <= {"PASS"} for verdicts in seen.values()]
    if seen["plain"] <= {"NOTRUN"} and not seen["instrumented"] <= {"NOTRUN"}:
        behaves = race_checked and not unproved_of(rows)
    levels = {"behaves": (behaves, seen["plain"] or seen["instrumented"]),
              "race-checked": (race_checked, seen["instrumented"]), "typed": (typed, seen["compile-time"])}
    return [name for name in levels if levels[name][0] and any(map(all, levels.values()))]
def words_for(levels, between): return "fearless" if len(levels) == 3 else between.join(levels) or "no level"
def builds_of(about): return {*about["libraries"], *(["compile-time"] if "native_bindings" in about else [])}
def not_judged(rows):
    reasons = {}
    for build in ("plain", "instrumented"):
        own = [row for row in rows if row["build"] == build and row["case"]]
        reasons[build] = own and all(row["verdict"] == "NOTRUN" and row["details"] for row in own) and own[0]["details"][0]
    found = {"behaves": reasons["instrumented"] and reasons["plain"], "race-checked": reasons["instrumented"]}
    return {level: reason for level, reason in found.items() if reason}
def conclude(rows, levels, requested, about):
    seen, about_it = {row["verdict"] for row in rows}, {row["verdict"] for row in rows if "demonstration" not in row}
    is_open = any(row["verdict"] == "NOTRUN" and (not row["case"] or row["build"] in builds_of(about)) for row in rows)
    if about_it & FAILURES:
        return "not conforming"
    if is_open or seen & {*FAILURES, "INVALID", "TIMEOUT"}:
        return "could not tell"
    is_absent = any(levels.get(profile) == [] for profile in requested)
    return "not conforming" if is_absent else "conforming" if "PASS" in about_it else "could not tell"
def footer_of(header, rows, explanations):
    levels, not_certifiable, shortfalls = {}, {}, {}
    counted = collections.Counter(row["verdict"] for row in rows if not row.get("demonstration"))
    demonstrated = [row["verdict"] for row in rows if row.get("demonstration") and row["verdict"] not in ("UNSUPPORTED", "NOTRUN")]
    for profile in header["profiles"]:
        own = [row for row in rows if header["claims"].get(row["claim"]) == profile and is_tallied(row)]
        levels[profile] = levels_of(own)
        compiled = {row["verdict"] for row in own if row["build"] == "compile-time"}
        if compiled == {"UNSUPPORTED"}:
            not_certifiable[profile] = ["typed"]
        failing = {row["claim"] for row in own if row["verdict"] in FAILURES}
        lacks = [row for row in own if row["verdict"] == "UNSUPPORTED" and (row["method"] not in NOT_RUN_TIME or compiled != {"UNSUPPORTED"})]
        lacking = sorted({line for row in lacks for line in row["details"]})
        undecided = undecided_of(own) - failing
        if failing or undecided or lacking:
            shortfalls[profile] = {"failing": len(failing), "undecided": len(undecided), "lacking": lacking}
    return {"complete": True, "counts": dict(counted), "levels": levels, "not_certifiable": not_certifiable,
            "shortfalls": shortfalls, "not_judged": not_judged(rows), "explanations": explanations,
            "demonstrations": {"passed": demonstrated.count("PASS"), "of": len(demonstrated)},
            "verdict": conclude(rows, levels, header["requested_profiles"], header["implementation"])}
def searched_of(rows):
    explored = [row["explored"] for row in rows if row["verdict"] == "PASS" and "explored" in row]
    entries = [each for row in explored for each in row]
    fewest = min((sum(each["executions"] for each in row) for row in explored), default=0)
    executions, detached = (sum(each[field] for each in entries) for field in ("executions", "detached"))
    return {"rows": len(explored), "strategies": list(dict.fromkeys(each["strategy"] for each in entries)), "fewest": fewest,
            "executions": executions, "detached": detached, "bound": 3 / fewest if fewest >= 3 else 1.0} if explored else None
def manifest_of(lines): return {"digest": {"sha256": sha256("".join(line + "\n" for line in sorted(lines)).encode())}}
def certificate_of(header, rows, footer, results_sha256):
    about, tests, kinds = header["implementation"], collections.defaultdict(list), dict.fromkeys(("TIMEOUT", "UNSUPPORTED", "NOTRUN"), "warned")
    for row in filter(is_tallied, rows):
        tests["passed" if row["verdict"] == "PASS" else kinds.get(row["verdict"], "failed")].append(f"{row['case']} ({row['build']})" if row["case"] else row["claim"])
    wholes = {**about["libraries"], "native bindings": about.get("native_bindings")}
    parts = [(whole + end, each) for whole in ("plain", "instrumented", "native bindings") if wholes.get(whole) for end, each in
             [("", wholes[whole]), *((": " + of["name"], of) for key in ("loads", "reads") for of in wholes[whole].get(key, []))]]
    claims = {f"{row['claim']} {header['claims'].get(row['claim'], '')} {row['text_sha256']} "
              f"{'demonstration' if row.get('demonstration') else 'claim'}" for row in rows}
    result = "WARNED" if tests["warned"] or tests["failed"] else "PASSED"
    return {"_type": FORMATS[0], "predicateType": FORMATS[1], "predicate": {
        "result": result if footer["verdict"] == "conforming" else "FAILED",
        "results": {"name": "results.jsonl", "digest": {"sha256": results_sha256}},
        "configuration": [
            {"name": f"fearless-suite-{header['suite']}", "digest": {"gitCommit": header["commit"]}},
            {"name": "manifest", **manifest_of(f"{row['claim']} {row['case']} {row['build']}" for row in rows)},
            {"name": "claims", **manifest_of(claims)}, {"name": "toolchain", "annotations": header["toolchain"]},
            {"name": "controls", "annotations": header["controls"]}, {"name": "containment", "annotations": header["containment"]}],
        "passedTests": tests["passed"], "warnedTests": tests["warned"], "failedTests": tests["failed"],
        "verdict": footer["verdict"], "levels": footer["levels"], "notJudged": footer["not_judged"],
        "notCertifiable": footer["not_certifiable"], "demonstrations": footer["demonstrations"],
        "searched": searched_of(rows), "implementation": about, "started": header["started"]},
        "subject": [{"name": f"{about['name']} ({name})", "digest": {"sha256": each["sha256"]}} for name, each in parts]}

def badge_of(header, footer):
    profiles, verdict = collections.defaultdict(list), footer["verdict"]
    for profile, levels in sorted(footer["levels"].items()):
        profiles[tuple(map(LEVELS.index, levels))].append(profile)
    is_of_all = len(profiles) == 1 and not header["requested_profiles"]
    parts = [f"{'all profiles' if is_of_all else ', '.join(names)}: {words_for([LEVELS[each] for each in reached], ' + ')}"
             for reached, names in sorted(profiles.items()) if reached]
    green = "brightgreen" if all(len(each) == len(LEVELS) for each in profiles) else "green"
    badge = {"schemaVersion": 1, "label": "fearless", "message": " · ".join([verdict] * (verdict != "conforming") + parts) or "no level",
             "color": {"not conforming": "red", "could not tell": "lightgrey"}.get(verdict, green)}
    badge.update({} if verdict == "conforming" else {"isError": verdict == "could not tell"})
    return json.dumps(badge, indent=2, sort_keys=True, ensure_ascii=False) + "\n"
def escaped(text): return re.sub("[\0-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]", "?", html.escape(text, quote=False))
def words_of(**attributes):
    in_attribute = str.maketrans({'"': "&quot;", "\n": "&#10;", "\t": "&#09;"})
    return "".join(f' {name}="{escaped(value).replace("&gt;", ">").translate(in_attribute)}"' for name, value in attributes.items())
def seconds(milliseconds): return f"{milliseconds / 1000:.3f}"
def kind_in_junit(row): return IN_JUNIT.get(row["verdict"], "error")
def test_in_junit(row):
    kind, type_of = kind_in_junit(row), {} if row["verdict"] in ("UNSUPPORTED", "NOTRUN") else {"type": row["verdict"]}
    about = words_of(message=": ".join([row["verdict"], *row["details"][:1]]), **type_of)
    texts = [(kind, about, [*row["details"], row["reproduce"]])] if kind else []
    texts += [("system-out", "", [f"{each['executions']} executions by {each['strategy']}" for each in row.get("explored", [])])]
    inside = "".join(f"      <{tag}{words}>{escaped(chr(10).join([*lines, '']))}</{tag}>\n" for tag, words, lines in texts if lines)
    words = words_of(classname=row["claim"], name=row["case"] or row["claim"], time=seconds(row["milliseconds"]))
    return f"    <testcase{words}" + (f">\n{inside}    </testcase>\n" if inside else " />\n")
def tally_in_junit(name, rows):
    kinds = [kind_in_junit(row) for row in rows]
    counts = {"failures": str(kinds.count("failure")), "errors": str(kinds.count("error"))}
    return words_of(name=name, tests=str(len(rows)), **counts, time=seconds(sum(row["milliseconds"] for row in rows)))
def junit_of(header, rows):
    suites = "\n"
    for build in ROW["build"].split("|"):
        own = [row for row in rows if row["build"] == build]
        skipped = words_of(skipped=str([kind_in_junit(row) for row in own].count("skipped")), timestamp=header["started"])
        tests = "".join(map(test_in_junit, own))
        suites += f"  <testsuite{tally_in_junit('fearless.' + build, own)}{skipped}>\n{tests}  </testsuite>\n" if own else ""
    whole = f"<testsuites{tally_in_junit('fearless', rows)}" + (f">{suites}</testsuites>\n" if rows else " />\n")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + whole
def check_report(file, expected, findings):
    name = os.path.basename(file)
    if not os.path.lexists(file):
        return findings["not checked"].append(f"{name}: it is not beside the certificate")
    lines, found = [text.split(b"\n") for text in (expected.encode(), read(file, MOST_BYTES))]
    if lines != found:
        at = next((at for at, pair in enumerate(zip(lines, found)) if pair[0] != pair[1]), len(lines) - 1)
        line = shown(lines[at].decode()) if at < len(lines) - 1 else "nothing"
        findings["false"].append(f"{name}:{at + 1}: expected {line}, found something else")
def check_libraries(parts, files, findings):
    judged = {each["digest"]["sha256"]: each["name"] for each in parts}
    given = {sha256(read(file, MOST_BYTES_OF_LIBRARY)): file for file in files}
    findings["false"] += [f"{shown(given[digest])}: expected a file that was judged, found the digest {digest}"
                          for digest in sorted(set(given) - set(judged))]
    wholes = collections.Counter(judged[digest].split(": ")[0].rstrip(")") + ")" for digest in set(judged) - set(given))
    findings["not checked"] += [f"files of {shown(of)}: {count}: give them with --library" for of, count in sorted(wholes.items())]
def check_claims(header, first_of, file, findings):
    if file is None:
        return findings["not checked"].append("the sentences of the claims: give claims.json with --claims")
    try:
        now = {each["id"] + "": (each["profile"] + "", sha256(each["text"].encode()), each.get("demonstration") is True)
               for chapter in parse(read(file, MOST_BYTES), file)["chapters"] for each in chapter["claims"]}
    except (KeyError, TypeError, AttributeError):
        raise BadInput(f"{file}: not a file of claims, such as spec/claims.json of a build") from None
    for claim, row in sorted(first_of.items()):
        judged = header["claims"].get(claim), row["text_sha256"], "demonstration" in row
        if claim not in now or judged[1] != now[claim][1]:
            words = "its sentence has changed since" if claim in now else "it is no claim of the specification now"
            findings["stale"].append(f"{shown(claim)}: {words}")
        elif judged != now[claim]:
            findings["false"].append(f"results.jsonl: {shown(claim)}: expected {shown(now[claim])}, found {shown(judged)}")
    findings["stale"] += [f"{shown(claim)}: the run did not judge this claim" for claim, of in sorted(now.items())
                          if claim not in first_of and of[0] in header["profiles"]]
def read_results(file):
    data = read(file, MOST_BYTES)
    lines = data.split(b"\n")
    if lines.pop() != b"" or not 2 <= len(lines) <= MOST_ROWS + 2:
        raise BadInput(f"{file}: it is cut short, or has more than {MOST_ROWS} rows")
    parsed = [parse(line, f"{file}:{number}") for number, line in enumerate(lines, 1)]
    for number, form in enumerate([HEADER] + [ROW] * (len(lines) - 2) + [FOOTER]):
        require_form(parsed[number], form, f"{file}:{number + 1}")
    return parsed[0], parsed[1:-1], parsed[-1], sha256(data)
def verify(asked):
    stated = parse(read(asked.certificate, MOST_BYTES), asked.certificate)
    if type(stated) is not dict or (stated.get("_type"), stated.get("predicateType")) != FORMATS:
        raise BadInput(f"{asked.certificate}: not a certificate of a format that is known")
    header, rows, footer, digest = read_results(os.path.join(os.path.dirname(asked.certificate), "results.jsonl"))
    findings = {"false": [], "stale": [], "not checked": []}
    wrong, expected = findings["false"], footer_of(header, rows, footer["explanations"])
    first_of = check_frame(header, rows, footer, wrong.append)
    certificate = certificate_of(header, rows, expected, digest)
    of_rows = {"rows": len(rows), "manifest_sha256": certificate["predicate"]["configuration"][1]["digest"]["sha256"]}
    compare({**header, **of_rows}, header, "results.jsonl:1", wrong.append)
    compare(expected, footer, "results.jsonl: footer", wrong.append)
    compare(certificate, stated, "certificate.json", wrong.append)
    for name, text in ("junit.xml", junit_of(header, rows)), ("badge.json", badge_of(header, expected)):
        check_report(os.path.join(os.path.dirname(asked.certificate), name), text, findings)
    check_libraries(certificate["subject"], asked.library, findings)
    check_claims(header, first_of, asked.claims, findings)
    for kind, lines in findings.items():
        more = [f"and {len(lines) - MOST_LINES} more"] if len(lines) > MOST_LINES else []
        print("".join(f"{kind}: {line}\n" for line in lines[:MOST_LINES] + more), end="")
    if wrong:
        return print(f"the certificate is false: {len(wrong)} contradictions") or 1
    about = header["implementation"]
    print(f"verified: {shown(about['name'])} {shown(about['release'])}: {expected['verdict']}, {len(rows)} rows")
    for profile, levels in sorted(expected["levels"].items()):
        print(f"  {shown(profile)}: {words_for(levels, ', ')}")
    return print("The files agree with each other. Nothing in them shows who made the run, or that it took place.") or 0

words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
words.add_argument("certificate", help="a certificate.json, with its results.jsonl beside it")
words.add_argument("--library", action="append", default=[], metavar="FILE", help="a file that was judged; can be repeated")
words.add_argument("--claims", metavar="FILE", help="claims.json of a build, to find the claims that changed since")
if __name__ == "__main__":
    try:
        sys.exit(verify(words.parse_args()))
    except BadInput as bad:
        sys.exit(sys.stderr.write(f"verify.py: {bad}\n".encode("ascii", "backslashreplace").decode()) and 2)
