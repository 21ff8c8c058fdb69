// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>
#include <fearless/panic.hpp>
#include <memory>
#include <stdexcept>
#include <string>

TEST_CASE("a payload is text, a value, or an exception") {
  const auto text = fearless::catch_panic([] { fearless::panic("words"); });
  const auto number = fearless::catch_panic([] { fearless::panic(7); });
  const auto exception = fearless::catch_panic([] { throw std::out_of_range("far"); });

  CHECK(text.error().message() == "words");
  CHECK(text.error().is<std::string>());
  CHECK(number.error().is<int>());
  CHECK(number.error().message() == "a value of type int");
  CHECK(number.error().get<long>() == nullptr);
  CHECK(exception.error().message() == "far");
}

TEST_CASE("a payload can be taken out once, with its own type") {
  auto caught = fearless::catch_panic([] { fearless::panic(std::make_unique<int>(3)); });

  auto as_text = std::move(caught.error()).downcast<std::string>();
  REQUIRE_FALSE(as_text.has_value());
  auto as_number = std::move(as_text.error()).downcast<std::unique_ptr<int>>();
  REQUIRE(as_number.has_value());
  CHECK(**as_number == 3);
}

TEST_CASE("a panic is not a std::exception") {
  CHECK_THROWS_AS(([] {
                    try {
                      fearless::panic("through");
                    } catch (const std::exception&) {
                      FAIL("it was stopped");
                    }
                  }()),
                  fearless::panic_exception);
}

TEST_CASE("the hook is called for each panic, but not for a resumed one") {
  static int calls = 0;
  const auto before =
      fearless::set_panic_hook([](const fearless::panic_payload& payload, const std::source_location& where) {
        calls += payload.message() == "counted" && where.line() > 0;
      });

  auto caught = fearless::catch_panic([] { fearless::panic("counted"); });
  const auto again = fearless::catch_panic([&] { fearless::resume_panic(std::move(caught.error())); });
  fearless::set_panic_hook(before);

  CHECK(calls == 1);
  CHECK(again.error().message() == "counted");
}

TEST_CASE("catch_panic returns the value of a body that does not panic") {
  CHECK(fearless::catch_panic([] { return 5; }).value() == 5);
}
