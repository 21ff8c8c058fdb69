// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>
#include <utility>

#include "fearless/result.hpp"
#include "fearless/send.hpp"

namespace fearless {

/// Why a lock failed: a holder panicked, and what is inside may be half done. What the lock would have given is in
/// here: `G` is a guard, and the lock is held as long as it lives; or what a mutex was taken apart for.
template <class G>
class poison_error {
 public:
  explicit poison_error(G inside) : inside_(std::move(inside)) {}

  /// Takes out what is in here, in spite of the poison.
  [[nodiscard]] G into_inner() && { return std::move(inside_); }
  [[nodiscard]] const G& get_ref() const { return inside_; }
  [[nodiscard]] G& get_mut() { return inside_; }

  [[nodiscard]] static std::string_view message() { return "poisoned lock: another task failed inside"; }

 private:
  G inside_;
};

/// What a lock gives: a guard, or the error that has it.
template <class G>
using lock_result = result<G, poison_error<G>>;

/// Why a lock that does not wait failed.
template <class G>
struct try_lock_error {
  /// What the lock would have given, where a holder panicked; nothing where another holds the lock.
  std::optional<poison_error<G>> poison = std::nullopt;

  /// Whether another holds the lock.
  [[nodiscard]] bool would_block() const { return !poison; }
  [[nodiscard]] std::string_view message() const {
    return would_block() ? "try_lock failed because the operation would block" : poison_error<G>::message();
  }
};

namespace detail {
template <class G>
constexpr auto made_of<poison_error<G>> = parts<G>{};
}  // namespace detail

}  // namespace fearless
