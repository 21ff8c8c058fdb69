# SPDX-License-Identifier: MIT
"""Which places of the reference are changed, and how.

An operator is a function that looks at one node of a function and yields changes: (start, end, replacement).
"""
import collections
import hashlib
import re
from dataclasses import dataclass

from .project import REFERENCE, SOURCE, Failure
from .syntax import FUNCTIONS, Kind, parse_sources

MUTATED = ["include/fearless/detail/unbounded_channel.hpp", "include/fearless/join_handle.hpp",
           "include/fearless/spawn.hpp", "include/fearless/channel.hpp", "include/fearless/received_values.hpp",
           "include/fearless/mutex.hpp", "include/fearless/rw_lock.hpp", "include/fearless/condvar.hpp",
           "include/fearless/once.hpp", "include/fearless/barrier.hpp", "include/fearless/rc.hpp",
           "include/fearless/arc.hpp", "include/fearless/scope.hpp", "src/futex.cpp", "src/once.cpp", "src/thread.cpp",
           "include/fearless/detail/*.hpp"]

NOTHING = "static_cast<void>(0)"


@dataclass(frozen=True)
class Mutant:
    """One change of one place of the reference. It stays the same mutant while the code around it stays the same."""
    file: str  # within impl/reference
    line: int
    function: str
    lines: range  # of the function
    kind: str  # order, wake, change or condition
    before: str  # the statement that the place is in, on one line, without comments, up to the block that it opens
    after: str
    again: int  # counts the mutants of one function that look the same
    start: int  # in bytes
    end: int
    replacement: str

    @property
    def key(self):
        return (self.file, self.function, self.before, self.after, self.again)

    @property
    def name(self):
        return hashlib.sha256("\n".join(map(str, self.key)).encode()).hexdigest()[:12]

    def __str__(self):
        again = f", {self.again}" if self.again > 1 else ""
        return f"{self.file}:{self.line}: {self.kind} in {self.function}{again}: {self.before} => {self.after}"

    def apply(self, data):
        """The text of the file with the change made."""
        return data[:self.start] + self.replacement.encode() + data[self.end:]


def weaker_orders(source, node):
    """A memory order is one step weaker."""
    weaker = {"seq_cst": ["acq_rel"], "acq_rel": ["acquire", "release"], "acquire": ["relaxed"], "release": ["relaxed"]}
    if node.kind == Kind.DECL_REF_EXPR and node.spelling.startswith("memory_order_"):
        for order in weaker.get(node.spelling.removeprefix("memory_order_"), []):
            yield node.start, node.end, f"std::memory_order_{order}"


def missing_wakes(source, node):
    """A call that wakes a sleeping thread is left out."""
    if called_by(source, node) in {"futex_wake_one", "futex_wake_all", "notify_one", "notify_all"}:
        # Where the result is used, no thread was woken.
        yield node.start, node.end, NOTHING if is_statement(node) else "false"


def missing_changes(source, node):
    """A change of an atomic, a count or a flag is left out. The order and the result of the operation stay."""
    name = called_by(source, node)
    if name:
        callee, *arguments = node.children
        as_a_load = callee.end - len(name), node.end, "load(std::memory_order_acquire)"
        if callee.kind != Kind.MEMBER_REF_EXPR:
            if source.text(callee.start, callee.end) == "std::exchange":
                yield node.start, node.end, source.text(arguments[0].start, arguments[0].end)
        elif name.startswith("fetch_"):
            start, end = arguments[0].start, arguments[0].end
            neutral = "~0" if name == "fetch_and" else "0"
            if source.text(start, end) != neutral:
                yield start, end, neutral
            else:  # it changes nothing, and stands there for its order alone: a load does not have that order
                yield as_a_load
        elif name == "exchange":
            yield as_a_load
        elif name == "store":
            yield node.start, node.end, NOTHING
        elif name.startswith("compare_exchange_"):
            expected, desired, *_ = arguments
            yield desired.start, desired.end, source.text(expected.start, expected.end)
    elif node.kind == Kind.UNARY_OPERATOR:
        text = source.text(node.start, node.end)
        if (text.startswith(("++", "--")) or text.endswith(("++", "--"))) and not is_loop_header(node):
            (operand,) = node.children
            yield node.start, node.end, source.text(operand.start, operand.end)
    elif node.kind == Kind.BINARY_OPERATOR and node.spelling == "=" and is_statement(node):
        if node.children[1].kind == Kind.CXX_BOOL_LITERAL_EXPR:
            yield node.start, node.end, NOTHING


