// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>
#include <chrono>
#include <compare>
#include <cstdint>
#include <fearless/fearless.hpp>
#include <limits>
#include <memory>
#include <optional>
#include <sstream>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

using namespace std::chrono_literals;

namespace {

using fearless::debug;
using fearless::make_arc;
using fearless::make_rc;

template <class T>
std::string streamed_out(const T& printed) {
  std::ostringstream out;
  out << printed;
  return out.str();
}

/// Both ways to print a value: `{:?} / {}`.
template <class T>
std::string both(const T& printed) {
  return debug(printed) + " / " + streamed_out(printed);
}

struct without_comparison {};
static_assert(std::equality_comparable<fearless::arc<int>> && std::three_way_comparable<fearless::rc<std::string>>);
static_assert(!std::equality_comparable<fearless::arc<without_comparison>>);
static_assert(!std::equality_comparable<fearless::arc_weak<int>> && !std::equality_comparable<fearless::mutex<int>>);
static_assert(!std::equality_comparable<fearless::mutex_guard<int>>);
static_assert(!fearless::debuggable<fearless::arc<without_comparison>>);
static_assert(!fearless::detail::streamed<fearless::arc<without_comparison>>);
static_assert(!fearless::detail::streamed<fearless::arc<std::vector<int>>>);
static_assert(!fearless::detail::streamed<fearless::mutex_guard<std::vector<int>>>);

}  // namespace

// The expected texts are those of rustc 1.95.

TEST_CASE("owners are compared by their values") {
  const auto check = [](const auto& one, const auto& same, const auto& two) {
    CHECK(one == same);
    CHECK(one != two);
    CHECK(one < two);
    CHECK((one <=> same) == std::strong_ordering::equal);
  };
  check(make_arc<int>(1), make_arc<int>(1), make_arc<int>(2));
  check(make_rc<std::string>("a"), make_rc<std::string>("a"), make_rc<std::string>("b"));
  CHECK((make_arc<double>(1.0) <=> make_arc<double>(std::numeric_limits<double>::quiet_NaN())) ==
        std::partial_ordering::unordered);

  std::unordered_set<fearless::arc<std::string>> seen;
  CHECK(seen.insert(make_arc<std::string>("a")).second);
  CHECK_FALSE(seen.insert(make_arc<std::string>("a")).second);
}

TEST_CASE("owners are printed as their values") {
  CHECK(both(make_arc<double>(1.0)) == "1.0 / 1");
  CHECK(both(make_arc<double>(1e16)) == "1e16 / 10000000000000000");
  CHECK(both(make_arc<double>(1e21)) == "1e21 / 1000000000000000000000");
  CHECK(both(make_arc<double>(1e-7)) == "1e-7 / 0.0000001");
  CHECK(both(make_arc<double>(123456.75)) == "123456.75 / 123456.75");
  CHECK(both(make_arc<double>(-0.0)) == "-0.0 / -0");
  CHECK(both(make_arc<float>(std::numeric_limits<float>::max())) ==
        "3.4028235e38 / 340282350000000000000000000000000000000");
  CHECK(both(make_arc<double>(std::numeric_limits<double>::quiet_NaN())) == "NaN / NaN");
  CHECK(both(make_arc<bool>(true)) == "true / true");
  CHECK(both(make_arc<std::uint8_t>(std::uint8_t{65})) == "65 / 65");
  CHECK(both(make_rc<char>('\'')) == R"('\'' / ')");
  CHECK(both(make_rc<char32_t>(U'\u00e9')) == "'\u00e9' / \u00e9");
  CHECK(both(make_rc<std::string>("a\"b")) == R"("a\"b" / a"b)");
  CHECK(debug(make_arc<std::optional<double>>(1.0)) == "Some(1.0)");
  CHECK(both(make_arc<fearless::rc<std::string>>(make_rc<std::string>("x"))) == R"("x" / x)");
  CHECK(both(make_arc<int>(1).downgrade()) == "(Weak) / (Weak)");
  CHECK(both(fearless::rc_weak<int>()) == "(Weak) / (Weak)");
}

