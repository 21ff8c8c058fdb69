// SPDX-License-Identifier: MIT
// Claim: The memory that is kept for channels whose ends were all dropped shall not grow with the number of these
//   channels, or of their messages and senders.
// Aspect: The receiver waits for each message.
#include <utility>
#include <vector>

#include "bindings/channel.hpp"
#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/growth.hpp"
#include "testing/watch.hpp"

CLAIM("channels.memory") {
  // A watch remains until the process ends, so all of them are made before.
  const std::vector<testing::watch> first(testing::growth::most_times), second(testing::growth::most_times);
  std::size_t number = 0;

  CHECK_FALSE(testing::grows([&] {
    auto [tx, rx] = bindings::channel<int>();
    auto receiving = bindings::spawn([own = std::move(rx), before = first[number], between = second[number]] {
      before.here();
      own.recv();
      between.here();
      own.recv();
    });
    first[number].settle();
    tx.send(1);
    second[number].settle();
    tx.send(2);
    receiving.join();
    ++number;
  }));
}
