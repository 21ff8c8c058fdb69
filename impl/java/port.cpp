// SPDX-License-Identifier: MIT
// What Java can't express: the start of the virtual machine, calls of C functions through pointers, and the port's
// tables.
#include <jni.h>

#include <cstdio>
#include <cstdlib>
#include <iterator>
#include <vector>

#include "fearless_port.h"

/// Its value is in C's memory, because the suite gets the address.
struct fearless_mutex {
  jobject lock;
  fearless_value inside;
};

namespace {

JavaVM* machine = nullptr;
jclass port_class = nullptr;
jclass panic_class = nullptr;

[[noreturn]] void give_up(const char* what) {
  std::fprintf(stderr, "java: %s\n", what);
  std::abort();
}

/// A call of Java by the thread that makes this. Java knows the threads that it started; others become daemons.
class call_of_java {
 public:
  call_of_java() {
    void* found = nullptr;
    if (machine->GetEnv(&found, JNI_VERSION_10) != JNI_OK &&
        machine->AttachCurrentThreadAsDaemon(&found, nullptr) != JNI_OK)
      give_up("a thread can't be attached");
    in = static_cast<JNIEnv*>(found);
    in->PushLocalFrame(8);
  }
  ~call_of_java() { in->PopLocalFrame(nullptr); }
  call_of_java(const call_of_java&) = delete;
  call_of_java& operator=(const call_of_java&) = delete;

  [[nodiscard]] jmethodID method(const char* name, const char* signature) const {
    return in->GetStaticMethodID(port_class, name, signature);
  }

  /// Keeps an object for the suite, whatever the collector finds.
  template <class Handle>
  [[nodiscard]] Handle* give(jobject object) const {
    return reinterpret_cast<Handle*>(in->NewGlobalRef(object));
  }

  /// Takes the exception that a method ended with, if any.
  [[nodiscard]] jthrowable take_exception() const {
    const jthrowable thrown = in->ExceptionOccurred();
    in->ExceptionClear();
    return thrown;
  }

