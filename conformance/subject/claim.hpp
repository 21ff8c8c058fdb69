// SPDX-License-Identifier: MIT
#pragma once

#include "subject/catch.hpp"
#include "subject/registry.hpp"

/// A case for the claim `id`. It stands in a file that has the id's name, `<id>[.<facet>].<method>.cpp`, one case a
/// file.
#define CLAIM(id) SUBJECT_CASE(id, "PASS")

/// A case that does, on purpose, what the claim `id` warns of, and must get the verdict that is named: RACE, DEADLOCK,
/// CRASH. A third argument is options for the race detector, beside those that all cases have.
#define HAZARD(id, verdict, ...) SUBJECT_CASE(id, #verdict __VA_OPT__(, ) __VA_ARGS__)

/// A program that a case runs in a process of its own: see subject/process.hpp. The body returns the exit status.
#define PROGRAM(name)                                                                                           \
  static int subject_program();                                                                                 \
  static const ::subject::registration subject_program_registration{::subject::program{name, subject_program}}; \
  static int subject_program()

#define SUBJECT_CASE(id, verdict, ...)                                                                             \
  static_assert(::subject::names_claim(__FILE__, id), "the file's name does not begin with the claim's id: " id);  \
  static const ::subject::registration subject_case_registration{::subject::test_case{                             \
      .claim = id, .file = __FILE__, .expects = verdict, .line = __LINE__ __VA_OPT__(, .detector =) __VA_ARGS__}}; \
  TEST_CASE(std::string(::subject::stem(__FILE__)))
