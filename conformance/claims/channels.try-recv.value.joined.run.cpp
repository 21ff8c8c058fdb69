// SPDX-License-Identifier: MIT
// Claim: If there is a message, and its send happened before the call, try_recv shall return a message as a success.
//   What was done before the send happens before the return.
// Aspect: All messages of threads that were joined are available.
#include <utility>

#include "bindings/channel.hpp"
#include "bindings/thread.hpp"
#include "testing/claim.hpp"

CLAIM("channels.try-recv.value") {
  constexpr int each = 500;
  auto [tx, rx] = bindings::channel<int>();
  const auto send_all = [](bindings::sender<int> own) {
    return bindings::spawn([own = std::move(own)] {
      for (int value = 0; value < each; ++value) own.send(value);
    });
  };

  auto one = send_all(tx.clone());
  auto two = send_all(tx.clone());
  one.join();
  two.join();

  int available = 0;
  while (rx.try_recv().value() != nullptr) ++available;
  CHECK(available == 2 * each);
}
