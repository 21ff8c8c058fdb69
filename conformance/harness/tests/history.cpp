// SPDX-License-Identifier: MIT
// Compares the checker of histories with one that tries every order.
#include "testing/history.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <deque>
#include <random>
#include <set>

namespace {

using testing::complaint;
using testing::history;
using testing::message;
using testing::moment;
using testing::receive_record;
using testing::send_record;
using testing::strictness;
using outcome = receive_record::outcome;

/// One operation of a history, of any kind.
struct operation {
  enum class kind : std::uint8_t { send, receive, senders_leave, receiver_leaves };
  kind what;
  std::size_t which;  // index among the sends or the receives
  moment called, returned;
};

/// A correct channel without concurrency.
struct ideal_channel {
  std::deque<message> inside;
  bool has_sender = true, has_receiver = true;

  bool allows(const operation& next, const history& all) {
    switch (next.what) {
      case operation::kind::send: {
        const auto& send = all.sends[next.which];
        if (send.succeeded != has_receiver || !has_sender) return false;
        if (send.succeeded) inside.push_back(send.what);
        return true;
      }
      case operation::kind::receive: {
        const auto& receive = all.receives[next.which];
        if (!has_receiver) return false;
        if (receive.gave == outcome::empty) return inside.empty() && has_sender;
        if (receive.gave == outcome::disconnected) return inside.empty() && !has_sender;
        if (inside.empty() || inside.front() != receive.what) return false;
        inside.pop_front();
        return true;
      }
      case operation::kind::senders_leave:
        has_sender = false;
        return true;
      case operation::kind::receiver_leaves:
        has_receiver = false;
        return true;
    }
    return false;
  }
};

/// Whether the history is linearizable: some order of the operations, each between its call and its return, is correct.
bool has_an_order(std::vector<operation> left, const ideal_channel& channel, const history& all) {
  if (left.empty()) return true;
  const moment first_return = std::ranges::min(left, {}, &operation::returned).returned;
  for (std::size_t i = 0; i < left.size(); ++i) {
    if (left[i].called > first_return) continue;  // another operation returned before this one was called
    auto next = channel;
    if (!next.allows(left[i], all)) continue;
    auto rest = left;
    rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(i));
    if (has_an_order(std::move(rest), next, all)) return true;
  }
  return false;
}

/// A small random history, which may be correct or not, and its operations.
struct random_history {
  history all;
  std::vector<operation> operations;

  explicit random_history(std::mt19937& random) {
    const auto below = [&random](std::size_t bound) { return random() % bound; };
    std::deque<message> inside;
    moment clock = 1;
    std::size_t senders = 1 + below(3);
    std::vector<int> numbers(senders, 0);
    std::vector<moment> free_since(senders + 1, 0);  // of each sender and of the receiver
    // First a correct run, one operation after the other. Each operation then gets some time around its moment.
    const std::size_t count = 2 + below(5);
    for (std::size_t i = 0; i < count; ++i) {
      clock += 10;
      const std::size_t who = below(senders + 1);
      const moment called = std::max(free_since[who] + 1, clock - std::min<moment>(clock - 1, below(25)));
      const moment returned = std::max(clock + below(25), called + 1);
      free_since[who] = returned;
      if (who < senders) {
        const message what{static_cast<int>(who), numbers[who]++};
        all.sends.push_back({what, true, called, returned});
        inside.push_back(what);
      } else if (inside.empty()) {
        all.receives.push_back({outcome::empty, {}, called, returned});
      } else {
        all.receives.push_back({outcome::received, inside.front(), called, returned});
        inside.pop_front();
      }
    }
    // Then an error may be put in.
    if (below(3) > 0 && all.receives.size() > 1)
      std::swap(all.receives[below(all.receives.size())].what, all.receives[below(all.receives.size())].what);
    if (below(3) == 0 && !all.receives.empty()) {
      auto& changed = all.receives[below(all.receives.size())];
      changed.gave = changed.gave == outcome::empty ? outcome::received : outcome::empty;
      changed.what = {0, static_cast<int>(below(3))};
    }
    const moment end = std::ranges::max(free_since);
    if (below(2) == 0) {  // the senders are dropped, and one more receive is tried
      const moment leaves = end + 1 - std::min<moment>(end, below(10));
      all.last_sender_leaves = std::max(*std::max_element(free_since.begin(), free_since.end() - 1) + 1, leaves);
      const moment called = free_since[senders] + 1 + below(20);
      all.receives.push_back({below(2) == 0 ? outcome::disconnected : outcome::empty, {}, called, called + below(20)});
      free_since[senders] = all.receives.back().returned;
      all.last_sender_left = all.last_sender_leaves + 15;
      operations.push_back({operation::kind::senders_leave, 0, all.last_sender_leaves, all.last_sender_left});
    } else if (below(2) == 0) {  // or the receiver is dropped
      all.receiver_leaves = free_since[senders] + 1;
      all.receiver_left = all.receiver_leaves + below(20);
      const moment called = free_since[0] + 1 + below(30);
      all.sends.push_back({{0, numbers[0]++}, below(2) == 0, called, called + below(20)});
      operations.push_back({operation::kind::receiver_leaves, 0, all.receiver_leaves, all.receiver_left});
    }
    for (std::size_t i = 0; i < all.sends.size(); ++i)
      operations.push_back({operation::kind::send, i, all.sends[i].called, all.sends[i].returned});
    for (std::size_t i = 0; i < all.receives.size(); ++i)
      operations.push_back({operation::kind::receive, i, all.receives[i].called, all.receives[i].returned});
  }
};