TEST_CASE("guards are printed as their data") {
  const fearless::mutex letter('\'');
  CHECK(both(letter.lock().unwrap()) == R"('\'' / ')");
  const fearless::rw_lock number(1.0);
  CHECK(both(number.read().unwrap()) == "1.0 / 1");
  CHECK(both(number.write().unwrap()) == "1.0 / 1");
  CHECK(debug(number.read()) == "Ok(1.0)");
  CHECK(debug(fearless::mutex(make_arc<std::string>("x"))) == R"(Mutex { data: "x", poisoned: false, .. })");
}

TEST_CASE("errors of locks are printed as in Rust") {
  const fearless::mutex locked(1);
  {
    const auto held = locked.lock().unwrap();
    CHECK(both(locked.try_lock().error()) == "\"WouldBlock\" / try_lock failed because the operation would block");
  }
  static_cast<void>(fearless::catch_panic([&] {
    const auto held = locked.lock().unwrap();
    fearless::panic("with the lock held");
  }));
  CHECK(both(locked.lock().error()) == "PoisonError { .. } / poisoned lock: another task failed inside");
  CHECK(both(locked.try_lock().error()) == "\"Poisoned(..)\" / poisoned lock: another task failed inside");
  CHECK(debug(locked.lock()) == "Err(PoisonError { .. })");
}

TEST_CASE("channels and their errors are printed and compared as in Rust") {
  auto [tx, rx] = fearless::channel<int>();
  CHECK(both(tx) == "Sender { .. } / Sender { .. }");
  CHECK(both(rx) == "Receiver { .. } / Receiver { .. }");
  CHECK(debug(rx.try_iter()) == "TryIter { rx: Receiver { .. } }");
  CHECK(both(rx.try_recv().error()) == "Empty / receiving on an empty channel");
  CHECK(both(rx.recv_timeout(0s).error()) == "Timeout / timed out waiting on channel");
  {
    const auto dropped = std::move(tx);
  }
  CHECK(both(rx.recv().error()) == "RecvError / receiving on a closed channel");
  CHECK(both(rx.try_recv().error()) == "Disconnected / receiving on a closed channel");
  CHECK(both(rx.recv_timeout(0s).error()) == "Disconnected / channel is empty and sending half is closed");
  CHECK(debug(std::move(rx).into_iter()) == "IntoIter { rx: Receiver { .. } }");

  auto [bounded, other] = fearless::sync_channel<int>(0);
  CHECK(debug(bounded) == "SyncSender { .. }");
  CHECK(both(bounded.try_send(1).error()) == "TrySendError::Full(..) / sending on a full channel");
  {
    const auto dropped = std::move(other);
  }
  CHECK(both(bounded.try_send(1).error()) == "TrySendError::Disconnected(..) / sending on a closed channel");
  CHECK(both(bounded.send(1).error()) == "SendError { .. } / sending on a closed channel");
  CHECK(bounded.send(1).error() == fearless::send_error{1});
  CHECK(bounded.send(1).error() != fearless::send_error{2});
  using refused = fearless::try_send_error<int>;
  CHECK(bounded.try_send(1).error() == refused{refused::cause::disconnected, 1});
  CHECK(bounded.try_send(1).error() != refused{refused::cause::full, 1});
}

TEST_CASE("what threads wait with is printed as in Rust") {
  CHECK(both(fearless::once()) == "Once { .. } / Once { .. }");
  fearless::once().call_once_force(
      [](const fearless::once_state& state) { CHECK(debug(state) == "OnceState { poisoned: false }"); });
  CHECK(debug(fearless::barrier(1)) == "Barrier { .. }");
  CHECK(debug(fearless::barrier(1).wait()) == "BarrierWaitResult { is_leader: true }");
  CHECK(debug(fearless::condvar()) == "Condvar { .. }");
  const fearless::mutex locked(1);
  const auto waited = fearless::condvar().wait_timeout(locked.lock().unwrap(), 0s).unwrap();
  CHECK(debug(waited) == "(1, WaitTimeoutResult(true))");
  CHECK(waited.second == fearless::wait_timeout_result(true));
  CHECK(debug(fearless::lazy_lock([] { return 1; })) == "LazyLock(<uninit>)");

  auto handle = fearless::spawn([] { fearless::panic(1); });
  CHECK(debug(handle) == "JoinHandle { .. }");
  CHECK(debug(std::move(handle).join()) == "Err(Any { .. })");
  fearless::scope(
      [](const fearless::thread_scope& threads) { CHECK(debug(threads.spawn([] {})) == "ScopedJoinHandle { .. }"); });
}
