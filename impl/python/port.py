# SPDX-License-Identifier: MIT
"""Python behind the port: threading.Thread, queue.SimpleQueue, threading.Lock.

Python has no shared owners: it counts the references to every object. ctypes gives C functions that call these, and
calls those of the suite; it lets other threads run meanwhile.
"""

import ctypes
import itertools
import platform
import queue
import threading
import time
from ctypes import CFUNCTYPE, POINTER, Structure, addressof, c_bool, c_char_p, c_int, c_size_t, c_uint32, c_uint64, c_void_p

RETURNS, PANICS = 0, 1
RECEIVED, EMPTY = 0, 1
LOCKED, WOULD_BLOCK = 0, 2


class Value(Structure):
    _fields_ = [("data", c_void_p), ("drop", c_void_p)]


Drop = CFUNCTYPE(None, c_void_p)


class Owned:
    """A value of the suite that belongs to Python. As any object of Python it is destroyed when nothing refers to it any more."""

    def __init__(self, value):
        self.value = copy(value)

    def __del__(self):
        if self.value.drop:
            Drop(self.value.drop)(self.value.data)

    def release(self):
        """The value, which belongs to the suite again."""
        value, self.value = self.value, Value()
        return value


class Closure(Structure):
    _fields_ = [("env", c_void_p), ("call", CFUNCTYPE(c_int, c_void_p, POINTER(Value))), ("drop", CFUNCTYPE(None, c_void_p))]


EachBody = CFUNCTYPE(c_bool, c_void_p, Value)
LockedBody = CFUNCTYPE(c_int, c_void_p, POINTER(Value))


class Panic(Exception):
    """The suite's code panics as Python code does, by an exception. It carries the payload."""

    def __init__(self, payload):
        super().__init__()
        self.payload = payload


def copy(of):
    return type(of).from_buffer_copy(of)


# The suite gets numbers for Python's objects. A number that is never used again keeps the object forever, so each has an end.
objects = {}
numbers = itertools.count(1)


def give(thing):
    number = next(numbers)
    objects[number] = thing
    return number


def take(number):
    return objects.pop(number)


# Threads. A thread keeps no result and no exception, so both are put where the one who joins finds them.


class Thread(threading.Thread):
    def __init__(self, closure):
        super().__init__()
        self.closure = closure
        self.value = self.exception = None

    def run(self):
        try:
            self.value = self.call_and_drop()
        except Panic as exception:
            # An exception refers to the frame that caught it, and so to this thread: only the collector would free the two.
            self.exception = exception.with_traceback(None)

    def call_and_drop(self):
        value = Value()
        outcome = self.closure.call(self.closure.env, value)
        self.closure.drop(self.closure.env)
        if outcome == PANICS:
            raise Panic(Owned(value))
        return Owned(value)

    def unwrap(self):
        self.join()
        if self.exception:
            raise self.exception
        return self.value


def spawn(closure):
    thread = Thread(copy(closure))
    try:
        thread.start()
    except RuntimeError:  # the system has no more threads
        closure.drop(closure.env)
        return None
    return give(thread)


def join(handle, result):
    try:
        result[0] = take(handle).unwrap().release()
        return RETURNS
    except Panic as panic:
        result[0] = panic.payload.release()
        return PANICS


def sleep(nanoseconds):
    time.sleep(nanoseconds / 1e9)


# Channels. A queue has no senders and no receiver: all of them are the queue, and a send never fails.


def channel(sender, receiver):
    shared = queue.SimpleQueue()
    sender[0], receiver[0] = give(shared), give(shared)


def clone_sender(sender):
    return give(objects[sender])


def send(sender, value, _):
    objects[sender].put(Owned(value))
    return True


def recv(receiver, value):
    value[0] = objects[receiver].get().release()
    return RECEIVED


def try_recv(receiver, value):
    try:
        value[0] = objects[receiver].get_nowait().release()
        return RECEIVED
    except queue.Empty:
        return EMPTY


def for_each(receiver, body, env):
    for value in iter(objects[receiver].get, None):
        if not body(env, value.release()):
            break


# Mutexes: a lock beside its value.


class Mutex:
    def __init__(self, value):
        self.lock = threading.Lock()
        self.inside = Owned(value)


def create_mutex(value):
    return give(Mutex(value))


def lock(number, guard):
    objects[number].lock.acquire()
    guard[0] = number
    return LOCKED


def try_lock(number, guard):
    if not objects[number].lock.acquire(blocking=False):
        return WOULD_BLOCK
    guard[0] = number
    return LOCKED


def deref(guard):
    return addressof(objects[guard].inside.value)


def unlock(guard):
    objects[guard].lock.release()


def with_lock_unwrap(number, body, env):
    mutex = objects[number]
    try:
        with mutex.lock:
            if body(env, mutex.inside.value) == PANICS:
                raise Panic(Owned(Value()))
        return RETURNS
    except Panic:
        return PANICS


def with_lock(number, body, env, outcome):
    outcome[0] = with_lock_unwrap(number, body, env)
    return LOCKED


# The tables of fearless_port.h, in the order of their functions. Pointers to objects are numbers here.


def table(*functions):
    return (c_void_p * len(functions))(*(ctypes.cast(function, c_void_p) for function in functions))


Handle, Handles, Result = c_void_p, POINTER(c_void_p), POINTER(Value)
functions = {
    "threads": [
        CFUNCTYPE(Handle, Closure)(spawn),
        CFUNCTYPE(c_int, Handle, Result)(join),
        CFUNCTYPE(c_int, Handle, Result)(join),  # Python has no other unwrap: it raises the exception
        CFUNCTYPE(None, Handle)(take),
        CFUNCTYPE(None, c_uint64)(sleep),
    ],
    "channels": [
        CFUNCTYPE(None, Handles, Handles)(channel),
        CFUNCTYPE(Handle, Handle)(clone_sender),
        CFUNCTYPE(None, Handle)(take),
        CFUNCTYPE(None, Handle)(take),
        CFUNCTYPE(c_bool, Handle, Value, Result)(send),
        CFUNCTYPE(c_int, Handle, Result)(recv),
        CFUNCTYPE(c_int, Handle, Result)(try_recv),
        CFUNCTYPE(None, Handle, EachBody, c_void_p)(for_each),
    ],
    "mutexes": [
        CFUNCTYPE(Handle, Value)(create_mutex),
        CFUNCTYPE(None, Handle)(take),
        CFUNCTYPE(c_int, Handle, Handles)(lock),
        CFUNCTYPE(c_int, Handle, Handles)(try_lock),
        CFUNCTYPE(c_void_p, Handle)(deref),
        CFUNCTYPE(None, Handle)(unlock),
        CFUNCTYPE(c_int, Handle, LockedBody, c_void_p, POINTER(c_int))(with_lock),
        CFUNCTYPE(c_int, Handle, LockedBody, c_void_p)(with_lock_unwrap),
    ],
}
tables = {group: table(*those) for group, those in functions.items()}


class Port(Structure):
    _fields_ = [("size", c_size_t), ("version", c_uint32), ("name", c_char_p), ("release", c_char_p)] + [
        (group, c_void_p) for group in ("threads", "channels", "mutexes", "rcs", "arcs", "weak_arcs")
    ]


port = Port(ctypes.sizeof(Port), 1, b"python", platform.python_version().encode(), *(addressof(each) for each in tables.values()))
address = addressof(port)
