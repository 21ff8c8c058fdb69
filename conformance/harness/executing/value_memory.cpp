// SPDX-License-Identifier: MIT
#include "executing/value_memory.hpp"

namespace scenarios {

void write(value_memory& memory, std::int64_t content) {
  memory.content = content;
}

std::int64_t read(const value_memory& memory) {
  return memory.content;
}

}  // namespace scenarios
