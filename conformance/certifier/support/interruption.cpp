// SPDX-License-Identifier: MIT
#include "interruption.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdint>

namespace fearless::certifier {

namespace {

volatile int event_file = -1;

void note(int) {
  const int error = errno;
  const std::uint64_t one = 1;
  [[maybe_unused]] const auto written = ::write(event_file, &one, sizeof one);
  errno = error;
}

}  // namespace

interrupted::interrupted() : user_error("stopped by a signal; nothing was written") {}

void stop_on_signals() {
  if (event_file >= 0) return;
  event_file = ::eventfd(0, EFD_CLOEXEC);
  struct sigaction action{};
  action.sa_handler = note;
  action.sa_flags = static_cast<int>(SA_RESTART | SA_RESETHAND);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) ::sigaction(signal, &action, nullptr);
  // What can't be written is an error of the call that writes it.
  for (const int signal : {SIGPIPE, SIGXFSZ}) ::signal(signal, SIG_IGN);
}

void stop_if_interrupted() {
  pollfd event{event_file, POLLIN, 0};
  if (event_file >= 0 && ::poll(&event, 1, 0) == 1) throw interrupted();
}

int interruption_file() {
  return event_file;
}

}  // namespace fearless::certifier
