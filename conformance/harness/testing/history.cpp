// SPDX-License-Identifier: MIT
// Built without the race detector's instrumentation, so that the clock orders nothing.
#include "testing/history.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <map>
#include <string_view>

#include "scheduling/execution.hpp"
#include "scheduling/free_running.hpp"

namespace testing {

namespace {

constinit std::atomic<moment> present = 1;

std::string text(std::string_view before, message what, std::string_view after) {
  return fmt::format("{} {} of sender {} {}", before, what.number, what.sender, after);
}

/// The successful sends of each sender, and how many of them were received.
struct line {
  std::vector<const send_record*> sends;
  std::size_t received = 0;
  moment first_failed = history::never;  // when its first failed send returned
};

/// Checks the sends, then the receives in their order.
class review {
 public:
  review(const history& all, strictness how) : all_(all), how_(how) {
    for (const auto& send : all.sends) {
      auto& own = lines_[send.what.sender];
      if (send.succeeded) {
        own.sends.push_back(&send);
        by_return_.push_back(&send);
      } else {
        own.first_failed = std::min(own.first_failed, send.returned);
        first_failed_ = std::min(first_failed_, send.returned);
      }
    }
    std::ranges::sort(by_return_, {}, &send_record::returned);
  }

  std::optional<std::string> complaint() {
    for (const auto& send : all_.sends)
      if (auto wrong = judge(send)) return wrong;
    for (const auto& receive : all_.receives)
      if (auto wrong = judge(receive)) return wrong;
    return judge_unreceived();
  }

 private:
  std::optional<std::string> judge(const send_record& send) const {
    if (!send.succeeded && send.returned < all_.receiver_leaves)
      return text("the send of message", send.what, "failed although the receiver was not dropped");
    // The claims promise only for one and the same sender that a send which follows a failed send fails too.
    const moment failed = how_ == strictness::linearizable ? first_failed_ : lines_.at(send.what.sender).first_failed;
    if (send.succeeded && (send.called > failed || scheduling::is_before(all_.receiver_left, send.called)))
      return text("the send of message", send.what, "succeeded although the receiver was dropped");
    return {};
  }

  std::optional<std::string> judge(const receive_record& receive) {
    switch (receive.gave) {
      case receive_record::outcome::received:
        return judge_message(receive);
      case receive_record::outcome::empty:
        if (const auto* left = returned_before(must_be_seen(receive)))
          return text("a receive returned empty although message", left->what, "was in the channel");
        if (over_ || must_be_seen(receive) > all_.last_sender_left)
          return "a receive returned empty although all senders were dropped";
        return {};
      case receive_record::outcome::disconnected:
        over_ = true;
        if (receive.returned < all_.last_sender_leaves)
          return "a receive returned disconnected although a sender was not dropped";
        if (const auto* left = returned_before(history::never))
          return text("a receive returned disconnected although message", left->what, "was in the channel");
        return {};
    }
    return "a receive had an unknown outcome";
  }

  std::optional<std::string> judge_message(const receive_record& receive) {
    auto& own = lines_[receive.what.sender];
    if (own.received == own.sends.size() || own.sends[own.received]->what != receive.what)
      return text("message", receive.what, "was received out of order, twice, or without having been sent");
    const send_record& sent = *own.sends[own.received++];
    if (sent.called > receive.returned) return text("message", receive.what, "was received before it was sent");
    if (over_) return text("message", receive.what, "was received after the receiver was disconnected");
    if (how_ == strictness::linearizable && sent.returned < latest_call_)
      return text("message", receive.what, "was received after a message that was sent later");
    latest_call_ = std::max(latest_call_, sent.called);
    return {};
  }

  /// A send that had returned by this moment must be visible to the receive. The claims order the actions of a sender
  /// before a receive only where the sender's thread was joined.
  [[nodiscard]] moment must_be_seen(const receive_record& receive) const {
    if (how_ == strictness::linearizable) return receive.called;
    return receive.called > all_.senders_joined ? receive.called : 0;
  }

  /// A message that is not received yet and whose send had returned before this moment.
  const send_record* returned_before(moment then) {
    while (first_left_ < by_return_.size() && is_received(*by_return_[first_left_])) ++first_left_;
    if (first_left_ == by_return_.size() || by_return_[first_left_]->returned >= then) return nullptr;
    return by_return_[first_left_];
  }

  [[nodiscard]] bool is_received(const send_record& send) const {
    const auto& own = lines_.at(send.what.sender);
    return own.received > 0 && own.sends[own.received - 1]->what >= send.what;
  }

  /// A message that is never received must not have been sent before one that was received.
  std::optional<std::string> judge_unreceived() {
    if (how_ != strictness::linearizable) return {};
    if (const auto* left = returned_before(latest_call_))
      return text("message", left->what, "was never received, but a message that was sent later was");
    return {};
  }

  const history& all_;
  const strictness how_;
  std::map<int, line> lines_;
  std::vector<const send_record*> by_return_;  // the successful sends, in the order of their returns
  moment first_failed_ = history::never;       // when the first failed send of any sender returned
  std::size_t first_left_ = 0;                 // in by_return_: all sends before it are received
  moment latest_call_ = 0;                     // of the sends of received messages
  bool over_ = false;
};

}  // namespace

moment now() {
  // Any time may pass between two notes. Where an implementation is not under control, this is all that can be varied.
  scheduling::free_running::before_operation({scheduling::operation_kind::note});
  const moment here = present.fetch_add(1, std::memory_order_relaxed);  // one word has one order; it publishes nothing
  scheduling::note(here);
  return here;
}

std::optional<std::string> complaint(const history& all, strictness how) {
  return review(all, how).complaint();
}

}  // namespace testing
