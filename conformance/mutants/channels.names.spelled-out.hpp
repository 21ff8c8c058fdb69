// SPDX-License-Identifier: MIT
// Mutant: the two ends are called `transmitter` and `receiver`.
// Breaks: channels.names
// Verdict: FAIL
#include <fearless/fearless.hpp>
#include <utility>

namespace native {
using namespace fearless;

template <class T>
struct channel_ends {
  fearless::sender<T> transmitter;
  fearless::receiver<T> receiver;
};

template <class T>
[[nodiscard]] channel_ends<T> channel() {
  auto [tx, rx] = fearless::channel<T>();
  return {std::move(tx), std::move(rx)};
}
}  // namespace native
