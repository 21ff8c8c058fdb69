// SPDX-License-Identifier: MIT
// GLib behind the port: GThread, GAsyncQueue and GMutex, with C++ around them as in glibmm. GLib's counted boxes do not
// tell how many owners they have, so owners are the standard library's.
#include <glib.h>

#include "fearless_port_std.hpp"
#include "standard_threads.hpp"

namespace {

using fearless::port::joined;
using fearless::port::no_value;
using fearless::port::value;

/// Gives a pointer back to GLib.
template <auto Release>
struct releases {
  template <class T>
  void operator()(T* owned) const {
    Release(owned);
  }
};

class mutex_lock {
 public:
  mutex_lock() { g_mutex_init(&raw_); }
  mutex_lock(const mutex_lock&) = delete;
  mutex_lock& operator=(const mutex_lock&) = delete;
  ~mutex_lock() { g_mutex_clear(&raw_); }
  void lock() { g_mutex_lock(&raw_); }
  bool try_lock() { return g_mutex_trylock(&raw_) != FALSE; }
  void unlock() { g_mutex_unlock(&raw_); }

 private:
  GMutex raw_{};
};

struct glib : standard_panics {
  static constexpr const char* name = "glib";
  static constexpr const char* release = GLIB_RELEASE;

  struct threads {
    using body = fearless::port::closure<glib>;
    /// What a thread and its handle share. A result that GThread returns itself would leak without a join.
    struct task {
      body work;
      joined ended{std::unexpected(value())};
    };
    static void release(task* shared) {
      g_atomic_rc_box_release_full(shared, [](gpointer last) { static_cast<task*>(last)->~task(); });
    }
    using shared_task = std::unique_ptr<task, releases<release>>;
    struct join_handle {
      std::unique_ptr<GThread, releases<g_thread_unref>> thread;
      shared_task shared;
    };

    static gpointer run(gpointer data) {
      const shared_task shared(static_cast<task*>(data));
      body work = std::move(shared->work);  // dropped by this thread
      try {
        shared->ended = work();
      } catch (panicked& panic) {
        shared->ended = std::unexpected(std::move(panic.payload));
      }
      return nullptr;
    }
    static join_handle spawn(body work) {
      shared_task shared(new (g_atomic_rc_box_alloc(sizeof(task))) task(std::move(work)));
      shared_task of_thread(static_cast<task*>(g_atomic_rc_box_acquire(shared.get())));
      GThread* const started = g_thread_try_new(nullptr, run, of_thread.get(), nullptr);
      if (started == nullptr) throw std::bad_alloc();
      of_thread.release();
      return {decltype(join_handle::thread)(started), std::move(shared)};
    }
    static joined join(join_handle handle) {
      g_thread_join(handle.thread.release());
      return std::move(handle.shared->ended);
    }
    static value join_unwrap(join_handle handle) {
      auto ended = join(std::move(handle));
      if (!ended) panic(std::move(ended.error()));
      return std::move(*ended);
    }
    static void sleep(std::chrono::nanoseconds duration) {
      g_usleep(static_cast<gulong>(std::chrono::ceil<std::chrono::microseconds>(duration).count()));
    }
  };

  /// A queue lives as long as its last owner, and knows neither senders nor receivers.
  struct channels {
    using queue = std::unique_ptr<GAsyncQueue, releases<g_async_queue_unref>>;
    using sender = queue;
    using receiver = queue;

    static void drop(gpointer message) { delete static_cast<value*>(message); }
    static value take(gpointer message) {
      const std::unique_ptr<value> owned(static_cast<value*>(message));
      return std::move(*owned);
    }
    static std::pair<sender, receiver> channel() {
      sender made(g_async_queue_new_full(drop));
      receiver another(g_async_queue_ref(made.get()));
      return {std::move(made), std::move(another)};
    }
    static sender clone(const sender& original) { return sender(g_async_queue_ref(original.get())); }
    static std::expected<void, value> send(sender& to, value sent) {
      g_async_queue_push(to.get(), new value(std::move(sent)));
      return {};
    }
    static std::optional<value> recv(receiver& from) { return take(g_async_queue_pop(from.get())); }
    static std::expected<value, no_value> try_recv(receiver& from) {
      gpointer const message = g_async_queue_try_pop(from.get());
      if (message == nullptr) return std::unexpected(no_value::empty);
      return take(message);
    }
    template <class Body>
    static void for_each(receiver& from, Body body) {
      while (body(take(g_async_queue_pop(from.get())))) {
      }
    }
  };

  using mutexes = fearless::port::lock_mutexes<mutex_lock>;
  using arcs = fearless::port::std_arcs;
};

}  // namespace

FEARLESS_PORT(glib)
