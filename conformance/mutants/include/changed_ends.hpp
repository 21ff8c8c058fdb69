// SPDX-License-Identifier: MIT
#pragma once

#include <fearless/fearless.hpp>
#include <utility>

/// The two ends of a channel, with types of a mutant in place of the reference's.
template <class Sender, class Receiver>
struct changed_ends {
  Sender tx;
  Receiver rx;
};

/// Makes such a channel from a channel of the reference.
template <class T, class Sender, class Receiver>
[[nodiscard]] changed_ends<Sender, Receiver> change_ends() {
  auto [tx, rx] = fearless::channel<T>();
  return {Sender(std::move(tx)), Receiver(std::move(rx))};
}