  JNIEnv* in;
};

jobject object(const void* handle) {
  return static_cast<jobject>(const_cast<void*>(handle));
}

/// Java keeps the address of a copy, as a number.
template <class Copied>
jlong to_java(const Copied& original) {
  return reinterpret_cast<jlong>(new Copied(original));
}

template <class Copied>
Copied take(jlong address) {
  if (address == 0) return {};
  auto* const copy = reinterpret_cast<Copied*>(address);
  const Copied original = *copy;
  delete copy;
  return original;
}

void drop(fearless_value value) {
  if (value.drop != nullptr) value.drop(value.data);
}

struct locked_body {
  fearless_locked_body body;
  void* env;
  fearless_value* slot;
};

void throw_panic(JNIEnv* in, fearless_value payload) {
  const jmethodID make = in->GetMethodID(panic_class, "<init>", "(J)V");
  in->Throw(static_cast<jthrowable>(in->NewObject(panic_class, make, to_java(payload))));
}

jlong JNICALL call_and_drop(JNIEnv* in, jclass /*port*/, jlong address) {
  const auto closure = take<fearless_closure>(address);
  fearless_value value{};
  const fearless_outcome outcome = closure.call(closure.env, &value);
  closure.drop(closure.env);
  if (outcome == FEARLESS_RETURNS) return to_java(value);
  throw_panic(in, value);
  return 0;
}

void JNICALL call_locked_body(JNIEnv* in, jclass /*port*/, jlong address) {
  const auto& locked = *reinterpret_cast<locked_body*>(address);
  if (locked.body(locked.env, locked.slot) == FEARLESS_PANICS) throw_panic(in, {});
}

void JNICALL drop_value(JNIEnv* /*in*/, jclass /*port*/, jlong value) {
  drop(take<fearless_value>(value));
}

/// The signature of a method is in Java's notation: J is a number, and these are the classes of the objects.
#define RESULT "Ljava/util/concurrent/CompletableFuture;"
#define LOCK "Ljava/util/concurrent/locks/ReentrantLock;"

fearless_outcome join(fearless_thread* handle, fearless_value* result) {
  const call_of_java java;
  const jlong value = java.in->CallStaticLongMethod(port_class, java.method("join", "(" RESULT ")J"), object(handle));
  const jthrowable thrown = java.take_exception();
  java.in->DeleteGlobalRef(object(handle));
  const jmethodID payload_of = java.method("payloadOf", "(Ljava/lang/Throwable;)J");
  *result =
      take<fearless_value>(thrown == nullptr ? value : java.in->CallStaticLongMethod(port_class, payload_of, thrown));
  return thrown == nullptr ? FEARLESS_RETURNS : FEARLESS_PANICS;
}

constexpr fearless_threads threads = {
    .spawn = [](fearless_closure closure) -> fearless_thread* {
      const call_of_java java;
      const jlong copy = to_java(closure);
      const jobject handle = java.in->CallStaticObjectMethod(port_class, java.method("spawn", "(J)" RESULT), copy);
      if (java.take_exception() == nullptr) return java.give<fearless_thread>(handle);
      take<fearless_closure>(copy).drop(closure.env);  // Java throws an OutOfMemoryError
      return nullptr;
    },
    .join = join,
    // Java has no other unwrap: get() throws what the task threw, in the caller.
    .join_unwrap = join,
    .detach =
        [](fearless_thread* handle) {
          const call_of_java java;
          java.in->CallStaticVoidMethod(port_class, java.method("detach", "(" RESULT ")V"), object(handle));
          java.in->DeleteGlobalRef(object(handle));
        },
    .sleep =
        [](std::uint64_t nanoseconds) {
          const call_of_java java;
          java.in->CallStaticVoidMethod(port_class, java.method("sleep", "(J)V"), static_cast<jlong>(nanoseconds));
        },
};

fearless_outcome with_lock_unwrap(fearless_mutex* mutex, fearless_locked_body body, void* env) {
  const call_of_java java;
  const locked_body locked = {.body = body, .env = env, .slot = &mutex->inside};
  java.in->CallStaticVoidMethod(port_class, java.method("withLock", "(" LOCK "J)V"), mutex->lock,
                                reinterpret_cast<jlong>(&locked));
  const jthrowable thrown = java.take_exception();
  if (thrown == nullptr) return FEARLESS_RETURNS;
  take<fearless_value>(
      java.in->CallStaticLongMethod(port_class, java.method("payloadOf", "(Ljava/lang/Throwable;)J"), thrown));
  return FEARLESS_PANICS;
}

fearless_mutex* held(fearless_guard* guard) {
  return reinterpret_cast<fearless_mutex*>(guard);
}

constexpr fearless_mutexes mutexes = {
    .create =
        [](fearless_value value) {
          const call_of_java java;
          const jobject lock = java.in->CallStaticObjectMethod(port_class, java.method("createLock", "()" LOCK));
          return new fearless_mutex{.lock = java.in->NewGlobalRef(lock), .inside = value};
        },
    .drop =
        [](fearless_mutex* mutex) {
          call_of_java().in->DeleteGlobalRef(mutex->lock);
          drop(mutex->inside);
          delete mutex;
        },
    .lock =
        [](fearless_mutex* mutex, fearless_guard** guard) {
          const call_of_java java;
          java.in->CallStaticVoidMethod(port_class, java.method("lock", "(" LOCK ")V"), mutex->lock);
          *guard = reinterpret_cast<fearless_guard*>(mutex);
          return FEARLESS_LOCKED;
        },
    .try_lock =
        [](fearless_mutex* mutex, fearless_guard** guard) {
          const call_of_java java;
          if (java.in->CallStaticBooleanMethod(port_class, java.method("tryLock", "(" LOCK ")Z"), mutex->lock) ==
              JNI_FALSE)
            return FEARLESS_WOULD_BLOCK;
          *guard = reinterpret_cast<fearless_guard*>(mutex);
          return FEARLESS_LOCKED;
        },
    .deref = [](fearless_guard* guard) { return &held(guard)->inside; },
    .unlock =
        [](fearless_guard* guard) {
          const call_of_java java;
          java.in->CallStaticVoidMethod(port_class, java.method("unlock", "(" LOCK ")V"), held(guard)->lock);
        },
    .with_lock =
        [](fearless_mutex* mutex, fearless_locked_body body, void* env, fearless_outcome* outcome) {
          *outcome = with_lock_unwrap(mutex, body, env);
          return FEARLESS_LOCKED;
        },
    .with_lock_unwrap = with_lock_unwrap,
};

constexpr fearless_port port = {
    .size = sizeof(fearless_port),
    .version = FEARLESS_PORT_VERSION,
    .name = "java",
    .release = JAVA_RELEASE,
    .threads = &threads,
    .channels = nullptr,
    .mutexes = &mutexes,
    .rcs = nullptr,
    .arcs = nullptr,
    .weak_arcs = nullptr,
};

/// The bytes of a class that the compiler of Java has put into a file, as a part of this library.
#define CLASS_FILE(variable, file)                                                                                   \
  __asm__(".pushsection .rodata\n" #variable ": .incbin \"" CLASSES "/" file "\"\n" #variable "_end:\n.popsection"); \
  extern "C" [[gnu::visibility("hidden")]] const jbyte variable[], variable##_end[];

CLASS_FILE(fearless_java_port, "Port.class")
CLASS_FILE(fearless_java_panic, "Port$Panic.class")

/// Each case starts a machine in a process of its own, which has 1 GiB of memory: a small one, with a fixed number of
/// threads, that prints no warnings among what the program prints.
const fearless_port* start() {
  std::vector<JavaVMOption> options;
  for (const char* const option : {"-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                                   "-XX:-UseDynamicNumberOfCompilerThreads", "-XX:-UsePerfData", "-Xlog:disable"})
    options.push_back({const_cast<char*>(option), nullptr});
  JavaVMInitArgs arguments = {.version = JNI_VERSION_10,
                              .nOptions = static_cast<jint>(options.size()),
                              .options = options.data(),
                              .ignoreUnrecognized = JNI_FALSE};
  void* first = nullptr;
  if (JNI_CreateJavaVM(&machine, &first, &arguments) != JNI_OK) give_up("the virtual machine does not start");
  auto* const in = static_cast<JNIEnv*>(first);
  const auto define = [in](const char* name, const jbyte* from, const jbyte* to) {
    const jclass defined = in->DefineClass(name, nullptr, from, static_cast<jsize>(to - from));
    if (defined == nullptr) give_up("its classes can't be loaded");
    return static_cast<jclass>(in->NewGlobalRef(defined));
  };
  panic_class = define("Port$Panic", fearless_java_panic, fearless_java_panic_end);
  port_class = define("Port", fearless_java_port, fearless_java_port_end);
  const JNINativeMethod natives[] = {
      {const_cast<char*>("callAndDrop"), const_cast<char*>("(J)J"), reinterpret_cast<void*>(call_and_drop)},
      {const_cast<char*>("callLockedBody"), const_cast<char*>("(J)V"), reinterpret_cast<void*>(call_locked_body)},
      {const_cast<char*>("drop"), const_cast<char*>("(J)V"), reinterpret_cast<void*>(drop_value)}};
  if (in->RegisterNatives(port_class, natives, std::size(natives)) != JNI_OK) give_up("Port.java and port.cpp differ");
  in->CallStaticVoidMethod(port_class, in->GetStaticMethodID(port_class, "start", "()V"));
  return &port;
}

}  // namespace

extern "C" __attribute__((visibility("default"))) const fearless_port* fearless_port_v1() {
  static const fearless_port* const started = start();
  return started;
}
