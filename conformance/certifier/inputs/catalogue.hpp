// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "paths.hpp"

namespace fearless::certifier {

/// One requirement of the specification: a sentence with its reason.
struct claim {
  std::string id;
  std::string profile;
  std::string file;  ///< relative to the source root, as in every other `file` here
  int line = 0;
  std::string text;  ///< plain text, white space normalised
  std::string why;
  std::string text_sha256;        ///< of `text`: evidence carries it, so that an edited claim makes its own rows stale
  bool is_demonstration = false;  ///< about the detector, so that no implementation can meet or fail it
  int shalls = 0;                 ///< how many bold **shall**s the text has; exactly one is allowed
};

/// An output that the specification shows below a listing: all of it, or the part that one thread prints.
struct expected_output {
  std::optional<std::string> thread;
  bool cut_off = false;  ///< the thread may be stopped early: any prefix of `text` is correct
  std::string text;
  int line = 0;
};

/// A whole program in the specification, which either runs or must be rejected.
struct listing {
  enum class kind { runs, rejects };

  std::string id;
  std::string chapter_file;
  int line = 0;
  kind does = kind::runs;
  std::string code;                ///< of the diagnostic, if it must be rejected
  std::vector<std::string> shows;  ///< ids of the claims that it illustrates
  std::string source;
  std::vector<expected_output> outputs;
};

/// A reference from a chapter to an anchor in any chapter.
struct link {
  std::string target;
  int line = 0;
};

/// The id of a former claim, which must not be used again.
struct retired_id {
  std::string id;
  int line = 0;
};

/// For which types `T` a type that is made with `T` has a marker.
enum class marker_condition { always, never, if_sendable, if_shareable, if_both, for_every_sendable };

/// A row of a table of rules: the markers of a type of an implementation. From it comes a case in each language that
/// has the type.
struct marker_rule {
  std::string name;                 ///< in words, different for each rule of a claim
  std::optional<std::string> cpp;   ///< the type in C++, with `T` for its parameter; nothing if C++ has none
  std::optional<std::string> rust;  ///< likewise in Rust
  marker_condition sendable;
  marker_condition shareable;
  std::string claim;
  int line = 0;
};

/// An error that the extraction found: an unknown attribute, a missing heading id.
struct problem {
  int line = 0;
  std::string message;
};

/// One Markdown file of the specification.
struct chapter {
  std::string file;
  std::string title;
  std::string slug;
  int number = 0;
  std::vector<std::string> anchors;  ///< every id in the chapter, once for each place
  std::vector<link> links;
  std::vector<claim> claims;
  std::vector<retired_id> retired;
  std::vector<marker_rule> marker_rules;
  std::vector<listing> listings;
  std::vector<problem> problems;
};

/// The contents of the specification.
struct catalogue {
  std::vector<chapter> chapters;  ///< in order
  std::vector<claim> claims;      ///< of all chapters, in order

  /// The claim with this id, or null.
  [[nodiscard]] const claim* find(std::string_view id) const;

  /// The claim whose id is `stem`, or a prefix of it that ends before a dot; or null. No id is such a prefix of
  /// another, so there is at most one.
  [[nodiscard]] const claim* owner_of(std::string_view stem) const;
};

/// The catalogue that the build extracted, from `spec/claims.json` in the build folder.
/// Errors: user_error if it is missing or damaged.
catalogue load_catalogue(const std::filesystem::path& build);

/// The catalogue of the text as it is now: the one that the build extracted, unless a file that it is made of has
/// changed since. Errors: those of extract_catalogue.
catalogue current_catalogue(const std::filesystem::path& source, const std::filesystem::path& build);

/// The catalogue, extracted from `spec/*.md` by pandoc now.
/// Errors: user_error without pandoc, without chapters, or if pandoc can't read a chapter.
catalogue extract_catalogue(const std::filesystem::path& source);

/// The catalogue from a JSON document `{"chapters":[…]}`. Errors: nlohmann::json::exception.
catalogue catalogue_from_json(const nlohmann::json&);

}  // namespace fearless::certifier
