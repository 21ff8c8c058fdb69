# SPDX-License-Identifier: MIT
"""Judges a mutant by generated scenarios, and by the suite's cases and the reference's own tests."""
import collections
import hashlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import time
from dataclasses import dataclass

from .products import COUNTED, INSTRUMENTED, SHARED, Product, copy_implementation
from .project import (BUILD, COMPILED, LIBRARY, OWN_TESTS, PORT, REFERENCE, SHARED_CODE, SOURCE, VARIANTS, WORK, Failure,
                      compile_commands, digest_of, output_of, say)
from .syntax import code_of

# A line of `fearless certify` about one case: verdict, case, build, time.
ROW = re.compile(r"([A-Z]+) +(\S+) \([\w-]+\), \d+ ms$")

# Lines of `fearless search`: how much was searched, and what was found.
SEARCHED = re.compile(r"\w+ +[\d,]+ scenarios, ([\d,]+) executions, ")
FOUND = re.compile(r"([A-Z]+) (\S+?),?(?: .*)? \(\w+\)$")

# The methods whose cases judge a mutant: first those that search schedules, then those that force them.
METHODS = ["stress", "run"]

# What judges a mutant, in this order: the scenarios by themselves, then all that was written by hand.
SCENARIOS, CASES = "scenarios", "cases"
KINDS = [SCENARIOS, CASES]

# Outcomes that no other judge can change.
DECIDED = ("killed", "not building")


@dataclass(frozen=True)
class Verdict:
    """The first verdict other than PASS, with the case or test, and the judge, that gave it."""
    verdict: str
    case: str
    judge: str

    def __str__(self):
        return f"{self.verdict} {self.case} ({self.judge})"


@dataclass
class Answer:
    """What the judges of one kind say of a mutant."""
    kind: str
    outcome: str  # killed, survived, undecided, not reached or not building
    verdict: Verdict | None = None  # that killed it
    executions: int = 0  # of scenarios
    seconds: float = 0  # that the judges took, without the time of the compiler

    def kill(self, verdict):
        self.outcome, self.verdict = "killed", verdict


class Suite:
    """Copies of the suite and the certifier, so that the project may be rebuilt during a run."""

    def __init__(self):
        self.source, self.build = WORK / "judges" / "source", WORK / "judges" / "build"
        shutil.rmtree(WORK / "judges", ignore_errors=True)
        for folder in ("conformance/claims", "conformance/scenarios/corpus", "tsan", "spec"):
            shutil.copytree(SOURCE / folder, self.source / folder)
        self.programs = [self.build / "suite" / build / "suite" for build in ("plain", "instrumented")]
        for file in ("fearless", "suite/plain/suite", "suite/instrumented/suite", "spec/claims.json"):
            if not (BUILD / file).exists():
                raise Failure(f"{BUILD / file} does not exist; run ./fearless certify, which builds it")
            (self.build / file).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(BUILD / file, self.build / file)
        shutil.copytree(BUILD / "controls", self.build / "controls", ignore=shutil.ignore_patterns("CMakeFiles"))
        # The built suite may be older than the sources, and have cases that were removed or renamed since.
        there = {path.stem for path in (self.source / "conformance/claims").iterdir()}
        self.cases = {method: [] for method in METHODS}
        for each in map(json.loads, output_of(self.programs[0], "--list").splitlines()):
            if each["method"] in self.cases and each["case"] in there:
                self.cases[each["method"]].append(each["case"])
        for method, cases in self.cases.items():
            if not cases:
                raise Failure(f"{self.programs[0]} has no case of the method {method}; run ./fearless certify, "
                              "which builds it")

    def files(self):
        """All that a verdict depends on."""
        corpus = sorted((self.source / "conformance/scenarios/corpus").iterdir())
        return [*self.programs, self.build / "fearless", *corpus]

    def described(self, library, build):
        """The implementation.json of a library."""
        about = library.with_suffix(".json")
        about.write_text(json.dumps({"name": "mutant", "language": "cpp", "libraries": {build: library.name}}))
        return about

    def command(self, *words):
        return [self.build / "fearless", "--source", self.source, "--build", self.build, *words]

    def search(self, library, build, time_limit):
        """Searches as much as a certificate does, or until a scenario breaks a claim: whether a claim was broken,
        or None if that could not be said within the time limit; and what was printed."""
        words = self.command("search", self.described(library, build), "--only", build, "--as-certified",
                             "--out", library.parent)
        with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as search:
            try:
                printed, _ = search.communicate(timeout=time_limit)
            except subprocess.TimeoutExpired:
                search.terminate()
                printed, _ = search.communicate()
                return None, printed
        return {0: False, 1: True}.get(search.returncode), printed

    def certify(self, library, build, cases, *more):
        """The first verdict other than PASS, or None. Repeats a run whose controls failed."""
        for _ in range(5):
            seen = self.certify_once(library, build, cases, *more)
            if seen is None or seen.verdict != "INVALID":
                return seen
            time.sleep(20)
        raise Failure(f"controls failed five times, so this machine's verdicts are not reliable: {seen.case}")

    def certify_once(self, library, build, cases, *more):
        words = self.command("certify", self.described(library, build), "--only", build, "--jobs", "1", *more,
                             *(word for case in cases for word in ("--case", case)))
        with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as certifier:
            for line in certifier.stdout:
                row = ROW.match(line)
                if row and row[1] != "PASS":
                    certifier.terminate()
                    return Verdict(row[1], row[2], build)
                if line.startswith("INVALID: "):
                    return Verdict("INVALID", certifier.stdout.readline().strip(), build)
            complaint = certifier.stderr.read().strip()
        if certifier.returncode == 1:
            raise Failure("fearless certify does not conform and printed no case that failed; "
                          "correct ROW in fearless_mutation/judges.py")
        # The certifier may reject the library before any case runs.
        return Verdict("REJECTED", complaint, build) if certifier.returncode != 0 else None


