// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

namespace fearless {

/// Why `send` failed: the receiver was dropped. Holds the value.
template <class T>
struct send_error {
  T value;
  [[nodiscard]] static std::string_view message() { return "send on a disconnected channel"; }
};

/// Why `try_send` failed. Holds the value.
template <class T>
struct try_send_error {
  enum class cause : std::uint8_t { full, disconnected };
  cause why;
  T value;
  [[nodiscard]] std::string_view message() const {
    return why == cause::full ? "send on a full channel" : send_error<T>::message();
  }
};

/// Why `recv` failed: the channel is empty and every sender was dropped.
struct recv_error {
  bool operator==(const recv_error&) const = default;
  [[nodiscard]] static std::string_view message() { return "receive on an empty and disconnected channel"; }
};

/// Why `try_recv` failed.
enum class try_recv_error : std::uint8_t {
  empty,        ///< the channel is empty, and a sender is left
  disconnected  ///< the channel is empty, and every sender was dropped
};

/// Why `recv_timeout` failed.
enum class recv_timeout_error : std::uint8_t {
  timeout,      ///< no value arrived in time
  disconnected  ///< the channel is empty, and every sender was dropped
};

[[nodiscard]] constexpr std::string_view message(try_recv_error why) {
  return why == try_recv_error::empty ? "receive on an empty channel" : recv_error::message();
}
[[nodiscard]] constexpr std::string_view message(recv_timeout_error why) {
  return why == recv_timeout_error::timeout ? "receive timed out" : recv_error::message();
}

}  // namespace fearless
