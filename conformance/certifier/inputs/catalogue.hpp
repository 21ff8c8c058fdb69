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

/// One normative sentence of the spec, with its reason.
struct claim {
  std::string id;
  std::string profile;
  std::string file;  ///< relative to the source root, as in every other `file` here
  int line = 0;
  std::string text;  ///< plain text, white space normalised
  std::string why;
  std::string text_sha256;        ///< of `text`: evidence carries it, so that an edited claim makes its own rows stale
  bool is_demonstration = false;  ///< about the detector, so that no implementation can meet or fail it
  int shalls = 0;                 ///< how many bold **shall**s the text has; the law is one
};

/// An output that the spec shows below a listing: the whole of it, or what one of its threads prints.
struct expected_output {
  std::optional<std::string> thread;
  bool cut_off = false;  ///< the thread may be stopped early: any prefix of `text` will do
  std::string text;
  int line = 0;
};

/// A whole program that stands in the spec and either runs or must be rejected.
struct listing {
  enum class kind { runs, rejects };

  std::string id;
  std::string chapter_file;
  int line = 0;
  kind does = kind::runs;
  std::string code;                ///< of the diagnostic, where it must be rejected
  std::vector<std::string> shows;  ///< ids of the claims that it illustrates
  std::string source;
  std::vector<expected_output> outputs;
};

/// A place in a chapter that refers to an anchor, its own or another chapter's.
struct link {
  std::string target;
  int line = 0;
};

/// An id that was a claim's once and is never to be used again.
struct retired_id {
  std::string id;
  int line = 0;
};

/// Something that the extraction itself found wrong: an unknown attribute, a missing heading id.
struct problem {
  int line = 0;
  std::string message;
};

/// One Markdown file of the spec.
struct chapter {
  std::string file;
  std::string title;
  std::string slug;
  int number = 0;
  std::vector<std::string> anchors;  ///< every id in the chapter, once for each place that it stands
  std::vector<link> links;
  std::vector<claim> claims;
  std::vector<retired_id> retired;
  std::vector<listing> listings;
  std::vector<problem> problems;
};

/// What the spec claims, taken from its text.
struct catalogue {
  std::vector<chapter> chapters;  ///< in the spec's order
  std::vector<claim> claims;      ///< of all chapters, in document order

  /// The claim of that id, or null.
  [[nodiscard]] const claim* find(std::string_view id) const;

  /// The claim whose id is `stem` or begins it up to a dot, or null. Ids are prefix-free, so there is at most one.
  [[nodiscard]] const claim* owner_of(std::string_view stem) const;
};

/// The catalogue that the build extracted, from `spec/claims.json` in the build folder.
/// Errors: user_error where there is none or it is not one.
catalogue load_catalogue(const std::filesystem::path& build);

/// The catalogue extracted afresh by pandoc from `spec/*.md`.
/// Errors: user_error without pandoc, without chapters, or where pandoc can't read one.
catalogue extract_catalogue(const std::filesystem::path& source);

/// The catalogue that a merged JSON document `{"chapters":[…]}` describes. Errors: nlohmann::json::exception.
catalogue catalogue_from_json(const nlohmann::json&);

}  // namespace fearless::certifier
