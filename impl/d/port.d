// SPDX-License-Identifier: MIT
// D behind the port: Thread, Mutex and Condition of its runtime, a queue with them, and RefCounted of its standard
// library. D has no owners that several threads may share.
module port;

import core.memory : GC;
import core.runtime : rt_init;
import core.sync.condition : Condition;
import core.sync.mutex : Mutex;
import core.thread : Thread, hnsecs;
import std.compiler : version_major, version_minor;
import std.container.dlist : DList;
import std.format : format;
import std.string : toStringz;
import std.typecons : RefCounted, RefCountedAutoInitialize;

// What fearless_port.h declares.

struct Value
{
    void* data;
    extern (C) void function(void*) drop;
}

enum Outcome
{
    returns,
    panics
}

struct Closure
{
    void* env;
    extern (C) Outcome function(void*, Value*) call;
    extern (C) void function(void*) drop;
}

enum Received
{
    received,
    empty,
    disconnected
}

enum Locked
{
    locked,
    poisoned,
    wouldBlock
}

alias EachBody = extern (C) bool function(void*, Value);
alias LockedBody = extern (C) Outcome function(void*, Value*);

/// A panic, with its payload.
class Panic : Exception
{
    Value payload;
    this(Value payload)
    {
        super("panic");
        this.payload = payload;
    }
}

Value payloadOf(Throwable thrown)
{
    auto panic = cast(Panic) thrown;
    return panic is null ? Value.init : panic.payload;
}

/// The collector does not look into C's memory, so an object that C holds is a root.
T give(T)(T object)
{
    GC.addRoot(cast(void*) object);
    return object;
}

T take(T)(T object)
{
    GC.removeRoot(cast(void*) object);
    return object;
}

void drop(Value value)
{
    if (value.drop !is null)
        value.drop(value.data);
}

class Worker : Thread
{
    Closure work;
    Value result;

    this(Closure work)
    {
        super(&run);
        this.work = work;
    }

    private void run()
    {
        Throwable thrown;
        try
            call();
        catch (Throwable panic)
            thrown = panic;
        work.drop(work.env); // not in a scope(exit): D's unwinding can't hold another panic
        if (thrown !is null)
            throw thrown;
    }

    private void call()
    {
        if (work.call(work.env, &result) == Outcome.panics)
            throw new Panic(result);
    }
}

extern (C) Worker spawn(Closure work)
{
    auto worker = give(new Worker(work));
    try
        worker.start();
    catch (Throwable)
    {
        take(worker);
        work.drop(work.env);
        return null;
    }
    return worker;
}

extern (C) Outcome join(Worker worker, Value* result)
{
    auto thrown = take(worker).join(false);
    *result = thrown is null ? worker.result : payloadOf(thrown);
    return thrown is null ? Outcome.returns : Outcome.panics;
}

// Thread.join throws what the thread threw.
extern (C) Outcome joinUnwrap(Worker worker, Value* result)
{
    try
    {
        take(worker).join();
        *result = worker.result;
        return Outcome.returns;
    }
    catch (Throwable thrown)
    {
        *result = payloadOf(thrown);
        return Outcome.panics;
    }
}

extern (C) void detach(Worker worker)
{
    take(worker);
}

extern (C) void sleep(ulong nanoseconds)
{
    Thread.sleep(hnsecs((nanoseconds + 99) / 100));
}

/// A queue that knows how many senders it has.
class Channel
{
    Mutex mutex;
    Condition changed;
    DList!Value values;
    size_t senders = 1;
    bool hasReceiver = true;

    this()
    {
        mutex = new Mutex;
        changed = new Condition(mutex);
    }

    Received takeFirst(Value* value)
    {
        if (values.empty)
            return senders > 0 ? Received.empty : Received.disconnected;
        *value = values.front;
        values.removeFront();
        return Received.received;
    }
}

class Sender
{
    Channel to;
    this(Channel to)
    {
        this.to = to;
    }
}

extern (C) void channel(Sender* sender, Channel* receiver)
{
    *receiver = give(new Channel);
    *sender = give(new Sender(*receiver));
}

extern (C) Sender cloneSender(Sender sender)
{
    synchronized (sender.to.mutex)
        ++sender.to.senders;
    return give(new Sender(sender.to));
}

extern (C) void dropSender(Sender sender)
{
    auto to = take(sender).to;
    synchronized (to.mutex)
        if (--to.senders == 0)
            to.changed.notifyAll();
}

extern (C) void dropReceiver(Channel from)
{
    DList!Value unreceived;
    synchronized (from.mutex)
    {
        from.hasReceiver = false;
        unreceived = from.values;
        from.values = DList!Value();
    }
    foreach (value; unreceived[])
        drop(value);
    take(from);
}

