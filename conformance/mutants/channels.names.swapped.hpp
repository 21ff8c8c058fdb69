// SPDX-License-Identifier: MIT
// Mutant: the sender is called `rx`, and the receiver `tx`.
// Breaks: channels.names
// Verdict: FAIL
#include <fearless/fearless.hpp>
#include <utility>

namespace native {
using namespace fearless;

template <class T>
struct channel_ends {
  sender<T> rx;
  receiver<T> tx;
};

template <class T>
[[nodiscard]] channel_ends<T> channel() {
  auto [tx, rx] = fearless::channel<T>();
  return {std::move(tx), std::move(rx)};
}
}  // namespace native
