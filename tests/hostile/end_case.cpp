// SPDX-License-Identifier: MIT
// The exception that Catch2 throws after a failed REQUIRE, which it reports no more.
namespace Catch {
struct TestFailureException {};
}  // namespace Catch

extern "C" [[noreturn]] void end_case() {
  throw Catch::TestFailureException();
}
