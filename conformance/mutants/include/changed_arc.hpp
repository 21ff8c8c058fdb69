// SPDX-License-Identifier: MIT
#pragma once

#include <fearless/fearless.hpp>
#include <utility>

/// The reference's arc, as the base of a mutant's type `Self`.
template <class T, class Self>
struct changed_arc : fearless::arc<T> {
  explicit changed_arc(fearless::arc<T> own) : fearless::arc<T>(std::move(own)) {}
  [[nodiscard]] Self clone() const { return Self(fearless::arc<T>::clone()); }
};
