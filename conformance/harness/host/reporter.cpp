// SPDX-License-Identifier: MIT
#define CATCH_CONFIG_EXTERNAL_INTERFACES  // of version 2: the classes that a reporter is made from
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <set>

#include "bindings/loaded_files.hpp"
#include "events/events.hpp"
#include "host/started_code.hpp"

namespace host {

/// Reports by events what Catch2 reports of a case.
class event_reporter final : public Catch::StreamingReporterBase<event_reporter> {
 public:
  using StreamingReporterBase::StreamingReporterBase;

  // NOLINTNEXTLINE(readability-identifier-naming): Catch2 calls it by this name
  static std::string getDescription() { return "one event per line, for the certifier"; }

  void testCaseStarting(const Catch::TestCaseInfo& info) override {
    StreamingReporterBase::testCaseStarting(info);
    events::emit({{"event", "start"}, {"case", info.name}});
  }

  void assertionStarting(const Catch::AssertionInfo& info) override { assertions_.insert(info.lineInfo.line); }

  bool assertionEnded(const Catch::AssertionStats& stats) override {
    const auto& result = stats.assertionResult;
    if (result.isOk()) return true;
    std::string message(result.getMessage());
    for (const auto& info : stats.infoMessages) message += (message.empty() ? "" : "; ") + info.message;
    events::emit({{"event", "failed"},
                  {"file", result.getSourceInfo().file},
                  {"line", result.getSourceInfo().line},
                  {"expression", result.hasExpression() ? result.getExpressionInMacro() : std::string()},
                  {"seen", result.hasExpandedExpression() ? result.getExpandedExpression() : std::string()},
                  {"message", message}});
    return true;
  }

  void testCaseEnded(const Catch::TestCaseStats& stats) override {
    bindings::report_loaded_files();
    report_changed_code();
    events::emit({{"event", "end"},
                  {"case", stats.testInfo.name},
                  {"passed", stats.totals.assertions.allOk() && stats.totals.assertions.passed > 0},
                  {"assertions", assertions_}});
    StreamingReporterBase::testCaseEnded(stats);
  }

 private:
  std::set<std::size_t> assertions_;  // the lines of those that the case came to
};

namespace {
CATCH_REGISTER_REPORTER("events", event_reporter)
}

}  // namespace host
