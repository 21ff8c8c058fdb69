// SPDX-License-Identifier: MIT
#define CATCH_CONFIG_RUNNER
#define CATCH_CONFIG_NO_POSIX_SIGNALS  // the certifier must see the signal of a crash
#include "host/case_run.hpp"

#include <catch2/catch.hpp>
#include <memory>

namespace host {

// Catch2's session is left out: it would make a parser of a command line, which takes longer than most cases.
bool passes(const std::string& name, void (*body)()) {
  Catch::ConfigData options;
  options.reporterName = "events";
  const auto config = std::make_shared<Catch::Config>(options);
  Catch::getCurrentMutableContext().setConfig(config);
  const auto test =
      Catch::makeTestCase(Catch::makeTestInvoker(body), "", Catch::NameAndTags{name}, CATCH_INTERNAL_LINEINFO);
  Catch::RunContext running(config, Catch::getRegistryHub().getReporterRegistry().create(options.reporterName, config));
  return running.runTest(test).assertions.failed == 0;
}

}  // namespace host
