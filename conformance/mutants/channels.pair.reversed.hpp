// SPDX-License-Identifier: MIT
// Mutant: the receiver comes first in the pair.
// Breaks: channels.pair
// Verdict: FAIL
#include <fearless/fearless.hpp>
#include <utility>

namespace native {
using namespace fearless;

template <class T>
struct channel_ends {
  receiver<T> rx;
  sender<T> tx;
};

template <class T>
[[nodiscard]] channel_ends<T> channel() {
  auto [tx, rx] = fearless::channel<T>();
  return {std::move(rx), std::move(tx)};
}
}  // namespace native
