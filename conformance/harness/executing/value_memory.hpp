// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace scenarios {

/// The memory of a value. It shares the detector's shadow cells with no other memory. The detector sees each access,
/// unlike everything else that executes scenarios.
struct alignas(64) value_memory {
  volatile std::int64_t content;
};

void write(value_memory& memory, std::int64_t content);
[[nodiscard]] std::int64_t read(const value_memory& memory);

}  // namespace scenarios
