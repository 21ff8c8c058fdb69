// SPDX-License-Identifier: MIT
// Correct owners without a count: they are in a list, and the last one in it drops the value, after a while.
#include <sched.h>

#include <optional>
#include <set>

#include "counted_owners.hpp"

namespace {

template <class Lock>
struct listed_value : shared_value<Lock> {
  using owner = shared_value<Lock>::owner;

  owner clone(int) override {
    const std::scoped_lock locked(this->lock);
    return listed();
  }

  std::optional<owner> upgrade() override {
    const std::scoped_lock locked(this->lock);
    if (present.empty()) return std::nullopt;
    return listed();
  }

  std::size_t count(int) override {
    const std::scoped_lock locked(this->lock);
    return present.size();
  }

  void drop(int number) override {
    if (!leaves_none(number)) return;
    sched_yield();
    this->destroy();
  }

  owner listed() {
    const int number = this->next_number++;
    present.insert(number);
    return {this, number};
  }

  bool leaves_none(int number) {
    const std::scoped_lock locked(this->lock);
    present.erase(number);
    return present.empty();
  }

  std::set<int> present{0};
};

}  // namespace

VARIANT(port) {
  port.rcs = counted_owners<fearless_rcs, freed<listed_value<no_lock>>>();
  port.arcs = counted_owners<fearless_arcs, freed<listed_value<std::mutex>>>();
  port.arcs.weak = weak_owners<freed<listed_value<std::mutex>>>();
}
