// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fearless::certifier {

/// What a case runs against: the plain or the instrumented library, or the native bindings.
enum class build_kind { plain, instrumented, compile_time };

/// `plain`, `instrumented` or `compile-time`.
std::string_view name(build_kind build);

/// The build of this name, or nothing.
std::optional<build_kind> build_named(std::string_view name);

/// The native bindings, as implementation.json describes them.
struct native_description {
  std::vector<std::filesystem::path> include;  ///< absolute; in C++ one of them holds native.hpp
  std::vector<std::string> flags;
  std::optional<std::filesystem::path> crate{};  ///< absolute; in Rust the root of the crate `native`
  std::string rustc{};                           ///< the rustc to use; empty: the one on PATH

  /// native.hpp, or the root of the crate; empty if there is none.
  [[nodiscard]] std::filesystem::path root() const;
};

/// An implementation under test, as its implementation.json describes it.
struct implementation {
  std::string name, language, description, homepage;
  std::filesystem::path file;                                ///< the implementation.json itself
  bool in_tree = false;                                      ///< built by this project and selected by its name
  std::optional<std::filesystem::path> plain, instrumented;  ///< absolute
  std::optional<native_description> native_bindings;
  bool has_housekeeping = false;   ///< threads that it starts while it is loaded wake none that wait in its operations
  std::vector<std::string> needs;  ///< packages that are missing to build a library
  std::filesystem::path explanations_file;          ///< empty if nothing is explained
  std::map<std::string, std::string> explanations;  ///< by claim: why it does not hold, and what that means for a user

  /// Whether the compile-time cases in Rust judge it, and not those in C++.
  [[nodiscard]] bool is_in_rust() const { return language == "rust"; }

  /// What names it on a command line, quoted where a shell needs it: its name, or the path of its implementation.json.
  [[nodiscard]] std::string as_argument() const;

  /// The library for a build, if one was given.
  const std::optional<std::filesystem::path>& library(build_kind build) const {
    return build == build_kind::plain ? plain : instrumented;
  }
};

/// Reads the description of an implementation in the tree, by its name, or of any, by the path of its
/// implementation.json. Errors: `user_error` if it is unknown or missing, not JSON, lacks a field, or has an unknown
/// field or one of the wrong type; if the build left it out, the error lists the missing packages.
implementation load_implementation(const std::filesystem::path& build, const std::string& name_or_file);

/// The implementation.json that the build of a port wrote below the current folder: of the implementation of this name,
/// or of any implementation if the name is empty.
std::optional<std::filesystem::path> description_nearby(const std::string& name);

/// Whether this is a valid name: 1 to 100 lower case letters, digits and `-`.
bool is_implementation_name(const std::string& name);

/// The names of the implementations in the build tree, sorted.
std::vector<std::string> implementation_names(const std::filesystem::path& build);

/// An implementation that the build left out because packages are missing.
struct missing_implementation {
  std::string name;
  std::vector<std::string> packages;  ///< the missing packages
};

/// The implementations that the build left out, sorted by name. Errors: `user_error` if a description is unreadable.
std::vector<missing_implementation> missing_implementations(const std::filesystem::path& build);

/// The packages that are missing to build a library of this implementation. Checks no other field of its description.
/// Errors: `user_error` if that is unreadable.
std::vector<std::string> needs_of(const std::filesystem::path& build, const std::string& name);

}  // namespace fearless::certifier
