// SPDX-License-Identifier: MIT
#pragma once

#include <fearless/fearless.hpp>
#include <utility>

/// The reference's arc, for a mutant that puts a type of its own, `Self`, in its place.
template <class T, class Self>
struct changed_arc : fearless::arc<T> {
  explicit changed_arc(fearless::arc<T> own) : fearless::arc<T>(std::move(own)) {}
  [[nodiscard]] Self clone() const { return Self(fearless::arc<T>::clone()); }
};
