// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

namespace fearless {

/// Why a `send` failed: the receiver is gone. The value is in here.
template <class T>
struct send_error {
  T value;
  [[nodiscard]] static std::string_view message() { return "send on a channel whose receiver is gone"; }
};

/// Why a `try_send` failed. The value is in here.
template <class T>
struct try_send_error {
  enum class cause : std::uint8_t { full, disconnected };
  cause why;
  T value;
  [[nodiscard]] std::string_view message() const {
    return why == cause::full ? "send on a full channel" : send_error<T>::message();
  }
};

/// Why a `recv` failed: the channel is empty, and all its senders are gone.
struct recv_error {
  bool operator==(const recv_error&) const = default;
  [[nodiscard]] static std::string_view message() { return "receive on a channel that is empty and closed"; }
};

/// Why a `try_recv` failed.
enum class try_recv_error : std::uint8_t {
  empty,        // nothing is there now
  disconnected  // nothing is there, and nothing will come
};

/// Why a `recv_timeout` failed.
enum class recv_timeout_error : std::uint8_t {
  timeout,      // nothing came in time
  disconnected  // nothing is there, and nothing will come
};

[[nodiscard]] constexpr std::string_view message(try_recv_error why) {
  return why == try_recv_error::empty ? "receive on an empty channel" : recv_error::message();
}
[[nodiscard]] constexpr std::string_view message(recv_timeout_error why) {
  return why == recv_timeout_error::timeout ? "nothing was received in time" : recv_error::message();
}

}  // namespace fearless
