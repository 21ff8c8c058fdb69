// SPDX-License-Identifier: MIT
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
