// SPDX-License-Identifier: MIT
#include "printable.hpp"

#include <catch2/catch.hpp>

#include "fake_project.hpp"
#include "terminal.hpp"

using namespace fearless::certifier;
using namespace fearless::certifier::testing;

TEST_CASE("text in any script is printed as it is") {
  CHECK(printable("ünïcode – 日本 🙂") == "ünïcode – 日本 🙂");
  CHECK(printable("").empty());
}

TEST_CASE("what a terminal would act on is escaped") {
  CHECK(printable("a\x1b[31m\r\nb\a\x7f") == R"(a\x1b[31m\x0d\x0ab\x07\x7f)");
  CHECK(printable("\xc2\x9b"
                  "31m") == R"(\u{9b}31m)");
  CHECK(printable("\u202e\u2066\u2028\ufeff") == R"(\u{202e}\u{2066}\u{2028}\u{feff})");
}

TEST_CASE("bytes that are not UTF-8 are escaped one by one") {
  CHECK(printable("\xff"
                  "a\xc3") == R"(\xffa\xc3)");
  CHECK(printable("\x9b") == R"(\x9b)");
  CHECK(printable("\xc0\x9b") == R"(\xc0\x9b)");
  CHECK(printable("\xe0\x82\x9b") == R"(\xe0\x82\x9b)");
  CHECK(printable("\xed\xa0\x80") == R"(\xed\xa0\x80)");
  CHECK(printable("\xf8\x88\x80\x80\x80") == R"(\xf8\x88\x80\x80\x80)");
}

TEST_CASE("a long text is cut off between characters") {
  CHECK(printable("12345", 5) == "12345");
  CHECK(printable("123456", 5) == "12345…");
  CHECK(printable("1234ü", 5) == "1234…");
}

TEST_CASE("the terminal escapes each line") {
  const captured_output printed;
  terminal screen;
  screen.print("1\nverdict     conforming\x1b[8m");
  screen.step("2\r3", true, {"4\n5"});
  CHECK(printed.text() == "1\\x0averdict     conforming\\x1b[8m\n2\\x0d3\n4\\x0a5\n");
}
