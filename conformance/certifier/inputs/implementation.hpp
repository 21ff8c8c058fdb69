// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fearless::certifier {

/// The ways in which a case meets an implementation: two builds of the suite, and the compiler.
enum class build_kind { plain, instrumented, compile_time };

/// `plain`, `instrumented` or `compile-time`.
std::string_view name(build_kind build);

/// The build of that name, or nothing where there is none.
std::optional<build_kind> build_named(std::string_view name);

/// How the compile-time cases find an implementation's names.
struct native_description {
  std::vector<std::filesystem::path> include;  ///< absolute; in C++ one of them holds native.hpp
  std::vector<std::string> flags;
  std::optional<std::filesystem::path> crate{};  ///< absolute; in Rust the root of the crate `native`
  std::string rustc{};                           ///< the one that the crate is for; empty for the one on PATH

  /// The file that gives the names: native.hpp, or the root of the crate.
  [[nodiscard]] std::filesystem::path root() const;
};

/// An implementation under test, as its implementation.json describes it.
struct implementation {
  std::string name, language, description, homepage;
  std::filesystem::path file;                                ///< the implementation.json itself
  bool in_tree = false;                                      ///< built by this project and known by its name
  std::optional<std::filesystem::path> plain, instrumented;  ///< absolute
  std::optional<native_description> native_bindings;
  std::vector<std::string> needs;                   ///< the packages for want of which a library was not built
  std::filesystem::path explanations_file;          ///< empty where nothing is explained
  std::map<std::string, std::string> explanations;  ///< by claim: why it does not hold, and what that means to a user

  /// Whether it is judged by the cases in Rust, and not by those in C++.
  [[nodiscard]] bool is_in_rust() const { return language == "rust"; }

  /// The library for one of the suite's builds, if it was handed in.
  const std::optional<std::filesystem::path>& library(build_kind build) const {
    return build == build_kind::plain ? plain : instrumented;
  }
};

/// Reads an implementation's description, given the name of one in the tree or a path to an implementation.json.
/// Errors: `user_error` where it is unknown or missing, is no JSON, lacks a field, has an unknown one or a wrong type;
/// where the build left it out, it says for want of which packages.
implementation load_implementation(const std::filesystem::path& build, const std::string& name_or_file);

/// An implementation.json where the build of a port leaves one, as seen from the current folder: of an implementation
/// of this name, or of any where it is empty.
std::optional<std::filesystem::path> description_nearby(const std::string& name);

/// Whether an implementation may be called so: by lower case letters, digits and `-`.
bool is_implementation_name(const std::string& name);

/// The names of the implementations in the build tree, sorted.
std::vector<std::string> implementation_names(const std::filesystem::path& build);

/// An implementation that the build left out, since it did not find what it needs.
struct missing_implementation {
  std::string name;
  std::vector<std::string> packages;  ///< what would bring it
};

/// The implementations that the build left out, sorted by name. Errors: `user_error` where a note of one is unreadable.
std::vector<missing_implementation> missing_implementations(const std::filesystem::path& build);

/// The packages without which the build left out a library of this implementation in the build tree, and read nothing
/// else of its description. Errors: `user_error` if that is unreadable.
std::vector<std::string> needs_of(const std::filesystem::path& build, const std::string& name);

}  // namespace fearless::certifier
