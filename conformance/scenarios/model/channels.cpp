// SPDX-License-Identifier: MIT
// The model of channels: chapter spec/messages.md.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "scenarios/model/history.hpp"

namespace scenarios {

namespace {

using claims = std::vector<std::string>;

/// One channel of an execution.
class channel {
 public:
  channel(history& all, const std::vector<known_step>& steps, bool has_others) : all_(all), has_others_(has_others) {
    for (const known_step& each : steps) sort(each);
    const auto maker = makes_.front()->thread;
    const auto is_elsewhere = [=](const known_step& each) { return each->thread != maker; };
    receiver_has_moved_ = std::ranges::any_of(receives_, is_elsewhere);
    sender_has_moved_ = std::ranges::any_of(sends_, is_elsewhere) || std::ranges::any_of(leaves_, is_elsewhere);
  }

  void judge() {
    messages();
    order();
    for (const known_step& each : receives_) receive(each);
    for (const known_step& each : sends_) send(each);
    if (all_.is_deadlock()) {
      waits();
      endless_sends();
    }
    early_drops();
    if (all_.is_finished()) ends();
  }

 private:
  struct sending {
    const record* is;
    const record* received = nullptr;
  };

  void sort(const known_step& each) {
    switch (each->does) {
      case action::channel:
      case action::crowd:
        makes_.push_back(each);
        break;
      case action::clone:
        clones_.insert(each->made);
        makes_.push_back(each);
        break;
      case action::send:
        sends_.push_back(each);
        by_value_[each->value] = {.is = each.is};
        senders_.insert(each->owner);
        break;
      case action::recv:
      case action::try_recv:
      case action::each:
        receives_.push_back(each);
        break;
      case action::disperse:
        leaves_.push_back(each);
        break;
      case action::drop:
        if (each->on.of == kind::sender)
          leaves_.push_back(each);
        else if (each->on.of == kind::receiver)
          receiver_leaves_ = each;
        break;
      default:
        break;
    }
  }

  /// The claims on messages that concern a message of this sender.
  [[nodiscard]] claims on_message(claims first, std::uint32_t sender) const {
    if (clones_.contains(sender)) first.emplace_back("channels.clone.all-arrive");
    if (senders_.size() > 1) first.emplace_back("channels.many-producers");
    if (receiver_has_moved_) first.emplace_back("channels.one-consumer.moves");
    first.insert(first.end(), {"channels.messages", "channels.send.takes", "send.transfer.arrives"});
    return on_ends(std::move(first));
  }

  /// The claims on the ends of a channel that concern this one.
  [[nodiscard]] claims on_ends(claims first) const {
    first.emplace_back("channels.pair");
    if (has_others_) first.emplace_back("channels.create");
    if (sender_has_moved_) first.emplace_back("channels.sender.moves.owner");
    return first;
  }

  static std::uint64_t senders_in(const known_step& step) {
    return step->does == action::crowd || step->does == action::disperse ? step->count : 1;
  }

  /// Whether a sender existed at this time that had not begun to leave.
  [[nodiscard]] bool some_sender_is_left_after(stamp when) const {
    std::uint64_t left = 0, were = 0;
    for (const known_step& each : leaves_)
      if (each->called < when) left += senders_in(each);
    for (const known_step& each : makes_)
      if (each->called < when) were += senders_in(each);
    return left < were;
  }

  /// Whether all senders had left, as the step's thread knew.
  [[nodiscard]] bool all_senders_left_before(const known_step& step) const {
    std::uint64_t left = 0;
    for (const known_step& each : leaves_)
      if (history::happens_before(*each.is, step)) left += senders_in(each);
    std::uint64_t were = 0;
    for (const known_step& each : makes_) were += senders_in(each);
    return left == were;
  }

  void messages() {
    for (const known_step& each : receives_) {
      if (each->gave != result::received) continue;
      const auto found = by_value_.find(each->value);
      if (found == by_value_.end()) {
        all_.add(on_message({each->does == action::each   ? "channels.iterate.each"
                             : each->does == action::recv ? "channels.recv.value"
                                                          : "channels.try-recv.value",
                             "channels.try-recv.empty", "channels.ownership.transfer.exclusive"},
                            0),
                 fmt::format("{} returned {}, which was not sent on this channel or arrived changed",
                             described(*each.is), all_.name_of(each->value)));
      } else if (found->second.received != nullptr) {
        all_.add(on_message({"channels.ownership.transfer.dropped-once"}, found->second.is->owner),
                 fmt::format("{} returned {} a second time", described(*each.is), all_.name_of(each->value)));
      } else {
        found->second.received = each.is;
      }
    }
  }

