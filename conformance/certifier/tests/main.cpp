// SPDX-License-Identifier: MIT
#define CATCH_CONFIG_RUNNER
#include <catch2/catch.hpp>

#include "helper_program.hpp"

int main(int count, char** arguments) {
  fearless::certifier::testing::helper_program::become_wanted();
  return Catch::Session().run(count, arguments);
}
