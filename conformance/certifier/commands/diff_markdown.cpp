// SPDX-License-Identifier: MIT
#include "diff_markdown.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <vector>

#include "diff_words.hpp"
#include "markdown.hpp"

namespace fearless::certifier {

namespace {

using table_row = std::vector<std::string>;

// GitHub takes comments of up to 65,536 characters; the rest is for headings.
constexpr std::size_t most_characters_of_rows = 60'000;
constexpr std::size_t most_unfolded_rows = 10;

std::string line_for(const table_row& cells) {
  return fmt::format("| {} |\n", fmt::join(cells, " | "));
}

class document {
 public:
  void add_line(std::string_view line) { text_ += fmt::format("{}\n\n", line); }

  /// Adds a table under a heading, folded if it is long, and without the rows for which there is no room.
  void add_table(std::string_view heading, const table_row& titles, const std::vector<table_row>& rows) {
    if (rows.empty()) return;
    const bool is_folded = rows.size() > most_unfolded_rows;
    text_ +=
        is_folded ? fmt::format("<details>\n<summary>{}</summary>\n\n", heading) : fmt::format("#### {}\n\n", heading);
    text_ += line_for(titles) + line_for(table_row(titles.size(), "---"));
    std::size_t left_out = 0;
    for (const table_row& cells : rows) {
      const std::string line = line_for(cells);
      const bool has_room = line.size() <= room_;
      room_ -= has_room ? line.size() : 0;
      left_out += has_room ? 0 : 1;
      if (has_room) text_ += line;
    }
    text_ += "\n";
    if (left_out > 0) add_line(fmt::format("And {} more.", left_out));
    if (is_folded) add_line("</details>");
  }

  std::string take() { return std::move(text_); }

 private:
  std::string text_;
  std::size_t room_ = most_characters_of_rows;
};

std::string run_in_words(const run_in_short& run) {
  return fmt::format("{} {}", as_code(run.name), as_code(run.release));
}

std::vector<table_row> rows_for(const std::vector<level_change>& levels) {
  std::vector<table_row> rows;
  for (const level_change& each : levels) {
    const auto lost = each.lost(), gained = each.gained();
    rows.push_back({as_code(each.profile), words_for(each.before), words_for(each.after),
                    lost.empty() ? "" : fmt::format("**{}**", names_of(lost, ", ")), names_of(gained, ", ")});
  }
  return rows;
}

std::vector<table_row> rows_for(const std::vector<claim_change>& changes) {
  std::vector<table_row> rows;
  for (const claim_change& each : changes)
    rows.push_back({as_code(each.claim), as_code(each.profile), std::string(word_for(each.before)),
                    std::string(word_for(each.after)), as_code(each.test), as_code(each.detail)});
  return rows;
}

std::vector<table_row> rows_for(const std::vector<circumstance>& circumstances) {
  std::vector<table_row> rows;
  for (const circumstance& each : circumstances) rows.push_back({each.what, as_code(each.before), as_code(each.after)});
  return rows;
}

}  // namespace

std::string markdown_of(const run_difference& found) {
  document made;
  made.add_line(fmt::format("### Fearless: {} → {}", name(found.before.verdict), name(found.after.verdict)));
  made.add_line(
      fmt::format("{} → {}: **{}**", run_in_words(found.before), run_in_words(found.after), conclusion_of(found)));
  for (const std::string& each : warnings_of(found)) made.add_line("**Note:** " + each);
  made.add_table("Levels", {"profile", "before", "after", "lost", "gained"}, rows_for(found.levels));
  for (const diff_section& each : sections_of(found))
    made.add_table(fmt::format("{} ({})", each.title, counted(each.changes.size(), "claim")),
                   {"claim", "profile", "before", "after", "row that did not pass", "details"}, rows_for(each.changes));
  made.add_table("What else is different", {"", "before", "after"}, rows_for(found.circumstances));
  return made.take();
}

}  // namespace fearless::certifier
