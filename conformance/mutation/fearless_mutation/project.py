# SPDX-License-Identifier: MIT
"""Where the sources, the build and the kept verdicts are."""
import hashlib
import json
import os
import pathlib
import re
import shlex
import subprocess

SOURCE = pathlib.Path(__file__).resolve().parents[3]
BUILD = SOURCE / "build" / "dev"
WORK = BUILD / "mutation"
RESULTS = WORK / "answers.jsonl"
SURVIVORS = SOURCE / "conformance" / "mutation" / "survivors.txt"

REFERENCE = pathlib.Path("impl/reference")  # within SOURCE, and within each copy of it

# Of these, what is compiled: the reference, and the variants that put other parts of it behind the port.
COMPILED = ["impl", "conformance/variants", "conformance/mutants/include"]

# The targets whose compile commands we use.
LIBRARY, OWN_TESTS, SHARED_CODE = "implementation_reference_plain", "reference_tests", "fearless"
VARIANTS, PORT = "variants_plain", "reference_port_plain"


class Failure(Exception):
    """The command cannot continue. The message is one line that says why."""


def say(text):
    print(text, flush=True)


def output_of(*words):
    return subprocess.run(words, check=True, stdout=subprocess.PIPE, text=True).stdout


def sources_in(file):
    """The sources that are compiled with a file: those that CMake included in it, many in one, otherwise itself."""
    return re.findall('^#include "(.*[.]c.*)"$', file.read_text(), re.M) if file.parent.name == "Unity" else [str(file)]


def compile_commands(target):
    """How each source of a target is compiled by itself: its path within impl/reference → words, without the output
    file."""
    commands = {}
    for entry in json.loads((BUILD / "compile_commands.json").read_text()):
        words = shlex.split(entry["command"])
        at = words.index("-o")
        if f"/{target}.dir/" in words[at + 1]:
            for source in sources_in(pathlib.Path(entry["file"])):
                path = os.path.relpath(source, SOURCE / REFERENCE)
                commands[path] = [source if word == entry["file"] else word for word in words[:at] + words[at + 2:]]
    if not commands:
        raise Failure(f"{BUILD}/compile_commands.json has no target {target}; run cmake --preset dev")
    return commands


def digest_of(files):
    digest = hashlib.sha256()
    for file in files:
        digest.update(pathlib.Path(file).read_bytes())
    return digest.hexdigest()[:16]
