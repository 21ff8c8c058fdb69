// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>
#include <fearless/fearless.hpp>
#include <string>

namespace {

using fearless::send;
using fearless::sync;

using only_send = fearless::receiver<int>;
using only_sync = fearless::mutex_guard<int>;
using neither = fearless::rc<int>;

static_assert(send<only_send> && !sync<only_send> && !send<only_sync> && sync<only_sync>);
static_assert(!send<neither> && !sync<neither>);

/// "Send Sync", "Send", "Sync" or "-".
template <class T>
std::string marks() {
  if (send<T> && sync<T>) return "Send Sync";
  if (send<T>) return "Send";
  return sync<T> ? "Sync" : "-";
}

/// The marks of a type whose parameter is `send` and `sync`, only `send`, only `sync`, and neither.
template <template <class> class Type>
std::string row() {
  return marks<Type<int>>() + " | " + marks<Type<only_send>>() + " | " + marks<Type<only_sync>>() + " | " +
         marks<Type<neither>>();
}

template <class T>
using locked = fearless::lock_result<fearless::mutex_guard<T>>;
template <class T>
using iterator = fearless::received_iterator<T, fearless::reception::waiting>;

}  // namespace

TEST_CASE("each type is send and sync as in Rust") {
  CHECK(row<fearless::arc>() == "Send Sync | - | - | -");
  CHECK(row<fearless::arc_weak>() == "Send Sync | - | - | -");
  CHECK(row<fearless::rc>() == "- | - | - | -");
  CHECK(row<fearless::rc_weak>() == "- | - | - | -");
  CHECK(row<fearless::mutex>() == "Send Sync | Send Sync | - | -");
  CHECK(row<fearless::mutex_guard>() == "Sync | - | Sync | -");
  CHECK(row<fearless::rw_lock>() == "Send Sync | Send | - | -");
  CHECK(row<fearless::rw_lock_read_guard>() == "Sync | - | Sync | -");
  CHECK(row<fearless::rw_lock_write_guard>() == "Sync | - | Sync | -");
  CHECK(row<fearless::sender>() == "Send Sync | Send Sync | - | -");
  CHECK(row<fearless::sync_sender>() == "Send Sync | Send Sync | - | -");
  CHECK(row<fearless::receiver>() == "Send | Send | - | -");
  CHECK(row<fearless::owned_values>() == "Send | Send | - | -");
  CHECK(row<fearless::try_values>() == "- | - | - | -");
  CHECK(row<iterator>() == "- | - | - | -");
  CHECK(row<fearless::send_error>() == "Send Sync | Send | Sync | -");
  CHECK(row<fearless::try_send_error>() == "Send Sync | Send | Sync | -");
  CHECK(row<fearless::poison_error>() == "Send Sync | Send | Sync | -");
  CHECK(row<fearless::try_lock_error>() == "Send Sync | Send | Sync | -");
  CHECK(row<locked>() == "Sync | - | Sync | -");
  CHECK(row<fearless::timed_guard>() == "Sync | - | Sync | -");
  // Rust's JoinHandle has both marks whatever it returns; spawn makes it only of what is Send.
  CHECK(row<fearless::join_handle>() == "Send Sync | Send Sync | - | -");

  CHECK(marks<fearless::barrier>() == "Send Sync");
  CHECK(marks<fearless::barrier_wait_result>() == "Send Sync");
  CHECK(marks<fearless::condvar>() == "Send Sync");
  CHECK(marks<fearless::wait_timeout_result>() == "Send Sync");
  CHECK(marks<fearless::once>() == "Send Sync");
  CHECK(marks<fearless::once_state>() == "Send");
  CHECK(marks<fearless::recv_error>() == "Send Sync");
  CHECK(marks<fearless::try_recv_error>() == "Send Sync");
  CHECK(marks<fearless::recv_timeout_error>() == "Send Sync");
  CHECK(marks<fearless::panic_payload>() == "Send");
}
