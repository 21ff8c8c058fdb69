// SPDX-License-Identifier: MIT
// Qt behind the port: QThread, QMutex, a queue with a QWaitCondition, and the pointers of Qt's shared data.
#include <QExplicitlySharedDataPointer>
#include <QMutex>
#include <QThread>
#include <QWaitCondition>

#include "fearless_port_std.hpp"
#include "standard_threads.hpp"

namespace {

using fearless::port::joined;
using fearless::port::value;

struct condition {
  void wait(std::unique_lock<QMutex>& held) { changed.wait(held.mutex()); }
  void notify_one() { changed.wakeOne(); }
  void notify_all() { changed.wakeAll(); }
  QWaitCondition changed;
};

struct qt : standard_panics {
  static constexpr const char* name = "qt";
  static constexpr const char* release = QT_VERSION_STR;

  struct threads {
    /// A QThread has no result, and no exception may leave its `run`.
    class worker : public QThread {
     public:
      explicit worker(fearless::port::closure<qt> body) : body_(std::move(body)) {}
      joined ended{std::unexpected(value())};

     protected:
      void run() override {
        auto body = std::move(body_);  // dropped by this thread
        try {
          ended = body();
        } catch (panicked& panic) {
          ended = std::unexpected(std::move(panic.payload));
        }
      }

     private:
      fearless::port::closure<qt> body_;
    };
    /// A QThread can't be destroyed while it runs, and only an event loop destroys it later: one that is not joined
    /// stays.
    using join_handle = worker*;

    static join_handle spawn(fearless::port::closure<qt> body) {
      auto made = std::make_unique<worker>(std::move(body));
      made->start();
      if (!made->isRunning() && !made->isFinished()) throw std::bad_alloc();  // the system has no thread left
      return made.release();
    }
    static joined join(join_handle handle) {
      const std::unique_ptr<worker> owned(handle);
      owned->wait();
      return std::move(owned->ended);
    }
    static value join_unwrap(join_handle handle) {
      auto ended = join(handle);
      if (!ended) panic(std::move(ended.error()));
      return std::move(*ended);
    }
    static void sleep(std::chrono::nanoseconds duration) {
      QThread::usleep(static_cast<unsigned long>(std::chrono::ceil<std::chrono::microseconds>(duration).count()));
    }
  };

  using channels = fearless::port::lock_channels<QMutex, condition>;
  using mutexes = fearless::port::lock_mutexes<QMutex>;

  struct arcs {
    struct shared : QSharedData {
      explicit shared(value initial) : inside(std::move(initial)) {}
      value inside;
    };
    using owner = QExplicitlySharedDataPointer<shared>;

    static owner create(value initial) { return owner(new shared(std::move(initial))); }
    static owner clone(const owner& original) { return original; }
    static const value& deref(const owner& original) { return original->inside; }
    static std::size_t count(const owner& original) { return static_cast<std::size_t>(original->ref.loadRelaxed()); }
  };
};

}  // namespace

FEARLESS_PORT(qt)
