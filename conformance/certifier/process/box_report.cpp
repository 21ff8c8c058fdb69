// SPDX-License-Identifier: MIT
#include "box_report.hpp"

#include <fmt/format.h>
#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <cstring>

namespace fearless::certifier {

void read_report(const file_descriptor& socket, box_report& into) {
  for (;;) {
    std::array<char, 512> bytes{};
    std::array<int, 2> numbers{};
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof numbers)> control{};
    iovec text{.iov_base = bytes.data(), .iov_len = bytes.size() - 1};
    msghdr message{};
    message.msg_iov = &text;
    message.msg_iovlen = 1;
    message.msg_control = control.data();
    message.msg_controllen = control.size();
    const auto length = ::recvmsg(socket.number(), &message, MSG_CMSG_CLOEXEC);
    if (length < 0 && errno == EINTR) continue;
    if (length <= 0) return;
    const cmsghdr* const header = CMSG_FIRSTHDR(&message);
    if (header == nullptr) {
      into.failure = bytes.data();
      continue;
    }
    std::memcpy(numbers.data(), CMSG_DATA(header), sizeof numbers);
    std::memcpy(&into.program, bytes.data(), sizeof into.program);
    into.folder = file_descriptor(numbers[0]);
    into.proc = file_descriptor(numbers[1]);
  }
}

/// With a last part of its own: the link itself may not be followed by those who follow no links.
std::string path_of(const file_descriptor& folder) {
  return fmt::format("/proc/self/fd/{}/.", folder.number());
}

}  // namespace fearless::certifier
