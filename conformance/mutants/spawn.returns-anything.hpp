// SPDX-License-Identifier: MIT
// Mutant: `spawn` accepts every result type of a closure.
// Breaks: rc.not-send.alone, send.transfer.only-sendable
// Verdict: FAIL
// Case: rc.not-send.alone.returned.reject, send.transfer.only-sendable.returned.reject
#include <expected>
#include <fearless/fearless.hpp>
#include <type_traits>
#include <utility>

namespace native {
using namespace fearless;

/// The result of a thread, which counts as `send` whatever it is.
template <class R>
struct parcel {
  R contents;
};
}  // namespace native

template <class R>
constexpr bool fearless::unsafe_enable_send<native::parcel<R>> = true;

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

template <class R>
[[nodiscard]] auto spawn(R (*body)()) {
  return join_handle<R>(fearless::spawn([](R (*own)()) { return parcel<R>{own()}; }, std::move(body)));
}
}  // namespace native