  void order() {
    std::map<std::uint32_t, stamp> last;  // by sender: the call of the latest of its messages so far
    for (const known_step& each : receives_) {
      if (each->gave != result::received || !by_value_.contains(each->value)) continue;
      const record& sent = *by_value_.at(each->value).is;
      if (sent.called < last[sent.owner])
        all_.add({"channels.order", "channels.clone.all-arrive"},
                 fmt::format("{} returned {} after a later message of the same sender", described(*each.is),
                             all_.name_of(each->value)));
      last[sent.owner] = std::max(last[sent.owner], sent.called);
    }
  }

  void receive(const known_step& step) {
    const record& is = *step.is;
    if (is.gave == result::failed) return;
    if (is.gave == result::empty && is.does != action::try_recv)
      all_.add({"channels.recv.value", "channels.recv.blocks"},
               fmt::format("{} returned without a message", described(is)));
    if (is.gave != result::empty && is.gave != result::disconnected) return;
    if (const auto missed = missed_by(step)) {
      const auto from = by_value_.at(*missed).is->owner;
      if (is.gave == result::empty)
        all_.add(
            on_message({"channels.try-recv.value"}, from),
            fmt::format("{} returned empty although {} had been sent before", described(is), all_.name_of(*missed)));
      else
        all_.add(on_message(is.does == action::each
                                ? claims{"channels.recv.drains", "channels.iterate.each", "channels.iterate.ends"}
                                : claims{"channels.recv.drains", "channels.recv.value"},
                            from),
                 fmt::format("{} returned disconnected although {} had been sent and not received", described(is),
                             all_.name_of(*missed)));
    }
    if (is.gave == result::empty && all_senders_left_before(step))
      all_.add({"channels.try-recv.empty", "channels.clone.last-closes"},
               fmt::format("{} returned empty although every sender had been dropped", described(is)));
    if (is.gave == result::disconnected && some_sender_is_left_after(is.returned))
      all_.add(on_ends(is.does == action::try_recv ? claims{"channels.clone.last-closes", "channels.recv.closed",
                                                            "channels.try-recv.empty", "channels.clone.same-channel"}
                       : is.does == action::each   ? claims{"channels.clone.last-closes", "channels.iterate.ends",
                                                          "channels.iterate.each", "channels.clone.same-channel"}
                                                   : claims{"channels.clone.last-closes", "channels.recv.closed",
                                                          "channels.recv.blocks", "channels.clone.same-channel"}),
               fmt::format("{} returned disconnected although a sender was left", described(is)));
  }

  /// A message that this receive should have returned.
  [[nodiscard]] std::optional<std::uint32_t> missed_by(const known_step& step) const {
    for (const auto& [value, sent] : by_value_) {
      if (sent.is->gave != result::done || was_taken_before(sent, *step.is)) continue;
      const bool is_missed =
          step->gave == result::empty ? history::happens_before(*sent.is, step) : sent.is->called < step->returned;
      if (is_missed) return value;
    }
    return std::nullopt;
  }

  static bool was_taken_before(const sending& sent, const record& step) {
    return sent.received != nullptr && sent.received->called < step.called;
  }

  void send(const known_step& step) {
    const record& is = *step.is;
    const bool has_left = receiver_leaves_.is != nullptr;
    if (is.gave == result::failed && (!has_left || receiver_leaves_->called > is.returned))
      all_.add(on_ends({"channels.send.ok", "channels.clone.same-channel"}),
               fmt::format("{} failed although the receiver existed", described(is)));
    if (is.gave == result::failed && is.made != 0)
      all_.add({"channels.send.disconnected", "channels.ownership.transfer.dropped-once"},
               fmt::format("{} failed and did not return {}", described(is), all_.name_of(is.value)));
    if (is.gave == result::done && has_left && history::happens_before(*receiver_leaves_.is, step))
      all_.add(on_ends({"channels.send.disconnected"}),
               fmt::format("{} succeeded although the receiver had been dropped", described(is)));
  }

