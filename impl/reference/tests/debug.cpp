// SPDX-License-Identifier: MIT
#include <array>
#include <atomic>
#include <catch2/catch.hpp>
#include <cstdint>
#include <deque>
#include <expected>
#include <fearless/debug.hpp>
#include <fearless/mutex.hpp>
#include <fearless/result.hpp>
#include <fearless/rw_lock.hpp>
#include <filesystem>
#include <iomanip>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <ostream>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

using fearless::debug;
using fearless::mutex;
using fearless::rw_lock;
using namespace std::string_literals;

namespace {

struct point {
  int x, y;
  friend std::ostream& operator<<(std::ostream& out, const point& printed) {
    return out << '<' << printed.x << ' ' << printed.y << '>';
  }
};
struct without_text {};
enum class scoped : std::uint8_t { one };

static_assert(fearless::debuggable<int> && fearless::debuggable<point> && fearless::debuggable<std::vector<point>>);
static_assert(!fearless::debuggable<without_text> && !fearless::debuggable<std::vector<without_text>>);
static_assert(!fearless::debuggable<mutex<without_text>> && !fearless::debuggable<std::pair<int, without_text>>);
static_assert(!fearless::debuggable<std::optional<without_text>> && !fearless::debuggable<scoped>);

template <class Lock>
std::string streamed(const Lock& printed) {
  std::ostringstream out;
  out << std::hex << std::setprecision(1) << std::boolalpha << printed;
  return out.str();
}

}  // namespace

// The expected texts are those of rustc 1.95 for the same values.

