# SPDX-License-Identifier: MIT
"""Builds a mutant. What a mutation does not touch is compiled once, for all mutants."""
import re
import shutil
import subprocess

from .project import COMPILED, REFERENCE, SOURCE

INSTRUMENTED = ["-fsanitize=thread", "-fno-omit-frame-pointer"]
COUNTED = ["-fprofile-instr-generate", "-fcoverage-mapping"]
SHARED = ["-fPIC", "-shared"]


def copy_implementation(origin, folder):
    """Copies all that is compiled, so that the sources may be edited during a run."""
    shutil.rmtree(folder, ignore_errors=True)
    for each in COMPILED:
        shutil.copytree(origin / each, folder / each)


def own_includes(folder, file):
    """The project's headers that a file includes, directly or not, and the file itself; within impl/reference."""
    seen, left = set(), [file]
    while left:
        here = left.pop()
        if here not in seen:
            seen.add(here)
            names = re.findall(r'#include [<"](fearless/[^>"]+)[>"]', (folder / REFERENCE / here).read_text())
            left += [f"include/{name}" for name in names]
    return seen


class Product:
    """A library or program of the reference's sources, original or mutated. The headers of other projects, which take
    nearly all the time, are precompiled."""

    def __init__(self, flavour, commands, flags, link, base):
        self.flavour, self.commands, self.base = flavour, commands, base
        # A mutant may contain code that the compiler warns of. Its line numbers are not needed.
        self.flags, self.link = [*flags, "-w", "-g0"], [*flags, *link]

    def command(self, folder, source):
        moved = self.commands[source]
        for each in COMPILED:
            moved = [word.replace(f"{SOURCE}/{each}", f"{folder}/{each}") for word in moved]
        return [*moved, f"-ffile-prefix-map={folder}/=", *self.flags]

    def foreign_headers(self):
        """The flags that include the precompiled headers."""
        header = self.base / f"{self.flavour}.hpp"
        if not header.with_suffix(".pch").exists():
            files = {file for source in self.commands for file in own_includes(self.base, source)}
            lines = {line for file in files for line in (self.base / REFERENCE / file).read_text().splitlines()
                     if re.match("#include <(?!fearless)", line)}
            header.write_text("\n".join(sorted(lines)))
            words = self.command(self.base, next(iter(self.commands)))
            words[words.index("-c"):words.index("-c") + 2] = ["-x", "c++-header", header]
            subprocess.run([*words, "-o", header.with_suffix(".pch")], check=True)
        return ["-include-pch", header.with_suffix(".pch")]

    def compiled(self, folder, source):
        """The object file of a source, compiled if it does not exist yet. None if the source does not compile."""
        result = folder / "objects" / self.flavour / f"{source.replace('/', '-')}.o"
        if not result.exists():
            result.parent.mkdir(parents=True, exist_ok=True)
            # A source's own macros must come before all headers.
            own_macros = "#define" in (folder / REFERENCE / source).read_text()
            words = [*self.command(folder, source), *([] if own_macros else self.foreign_headers()), "-o", result]
            if subprocess.run(words, stderr=subprocess.DEVNULL).returncode != 0:
                return None
        return result

    def is_unchanged(self, folder, file):
        """Whether the compiler makes the same object files of the mutant as of the reference."""
        touched = [source for source in self.commands if file in own_includes(self.base, source)]
        pairs = [(self.compiled(folder, source), self.compiled(self.base, source)) for source in touched]
        return all(mutant and mutant.read_bytes() == own.read_bytes() for mutant, own in pairs)

    def build(self, folder, file):
        """The product of the folder, in which `file` was mutated. None if it does not compile or link."""
        objects = [self.compiled(folder if file in own_includes(self.base, source) else self.base, source)
                   for source in self.commands]
        result = folder / f"{self.flavour}.product"
        compiler = next(iter(self.commands.values()))[0]
        if None in objects:
            return None
        linked = subprocess.run([compiler, "-o", result, *objects, *self.link], stderr=subprocess.DEVNULL)
        return result if linked.returncode == 0 else None
