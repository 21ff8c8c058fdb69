// SPDX-License-Identifier: MIT
#include <unistd.h>

#include <utility>

#include "subject/claim.hpp"
#include "subject/counted.hpp"
#include "subject/gate.hpp"
#include "subject/thread.hpp"

namespace {

/// Opens a gate as it is dropped.
class farewell {
 public:
  explicit farewell(subject::gate dropped) : dropped_(dropped) {}
  farewell(farewell&& other) noexcept : dropped_(other.dropped_), owns_(std::exchange(other.owns_, false)) {}
  farewell& operator=(farewell&&) = delete;
  ~farewell() {
    if (owns_) dropped_.open();
  }

 private:
  subject::gate dropped_;
  bool owns_ = true;
};

}  // namespace

CLAIM("closures.move.transfers") {
  const subject::tally moved;
  const subject::gate unjoined, dropped;
  subject::counted value(moved, 42);

  // What is captured first is dropped last.
  subject::drop(subject::spawn([last = farewell(dropped), owned = std::move(value), unjoined] { unjoined.pass(); }));
  unjoined.open();
  dropped.pass();

  CHECK(moved.copies() == 0);
  CHECK(moved.drops() == 1);
  CHECK(moved.dropped_by() != gettid());
}