class Judge:
    """What all judges have in common."""

    def reaches(self, mutant, counts):
        """Whether the mutant may run, by how often each line of its file runs before this judge. All lines of the
        function count: which of them run may depend on the schedule."""
        return any(counts.get(str(line), 0) > 0 for line in mutant.lines)


class SuiteJudge(Judge):
    """The cases of the suite in one build."""

    kind, ground = CASES, "suite"  # judges of one ground reach the same lines

    def __init__(self, suite, build, flags, base, flavour=None):
        self.suite, self.name = suite, build
        self.product = Product(flavour or build, compile_commands(LIBRARY), flags, SHARED, base)

    def counted(self):
        """A judge that counts how often each line runs, without the race detector, which would disturb the counts."""
        return SuiteJudge(self.suite, "plain", COUNTED, self.product.base, "counted")

    def judge(self, library, answer):
        for cases in self.suite.cases.values():
            seen = self.suite.certify(library, self.name, cases)
            # One TIMEOUT may come from a busy machine.
            if seen and seen.verdict == "TIMEOUT" and not self.suite.certify(library, self.name, [seen.case]):
                seen = self.suite.certify(library, self.name, cases)
            if seen:
                answer.kill(seen)
                return


class ScenariosJudge(Judge):
    """The generated scenarios in one build, as many as a certificate executes."""

    kind, ground = SCENARIOS, SuiteJudge.ground  # all functions of the port are called by cases, too

    TIME_LIMIT = 90  # seconds: many times what it takes. A mutant that spins takes more, which is no verdict on it

    def __init__(self, suite, build, product):
        self.suite, self.name, self.product = suite, build, product

    def judge(self, library, answer):
        is_broken, printed = self.suite.search(library, self.name, self.TIME_LIMIT)
        lines = printed.splitlines()
        answer.executions += sum(int(line[1].replace(",", "")) for line in map(SEARCHED.match, lines) if line)
        if is_broken is None:
            answer.outcome = "undecided"
        elif is_broken:
            found = next(filter(None, map(FOUND.match, lines)), None)
            if found is None:
                raise Failure("fearless search printed no claim that is broken; correct FOUND in "
                              "fearless_mutation/judges.py")
            # It may be "of no claim that could be named".
            case = f"{found[2]}.scenarios" if "." in found[2] else "scenarios"
            answer.kill(Verdict(found[1], case, self.name))


