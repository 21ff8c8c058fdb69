// SPDX-License-Identifier: MIT
// Mutant: `spawn` accepts a result that is shareable, although it may not be sendable.
// Breaks: send.transfer.only-sendable
// Verdict: FAIL
// Case: send.transfer.only-sendable.returned.shareable.reject
#include <expected>
#include <fearless/fearless.hpp>
#include <type_traits>
#include <utility>

namespace native {
using namespace fearless;

/// The result of a thread.
template <class R>
struct parcel {
  R contents;
};
}  // namespace native

template <class R>
constexpr bool fearless::unsafe_enable_send<native::parcel<R>> = fearless::send<R> || fearless::sync<R>;

namespace native {
template <class R>
class join_handle {
 public:
  explicit join_handle(fearless::join_handle<parcel<R>> own) : own_(std::move(own)) {}
  result<R, panic_payload> join() && {
    auto joined = std::move(own_).join();
    if (!joined) return std::unexpected(std::move(joined.error()));
    return std::move(joined->contents);
  }

 private:
  fearless::join_handle<parcel<R>> own_;
};

template <class F>
[[nodiscard]] auto spawn(F) {
  using returned = std::invoke_result_t<F>;
  return join_handle<returned>(fearless::spawn([] { return parcel<returned>{F{}()}; }));
}
}  // namespace native

#define NATIVE_UNSAFE_SEND(...) \
  template <>                   \
  inline constexpr bool fearless::unsafe_enable_send<__VA_ARGS__> = true
#define NATIVE_UNSAFE_SYNC(...) \
  template <>                   \
  inline constexpr bool fearless::unsafe_enable_sync<__VA_ARGS__> = true
