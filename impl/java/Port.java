// SPDX-License-Identifier: MIT

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Java behind the port: {@code Thread} with a {@code CompletableFuture}, {@code ReentrantLock}. Java's queues have no end, so a
 * receiver would wait for it for ever, as in impl/python; a virtual machine, with threads that wake at intervals, takes too long to show that. Java has no shared
 * owners: the garbage collector frees what is shared. Values have no destructors in Java. What belongs to the suite is a number here, the
 * address of a copy that port.cpp made.
 */
final class Port {
  /** The suite's code panics as Java code does, by an exception. It carries the payload. */
  static final class Panic extends RuntimeException {
    final long payload;

    Panic(long payload) {
      this.payload = payload;
    }
  }

  private Port() {}

  /** Does what makes Java start threads of its own, which are to be there before the suite runs a case: the first use of a lambda. */
  static void start() {
    Runnable first = () -> {};
    first.run();
  }

  // What Java can't express: calls of C functions through pointers. Those that may panic throw a Panic.
  private static native long callAndDrop(long closure);

  private static native void callLockedBody(long body);

  private static native void drop(long value);

  static CompletableFuture<Long> spawn(long closure) {
    var result = new CompletableFuture<Long>();
    new Thread(() -> run(closure, result)).start();
    return result;
  }

  private static void run(long closure, CompletableFuture<Long> result) {
    try {
      result.complete(callAndDrop(closure));
    } catch (Panic panic) {
      result.completeExceptionally(panic);
    }
  }

  static long join(CompletableFuture<Long> result) throws InterruptedException, ExecutionException {
    return result.get();
  }

  /** Java has no destructors: who gives up a handle says what becomes of the result. */
  static void detach(CompletableFuture<Long> result) {
    result.whenComplete((value, thrown) -> drop(thrown == null ? value : payloadOf(thrown)));
  }

  /** The payload of what was thrown, or 0 if the suite did not throw it. A future wraps what its task threw. */
  static long payloadOf(Throwable thrown) {
    Throwable original = thrown instanceof ExecutionException ? thrown.getCause() : thrown;
    return original instanceof Panic panic ? panic.payload : 0;
  }

  static void sleep(long nanoseconds) throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(nanoseconds);
  }

  static ReentrantLock createLock() {
    return new ReentrantLock();
  }

  static void lock(ReentrantLock lock) {
    lock.lock();
  }

  static boolean tryLock(ReentrantLock lock) {
    return lock.tryLock();
  }

  static void unlock(ReentrantLock lock) {
    lock.unlock();
  }

  static void withLock(ReentrantLock lock, long body) {
    lock.lock();
    try {
      callLockedBody(body);
    } finally {
      lock.unlock();
    }
  }
}