TEST_CASE("characters are printed as in Rust") {
  CHECK(debug('a') == "'a'");
  CHECK(debug('\'') == R"('\'')");
  CHECK(debug('"') == R"('"')");
  CHECK(debug('\\') == R"('\\')");
  CHECK(debug('\n') == R"('\n')");
  CHECK(debug('\r') == R"('\r')");
  CHECK(debug('\t') == R"('\t')");
  CHECK(debug('\0') == R"('\0')");
  CHECK(debug('\x01') == R"('\u{1}')");
  CHECK(debug('\x1b') == R"('\u{1b}')");
  CHECK(debug('\x7f') == R"('\u{7f}')");
  CHECK(debug(' ') == "' '");
  CHECK(debug(u8'a') == "'a'");
  CHECK(debug(u'\u00e9') == "'\u00e9'");
  CHECK(debug(L'\u00e9') == "'\u00e9'");
  CHECK(debug(U'\u00e9') == "'\u00e9'");
  CHECK(debug(U'\u00a0') == R"('\u{a0}')");
  CHECK(debug(U'\u00ad') == R"('\u{ad}')");
  CHECK(debug(U'\u0300') == R"('\u{300}')");
  CHECK(debug(U'\u200b') == R"('\u{200b}')");
  CHECK(debug(U'\u202e') == R"('\u{202e}')");
  CHECK(debug(U'\ufeff') == R"('\u{feff}')");
  CHECK(debug(U'\u6f22') == "'\u6f22'");
  CHECK(debug(U'\U0001f600') == "'\U0001f600'");
  CHECK(debug(U'\U0010ffff') == R"('\u{10ffff}')");
  CHECK(debug(U'\ue000') == R"('\u{e000}')");

  // Not characters of Rust.
  CHECK(debug('\xe9') == R"('\xE9')");
  CHECK(debug(char16_t{0xd800}) == R"('\u{d800}')");
  CHECK(debug(char32_t{0x110000}) == R"('\u{110000}')");
}

TEST_CASE("numbers are printed as in Rust") {
  CHECK(debug(std::uint8_t{255}) == "255");
  CHECK(debug(std::int8_t{-128}) == "-128");
  CHECK(debug(std::numeric_limits<std::int64_t>::min()) == "-9223372036854775808");
  CHECK(debug(std::numeric_limits<std::uint64_t>::max()) == "18446744073709551615");
  CHECK(debug(true) == "true");

  CHECK(debug(0.0) == "0.0");
  CHECK(debug(-0.0) == "-0.0");
  CHECK(debug(1.0) == "1.0");
  CHECK(debug(-1.0) == "-1.0");
  CHECK(debug(0.1) == "0.1");
  CHECK(debug(0.1F) == "0.1");
  CHECK(debug(1.5) == "1.5");
  CHECK(debug(100.0) == "100.0");
  CHECK(debug(123456.789) == "123456.789");
  CHECK(debug(1e15) == "1000000000000000.0");
  CHECK(debug(9999999999999998.0) == "9999999999999998.0");
  CHECK(debug(1e16) == "1e16");
  CHECK(debug(1.5e16) == "1.5e16");
  CHECK(debug(1e-4) == "0.0001");
  CHECK(debug(0.00012) == "0.00012");
  CHECK(debug(9.999e-5) == "9.999e-5");
  CHECK(debug(1e-5) == "1e-5");
  CHECK(debug(1.234e-7) == "1.234e-7");
  CHECK(debug(std::numeric_limits<double>::max()) == "1.7976931348623157e308");
  CHECK(debug(std::numeric_limits<double>::min()) == "2.2250738585072014e-308");
  CHECK(debug(std::numeric_limits<double>::denorm_min()) == "5e-324");
  CHECK(debug(std::numeric_limits<float>::max()) == "3.4028235e38");
  CHECK(debug(std::numeric_limits<float>::min()) == "1.1754944e-38");
  CHECK(debug(1e16F) == "1e16");
  CHECK(debug(1e15F) == "1000000000000000.0");
  CHECK(debug(1e-4F) == "0.0001");
  CHECK(debug(9.99e-5F) == "9.99e-5");
  CHECK(debug(16777216.0F) == "16777216.0");
  CHECK(debug(1422966.25F) == "1422966.3");  // between two texts of the same length
  CHECK(debug(-1422966.25F) == "-1422966.3");
  CHECK(debug(0.5) == "0.5");
  CHECK(debug(2.0 / 3.0) == "0.6666666666666666");
  CHECK(debug(1e300) == "1e300");
  CHECK(debug(std::numeric_limits<double>::quiet_NaN()) == "NaN");
  CHECK(debug(-std::numeric_limits<double>::quiet_NaN()) == "NaN");
  CHECK(debug(std::numeric_limits<double>::infinity()) == "inf");
  CHECK(debug(-std::numeric_limits<double>::infinity()) == "-inf");
  CHECK(debug(1.5L) == "1.5");
}

TEST_CASE("texts are printed as in Rust") {
  CHECK(debug("") == R"("")");
  CHECK(debug("a \"b\""s) == R"("a \"b\"")");
  CHECK(debug("it's") == R"("it's")");
  CHECK(debug("tab\tnl\ncr\rnul\0"s) == R"("tab\tnl\ncr\rnul\0")");
  CHECK(debug("back\\slash") == R"("back\\slash")");
  CHECK(debug("\x01\x1f\x7f") == R"("\u{1}\u{1f}\u{7f}")");
  CHECK(debug("\u00e9\u6f22\U0001f600") == "\"\u00e9\u6f22\U0001f600\"");
  CHECK(debug("e\u0301") == R"("e\u{301}")");
  CHECK(debug("\u200d\u202e\ufeff") == R"("\u{200d}\u{202e}\u{feff}")");
  CHECK(debug("a\u00a0b") == R"("a\u{a0}b")");
  CHECK(debug("\U0010ffff") == R"("\u{10ffff}")");
  CHECK(debug("x\U000e0001") == R"("x\u{e0001}")");
  CHECK(debug(std::filesystem::path("a\tb")) == R"("a\tb")");

  // As Rust prints an OsStr that is no UTF-8.
  CHECK(debug("a\xff\xfe\"'\xc3z") == R"("a\xFF\xFE\"'\xC3z")");
  CHECK(debug("\xe2\x82") == R"("\xE2\x82")");
  CHECK(debug("\xed\xa0\x80") == R"("\xED\xA0\x80")");
  CHECK(debug("\xc0\x80\xf4\x90\x80\x80\xf8") == R"("\xC0\x80\xF4\x90\x80\x80\xF8")");
}

TEST_CASE("values within values are printed as in Rust") {
  CHECK(debug(std::optional(1.0)) == "Some(1.0)");
  CHECK(debug(std::optional<int>()) == "None");
  CHECK(debug(std::optional<std::optional<std::string>>("x")) == R"(Some(Some("x")))");
  CHECK(debug(std::tuple(1, "a", 'b')) == R"((1, "a", 'b'))");
  CHECK(debug(std::pair(1, 2.0)) == "(1, 2.0)");
  CHECK(debug(std::tuple(1)) == "(1,)");
  CHECK(debug(std::tuple()) == "()");
  CHECK(debug(std::monostate()) == "()");
  CHECK(debug(std::array{1, 2}) == "[1, 2]");
  const int two[] = {1, 2};
  CHECK(debug(two) == "[1, 2]");
  CHECK(debug(std::vector<int>()) == "[]");
  CHECK(debug(std::vector<std::optional<char>>{'a', std::nullopt}) == "[Some('a'), None]");
  CHECK(debug(std::vector<std::vector<double>>{{1.0}, {}}) == "[[1.0], []]");
  CHECK(debug(std::map<int, std::string>{{1, "a"}, {2, "b"}}) == R"({1: "a", 2: "b"})");
  CHECK(debug(std::set<char>{'x', 'y'}) == "{'x', 'y'}");
  CHECK(debug(std::deque{1}) == "[1]");
  CHECK(debug(std::vector{true, false}) == "[true, false]");
  CHECK(debug(fearless::result<int, std::string>(1)) == "Ok(1)");
  CHECK(debug(std::expected<int, std::string>(std::unexpected("e\n"))) == R"(Err("e\n"))");
  CHECK(debug(std::expected<void, int>()) == "Ok(())");
  CHECK(debug(std::make_unique<std::string>("b")) == R"("b")");
  CHECK(debug(std::unique_ptr<int>()) == "null");
  CHECK(debug(std::atomic<char>('c')) == "'c'");
  CHECK(debug(std::map<std::string, std::vector<std::pair<int, double>>>{{"k", {{1, 2.5}}}}) == R"({"k": [(1, 2.5)]})");
  CHECK(debug(std::vector<point>{{1, 2}}) == "[<1 2>]");
}

TEST_CASE("locks are printed as in Rust, whatever is in them and however the stream is set") {
  CHECK(streamed(mutex('\'')) == R"(Mutex { data: '\'', poisoned: false, .. })");
  CHECK(streamed(mutex(1e16)) == "Mutex { data: 1e16, poisoned: false, .. }");
  CHECK(streamed(mutex(1.0)) == "Mutex { data: 1.0, poisoned: false, .. }");
  CHECK(streamed(mutex(255)) == "Mutex { data: 255, poisoned: false, .. }");
  CHECK(streamed(mutex(point{10, 20})) == "Mutex { data: <10 20>, poisoned: false, .. }");
  CHECK(streamed(mutex("a\n\x1b"s)) == R"(Mutex { data: "a\n\u{1b}", poisoned: false, .. })");
  CHECK(streamed(mutex<rw_lock<std::optional<double>>>(std::in_place, 1.0)) ==
        "Mutex { data: RwLock { data: Some(1.0), poisoned: false, .. }, poisoned: false, .. }");
  CHECK(streamed(rw_lock(std::vector{'\n'})) == R"(RwLock { data: ['\n'], poisoned: false, .. })");
  CHECK(streamed(mutex<std::atomic<int>>(std::in_place, 7)) == "Mutex { data: 7, poisoned: false, .. }");
  CHECK(streamed(mutex(std::monostate())) == "Mutex { data: (), poisoned: false, .. }");
  CHECK(streamed(rw_lock<mutex<std::pair<std::string, int>>>(std::in_place, std::pair("x"s, 1))) ==
        R"(RwLock { data: Mutex { data: ("x", 1), poisoned: false, .. }, poisoned: false, .. })");

  std::ostringstream padded;
  padded << std::left << std::setw(45) << mutex(1) << '|';
  CHECK(padded.str() == "Mutex { data: 1, poisoned: false, .. }       |");
}
