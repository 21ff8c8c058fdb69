// SPDX-License-Identifier: MIT
#pragma once

#include <catch2/catch.hpp>

#include "testing/registry.hpp"

// Catch2's assertions, which register themselves as well. A run that passes must come to each of them. FAIL and SUCCEED
// are as in Catch2: they are for what need not be reached.
#undef CHECK
#undef CHECK_FALSE
#undef REQUIRE
#define CHECK(...) TESTING_ASSERTION("CHECK", ContinueOnFailure, __VA_ARGS__)
#define CHECK_FALSE(...) \
  TESTING_ASSERTION("CHECK_FALSE", ContinueOnFailure | Catch::ResultDisposition::FalseTest, __VA_ARGS__)
#define REQUIRE(...) TESTING_ASSERTION("REQUIRE", Normal, __VA_ARGS__)

#define TESTING_ASSERTION(name, how, ...)                                  \
  do {                                                                     \
    struct here {                                                          \
      static constexpr ::testing::assertion place() {                      \
        return {__FILE__, __LINE__};                                       \
      }                                                                    \
    };                                                                     \
    ::testing::use(::testing::registered_assertion<here>);                 \
    INTERNAL_CATCH_TEST(name, Catch::ResultDisposition::how, __VA_ARGS__); \
  } while (false)

/// A case for the claim `id`. There is one case in each file, and the file is named `<id>[.<aspect>].<method>.cpp`.
#define CLAIM(id) TESTING_CASE(id, "PASS")

/// A known-bad program: it does what the claim `id` warns of, and must get the verdict RACE, DEADLOCK or CRASH. A third
/// argument adds options for the race detector.
#define DETECTED(id, verdict, ...) TESTING_CASE(id, #verdict __VA_OPT__(, ) __VA_ARGS__)

/// A program that a case runs in its own process: see testing/process.hpp. The body returns the exit status.
#define PROGRAM(name)                                                                                           \
  static int program_of_case();                                                                                 \
  static const ::testing::registration program_of_case_registration{::testing::program{name, program_of_case}}; \
  static int program_of_case()

#define TESTING_CASE(id, verdict, ...)                                                                      \
  static_assert(::testing::names_claim(__FILE__, id), "the file name must begin with the claim's id: " id); \
  static void body_of_case();                                                                               \
  static const ::testing::registration case_registration{                                                   \
      ::testing::test_case{.claim = id,                                                                     \
                           .file = __FILE__,                                                                \
                           .expects = verdict,                                                              \
                           .line = __LINE__,                                                                \
                           .body = body_of_case __VA_OPT__(, .detector =) __VA_ARGS__}};                    \
  static void body_of_case()
