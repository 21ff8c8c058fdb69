#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs clang-tidy on the files of a build whose paths match. A file that passed is not analysed again until something that
the analysis read has changed. Usage: tidy.py BUILD_FOLDER CACHE_FOLDER PATTERN"""

import concurrent.futures
import hashlib
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

TOOL = "clang-tidy-19"
CONFIGURATION = pathlib.Path(".clang-tidy")


def digest(*texts):
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()


def digest_of_file(path):
    try:
        return hashlib.sha256(pathlib.Path(path).read_bytes()).hexdigest()
    except OSError:
        return None


def prerequisites(makefile):
    """The files that a compiler's dependency file names."""
    text = makefile.read_text().replace("\\\n", " ").split(": ", 1)[1]
    return [each.replace("\\ ", " ") for each in re.split(r"(?<!\\)\s+", text) if each]


class Cache:
    """For each analysis that found nothing, the digests of the files that it read."""

    def __init__(self, folder):
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def holds(self, key):
        try:
            files = json.loads((self.folder / key).read_text())
        except (OSError, ValueError):
            return False
        return all(digest_of_file(path) == seen for path, seen in files.items())

    def store(self, key, paths):
        partial = self.folder / f"{key}.{os.getpid()}.partial"
        partial.write_text(json.dumps({path: digest_of_file(path) for path in paths}))
        partial.rename(self.folder / key)


def without_output(arguments):
    """The arguments of a compiler without those that name what it writes."""
    kept, skip = [], False
    for each in arguments:
        if skip:
            skip = False
        elif each in ("-o", "-MF", "-MT"):
            skip = True
        elif each != "-MD":
            kept.append(each)
    return kept


def analyse(command, cache, version):
    """The errors and warnings of one file, or none."""
    arguments = without_output(shlex.split(command["command"])[1:])
    key = digest(version, CONFIGURATION.read_text(), command["directory"], *arguments)
    if cache.holds(key):
        return []
    with tempfile.TemporaryDirectory() as scratch:
        read = pathlib.Path(scratch) / "read.d"
        arguments = [each for each in arguments if each not in ("-c", command["file"])]
        done = subprocess.run(
            [TOOL, "--quiet", f"--config-file={CONFIGURATION}", command["file"], "--", *arguments, f"-Wp,-MD,{read}"],
            capture_output=True, text=True, check=False)
        found = re.findall(r"^.*(?:error|warning): .*$", done.stdout, re.MULTILINE)
        if done.returncode != 0 and not found:
            found = [f"{command['file']}: {TOOL} ended with {done.returncode}: {done.stderr.strip()}"]
        if not found:
            cache.store(key, prerequisites(read))
        return found


def main(build, cache_folder, pattern):
    commands = [each for each in json.loads((build / "compile_commands.json").read_text())
                if re.search(pattern, each["file"])]
    if not commands:
        print(f"tests/tidy.py: no file of {build} matches {pattern}; correct the pattern")
        return 1
    version = subprocess.run([TOOL, "--version"], capture_output=True, text=True, check=True).stdout
    cache = Cache(cache_folder)
    with concurrent.futures.ThreadPoolExecutor(len(os.sched_getaffinity(0))) as pool:
        # The largest files first, so that the last to end is a small one.
        commands.sort(key=lambda each: -pathlib.Path(each["file"]).stat().st_size)
        found = sorted({line for lines in pool.map(lambda each: analyse(each, cache, version), commands) for line in lines})
    print(*found, sep="\n", end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3]))
