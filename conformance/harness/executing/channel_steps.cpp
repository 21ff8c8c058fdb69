// SPDX-License-Identifier: MIT
// Built without the race detector's instrumentation: what is recorded here orders nothing.
#include <utility>

#include "executing/group_steps.hpp"
#include "executing/objects.hpp"
#include "executing/waits.hpp"
#include "executing/within.hpp"

namespace scenarios {

namespace {

void note_received(record& noted, fearless_value given, std::uint32_t channel) {
  --run().channels[channel].in_flight;
  noted.value = take_value(given);
  close(noted, result::received);
}

struct iteration {
  const step& what;
  std::uint32_t channel;
  record* noted;
  std::uint64_t left;

  static bool call(void* environment, fearless_value given) {
    auto& own = *static_cast<iteration*>(environment);
    me().waits = false;
    record& noted = *std::exchange(own.noted, nullptr);
    note_received(noted, given, own.channel);
    drop_value(given);
    {
      const within body(in_iteration);
      run_list(own.what.body);
    }
    if (own.left != 0 && --own.left == 0) return false;
    if (own.left == 0 && !may_wait_for_all_messages(at(own.what.on))) return false;
    if (own.left != 0 && !may_wait_for_message(at(own.what.on))) return false;
    own.noted = &open(action::each, own.what.on, own.channel);
    me().waits = true;
    return true;
  }
};

}  // namespace

void make_channel(const step& what) {
  if (!take_name(what.on)) return;
  if (!take_name(what.makes)) return give_back(what.on);
  const auto number = new_number();
  if (number >= most_channels) {
    give_back(what.on);
    return give_back(what.makes);
  }
  record& noted = open(action::channel, what.on, number, number);
  noted.made = number;
  fearless_sender* tx = nullptr;
  fearless_receiver* rx = nullptr;
  bindings::channels().channel(&tx, &rx);
  run().channels[number].in_flight = 0;
  run().channels[number].senders = 1;
  own(what.on, tx, number, number);
  own(what.makes, rx, number, 0);
  close(noted, result::done);
}

void send(const step& what) {
  const object& tx = at(what.on);
  // A program cannot send a sender through itself: it would move what it borrows.
  const auto made = make_value(*what.gives, place::channel, tx.number, what.on);
  record& noted = open(action::send, what.on, tx.number, tx.own);
  noted.value = made;
  fearless_value returned{};
  if (bindings::channels().send(port_of<fearless_sender>(what.on), to_port(made), &returned)) {
    ++run().channels[tx.number].in_flight;
    return close(noted, result::done);
  }
  const auto back = take_value(returned);
  noted.made = back == made ? 0 : 1;
  close(noted, result::failed);
  drop_value(returned);
}

void recv(const step& what) {
  const object& rx = at(what.on);
  const bool waits = what.does == action::recv && may_wait_for_message(rx);
  record& noted = open(waits ? action::recv : action::try_recv, what.on, rx.number);
  fearless_value given{};
  auto got = FEARLESS_EMPTY;
  if (waits) {
    const waiting meanwhile(rx.number);
    got = bindings::channels().recv(port_of<fearless_receiver>(what.on), &given);
  } else {
    got = bindings::channels().try_recv(port_of<fearless_receiver>(what.on), &given);
  }
  if (got == FEARLESS_RECEIVED) {
    note_received(noted, given, rx.number);
    drop_value(given);
  } else {
    close(noted, got == FEARLESS_EMPTY ? result::empty : result::disconnected);
  }
}

void each(const step& what) {
  object& rx = at(what.on);
  if (!(what.times != 0 ? may_wait_for_message(rx) : may_wait_for_all_messages(rx))) return;
  iteration all{
      .what = what, .channel = rx.number, .noted = &open(action::each, what.on, rx.number), .left = what.times};
  rx.owner = moving;  // the body does not use the receiver
  {
    const waiting meanwhile(rx.number);
    bindings::channels().for_each(port_of<fearless_receiver>(what.on), iteration::call, &all);
  }
  rx.owner = mine;
  if (all.noted != nullptr) close(*all.noted, result::disconnected);
}

}  // namespace scenarios
