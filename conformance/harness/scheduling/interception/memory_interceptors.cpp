// SPDX-License-Identifier: MIT
// Built without the race detector's instrumentation, so that controlled scheduling orders nothing.
//
// What the memory model must know besides atomic operations and the calls that are scheduling points.
#include <malloc.h>
#include <poll.h>
#include <pthread.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <threads.h>

#include <csignal>
#include <new>
#include <vector>

#include "scheduling/interception/interceptor.hpp"
#include "scheduling/interception/interceptors.hpp"
#include "scheduling/memory/memory_model.hpp"

namespace scheduling {

namespace {

/// What orders all calls of functions of which it is not known which threads they order.
constexpr char everything = 0;

void order_with_everything() {
  if (const int thread = the_scheduler().modelled_thread(); thread >= 0) {
    the_memory().release(thread, &everything);
    the_memory().acquire(thread, &everything);
  }
}

template <function_name Name, class Signature>
struct ordering;
template <function_name Name, class Result, class... Arguments>
struct ordering<Name, Result(Arguments...)> {
  static Result call(Arguments... arguments) {
    const struct ordered {
      ordered() { order_with_everything(); }
      ~ordered() { order_with_everything(); }
    } before_and_after;
    return original<Name, Result(Arguments...)>::function(arguments...);
  }
};

template <function_name Name, class Signature>
interceptor ordered() {
  return replaced_by<Name, Signature>(ordering<Name, Signature>::call);
}

void forget(const void* from, std::size_t size) {
  if (the_memory().is_on() && the_scheduler().modelled_thread() >= 0) the_memory().forget(from, size);
}

/// Bytes are written, as many as the name says. A tail call, so that the detector sees the caller's return address.
template <function_name Name, std::size_t Size>
interceptor write_of() {
  return replaced_by<Name, void(void*)>([](void* to) {
    forget(to, Size);
    return original<Name, void(void*)>::function(to);
  });
}

template <function_name Prefix>
void add_writes(std::vector<interceptor>& all) {
  all.push_back(write_of<Prefix + "1", 1>());
  all.push_back(write_of<Prefix + "2", 2>());
  all.push_back(write_of<Prefix + "4", 4>());
  all.push_back(write_of<Prefix + "8", 8>());
  all.push_back(write_of<Prefix + "16", 16>());
}

/// Bytes are written by a function whose last argument is their number.
template <function_name Name, class Second>
interceptor copy_of() {
  using signature = void*(void*, Second, std::size_t);
  return replaced_by<Name, signature>([](void* to, Second what, std::size_t size) {
    forget(to, size);
    return original<Name, signature>::function(to, what, size);
  });
}

/// Memory is given back, or moved, by a function whose first argument is its address.
template <function_name Name, class Result, class... Others>
interceptor end_of_memory() {
  using signature = Result(void*, Others...);
  return replaced_by<Name, signature>([](void* memory, Others... others) {
    if (the_memory().is_on() && memory != nullptr) forget(memory, ::malloc_usable_size(memory));
    return original<Name, signature>::function(memory, others...);
  });
}

}  // namespace

std::span<const interceptor> ordering_interceptors() {
  static const std::vector<interceptor> all = {
      ordered<"pthread_once", int(pthread_once_t*, void (*)())>(),
      ordered<"call_once", void(once_flag*, void (*)())>(),
      ordered<"__cxa_guard_acquire", int(void*)>(),
      ordered<"__cxa_guard_release", void(void*)>(),
      ordered<"pthread_barrier_wait", int(pthread_barrier_t*)>(),
      ordered<"pthread_spin_lock", int(pthread_spinlock_t*)>(),
      ordered<"pthread_spin_trylock", int(pthread_spinlock_t*)>(),
      ordered<"pthread_spin_unlock", int(pthread_spinlock_t*)>(),
      ordered<"pthread_kill", int(pthread_t, int)>(),
      ordered<"read", ssize_t(int, void*, std::size_t)>(),
      ordered<"write", ssize_t(int, const void*, std::size_t)>(),
      ordered<"readv", ssize_t(int, const iovec*, int)>(),
      ordered<"writev", ssize_t(int, const iovec*, int)>(),
      ordered<"send", ssize_t(int, const void*, std::size_t, int)>(),
      ordered<"recv", ssize_t(int, void*, std::size_t, int)>(),
      ordered<"poll", int(pollfd*, nfds_t, int)>(),
      ordered<"ppoll", int(pollfd*, nfds_t, const timespec*, const sigset_t*)>(),
      ordered<"epoll_wait", int(int, epoll_event*, int, int)>(),
      ordered<"sigwait", int(const sigset_t*, int*)>(),
  };
  return all;
}

std::span<const interceptor> forgetting_interceptors() {
  static const std::vector<interceptor> all = [] {
    std::vector<interceptor> made{
        copy_of<"memset", int>(),
        copy_of<"__tsan_memset", int>(),
        copy_of<"memcpy", const void*>(),
        copy_of<"__tsan_memcpy", const void*>(),
        copy_of<"memmove", const void*>(),
        copy_of<"__tsan_memmove", const void*>(),
        end_of_memory<"free", void>(),
        end_of_memory<"realloc", void*, std::size_t>(),
        end_of_memory<"_ZdlPv", void>(),
        end_of_memory<"_ZdaPv", void>(),
        end_of_memory<"_ZdlPvm", void, std::size_t>(),
        end_of_memory<"_ZdaPvm", void, std::size_t>(),
        end_of_memory<"_ZdlPvSt11align_val_t", void, std::align_val_t>(),
        end_of_memory<"_ZdaPvSt11align_val_t", void, std::align_val_t>(),
        end_of_memory<"_ZdlPvmSt11align_val_t", void, std::size_t, std::align_val_t>(),
        end_of_memory<"_ZdaPvmSt11align_val_t", void, std::size_t, std::align_val_t>(),
    };
    add_writes<"__tsan_write">(made);
    add_writes<"__tsan_unaligned_write">(made);
    return made;
  }();
  return all;
}

}  // namespace scheduling
