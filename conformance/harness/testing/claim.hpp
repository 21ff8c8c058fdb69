// SPDX-License-Identifier: MIT
#pragma once

#include <catch2/catch.hpp>

#include "testing/registry.hpp"

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
