// SPDX-License-Identifier: MIT
#include <cstdint>
#include <utility>
#include <vector>

#include "subject/claim.hpp"
#include "subject/counted.hpp"
#include "subject/gate.hpp"
#include "subject/owner.hpp"
#include "subject/thread.hpp"

// What the owners did with the value comes before its end: to destroy it is no race with any use. The threads live on
// meanwhile, so that nothing but their drops orders them.
CLAIM("arc.atomic") {
  const subject::tally shared;
  const std::vector<subject::gate> dropped(2);
  const subject::gate destroyed;
  subject::arc<subject::counted> last(subject::counted(shared, 42));
  std::vector<subject::join_handle<std::int64_t>> using_it;
  for (const auto& own_turn : dropped) {
    using_it.push_back(subject::spawn([=, own = last.clone()]() mutable {
      const auto seen = own->value();
      subject::drop(std::move(own));
      own_turn.open();
      destroyed.pass();
      return seen;
    }));
  }

  for (const auto& each : dropped) each.pass();
  CHECK(shared.drops() == 0);
  subject::drop(std::move(last));
  CHECK(shared.drops() == 1);
  destroyed.open();

  for (auto& handle : using_it) CHECK(handle.join() == 42);
}
