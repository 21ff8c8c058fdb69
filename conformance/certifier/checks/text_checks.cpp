// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <map>
#include <set>

#include "checks.hpp"
#include "files.hpp"
#include "nearest.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;

namespace {

/// The line of a chapter that defines an id: `#id` within braces or after the colons of a division.
int line_of_anchor(const fs::path& chapter_file, const std::string& id) {
  int number = 0;
  for (const std::string& line : lines_of(read_text(chapter_file))) {
    ++number;
    for (auto at = line.find("#" + id); at != std::string::npos; at = line.find("#" + id, at + 1)) {
      const char before = at == 0 ? ' ' : line[at - 1];
      const auto end = at + 1 + id.size();
      const char after = end < line.size() ? line[end] : ' ';
      if ((before == ' ' || before == '{') && (after == ' ' || after == '}')) return number;
    }
  }
  return 1;
}

void find_duplicates(const fs::path& source, const catalogue& text, std::vector<violation>& found) {
  std::map<std::string, const chapter*> first;
  for (const chapter& each : text.chapters)
    for (const std::string& id : each.anchors) {
      const auto [place, fresh] = first.try_emplace(id, &each);
      if (fresh) continue;
      const chapter& earlier = *place->second;
      found.push_back(
          {each.file, line_of_anchor(source / each.file, id),
           fmt::format("the id `{}` is already used at {}:{}; choose another: ids are unique in the specification", id,
                       earlier.file, line_of_anchor(source / earlier.file, id))});
    }
}

void find_beginnings(const catalogue& text, std::vector<violation>& found) {
  for (const claim& each : text.claims)
    for (const claim& other : text.claims)
      if (other.id.starts_with(each.id + "."))
        found.push_back(
            {other.file, other.line,
             fmt::format(
                 "the id `{}` begins with `{}.`, and `{}` is the id of the claim at {}:{}; change one of them: files "
                 "are assigned to claims by their first words",
                 other.id, each.id, each.id, each.file, each.line)});
}

void find_returns(const catalogue& text, std::vector<violation>& found) {
  for (const chapter& each : text.chapters)
    for (const retired_id& retired : each.retired)
      if (const claim* again = text.find(retired.id))
        found.push_back({again->file, again->line,
                         fmt::format("the id `{}` is retired ({}:{}) and must not be used again; choose a new one",
                                     retired.id, each.file, retired.line)});
}

void find_loose_references(const catalogue& text, std::vector<violation>& found) {
  std::set<std::string> anchors;
  std::vector<std::string> claims;
  for (const chapter& each : text.chapters) anchors.insert(each.anchors.begin(), each.anchors.end());
  for (const claim& each : text.claims) claims.push_back(each.id);
  const std::vector<std::string> known(anchors.begin(), anchors.end());

  for (const chapter& each : text.chapters) {
    for (const link& reference : each.links)
      if (!anchors.contains(reference.target))
        found.push_back({each.file, reference.line,
                         fmt::format("a link to `#{}`, which does not exist; {}", reference.target,
                                     suggest(reference.target, known))});
    for (const listing& shown : each.listings)
      for (const std::string& id : shown.shows)
        if (text.find(id) == nullptr)
          found.push_back({each.file, shown.line,
                           fmt::format("listing `{}` shows the claim `{}`, which does not exist; {}", shown.id, id,
                                       suggest(id, claims))});
  }
}

}  // namespace

std::vector<violation> violations_of_text(const fs::path& source, const catalogue& text) {
  std::vector<violation> found;
  for (const chapter& each : text.chapters)
    for (const problem& seen : each.problems) found.push_back({each.file, seen.line, seen.message});
  find_duplicates(source, text, found);
  find_beginnings(text, found);
  find_returns(text, found);
  find_loose_references(text, found);
  return found;
}

}  // namespace fearless::certifier
