// SPDX-License-Identifier: MIT
#include "subject/channel.hpp"
#include "subject/claim.hpp"
#include "subject/thread.hpp"

CLAIM("channels.messages") {
  auto [ask, questions] = subject::channel<int>();
  auto [answer, answers] = subject::channel<int>();

  auto doubler = subject::spawn([from = std::move(questions), to = std::move(answer)] {
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
  subject::drop(std::move(ask));
  doubler.join();

  CHECK(answers.recv().is_disconnected());
}
