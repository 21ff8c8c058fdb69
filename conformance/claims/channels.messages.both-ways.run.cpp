// SPDX-License-Identifier: MIT
// Claim: Threads shall be able to communicate by messages that hold data: each arrives exactly once and unchanged, and
//   what was done before its send happens before what is done after it is received.
// Aspect: Two threads exchange messages by two channels.
#include "bindings/channel.hpp"
#include "bindings/thread.hpp"
#include "testing/claim.hpp"

CLAIM("channels.messages") {
  auto [ask, questions] = bindings::channel<int>();
  auto [answer, answers] = bindings::channel<int>();

  auto doubler = bindings::spawn([from = std::move(questions), to = std::move(answer)] {
    while (true) {
      const auto question = from.recv();
      if (question.value() == nullptr) return;
      to.send(2 * *question.value());
    }
  });
  for (int number = 1; number <= 100; ++number) {
    ask.send(number);
    CHECK(answers.recv() == 2 * number);
  }
  bindings::drop(std::move(ask));
  doubler.join();

  CHECK(answers.recv().is_disconnected());
}
