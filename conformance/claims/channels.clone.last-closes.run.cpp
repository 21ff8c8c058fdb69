// SPDX-License-Identifier: MIT
#include <utility>

#include "subject/channel.hpp"
#include "subject/claim.hpp"

CLAIM("channels.clone.last-closes") {
  auto [first, rx] = subject::channel<int>();
  auto second = first.clone();
  auto third = first.clone();

  subject::drop(std::move(second));
  CHECK(rx.try_recv().is_empty());

  subject::drop(std::move(first));
  CHECK(rx.try_recv().is_empty());

  subject::drop(std::move(third));
  CHECK(rx.try_recv().is_disconnected());
}
