// SPDX-License-Identifier: MIT
#pragma once

#include <ctime>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "site_evidence.hpp"

namespace fearless::certifier {

/// A page as pandoc wrote it, and what it was written from.
struct woven_page {
  std::string text;
  std::string coloured;  ///< the sources of the page in colour, which outlive the page
  std::vector<std::pair<std::string, std::string>> inputs;  ///< kind and name: a part, a file or a folder
};

/// The pages of earlier runs. A page is valid as long as its basis and every input that it read are unchanged.
class kept_pages {
 public:
  /// `folder` has the pages; relative names of files start at `source`.
  kept_pages(std::filesystem::path folder, std::filesystem::path source, const evidence_parts& parts);

  /// A page's text, if it is valid. A damaged page counts as missing. Thread safety: yes.
  [[nodiscard]] std::optional<std::string> find(const std::string& page, const std::string& basis) const;

  /// The sources of the page in colour, as an earlier run kept them; empty if none are kept. Thread safety: yes.
  [[nodiscard]] std::string coloured(const std::string& page) const;

  /// Keeps a page. Keeps nothing if a file changed after this object was made, or if the folder can't be written.
  /// Thread safety: yes.
  void keep(const std::string& page, const std::string& basis, const woven_page&) const;

  /// Removes what is kept of all pages but these.
  void keep_only(const std::vector<std::string>& pages) const;

 private:
  [[nodiscard]] std::string digest_of(const std::string& kind, const std::string& name) const;
  [[nodiscard]] bool may_have_changed(const std::filesystem::path&) const;

  std::filesystem::path folder_;
  std::filesystem::path source_;
  std::map<std::string, std::string> digests_;  ///< of the parts
  std::pair<std::time_t, long> beginning_;      ///< by the clock of files
};

}  // namespace fearless::certifier
