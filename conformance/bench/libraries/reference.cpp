// SPDX-License-Identifier: MIT
// The reference, as a program uses it.
#include <cstdint>
#include <utility>

#include "fearless/arc.hpp"
#include "fearless/channel.hpp"
#include "fearless/mutex.hpp"
#include "fearless/rc.hpp"
#include "fearless/spawn.hpp"
#include "workloads.hpp"

namespace {

struct reference {
  template <class T>
  struct channel {
    struct sending {
      fearless::sender<T> end;
      void send(T value) { end.send(std::move(value)).unwrap(); }
    };

    explicit channel(std::uint64_t) : ends(fearless::channel<T>()) {}
    sending sender() { return {ends.tx.clone()}; }
    T receive() { return ends.rx.recv().unwrap(); }

    fearless::channel_ends<T> ends;
  };

  using mutex = fearless::mutex<std::uint64_t>;
  static mutex make_mutex() { return mutex(0); }
  static void add_one(mutex& counter) { ++*counter.lock().unwrap(); }
  static std::uint64_t value_of(mutex& counter) { return *counter.lock().unwrap(); }

  static auto make_arc() { return fearless::make_arc<std::uint64_t>(1U); }
  static auto make_rc() { return fearless::make_rc<std::uint64_t>(1U); }

  static int value_of_thread() {
    return fearless::spawn([] { return 1; }).join().unwrap();
  }
};

}  // namespace

int main(int count, char** arguments) {
  bench::run<reference>(count, arguments);
}