send_record sent(message what, moment called, moment returned) {
  return {what, true, called, returned};
}
receive_record received(message what, moment called, moment returned) {
  return {outcome::received, what, called, returned};
}

}  // namespace

TEST_CASE("the checker agrees with one that tries every order, on thousands of small histories") {
  std::mt19937 random(20'001);
  int possible = 0, disagreements = 0;
  constexpr int tries = 50'000;
  for (int i = 0; i < tries; ++i) {
    const random_history each(random);
    const bool has_order = has_an_order(each.operations, {}, each.all);
    const auto wrong = complaint(each.all, strictness::linearizable);
    possible += has_order ? 1 : 0;
    if (has_order != !wrong.has_value() && ++disagreements == 1) {
      UNSCOPED_INFO("history " << i << (has_order ? " is possible" : " is not possible")
                               << "; the checker: " << wrong.value_or("nothing"));
      for (const auto& o : each.operations)
        UNSCOPED_INFO("  " << static_cast<int>(o.what) << " " << o.which << " [" << o.called << ", " << o.returned
                           << "]");
    }
  }
  CHECK(disagreements == 0);
  CHECK(possible > tries / 5);
  CHECK(possible < tries * 4 / 5);
}

TEST_CASE("every linearizable history is correct by the claims, but not the other way round") {
  std::mt19937 random(7);
  int stricter = 0;
  for (int i = 0; i < 20'000; ++i) {
    const random_history each(random);
    const bool promised = !complaint(each.all, strictness::promised);
    const bool linearizable = !complaint(each.all, strictness::linearizable);
    REQUIRE((promised || !linearizable));
    stricter += promised && !linearizable ? 1 : 0;
  }
  CHECK(stricter > 100);
}

TEST_CASE("each violation has a message of its own") {
  history all;
  all.sends = {sent({0, 0}, 1, 2), sent({0, 1}, 3, 4), sent({1, 0}, 1, 9)};
  const auto after = [&all](std::vector<receive_record> receives) {
    auto changed = all;
    changed.receives = std::move(receives);
    return complaint(changed).value_or("nothing");
  };
  CHECK(after({received({0, 0}, 5, 6), received({1, 0}, 7, 8), received({0, 1}, 10, 11)}) == "nothing");
  CHECK(after({received({0, 1}, 5, 6)}) ==
        "message 1 of sender 0 was received out of order, twice, or without having been sent");
  CHECK(after({received({0, 0}, 5, 6), received({0, 0}, 7, 8)}) ==
        "message 0 of sender 0 was received out of order, twice, or without having been sent");
  CHECK(after({{outcome::disconnected, {}, 10, 11}}) ==
        "a receive returned disconnected although a sender was not dropped");
  all.last_sender_leaves = 10;
  CHECK(after({{outcome::disconnected, {}, 10, 11}}) ==
        "a receive returned disconnected although message 0 of sender 0 was in the channel");
  CHECK(after({{outcome::empty, {}, 10, 11}}) == "nothing");
  all.senders_joined = 12;
  CHECK(after({{outcome::empty, {}, 13, 14}}) ==
        "a receive returned empty although message 0 of sender 0 was in the channel");
  all.sends.push_back({{1, 1}, false, 10, 11});
  CHECK(after({}) == "the send of message 1 of sender 1 failed although the receiver was not dropped");
}
