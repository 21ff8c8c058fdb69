// SPDX-License-Identifier: MIT
#include <array>
#include <catch2/catch.hpp>
#include <fearless/arc.hpp>
#include <fearless/channel.hpp>
#include <fearless/rc.hpp>
#include <optional>
#include <vector>

namespace {

using fearless::rc;
using fearless::rc_weak;
using fearless::send;
using fearless::sync;

struct holds_it {
  int number;
  rc<int> hidden;
};

// An rc is neither `send` nor `sync`, whatever it owns, and whatever owns it.
static_assert(!send<rc<int>> && !sync<rc<int>> && !send<rc_weak<int>> && !sync<rc_weak<int>>);
static_assert(!send<holds_it> && !send<std::vector<rc<int>>> && !send<std::optional<rc<int>>> &&
              !send<std::array<rc<int>, 2>> && !send<fearless::result<rc<int>, int>>);
static_assert(!send<fearless::arc<rc<int>>> && !sync<fearless::arc<rc<int>>>);
static_assert(!send<fearless::sender<rc<int>>> && !send<fearless::receiver<rc<int>>>);
static_assert(!std::is_copy_constructible_v<rc<int>> && !std::is_copy_assignable_v<rc<int>>);
static_assert(!std::is_copy_constructible_v<rc_weak<int>> && !std::is_copy_assignable_v<rc_weak<int>>);
static_assert(std::is_nothrow_move_constructible_v<rc<int>> && std::is_nothrow_move_assignable_v<rc<int>>);

}  // namespace

TEST_CASE("an rc is for one thread") {
  SUCCEED("by the assertions above");
}
