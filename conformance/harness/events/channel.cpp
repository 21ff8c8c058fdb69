// SPDX-License-Identifier: MIT
// Built without the race detector's instrumentation, so that events order nothing.
#include "events/channel.hpp"

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <mutex>

#include "system/unseen.hpp"

namespace events {

namespace {

// Set once, before any thread is started.
int channel = -1;
bool has_secret = false;
std::array<char, 32> secret{};

unseen::spin_lock sending;
unsigned long sent = 0;  // under the lock

/// The system call itself, since the detector intercepts `write`.
void write_whole(const char* text, std::size_t size) {
  while (size > 0) {
    const long written = syscall(SYS_write, channel, text, size);
    if (written <= 0) _exit(2);  // the certifier is gone
    text += written;
    size -= static_cast<std::size_t>(written);
  }
}

bool is_socket(int descriptor) {
  struct stat about{};
  return ::fstat(descriptor, &about) == 0 && S_ISSOCK(about.st_mode);
}

}  // namespace

bool open_channel(int descriptor) {
  has_secret = is_socket(descriptor);
  if (has_secret &&
      ::recv(descriptor, secret.data(), secret.size(), MSG_DONTWAIT) != static_cast<ssize_t>(secret.size()))
    return false;
  channel = descriptor;
  return true;
}

void send_line(const char* line, std::size_t size) {
  if (channel < 0) return;
  const std::lock_guard in_order(sending);
  if (has_secret) {
    write_whole(secret.data(), secret.size());
    std::array<char, 24> number{};
    char* const end = std::to_chars(number.data() + 1, number.data() + number.size() - 1, sent++).ptr;
    number.front() = *end = ' ';
    write_whole(number.data(), static_cast<std::size_t>(end + 1 - number.data()));
  }
  write_whole(line, size);
}

}  // namespace events
