// SPDX-License-Identifier: MIT
#include "box_program.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <string.h>
#include <sys/mman.h>

#include <cerrno>
#include <cstddef>
#include <span>

#include "error.hpp"
#include "file_descriptor.hpp"

// C++23 has no #embed.
asm(R"(
  .pushsection .rodata
  box_program_begin: .incbin ")" BOX_PROGRAM R"("
  box_program_end: .byte 0
  .popsection
)");

extern "C" const std::byte box_program_begin[], box_program_end[];

namespace fearless::certifier {

namespace {

file_descriptor file_in_memory(std::span<const std::byte> contents) {
  file_descriptor file(::memfd_create("box", MFD_CLOEXEC | MFD_ALLOW_SEALING));
  const auto length = static_cast<ssize_t>(contents.size());
  if (!file.is_open() || ::write(file.number(), contents.data(), contents.size()) != length ||
      ::fcntl(file.number(), F_ADD_SEALS, F_SEAL_WRITE | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL) != 0)
    throw user_error(fmt::format("can't make a program in memory: {}", ::strerror(errno)));
  return file;
}

}  // namespace

std::string box_program_file() {
  static const file_descriptor file = file_in_memory({box_program_begin, box_program_end});
  return fmt::format("/proc/self/fd/{}", file.number());
}

}  // namespace fearless::certifier
