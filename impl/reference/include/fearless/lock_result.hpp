// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>

#include "fearless/debug.hpp"
#include "fearless/result.hpp"
#include "fearless/send.hpp"

namespace fearless {

/// Why locking failed: a holder panicked, so the data may be inconsistent. Holds the result that the call would have
/// had: `G` is a guard, and the lock is held as long as the guard lives; or the data, if the lock was taken apart.
template <class G>
class poison_error {
 public:
  explicit poison_error(G inside) : inside_(std::move(inside)) {}

  /// Takes the result out in spite of the poison.
  [[nodiscard]] G into_inner() && { return std::move(inside_); }
  [[nodiscard]] const G& get_ref() const { return inside_; }
  [[nodiscard]] G& get_mut() { return inside_; }

  [[nodiscard]] static std::string_view message() { return "poisoned lock: another task failed inside"; }

  friend std::ostream& operator<<(std::ostream& out, const poison_error&) { return out << message(); }
  friend void append_debug(std::string& text, const poison_error&) { text += "PoisonError { .. }"; }

 private:
  G inside_;
};

/// The result of locking: a guard, or the error that holds it.
template <class G>
using lock_result = result<G, poison_error<G>>;

/// Why locking without waiting failed.
template <class G>
struct try_lock_error {
  /// The error with the guard, if a holder panicked; nothing, if another thread holds the lock.
  std::optional<poison_error<G>> poison = std::nullopt;

  /// Whether another thread holds the lock.
  [[nodiscard]] bool would_block() const { return !poison; }
  [[nodiscard]] std::string_view message() const {
    return would_block() ? "try_lock failed because the operation would block" : poison_error<G>::message();
  }

  friend std::ostream& operator<<(std::ostream& out, const try_lock_error& printed) { return out << printed.message(); }
  friend void append_debug(std::string& text, const try_lock_error& printed) {
    text += printed.would_block() ? "\"WouldBlock\"" : "\"Poisoned(..)\"";
  }
};

namespace detail {
template <class G>
constexpr auto made_of<poison_error<G>> = parts<G>{};
}  // namespace detail

}  // namespace fearless
