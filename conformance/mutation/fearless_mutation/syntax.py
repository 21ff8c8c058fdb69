# SPDX-License-Identifier: MIT
"""C++ sources as libclang sees them: the functions of a file, as trees of nodes with their places in the text.

Templates are seen as they are written, not as they are instantiated. Places are offsets in bytes.
"""
import collections
import re
from dataclasses import dataclass, field

from .project import REFERENCE, SOURCE, Failure

try:
    from clang.cindex import Cursor, CursorKind as Kind, Index, LibclangError, TokenKind, TranslationUnit
except ModuleNotFoundError:
    raise Failure("the Python module clang is missing: install Debian's package python3-clang-19") from None

FUNCTIONS = {Kind.FUNCTION_DECL, Kind.FUNCTION_TEMPLATE, Kind.CXX_METHOD, Kind.CONSTRUCTOR, Kind.DESTRUCTOR,
             Kind.CONVERSION_FUNCTION}


@dataclass(eq=False)
class Node:
    """A declaration, statement or expression."""
    kind: Kind
    spelling: str
    start: int
    end: int
    parent: "Node | None"
    children: list["Node"] = field(default_factory=list)

    @staticmethod
    def of(cursor, parent=None):
        node = Node(cursor.kind, cursor.spelling, cursor.extent.start.offset, cursor.extent.end.offset, parent)
        node.children = [Node.of(child, node) for child in cursor.get_children()]
        return node

    def all(self):
        """The node and all nodes below it."""
        yield self
        for child in self.children:
            yield from child.all()

    def ancestors(self):
        node = self.parent
        while node:
            yield node
            node = node.parent


class Source:
    """One file of the reference."""

    def __init__(self, file, unit, functions):
        self.file = file  # within impl/reference
        path = str(SOURCE / REFERENCE / file)
        self.data = (SOURCE / REFERENCE / file).read_bytes()
        self.tokens = list(unit.get_tokens(extent=unit.get_extent(path, (0, len(self.data)))))
        self.uncommented = without_comments(self.data, self.tokens)
        self.functions = sorted((Node.of(cursor) for cursor in functions[path]), key=lambda function: function.start)

    def text(self, start, end):
        """The text of a place on one line, without comments."""
        return " ".join(self.uncommented[start:end].decode().split())

    def line(self, offset):
        return self.data.count(b"\n", 0, offset) + 1


def functions_by_file(unit):
    """The outermost functions that have a body: path → cursors. System headers are left out."""
    found = collections.defaultdict(list)
    left = collections.deque(unit.cursor.get_children())
    while left:
        cursor = left.popleft()
        if cursor.location.is_in_system_header:
            continue
        if cursor.kind in FUNCTIONS:
            if any(part.kind == Kind.COMPOUND_STMT for part in cursor.get_children()):
                found[cursor.location.file.name].append(cursor)
        elif cursor.kind.is_declaration():
            left.extend(cursor.get_children())
    return found


def without_comments(data, tokens):
    """The text with blanks in place of comments, each other character in its place."""
    blanked = bytearray(data)
    for token in tokens:
        if token.kind == TokenKind.COMMENT:
            start, end = token.extent.start.offset, token.extent.end.offset
            blanked[start:end] = re.sub(rb"[^\n]", b" ", data[start:end])
    return bytes(blanked)


def parse(main, text=None):
    """A translation unit. `text` is that of the main file, where it is not on disk."""
    arguments = ["-xc++", "-std=c++23", f"-I{SOURCE / REFERENCE / 'include'}"]
    try:
        unit = Index.create().parse(main, arguments, [(main, text)] if text is not None else [])
    except LibclangError:
        raise Failure("libclang is missing: install Debian's package libclang1-19") from None
    for problem in unit.diagnostics:
        if problem.severity >= problem.Error:
            place = problem.location
            raise Failure(f"{place.file}:{place.line}: libclang cannot parse this file: {problem.spelling}")
    return unit


def parse_sources(files):
    """The files of the reference, in this order. Headers are parsed once, all together."""
    headers = "".join(f'#include "{SOURCE / REFERENCE / file}"\n' for file in files if file.endswith(".hpp"))
    units = {file: parse(str(SOURCE / REFERENCE / file)) for file in files if not file.endswith(".hpp")}
    together = parse("headers.cpp", headers)
    functions = {unit: functions_by_file(unit) for unit in [together, *units.values()]}
    return [Source(file, unit, functions[unit]) for file in files for unit in [units.get(file, together)]]


def code_of(path):
    """The tokens of any C or C++ file, without comments, separated by blanks."""
    unit = TranslationUnit.from_source(str(path), ["-xc++", "-std=c++23", "-nostdinc", "-w"],
                                       options=TranslationUnit.PARSE_INCOMPLETE)
    return " ".join(each.spelling for each in unit.cursor.get_tokens() if each.kind != TokenKind.COMMENT)
