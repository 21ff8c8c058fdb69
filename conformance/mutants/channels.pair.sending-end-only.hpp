// SPDX-License-Identifier: MIT
// Mutant: the pair has no receiver.
// Breaks: channels.pair
// Verdict: FAIL
#include <fearless/fearless.hpp>

namespace native {
using namespace fearless;

template <class T>
struct channel_ends {
  sender<T> tx;
};

template <class T>
[[nodiscard]] channel_ends<T> channel() {
  return {fearless::channel<T>().tx};
}
}  // namespace native