class VariantsJudge(Judge):
    """The cases that search schedules, in the variants that put other parts of the reference behind the port: locks and
    owners that only the reference's own types use."""

    kind, ground, name = CASES, "variants", "variants"
    GROUPS = ("mutex.", "arc.", "shared.")  # of the cases: those of locks and owners
    EXECUTIONS = "2000"  # by each strategy: what these parts do when threads meet in them is rare

    def __init__(self, suite, flags, base, flavour="variants", build="instrumented"):
        self.suite, self.build = suite, build
        commands = compile_commands(VARIANTS)
        self.variants = [pathlib.Path(source).stem for source in commands
                         if "#include <fearless/" in (base / REFERENCE / source).read_text()]
        self.product = Product(flavour, commands | compile_commands(PORT), flags, [*SHARED, "-ldl"], base)

    def reaches(self, mutant, counts):
        """Whether any line of the file runs: some functions are called only if threads meet, which is rare."""
        return any(count > 0 for count in counts.values())

    def counted(self):
        return VariantsJudge(self.suite, COUNTED, self.product.base, "counted-variants", "plain")

    def judge(self, library, answer):
        for variant in self.variants:
            # The library gives the port of the variant that it is called by.
            called = library.with_name(f"{variant}.so")
            called.unlink(missing_ok=True)
            called.symlink_to(library.name)
            cases = [case for case in self.suite.cases["stress"] if case.startswith(self.GROUPS)]
            seen = self.suite.certify(called, self.build, cases, "--executions", self.EXECUTIONS)
            if seen and seen.verdict == "TIMEOUT":
                seen = self.suite.certify(called, self.build, [seen.case], "--executions", self.EXECUTIONS)
            if seen:
                return answer.kill(Verdict(seen.verdict, seen.case, f"variant {variant}"))


class OwnTestsJudge(Judge):
    """One source of the reference's own tests, under ThreadSanitizer: for functions that no port reaches."""

    kind = CASES

    TIME_LIMIT = 40  # seconds: far more than any test takes

    def __init__(self, source, flags, base, flavour="own-tests"):
        self.source, self.ground, self.name = source, source, f"own {source}"
        others = {other: words for other, words in compile_commands(OWN_TESTS).items()
                  if other == source or not tests_in(base, other)}
        self.product = Product(flavour, others | compile_commands(SHARED_CODE), flags, ["-lCatch2WithMain"], base)

    def counted(self):
        return OwnTestsJudge(self.source, COUNTED, self.product.base, "counted-tests")

    def judge(self, program, answer):
        environment = os.environ | {"TSAN_OPTIONS": "halt_on_error=1:exitcode=66:report_thread_leaks=0:symbolize=0"}
        for test in tests_in(self.product.base, self.source):
            words = [program, "--warn", "NoTests", test.replace(",", "\\,")]
            try:
                code = subprocess.run(words, env=environment, capture_output=True, timeout=self.TIME_LIMIT).returncode
            except subprocess.TimeoutExpired:
                return answer.kill(Verdict("TIMEOUT", test, self.name))
            if code != 0:
                return answer.kill(Verdict("RACE" if code == 66 else "CRASH" if code < 0 else "FAIL", test, self.name))


def tests_in(folder, source):
    """What selects each of a source's tests on the command line. A test of a template is one for each of its types."""
    found = re.findall(r'^(TEMPLATE_)?TEST_CASE\("([^"]+)"', (folder / REFERENCE / source).read_text(), re.M)
    return [f"{name} - *" if is_template else name for is_template, name in found]


