// SPDX-License-Identifier: MIT
#pragma once

#include <fearless/fearless.hpp>
#include <utility>

/// The two ends of a channel, where a mutant has put types of its own in the place of the reference's.
template <class Sender, class Receiver>
struct changed_ends {
  Sender tx;
  Receiver rx;
};

/// Makes such a channel out of one of the reference's.
template <class T, class Sender, class Receiver>
[[nodiscard]] changed_ends<Sender, Receiver> change_ends() {
  auto [tx, rx] = fearless::channel<T>();
  return {Sender(std::move(tx)), Receiver(std::move(rx))};
}
