# SPDX-License-Identifier: MIT
"""Validates the project's files against schemas/, with a validator that knows nothing of the certifier, and shows that
each schema rejects damaged files, and only at the damaged place. A damaged implementation.json is rejected by the
certifier as well. Usage: schemas.py BUILD_FOLDER SOURCE_FOLDER"""
import copy
import json
import pathlib
import subprocess
import sys
import tempfile

import jsonschema

build, source = map(pathlib.Path, sys.argv[1:])
failures, accepted, rejected = [], 0, 0

REMOVED = object()


def read(file):
    return json.loads(file.read_text())


schemas = {name: read(source / "schemas" / f"{name}.schema.json")
           for name in ("implementation", "explanations", "waivers", "results", "shard", "certificate", "speed")}
resolver = jsonschema.RefResolver("", {}, store={f"{name}.schema.json": schema for name, schema in schemas.items()})


def problems(name, document):
    """What a schema says against a document: the place, as a path, and the message."""
    validator = jsonschema.Draft7Validator(
        schemas[name], resolver=jsonschema.RefResolver(f"{name}.schema.json", schemas[name], store=resolver.store))
    return [("/".join(map(str, each.absolute_path)), each.message) for each in validator.iter_errors(document)]


def accepts(name, document, where):
    global accepted
    accepted += 1
    for place, message in problems(name, document):
        failures.append(f"{where}: /{place}: {message}, says {name}.schema.json")


def rejects(name, document, damages, where):
    """Each damage is a path and a value, or REMOVED. The schema must complain at the path or below it, or at the object
    or list around it."""
    global rejected
    if problems(name, document):
        failures.append(f"{where}: is not valid, so it cannot be damaged")
        return
    for path, value in damages:
        damaged = copy.deepcopy(document)
        *parents, last = path.split("/")
        around = damaged
        for step in parents:
            around = around[int(step) if isinstance(around, list) else step]
        if isinstance(around, list):
            last = int(last)
        if value is REMOVED:
            del around[last]
        else:
            around[last] = value
        places = {place for place, _ in problems(name, damaged)}
        rejected += 1
        if name == "implementation":
            certifier_rejects(damaged, path, f"{where}: {path} = {value!r}")
        if not places or any(each != "/".join(parents) and not f"{each}/".startswith(f"{path}/") for each in places):
            failures.append(f"{where}: {path} = {value!r}: complaints at {sorted(places)}, must be at {path}")


def certifier_rejects(damaged, path, where):
    """The certifier has checks of its own, with better messages. They must reject what the schema rejects."""
    with tempfile.TemporaryDirectory() as folder:
        scratch = pathlib.Path(folder)
        (scratch / "native").mkdir()
        for file, text in (("native/native.hpp", ""), ("native.rs", ""), ("explanations.json", "{}"), ("a.so", ""),
                           ("b.so", ""), ("implementation.json", json.dumps(damaged))):
            (scratch / file).write_text(text)
        done = subprocess.run([build / "fearless", "certify", scratch / "implementation.json", "--out", scratch / "out"],
                              capture_output=True, text=True, stdin=subprocess.DEVNULL)
    field = next(part for part in reversed(path.split("/")) if not part.isdigit())
    if done.returncode != 2 or done.stderr.count("\n") != 1 or field not in done.stderr:
        failures.append(f"{where}: fearless certify must exit with 2 and print one line about {field}, and printed: "
                        f"{done.stderr.strip()} (exit {done.returncode})")