class Judges:
    """All judges. What they measure of the original reference is kept until the reference or a judge changes."""

    def __init__(self):
        suite, self.base = Suite(), WORK / "base"
        tests = sorted((SOURCE / REFERENCE / "tests").glob("*.[ch]pp"))
        variants = [file for each in COMPILED[1:] for file in sorted((SOURCE / each).glob("*.[ch]pp"))]
        self.reference, self.version = digest_of_reference(), digest_of([*suite.files(), *tests, *variants])
        measured = self.base / "known.json"
        kept = json.loads(measured.read_text()) if measured.exists() else {}
        if kept.get("of") != [self.reference, self.version]:
            copy_implementation(SOURCE, self.base)
        sources = [source for source in compile_commands(OWN_TESTS) if tests_in(self.base, source)]
        cases = [SuiteJudge(suite, "instrumented", INSTRUMENTED, self.base), SuiteJudge(suite, "plain", [], self.base)]
        self.judges = [*(ScenariosJudge(suite, each.name, each.product) for each in reversed(cases)), *cases,
                       VariantsJudge(suite, INSTRUMENTED, self.base),
                       *(OwnTestsJudge(source, INSTRUMENTED, self.base) for source in sources)]
        if not measured.exists():
            say("judging the original reference")
            measured.write_text(json.dumps({"of": [self.reference, self.version], "reached": self.measure()}))
        self.reached = json.loads(measured.read_text())["reached"]

    def measure(self):
        """Which lines each ground reaches. The original reference must pass."""
        reached = {}
        for judge in self.judges:
            if judge.kind == CASES:
                reached[judge.ground] = reached.get(judge.ground) or lines_reached(judge.counted())
            check_passes(judge)
        return reached

    def try_mutant(self, mutant, kinds):
        """The answers of the judges of these kinds, up to the first one that decides."""
        folder = WORK / "mutants" / mutant.name
        copy_implementation(self.base, folder)
        path = folder / REFERENCE / mutant.file
        path.write_bytes(mutant.apply(path.read_bytes()))
        try:
            for kind in kinds:
                answer = self.ask(kind, mutant, folder)
                yield answer
                if answer.outcome in DECIDED:
                    return
        finally:
            shutil.rmtree(folder)

    def ask(self, kind, mutant, folder):
        answer = Answer(kind, "not reached")
        for judge in self.judges:
            if judge.kind == kind and judge.reaches(mutant, self.reached[judge.ground].get(mutant.file, {})):
                if answer.outcome == "not reached":
                    answer.outcome = "survived"
                if judge.product.is_unchanged(folder, mutant.file):
                    continue
                product = judge.product.build(folder, mutant.file)
                if product is None:
                    answer.outcome = "not building"
                else:
                    started = time.monotonic()
                    judge.judge(product, answer)
                    answer.seconds += time.monotonic() - started
                if answer.outcome in DECIDED:
                    break
        return answer


def check_passes(judge):
    """The original reference must pass. Returns what was built of it."""
    product = judge.product.build(judge.product.base, "")
    if product is None:
        raise Failure(f"the original reference does not build for {judge.name}; correct this first")
    answer = Answer(judge.kind, "survived")
    judge.judge(product, answer)
    if answer.outcome != "survived":
        what = answer.verdict or f"no verdict by {judge.kind} ({judge.name})"
        raise Failure(f"the original reference gets {what}, so its mutants cannot be judged; correct this first")
    return product


def lines_reached(judge):
    """How often each line of the reference runs before a judge: file → line → count."""
    folder = judge.product.base / "coverage" / judge.ground
    folder.mkdir(parents=True)
    # In a box, a case cannot write to the folder.
    counting = {"LLVM_PROFILE_FILE": str(folder / "%p.profile"), "FEARLESS_CONTAINED": "no"}
    os.environ.update(counting)
    product = check_passes(judge)
    for name in counting:
        del os.environ[name]
    subprocess.run(["llvm-profdata-19", "merge", "-o", folder / "all", *folder.glob("*.profile")], check=True)
    exported = output_of("llvm-cov-19", "export", "--format=lcov", f"--instr-profile={folder}/all", product)
    reached, file = collections.defaultdict(dict), ""
    for line in exported.splitlines():
        field, _, value = line.partition(":")
        if field == "SF":
            file = value.partition(f"{REFERENCE}/")[2]
        elif field == "DA" and file:
            number, count, *_ = value.split(",")
            reached[file][number] = int(count)
    return reached


def digest_of_reference():
    """Of all that is compiled, and of how it is compiled. Comments and line breaks do not count."""
    files = sorted(path for path in (SOURCE / "impl").rglob("*.[ch]*")
                   if path.suffix in (".c", ".cpp", ".h", ".hpp") and "tests" not in path.parts)
    commands = json.dumps([compile_commands(LIBRARY), compile_commands(OWN_TESTS)])
    return hashlib.sha256("\n".join([*map(code_of, files), commands]).encode()).hexdigest()[:16]
