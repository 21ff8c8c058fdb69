#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Checks the examples for CI services, and prints the commands of one of them that build and certify a port.

Each workflow must be well formed, its commands must be a shell's, and all must build and certify a port by the same
commands. Usage: ci_examples.py DOCS_FOLDER
"""

import pathlib
import re
import subprocess
import sys
import textwrap

import yaml

docs = pathlib.Path(sys.argv[1])


def fail(file, why):
    sys.exit(f"{docs / file}: {why}")


def of_github():
    """The commands of each step, in order. A step has either `uses` or `run`."""
    commands = []
    for name, job in yaml.safe_load((docs / "github-actions.yml").read_text())["jobs"].items():
        for step in job["steps"]:
            if len({"uses", "run"} & set(step)) != 1:
                fail("github-actions.yml", f"job {name}: a step must have either `uses` or `run`: {step}")
            commands += [step["run"]] if "run" in step else []
    return commands


def of_gitlab():
    job = yaml.safe_load((docs / "gitlab-ci.yml").read_text())["certify"]
    for key in ("image", "cache", "artifacts"):
        if key not in job:
            fail("gitlab-ci.yml", f"the job lacks `{key}`")
    return job["before_script"] + job["script"]


def of_jenkins():
    text = (docs / "Jenkinsfile").read_text()
    without_commands = re.sub(r"'''.*?'''", "", text, flags=re.S)
    if without_commands.count("{") != without_commands.count("}"):
        fail("Jenkinsfile", "braces are not balanced")
    return [textwrap.dedent(each) for each in re.findall(r"sh '''\n(.*?)'''", text, flags=re.S)]


def blocks(commands):
    """The conditions that the commands contain, as one text for each that begins with `if`."""
    return re.findall(r"^if .*?^fi$", "\n".join(commands), flags=re.S | re.M)


examples = {"github-actions.yml": of_github(), "gitlab-ci.yml": of_gitlab(), "Jenkinsfile": of_jenkins()}
of_port = blocks(examples["gitlab-ci.yml"])[-2:]
for file, commands in examples.items():
    if not any("fearless/fearless doctor" in each for each in commands):
        fail(file, "it does not build Fearless")
    for each in commands:
        shell = subprocess.run(["sh", "-n"], input=each, text=True, capture_output=True)
        if shell.returncode != 0:
            fail(file, f"a command is not a shell's: {shell.stderr.strip()}")
    if blocks(commands)[-2:] != of_port:
        fail(file, "it builds and certifies a port by other commands than gitlab-ci.yml")
print("\n".join(of_port))