def fields(schema):
    """All fields that a schema describes, wherever they are: (name, description of the field)."""
    if isinstance(schema, dict):
        for name, field in schema.get("properties", {}).items():
            yield name, field
        for part in schema.values():
            yield from fields(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from fields(part)


def described(name, field):
    while "description" not in field and "$ref" in field:
        document, _, pointer = field["$ref"].partition("#")
        name = document.removesuffix(".schema.json") or name
        field = schemas[name]
        for step in pointer.strip("/").split("/"):
            field = field[step]
    return "description" in field


for name, schema in schemas.items():
    jsonschema.Draft7Validator.check_schema(schema)
    if not schema.get("title") or not schema.get("description"):
        failures.append(f"schemas/{name}.schema.json: has no title or no description")
    for field, about in fields(schema):
        # `then` and `else` narrow a field that is described elsewhere.
        if about != {"const": "rust"} and not described(name, about):
            failures.append(f"schemas/{name}.schema.json: the field {field} has no description")

# Valid files.
implementations = [file for file in sorted((build / "implementations").glob("*.json"))
                   if not file.name.endswith(".missing.json")]  # a note of the build, not an implementation
for file in implementations:
    accepts("implementation", read(file), file)
explanations = sorted(source.glob("impl/*/explanations.json"))
for file in explanations:
    accepts("explanations", read(file), file)
results_file = build / "results" / "reference" / "results.jsonl"
results = [json.loads(line) for line in results_file.read_text().splitlines()]
for number, line in enumerate(results, 1):
    accepts("results", line, f"{results_file}:{number}")
certificate_file = build / "results" / "reference" / "certificate.json"
certificate = read(certificate_file)
accepts("certificate", certificate, certificate_file)
with tempfile.TemporaryDirectory() as folder:
    # A small part of a run.
    subprocess.run([build / "fearless", "certify", "reference", "--shard", "7/99", "--out", folder],
                   check=True, stdout=subprocess.DEVNULL)
    shard = [json.loads(line) for line in (pathlib.Path(folder) / "shard-7-of-99.jsonl").read_text().splitlines()]
for number, line in enumerate(shard, 1):
    accepts("shard", line, f"shard-7-of-99.jsonl:{number}")
for what, files in (("implementations", implementations), ("explanations", explanations)):
    if not files:
        failures.append(f"there are no {what} to validate")
header, *rows, footer = results
if "fearless" not in header or "complete" not in footer or any("fearless" in row or "complete" in row for row in rows):
    failures.append(f"{results_file}: the first line must be the header, the last line the footer, all others rows")

# Damaged files.
in_cpp = {"name": "made", "language": "cpp", "description": "Made.", "homepage": "https://example.org",
          "libraries": {"plain": "a.so", "instrumented": "b.so"},
          "native_bindings": {"include": ["native"], "flags": ["-pthread"]},
          "explanations": "explanations.json", "needs": ["libmade-dev"], "housekeeping": True}
in_rust = {"name": "made", "language": "rust",
           "native_bindings": {"crate": "native.rs", "flags": [], "rustc": "/usr/bin/rustc"}}
rejects("shard", shard[0], [
    ("fearless", "results/1"), ("shard", REMOVED), ("shard/part", 0), ("shard/of", REMOVED), ("shard/of", "99"),
    ("shard/partition_sha256", "1234"), ("shard/merged", True), ("shard/places", REMOVED), ("shard/places", [-1]), ("manifest_sha256", REMOVED), ("levels", {})],
    "the header of a shard")
rejects("shard", shard[1], [("case", REMOVED), ("verdict", "MAYBE")], "a row of a shard")
rejects("shard", shard[-1], [("counts", REMOVED), ("counts", {"PASS": -1}), ("explanations", REMOVED), ("contents_sha256", "12"), ("contents_sha256", REMOVED),
                               ("verdict", "conforming"), ("levels", {})],
        "the footer of a shard")
rejects("implementation", in_cpp, [
    ("name", REMOVED), ("name", "Made"), ("name", ""), ("name", 7), ("language", REMOVED), ("language", "c++"), ("language", "Ada"), ("language", "a" * 31),
    ("housekeeping", "yes"), ("libraries", []), ("libraries", {}), ("libraries/plain", ""), ("libraries/typed", "c.so"), ("libraries/plain", None),
    ("native_bindings", "native"), ("native_bindings/include", REMOVED), ("native_bindings/include", []),
    ("native_bindings/include", "native"), ("native_bindings/include/0", 1), ("native_bindings/flags", "-pthread"),
    ("native_bindings/crate", "native.rs"), ("vocabulary", {}), ("description", ""), ("homepage", None),
    ("explanations", {}), ("needs", "libmade-dev"), ("needs/0", 1)], "implementation in C++")
rejects("implementation", in_rust, [
    ("native_bindings", REMOVED), ("native_bindings/crate", REMOVED), ("native_bindings/crate", ["native.rs"]),
    ("native_bindings/include", ["native"]), ("native_bindings/rustc", "")], "implementation in Rust")
rejects("implementation", {"name": "made", "language": "cpp", "libraries": {"plain": "a.so"}}, [
    ("libraries", REMOVED)], "implementation with a library only")
rejects("explanations", {"channels.create": "It waits."}, [
    ("channels.create", ""), ("channels.create", ["It waits."]), ("Channels", "It waits."), ("channels", "It waits.")],
        "explanations")
rejects("waivers", {"waivers": [{
    "claim": "channels.create", "reason": "Planned.", "link": "https://example.org/1", "expires": "2027-01-31",
    "releases": {"from": "1.0", "to": "1.9"}, "failures": {"channels.create.run (plain)": "0" * 64}}]}, [
        ("waivers", {}), ("waivers/0/claim", "Channels"), ("waivers/0/reason", ""), ("waivers/0/reason", REMOVED),
        ("waivers/0/link", "javascript:alert(1)"), ("waivers/0/link", "https://a b"), ("waivers/0/link", REMOVED),
        ("waivers/0/expires", "2027-13-01"), ("waivers/0/expires", REMOVED), ("waivers/0/releases", {}), ("waivers/0/releases/to", ""),
        ("waivers/0/releases", REMOVED), ("waivers/0/sha256", ["0" * 64]), ("waivers/0/failures", {}),
        ("waivers/0/failures/channels.create.run (plain)", "12"), ("waivers/0/until", "2027-01-31")], "waivers")
rejects("results", header, [
    ("fearless", "results/0"), ("suite", REMOVED), ("commit", 7), ("started", "yesterday"), ("toolchain/compiler", REMOVED),
    ("controls/caught", -1), ("controls/missed", "one"), ("controls/seen", 1), ("containment", REMOVED),
    ("containment/contained", "yes"), ("implementation/libraries/plain", "a.so"),
    ("implementation/libraries/plain/sha256", "abc"), ("implementation/vocabulary", {}), ("implementation/release", REMOVED),
    ("profiles", "threads"), ("requested_profiles", REMOVED), ("requested_profiles", "threads"), ("claims", REMOVED),
    ("claims", ["join.waits"]), ("claims/threads", "threads"), ("claims/join.waits", 7), ("rows", "470"), ("manifest_sha256", REMOVED), ("host", "here")], "header")
stress = {"claim": "join.waits", "case": "join.waits.stress", "method": "stress", "build": "instrumented", "verdict": "RACE",
          "milliseconds": 7, "text_sha256": "0" * 64, "reproduce": "./fearless certify", "details": ["a race"],
          "waived": {"reason": "Planned.", "link": "https://example.org/1", "expires": "2027-01-31"},
          "measured": {"speed-up": {"value": 1.9, "unit": "ratio"}}, "intercepted": {"atomics": 120, "calls": 14},
          "explored": [{"strategy": "pct-3", "executions": 300, "seed": 1, "scheduling_points": 20, "detached": 0,
                        "milliseconds": 5, "outcomes": {"waited": 299, "lost": 1}, "complete": False, "replayed": True,
                        "forbidden": {"outcome": "lost", "seed": 300, "execution": 300}}],
          "explanation": {"plan": {"memory": True, "seed": 300, "departures": [["switches", 0, 1, 1]]}, "executions": 40, "milliseconds": 700,
                          "complete": True, "threads": ["the case", "started by thread 1"], "end": ["thread 1 waits"], "expected": [],
                          "steps": [{"thread": 2, "kind": "operation", "text": "tail is 0", "object": "tail", "file": "a.hpp", "line": 7,
                                     "code": "tail.load()", "marks": ["older value"], "note": "the newest is 1"}]}}
rejects("results", stress, [
    ("waived", {}), ("waived/link", "x"), ("waived/expires", "never"), ("waived/by", "me"),
    ("claim", REMOVED), ("claim", "threads"), ("case", None), ("method", "measure"), ("method", "hazard"), ("build", "typed"),
    ("verdict", "OK"), ("verdict", "pass"), ("milliseconds", 1.5), ("text_sha256", "0"), ("reproduce", REMOVED),
    ("details", "a line"), ("explored", {}), ("explored/0/executions", -1), ("explored/0/detached", REMOVED),
    ("explored/0/uncontrolled", 0), ("explored/0/outcomes", []), ("explored/0/forbidden/seed", REMOVED), ("explored/0/points", 7),
    ("explanation/plan", REMOVED), ("explanation/plan/departures/0/0", "jumps"), ("explanation/plan/departures/0/1", -1), ("explanation/why", "x"),
    ("explanation/steps", REMOVED), ("explanation/steps/0/thread", 0), ("explanation/steps/0/kind", "dream"), ("explanation/steps/0/line", REMOVED),
    ("explanation/steps/0/marks", ["guess"]), ("explanation/complete", "yes"), ("explanation/threads", "two"),
    ("control", {}), ("intercepted/calls", REMOVED), ("intercepted/atomics", "many"), ("points", 7), ("judged", "now"),
    ("optional", False), ("demonstration", False), ("expects", "NOTHING"), ("measured", {}), ("measured/speed-up", 1.9), ("measured/speed-up/unit", REMOVED)],
        "row of a stress case")
rejects("results", footer, [
    ("complete", False), ("demonstrations", 14), ("demonstrations/of", -1), ("demonstrations/passed", REMOVED), ("counts/FINE", 1), ("counts/PASS", "all"), ("verdict", "passed"), ("levels", []),
    ("levels/threads", ["fast"]), ("levels/threads", ["typed", "typed"]), ("not_judged", {"typed": ""}), ("shortfalls", None),
    ("shortfalls", REMOVED), ("explanations", []), ("score", 99)], "footer")
rejects("certificate", certificate, [
    ("_type", "https://in-toto.io/Statement/v0.1"), ("subject", []), ("subject/0/name", "reference"),
    ("subject/0/digest", {"md5": "0"}), ("subject/0/digest/sha256", "0"), ("predicateType", REMOVED),
    ("predicate/result", "OK"), ("predicate/configuration/0/digest", {}), ("predicate/configuration/4", REMOVED),
    ("predicate/configuration/3/annotations/compiler", REMOVED), ("predicate/configuration/2/digest", {}),
    ("predicate/results", REMOVED), ("predicate/results/name", "shard.jsonl"), ("predicate/results/digest/sha256", "0"), ("predicate/passedTests", {}),
    ("predicate/failedTests", REMOVED), ("predicate/verdict", "good"), ("predicate/levels", {"threads": ["all"]}),
    ("predicate/demonstrations", REMOVED), ("predicate/demonstrations/of", "14"), ("predicate/searched", []), ("predicate/searched/bound", 2), ("predicate/searched/uncontrolled", 0),
    ("predicate/searched/detached", REMOVED), ("predicate/implementation/name", REMOVED), ("predicate/started", "now"),
    ("signature", "x")], "certificate")
def spread(middle):
    return {"median": middle, "quartiles": [middle / 2, middle * 2]}


rejects("speed", {
    "fearless": "speed/1", "started": "2026-11-28T22:53:00Z", "commit": None, "quick": False, "command": "./fearless bench",
    "machine": {"processor": "made", "processors": 2, "memory": "24 GiB", "system": "Debian", "kernel": "6.1", "load": [0, 0.5]},
    "compilers": {"C++": "Clang 19.1.7, -O2"},
    "libraries": [{"name": "made", "title": "Made", "language": "Rust", "has": ["channel"], "needs": ["librust-made-dev"]}],
    "measures": [{"group": "producers", "title": "4 producers", "parameter": 4, "arguments": "senders 4 1000", "rounds": 9, "rows": [
        {"library": "reference", "nanoseconds": spread(40), "times_as_long": spread(1)},
        {"library": "made", "needs": ["librust-made-dev"]}]}]}, [
    ("fearless", "speed/2"), ("started", "today"), ("commit", ""), ("quick", "no"), ("command", REMOVED), ("machine/host", "here"),
    ("machine/load", [1]), ("machine/processors", 0), ("compilers/C++", REMOVED), ("compilers/Zig", "zig"), ("libraries", []),
    ("libraries/0/has", ["speed"]), ("libraries/0/needs", REMOVED), ("measures/0/group", "all"), ("measures/0/rounds", 1),
    ("measures/0/arguments", "senders 4"), ("measures/0/rows/0/nanoseconds", REMOVED), ("measures/0/rows/0/times_as_long/median", 0),
    ("measures/0/rows/0/times_as_long/quartiles", [1]), ("measures/0/rows/1/needs", []), ("measures/0/rows/1/library", "Made")],
        "speed")

for line in failures:
    print(line)
print(f"{accepted} valid documents, {rejected} damaged ones, {len(failures)} failures")
sys.exit(1 if failures else 0)
