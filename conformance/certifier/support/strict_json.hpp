// SPDX-License-Identifier: MIT
// Reading JSON that someone else may have written: nothing in it is trusted.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace fearless::certifier {

/// Parses JSON as its standard defines it: no byte order mark, no field twice, no number without a finite value, only a
/// few levels of nesting, and at most a thousand fields in an object. Errors: user_error that begins with `where`.
nlohmann::json parse_strictly(std::string_view text, std::string_view where);

/// Checks a value against a form. An object has exactly the fields of its form: `field?` may be missing, `*` is any
/// other field, `*+` the same if there is at least one. A list has any number of elements of one form. A text names a
/// kind of value: `text`, `name` (not empty), `line` (at most 200 bytes that can be printed as they are), `count` (an
/// integer up to 10^12), `seed`, `number`, `figure` (a number, or null where it is not finite), `boolean`, `yes`
/// (true), `sha256`, `link` (an address with http or https), `date` (a day, as `2026-01-31`), `any`, or several texts
/// that are allowed, separated by `|`. Errors: user_error that begins with `where`.
void require_form(const nlohmann::json& value, const nlohmann::json& form, const std::string& where);

/// A value as one line of ASCII, cut off if it is long: safe to print whatever it holds.
std::string shown(const nlohmann::json& value);

}  // namespace fearless::certifier
