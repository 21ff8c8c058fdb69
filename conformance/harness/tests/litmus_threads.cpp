// SPDX-License-Identifier: MIT
// An instrumented library, as an implementation is: the operations of litmus tests.
#include "litmus_threads.hpp"

#include <array>
#include <atomic>
#include <thread>

namespace {

using litmus::operation;
using litmus::word;
using memory = std::array<std::atomic<word>, litmus::places>;

std::memory_order order_of(scheduling::atomic_order order) {
  switch (order) {
    case __ATOMIC_RELAXED:
      return std::memory_order_relaxed;
    case __ATOMIC_ACQUIRE:
      return std::memory_order_acquire;
    case __ATOMIC_RELEASE:
      return std::memory_order_release;
    case __ATOMIC_ACQ_REL:
      return std::memory_order_acq_rel;
    default:
      return std::memory_order_seq_cst;
  }
}

std::string compare(std::atomic<word>& at, const operation& what) {
  const auto success = order_of(what.orders.at(0)), failure = order_of(what.orders.at(1));
  word seen = what.values.at(0);
  const bool done = what.kind == 'V' ? at.compare_exchange_weak(seen, what.values.at(1), success, failure)
                                     : at.compare_exchange_strong(seen, what.values.at(1), success, failure);
  return std::to_string(seen) + (!done && seen == what.values.at(0) ? "!" : "");
}

/// What the operation has read.
std::string execute(memory& all, const operation& what) {
  std::atomic<word>& at = all.at(what.place);
  const auto order = order_of(what.orders.at(0));
  switch (what.kind) {
    case 'R':
      return std::to_string(at.load(order));
    case 'W':
      at.store(what.values.at(0), order);
      return "";
    case 'A':
      return std::to_string(at.fetch_add(what.values.at(0), order));
    case 'X':
      return std::to_string(at.exchange(what.values.at(0), order));
    case 'F':
      std::atomic_thread_fence(order);
      return "";
    default:
      return compare(at, what);
  }
}

}  // namespace

extern "C" __attribute__((visibility("default"))) void execute_litmus(const litmus::test& test,
                                                                      std::vector<std::string>& read) {
  memory all{};
  read.assign(test.threads.size() + 1, "");
  const auto run = [&](std::string& into, const litmus::program_of_thread& program) {
    for (const operation& each : program) into += execute(all, each);
  };
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < test.threads.size(); ++i)
    threads.emplace_back([&, i] { run(read[i + 1], test.threads[i]); });
  for (std::thread& each : threads) each.join();
  run(read[0], test.after_join);
}
