// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace scenarios {

/// What the test program is to execute, from the command line.
struct work {
  std::string batch;       ///< the file with the scenarios
  std::string recording;   ///< the file that is shared with the certifier
  std::string coverage;    ///< the file that the edges taken are counted in, which is shared too; empty: they are not
  std::uint64_t from = 0;  ///< the first scenario of the batch that is executed
};

/// How the work ended.
enum class worked : std::uint8_t {
  done,          ///< all scenarios were executed, and kept to the claims
  violated,      ///< the last one did not
  out_of_memory  ///< the remaining ones need another process
};

/// Executes the scenarios of a batch one after the other, and stops at the first violation. Errors:
/// `std::invalid_argument` for a file that cannot be read or a strategy that does not exist. Blocks.
worked run_batch(const work& wanted);

}  // namespace scenarios
