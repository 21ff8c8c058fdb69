// SPDX-License-Identifier: MIT
// Any implementation, through the port. Usage: LIBRARY.so MEASURE PARAMETER TIMES
#include <dlfcn.h>

#include <concepts>
#include <cstdint>
#include <string>

#include "fearless_port.h"
#include "workloads.hpp"

namespace {

const fearless_port* port = nullptr;

const fearless_port* load(const std::string& file) {
  void* const handle = dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL);
  if (handle == nullptr) bench::refuse(file + " can't be loaded: " + dlerror());
  void* const entry = dlsym(handle, "fearless_port_v1");
  if (entry == nullptr) bench::refuse(file + " does not export fearless_port_v1");
  const fearless_port* const found = reinterpret_cast<const fearless_port* (*)()>(entry)();
  if (found->version != FEARLESS_PORT_VERSION) bench::refuse(file + " has another version of the port");
  return found;
}

/// The table of a group, which the implementation must have.
template <class Table>
const Table& table(const Table* group) {
  if (group == nullptr) bench::refuse("this implementation does not have what is to be measured");
  return *group;
}

/// A number as a value of the port, without memory of its own.
fearless_value boxed(std::uint64_t number) {
  return {.data = reinterpret_cast<void*>(number), .drop = nullptr};
}
std::uint64_t unboxed(fearless_value value) {
  return reinterpret_cast<std::uint64_t>(value.data);
}

/// An owner through the functions of `rc` or `arc`.
template <class Table, class Owner>
struct owner {
  explicit owner(const Table& functions) : owner(functions, functions.create(boxed(1))) {}
  owner(const Table& functions, Owner* made) : of(functions), handle(made) {}
  owner(const owner&) = delete;
  owner& operator=(const owner&) = delete;
  ~owner() { of.drop(handle); }
  [[nodiscard]] owner clone() const { return owner(of, of.clone(handle)); }
  const Table& of;
  Owner* handle;
};

struct through_the_port {
  template <std::same_as<bench::message<8>> T>  // a value of the port is two words
  struct channel {
    struct sending {
      sending(const fearless_channels& functions, fearless_sender* own) : of(functions), end(own) {}
      sending(const sending&) = delete;
      sending& operator=(const sending&) = delete;
      ~sending() { of.drop_sender(end); }
      void send(bench::message<8> number) const {
        fearless_value returned{};
        bench::expect(of.send(end, boxed(number[0]), &returned));
      }
      const fearless_channels& of;
      fearless_sender* end;
    };

    explicit channel(std::uint64_t) { of.channel(&tx, &rx); }
    channel(const channel&) = delete;
    channel& operator=(const channel&) = delete;
    ~channel() {
      of.drop_sender(tx);
      of.drop_receiver(rx);
    }
    [[nodiscard]] sending sender() const { return {of, of.clone_sender(tx)}; }
    [[nodiscard]] bench::message<8> receive() const {
      fearless_value got{};
      bench::expect(of.recv(rx, &got) == FEARLESS_RECEIVED);
      return {unboxed(got)};
    }

    const fearless_channels& of = table(port->channels);
    fearless_sender* tx = nullptr;
    fearless_receiver* rx = nullptr;
  };

  struct mutex {
    fearless_mutex* handle;
  };
  static mutex make_mutex() { return {table(port->mutexes).create(boxed(0))}; }
  static std::uint64_t changed(mutex& counter, std::uint64_t added) {
    const fearless_mutexes& of = *port->mutexes;
    fearless_guard* guard = nullptr;
    bench::expect(of.lock(counter.handle, &guard) == FEARLESS_LOCKED);
    fearless_value& slot = *of.deref(guard);
    slot = boxed(unboxed(slot) + added);
    const std::uint64_t now = unboxed(slot);
    of.unlock(guard);
    return now;
  }
  static void add_one(mutex& counter) { changed(counter, 1); }
  static std::uint64_t value_of(mutex& counter) { return changed(counter, 0); }

  static auto make_arc() { return owner<fearless_arcs, fearless_arc>(table(port->arcs)); }
  static auto make_rc() { return owner<fearless_rcs, fearless_rc>(table(port->rcs)); }

  static std::uint64_t value_of_thread() {
    const fearless_threads& of = table(port->threads);
    const auto return_one = [](void*, fearless_value* result) {
      *result = boxed(1);
      return FEARLESS_RETURNS;
    };
    fearless_value result{};
    of.join(of.spawn({.env = nullptr, .call = return_one, .drop = [](void*) {}}), &result);
    return unboxed(result);
  }
};

}  // namespace

int main(int count, char** arguments) {
  if (count < 2) bench::refuse("usage: LIBRARY.so MEASURE PARAMETER TIMES");
  port = load(arguments[1]);
  bench::run<through_the_port>(count - 1, arguments + 1);
}
