// SPDX-License-Identifier: MIT
#include "case_heads.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ranges>

#include "files.hpp"
#include "header_comment.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view claim_field = "// Claim: ", continuation = "//   ";
constexpr std::size_t line_width = 120;  // that of .clang-format

/// Columns on a screen: code points, as UTF-8 continues one by bytes 10xxxxxx.
std::size_t width_of(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char each) { return (static_cast<unsigned char>(each) & 0xc0) != 0x80; }));
}

std::string wrapped(std::string_view sentence) {
  std::string lines, line(claim_field.substr(0, claim_field.size() - 1));
  for (const auto part : std::views::split(sentence, ' ')) {
    const std::string_view word(part.begin(), part.end());
    if (width_of(line) + 1 + width_of(word) > line_width) {
      lines += line + "\n";
      line = continuation.substr(0, continuation.size() - 1);
    }
    line += fmt::format(" {}", word);
  }
  return lines + line + "\n";
}

/// The aspect of a case: what its name has between the claim's id and the method.
std::string aspect_of(const case_file& of) {
  const std::string stem = of.file.stem();
  const auto method = stem.rfind('.');
  return method <= of.claim.size() ? "" : stem.substr(of.claim.size() + 1, method - of.claim.size() - 1);
}

}  // namespace

std::string with_claim(std::string_view source, std::string_view sentence) {
  std::string before, after;
  bool in_field = false, is_placed = false;
  for (const std::string& line : lines_of(std::string(source))) {
    in_field = line.starts_with(claim_field) || (in_field && line.starts_with(continuation));
    if (in_field) continue;
    (is_placed ? after : before) += line + "\n";
    is_placed = is_placed || line.starts_with("// SPDX-");
  }
  return is_placed ? before + wrapped(sentence) + after : wrapped(sentence) + before;
}

std::vector<violation> violations_of_case_heads(const fs::path& source, const catalogue& text) {
  std::vector<violation> found;
  for (const case_file& each : case_files(source, text)) {
    const claim* of = text.find(each.claim);
    if (of == nullptr) continue;
    const std::string file = each.file.lexically_relative(source).string(), content = read_text(each.file);
    if (content != with_claim(content, of->text))
      found.push_back({file, 2,
                       fmt::format("the head is not the sentence of `{}`; run `fearless check --fix` to write it there",
                                   each.claim)});
    const auto said = find_header_field(content, "Aspect");
    const std::string aspect = aspect_of(each);
    if (!aspect.empty() && (!said || said->value.empty()))
      found.push_back(
          {file, 2,
           fmt::format("no `// Aspect:`; say in one sentence what `{}` adds to the claim's other cases", aspect)});
    if (aspect.empty() && said)
      found.push_back({file, said->line, "the name has no aspect; delete `// Aspect:`, or name the file after it"});
  }
  return found;
}

std::size_t write_case_heads(const fs::path& source, const catalogue& text) {
  std::size_t changed = 0;
  for (const case_file& each : case_files(source, text)) {
    const claim* of = text.find(each.claim);
    if (of == nullptr) continue;
    const std::string content = read_text(each.file), corrected = with_claim(content, of->text);
    if (content == corrected) continue;
    write_text(each.file, corrected);
    ++changed;
  }
  return changed;
}

}  // namespace fearless::certifier