  /// In a deadlock: waits that should have ended.
  void waits() {
    const auto left = std::ranges::count_if(by_value_, [](const auto& each) {
      return each.second.is->gave == result::done && each.second.received == nullptr;
    });
    for (const known_step& each : receives_) {
      if (each.has_returned()) continue;
      const bool iterates = each->does == action::each;
      if (each->does == action::try_recv)
        all_.add({"channels.try-recv.immediate"}, fmt::format("{} never returns", described(*each.is)));
      else if (left > 0)
        all_.add(on_message({iterates ? "channels.iterate.each" : "channels.recv.value", "channels.recv.blocks",
                             "channels.recv.drains", "channels.clone.all-arrive", "channels.many-producers"},
                            0),
                 fmt::format("{} waits for ever although a message was sent", described(*each.is)));
      else if (!some_sender_is_left_after(UINT64_MAX))
        all_.add(on_ends({"channels.clone.last-closes", iterates ? "channels.iterate.ends" : "channels.recv.closed"}),
                 fmt::format("{} waits for ever although every sender was dropped", described(*each.is)));
    }
  }

  /// In a deadlock: sends, which never wait.
  void endless_sends() {
    for (const known_step& each : sends_) {
      if (each.has_returned()) continue;
      claims broken{"channels.send.ok"};
      if (receiver_leaves_.is != nullptr && receiver_leaves_.has_returned())
        broken.insert(broken.begin(), "channels.send.disconnected");
      if (senders_.size() > 1) broken.emplace_back("channels.many-producers");
      all_.add(on_ends(std::move(broken)), fmt::format("{} never returns", described(*each.is)));
    }
  }

  /// What is in flight is dropped with the receiver only.
  void early_drops() {
    for (const auto& [made, sent] : by_value_) {
      const value_record& value = *all_.value(made);
      const bool is_early = value.drops != 0 && value.at_drop == place::channel &&
                            (receiver_leaves_.is == nullptr || value.drop_begins < receiver_leaves_->called);
      if (is_early)
        all_.add(on_message({"channels.ownership.transfer.dropped-once", "channels.ownership.transfer.exclusive"},
                            sent.is->owner),
                 fmt::format("{} was sent, and dropped while the receiver existed", all_.name_of(made)));
    }
  }

  /// Whether a sender is dropped while the receiver is. If it is the last one, either drop may be the one that drops
  /// the messages, as in Rust.
  [[nodiscard]] bool a_sender_leaves_meanwhile() const {
    return std::ranges::any_of(leaves_, [&](const known_step& each) {
      return each->called < receiver_leaves_->returned && each->returned > receiver_leaves_->called;
    });
  }

  /// At the end nothing is left in a channel.
  void ends() {
    for (const auto& [made, sent] : by_value_) {
      const value_record& value = *all_.value(made);
      if (sent.is->gave != result::done || sent.received != nullptr) continue;
      if (value.is == layout::undropped || value.is == layout::blank) continue;
      if (value.drops == 0 && receiver_leaves_.is == nullptr) continue;  // the receiver is in a value that is left
      if (value.drops == 0) {
        all_.add({"channels.ownership.transfer.dropped-once"},
                 fmt::format("{} was sent, and neither received nor dropped", all_.name_of(made)));
      } else if (receiver_leaves_.is != nullptr && !a_sender_leaves_meanwhile() &&
                 value.drop_begins > receiver_leaves_->returned &&
                 history::happens_before(*sent.is, receiver_leaves_)) {
        all_.add({"channels.ownership.transfer.dropped-once"},
                 fmt::format("{} was in flight, and not dropped with the receiver", all_.name_of(made)));
      }
    }
  }

  history& all_;
  std::vector<known_step> sends_, receives_, makes_, leaves_;
  known_step receiver_leaves_;
  std::map<std::uint32_t, sending> by_value_;
  std::set<std::uint32_t> senders_, clones_;
  bool has_others_, receiver_has_moved_ = false, sender_has_moved_ = false;
};

}  // namespace

void judge_channels(history& all) {
  std::vector<const std::vector<known_step>*> channels;
  for (const auto& [number, steps] : all.of_objects())
    if (std::ranges::any_of(steps, [](const known_step& each) { return each->does == action::channel; }))
      channels.push_back(&steps);
  for (const auto* const steps : channels) channel(all, *steps, channels.size() > 1).judge();
}

}  // namespace scenarios
