// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>

#include "fearless/debug.hpp"

namespace fearless {

/// Why `send` failed: the receiver was dropped. Holds the value.
template <class T>
struct send_error {
  T value;
  bool operator==(const send_error&) const = default;
  [[nodiscard]] static std::string_view message() { return "sending on a closed channel"; }

  friend std::ostream& operator<<(std::ostream& out, const send_error&) { return out << message(); }
  friend void append_debug(std::string& text, const send_error&) { text += "SendError { .. }"; }
};

/// Why `try_send` failed. Holds the value.
template <class T>
struct try_send_error {
  enum class cause : std::uint8_t { full, disconnected };
  cause why;
  T value;
  bool operator==(const try_send_error&) const = default;
  [[nodiscard]] std::string_view message() const {
    return why == cause::full ? "sending on a full channel" : send_error<T>::message();
  }

  friend std::ostream& operator<<(std::ostream& out, const try_send_error& printed) { return out << printed.message(); }
  friend void append_debug(std::string& text, const try_send_error& printed) {
    text += printed.why == cause::full ? "TrySendError::Full(..)" : "TrySendError::Disconnected(..)";
  }
};

/// Why `recv` failed: the channel is empty and every sender was dropped.
struct recv_error {
  bool operator==(const recv_error&) const = default;
  [[nodiscard]] static std::string_view message() { return "receiving on a closed channel"; }

  friend std::ostream& operator<<(std::ostream& out, const recv_error&) { return out << message(); }
  friend void append_debug(std::string& text, const recv_error&) { text += "RecvError"; }
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
  return why == try_recv_error::empty ? "receiving on an empty channel" : "receiving on a closed channel";
}
[[nodiscard]] constexpr std::string_view message(recv_timeout_error why) {
  return why == recv_timeout_error::timeout ? "timed out waiting on channel"
                                            : "channel is empty and sending half is closed";
}

inline std::ostream& operator<<(std::ostream& out, try_recv_error printed) {
  return out << message(printed);
}
inline std::ostream& operator<<(std::ostream& out, recv_timeout_error printed) {
  return out << message(printed);
}
inline void append_debug(std::string& text, try_recv_error printed) {
  text += printed == try_recv_error::empty ? "Empty" : "Disconnected";
}
inline void append_debug(std::string& text, recv_timeout_error printed) {
  text += printed == recv_timeout_error::timeout ? "Timeout" : "Disconnected";
}

}  // namespace fearless