extern (C) bool send(Sender sender, Value value, Value* returned)
{
    synchronized (sender.to.mutex)
    {
        if (sender.to.hasReceiver)
        {
            sender.to.values.insertBack(value);
            sender.to.changed.notify();
            return true;
        }
    }
    *returned = value;
    return false;
}

extern (C) Received recv(Channel from, Value* value)
{
    synchronized (from.mutex)
    {
        while (from.values.empty && from.senders > 0)
            from.changed.wait();
        return from.takeFirst(value);
    }
}

extern (C) Received tryRecv(Channel from, Value* value)
{
    synchronized (from.mutex)
        return from.takeFirst(value);
}

extern (C) void forEach(Channel from, EachBody each, void* env)
{
    Value value;
    while (recv(from, &value) == Received.received && each(env, value))
        continue;
}

/// A lock beside its value.
class Guarded
{
    Mutex mutex;
    Value inside;

    this(Value inside)
    {
        mutex = new Mutex;
        this.inside = inside;
    }

    void run(LockedBody work, void* env)
    {
        synchronized (mutex)
            if (work(env, &inside) == Outcome.panics)
                throw new Panic(Value.init);
    }
}

extern (C) Guarded create(Value inside)
{
    return give(new Guarded(inside));
}

extern (C) void dropMutex(Guarded mutex)
{
    drop(take(mutex).inside);
}

// The guard is the mutex: it is held until it is unlocked.
extern (C) Locked lock(Guarded mutex, Guarded* guard)
{
    mutex.mutex.lock();
    *guard = mutex;
    return Locked.locked;
}

extern (C) Locked tryLock(Guarded mutex, Guarded* guard)
{
    if (!mutex.mutex.tryLock())
        return Locked.wouldBlock;
    *guard = mutex;
    return Locked.locked;
}

extern (C) Value* deref(Guarded guard)
{
    return &guard.inside;
}

extern (C) void unlock(Guarded guard)
{
    guard.mutex.unlock();
}

extern (C) Locked withLock(Guarded mutex, LockedBody work, void* env, Outcome* outcome)
{
    *outcome = withLockUnwrap(mutex, work, env);
    return Locked.locked;
}

extern (C) Outcome withLockUnwrap(Guarded mutex, LockedBody work, void* env)
{
    try
        mutex.run(work, env);
    catch (Throwable)
        return Outcome.panics;
    return Outcome.returns;
}

struct Owned
{
    Value value;
    @disable this(this);
    ~this()
    {
        .drop(value);
    }
}

alias Rc = RefCounted!(Owned, RefCountedAutoInitialize.no);

extern (C) Rc* createRc(Value value)
{
    return give(new Rc(value));
}

extern (C) Rc* cloneRc(const Rc* owner)
{
    auto another = new Rc;
    *another = *cast(Rc*) owner;
    return give(another);
}

extern (C) const(Value)* derefRc(const Rc* owner)
{
    return &owner.refCountedPayload.value;
}

extern (C) size_t countRc(const Rc* owner)
{
    return owner.refCountedStore.refCount;
}

extern (C) void dropRc(Rc* owner)
{
    destroy(*take(owner));
}

extern (C) void cycleRc(const Rc* owner, size_t times)
{
    foreach (i; 0 .. times)
        Rc another = *cast(Rc*) owner;
}

// The tables of the port, in the order of fearless_port.h.

struct Port
{
    size_t size = Port.sizeof;
    uint portVersion = 1;
    const(char)* name = "d";
    const(char)* release;
    void** threads, channels, mutexes, rcs, arcs, weakArcs;
}

__gshared void*[5] threads;
__gshared void*[8] channels;
__gshared void*[8] mutexes;
__gshared void*[6] rcs;
__gshared Port port;

void*[functions.length] table(functions...)()
{
    void*[functions.length] addresses;
    static foreach (i, each; functions)
        addresses[i] = cast(void*)&each;
    return addresses;
}

shared static this()
{
    // The collector stops all threads by signals, also those that the suite's scheduler holds back: then neither goes on.
    GC.disable();
    threads = table!(spawn, join, joinUnwrap, detach, sleep);
    channels = table!(channel, cloneSender, dropSender, dropReceiver, send, recv, tryRecv, forEach);
    mutexes = table!(create, dropMutex, lock, tryLock, deref, unlock, withLock, withLockUnwrap);
    rcs = table!(createRc, cloneRc, derefRc, countRc, dropRc, cycleRc);
    .port.release = format("%d.%03d", version_major, version_minor).toStringz;
    port.threads = threads.ptr;
    port.channels = channels.ptr;
    port.mutexes = mutexes.ptr;
    port.rcs = rcs.ptr;
}

/// Starts the runtime, which counts its starts, on the thread that loads the library.
export extern (C) Port* fearless_port_v1()
{
    rt_init();
    return &port;
}
