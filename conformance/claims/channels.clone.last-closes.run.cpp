// SPDX-License-Identifier: MIT
// Claim: The receiver shall be disconnected when the last sender of the channel is dropped, and not before, regardless
//   of which sender is the last.
#include <utility>

#include "bindings/channel.hpp"
#include "testing/claim.hpp"

CLAIM("channels.clone.last-closes") {
  auto [first, rx] = bindings::channel<int>();
  auto second = first.clone();
  auto third = first.clone();

  bindings::drop(std::move(second));
  CHECK(rx.try_recv().is_empty());

  bindings::drop(std::move(first));
  CHECK(rx.try_recv().is_empty());

  bindings::drop(std::move(third));
  CHECK(rx.try_recv().is_disconnected());
}
