// SPDX-License-Identifier: MIT
// Mutant: recv waits for a bell, at most 100 ms at a time, and does not look for a message after the last time.
// Breaks: channels.recv.drains
// Verdict: FAIL
// Case: channels.recv.drains.stress
// Schedule: matters
#include <semaphore.h>

#include <cerrno>
#include <ctime>

#include "queue_channel.hpp"

struct with_bell : queue_channel {
  with_bell() { ::sem_init(&bell, 0, 0); }

  void wake() override { ::sem_post(&bell); }
  void close() override { ::sem_post(&bell); }

  fearless_received recv(fearless_value* value) override {
    while (true) {
      const auto taken = try_recv(value);
      if (taken != FEARLESS_EMPTY) return taken;
      timespec end{};
      ::clock_gettime(CLOCK_REALTIME, &end);
      end.tv_nsec += 100'000'000;
      end.tv_sec += end.tv_nsec / 1'000'000'000;
      end.tv_nsec %= 1'000'000'000;
      const bool is_over = ::sem_timedwait(&bell, &end) != 0 && errno == ETIMEDOUT;
      const std::scoped_lock locked(lock);
      if (is_over && senders == 0) return FEARLESS_DISCONNECTED;
    }
  }

  sem_t bell{};
};

MUTANT(port) {
  port.channels = queue_channels<with_bell>();
}