def negated_conditions(source, node):
    """The condition of a branch is negated."""
    if node.kind not in {Kind.IF_STMT, Kind.WHILE_STMT, Kind.DO_STMT, Kind.CONDITIONAL_OPERATOR}:
        return
    condition = node.children[-1 if node.kind == Kind.DO_STMT else 0]
    text = source.text(condition.start, condition.end)
    if condition.kind == Kind.VAR_DECL:  # if (auto x = …)
        yield condition.end, condition.end, f"; !{condition.spelling}"
    elif text != "true" and not is_constexpr(source, node):
        yield condition.start, condition.end, f"!({text})"


OPERATORS = {"order": weaker_orders, "wake": missing_wakes, "change": missing_changes, "condition": negated_conditions}


def called_by(source, node):
    """The name of the function that a call expression calls, without what qualifies it; empty for other nodes."""
    if node.kind != Kind.CALL_EXPR or not node.children:
        return ""
    # libclang has no name for a callee that depends on a template's parameter.
    name = re.search(r"\w+$", source.text(node.children[0].start, node.children[0].end))
    return name[0] if name else ""


def is_statement(node):
    """Whether a node is a statement by itself, so that its result is not used."""
    return node.parent.kind.is_statement() and node.parent.kind != Kind.RETURN_STMT


def is_loop_header(node):
    """Whether a node is the last part of `for (…; …; …)`."""
    return node.parent.kind == Kind.FOR_STMT and node is not node.parent.children[-1]


def is_constexpr(source, node):
    return node.kind == Kind.IF_STMT and source.text(node.start, node.end).startswith("if constexpr")


def statement_around(source, node, start, end):
    """From where to where we quote the code around a place of a node: its statement, without the blocks that it
    contains. In a constructor's initialisers there is no statement; we quote the constructor as far as its body."""
    statement = node
    for each in node.ancestors():
        if each.kind in {Kind.COMPOUND_STMT, Kind.CASE_STMT, Kind.DEFAULT_STMT}:
            break
        statement = each
        if each.kind in FUNCTIONS:
            break
    first, last = statement.start, statement.end
    for block in statement.all():
        if block.kind == Kind.COMPOUND_STMT and block.children:
            if block.end <= start:
                first = max(first, block.end - 1)
            elif block.start >= end:
                last = min(last, block.start + 1)
    after = re.match(rb"\s*;", source.uncommented[last:])
    return first, last + len(after[0]) if after else last


def changes_of(source, function):
    """The changes of one function, in the order of their places: (start, end, replacement, kind), and the node."""
    found = [(change, kind, node) for node in function.all() for kind, operator in OPERATORS.items()
             for change in operator(source, node)]
    return sorted(found, key=lambda each: (*each[0], each[1]))


def check_that_all_is_seen(source):
    """libclang does not show all parts of a function, such as what stands before the `;` in `if (…; …)`."""
    seen = {node.end for function in source.functions for node in function.all() if node.kind == Kind.DECL_REF_EXPR}
    for token in source.tokens:
        place = token.extent.start.offset
        within = any(function.start <= place < function.end for function in source.functions)
        if within and token.spelling.startswith("memory_order_") and token.extent.end.offset not in seen:
            raise Failure(f"{source.file}:{source.line(place)}: libclang does not show this {token.spelling}; "
                          "write the code so that it does, or extend fearless_mutation/syntax.py")


def mutants_of(source):
    """The mutants of one file, in the order of their places."""
    check_that_all_is_seen(source)
    seen = collections.Counter()
    for function in source.functions:
        name = function.spelling if function.spelling.startswith("operator") else function.spelling.split("<")[0]
        lines = range(source.line(function.start), source.line(function.end) + 1)
        for (start, end, replacement), kind, node in changes_of(source, function):
            first, last = statement_around(source, node, start, end)
            before = source.text(first, last)
            after = " ".join((source.uncommented[first:start].decode() + replacement +
                              source.uncommented[end:last].decode()).split())
            seen[name, before, after] += 1
            yield Mutant(source.file, source.line(start), name, lines, kind, before, after, seen[name, before, after],
                         start, end, replacement)


def all_mutants():
    root = SOURCE / REFERENCE
    files = dict.fromkeys(str(path.relative_to(root)) for pattern in MUTATED for path in sorted(root.glob(pattern)))
    for pattern in MUTATED:
        if not list(root.glob(pattern)):
            raise Failure(f"{REFERENCE}/{pattern} does not exist; correct MUTATED in fearless_mutation/mutants.py")
    return [mutant for source in parse_sources(list(files)) for mutant in mutants_of(source)]
