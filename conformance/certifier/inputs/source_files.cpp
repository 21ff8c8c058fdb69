// SPDX-License-Identifier: MIT
#include "source_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <iterator>
#include <stdexcept>
#include <string_view>
#include <vector>

#include "elf_library.hpp"
#include "error.hpp"
#include "printable.hpp"
#include "system_folder.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;

namespace {

using bytes = std::span<const std::uint8_t>;

/// What is not as DWARF says, or is not known here.
struct unreadable : std::runtime_error {
  using std::runtime_error::runtime_error;
};
constexpr const char* damaged = "its debug information is damaged";

/// The text at an offset, up to its zero byte. Many entries may name one text, so it must be no longer than a path.
std::string text_at(bytes section, std::uint64_t offset) {
  constexpr std::size_t most_bytes = 4096;
  if (offset >= section.size()) throw unreadable(damaged);
  auto rest = section.subspan(offset);
  rest = rest.first(std::min(rest.size(), most_bytes));
  const auto end = std::ranges::find(rest, 0);
  if (end == rest.end()) throw unreadable(damaged);
  return {rest.begin(), end};
}

/// Reads bytes one after the other.
class cursor {
 public:
  explicit cursor(bytes all) : rest_(all) {}

  [[nodiscard]] bool is_at_end() const { return rest_.empty(); }

  bytes take(std::uint64_t size) {
    if (size > rest_.size()) throw unreadable(damaged);
    const bytes taken = rest_.first(size);
    rest_ = rest_.subspan(size);
    return taken;
  }

  std::uint64_t number(std::size_t size) {
    std::uint64_t read = 0;
    const bytes from = take(size);
    std::memcpy(&read, from.data(), size);  // both processors have the lowest byte first
    return read;
  }

  std::uint64_t variable_number() {
    constexpr unsigned bits = 7, most_bits = 64;
    constexpr std::uint64_t more = 0x80;
    std::uint64_t read = 0;
    for (unsigned shift = 0; shift < most_bits; shift += bits) {
      const std::uint64_t byte = number(1);
      read |= (byte & ~more) << shift;
      if ((byte & more) == 0) return read;
    }
    throw unreadable(damaged);
  }

  std::string text() {
    std::string read = text_at(rest_, 0);
    take(read.size() + 1);
    return read;
  }

 private:
  bytes rest_;
};

// Names of DWARF: what a table of files says of each, and in which form.
enum content : std::uint8_t { path = 1, folder = 2, md5 = 5 };
enum form : std::uint8_t {
  data2 = 0x05,
  data4 = 0x06,
  data8 = 0x07,
  string = 0x08,
  block = 0x09,
  data1 = 0x0b,
  strp = 0x0e,
  udata = 0x0f,
  data16 = 0x1e,
  line_strp = 0x1f
};

/// An entry of a table of folders or files.
struct file_entry {
  std::string name{}, md5{};
  std::uint64_t folder = 0;
};

/// Reads the table of files of one unit.
class unit_reader {
 public:
  unit_reader(const debug_sections& sections, bytes unit, std::size_t size_of_offset)
      : sections_(sections), unit_(unit), size_of_offset_(size_of_offset) {}

  void add_to(source_files& found) {
    const std::uint64_t version = unit_.number(2);
    if (version < 2 || version > 5) throw unreadable(fmt::format("its debug information is DWARF {}", version));
    if (version == 5) unit_.take(2);  // sizes of addresses and segments
    unit_.take(size_of_offset_);      // the size of what follows
    unit_.take(version >= 4 ? 5 : 4);
    if (const std::uint64_t operations = unit_.number(1); operations > 0) unit_.take(operations - 1);
    if (version == 5)
      read_tables();
    else
      read_old_tables();
    for (const file_entry& each : files_) add(each, found);
  }

 private:
  void read_old_tables() {
    folders_.push_back({});  // that of the compiler, which another section names
    for (std::string each = unit_.text(); !each.empty(); each = unit_.text()) folders_.push_back({.name = each});
    for (std::string each = unit_.text(); !each.empty(); each = unit_.text()) {
      files_.push_back({.name = each, .md5 = {}, .folder = unit_.variable_number()});
      unit_.variable_number();  // time
      unit_.variable_number();  // size
    }
  }

  void read_tables() {
    folders_ = read_table();
    files_ = read_table();
  }

  std::vector<file_entry> read_table() {
    std::vector<std::pair<std::uint64_t, std::uint64_t>> columns(unit_.number(1));
    for (auto& [what, how] : columns) {
      what = unit_.variable_number();
      how = unit_.variable_number();
    }
    const std::uint64_t count = unit_.variable_number();
    std::vector<file_entry> entries;
    for (std::uint64_t i = 0; i < count && !columns.empty(); ++i) {
      file_entry& entry = entries.emplace_back();
      for (const auto& [what, how] : columns) read(what, how, entry);
    }
    return entries;
  }

  void read(std::uint64_t what, std::uint64_t how, file_entry& into) {
    constexpr std::size_t size_of_md5 = 16;
    switch (how) {
      case form::string:
      case form::strp:
      case form::line_strp: {
        std::string text = how == form::string ? unit_.text()
                                               : text_at(how == form::strp ? sections_.texts : sections_.line_texts,
                                                         unit_.number(size_of_offset_));
        if (what == content::path) into.name = std::move(text);
        return;
      }
      case form::data16: {
        const bytes digest = unit_.take(size_of_md5);
        if (what == content::md5) into.md5.assign(digest.begin(), digest.end());
        return;
      }
      case form::block:
        unit_.take(unit_.variable_number());
        return;
      case form::udata:
      case form::data1:
      case form::data2:
      case form::data4:
      case form::data8: {
        const std::uint64_t number = how == form::udata   ? unit_.variable_number()
                                     : how == form::data1 ? unit_.number(1)
                                     : how == form::data2 ? unit_.number(2)
                                     : how == form::data4 ? unit_.number(4)
                                                          : unit_.number(8);
        if (what == content::folder) into.folder = number;
        return;
      }
      default:
        throw unreadable("its debug information has a form that is not known");
    }
  }

  void add(const file_entry& entry, source_files& found) const {
    fs::path whole = entry.name;
    if (whole.is_relative() && entry.folder < folders_.size()) {
      const fs::path own = folders_[entry.folder].name;
      whole = (own.is_relative() ? folders_.front().name / own : own) / whole;
    }
    whole = whole.lexically_normal();
    const bool is_own = whole.is_relative() || (!is_of_system(whole) && !whole.string().starts_with("/rustc/"));
    if (entry.name.empty() || entry.name.starts_with('<') || !is_own) return;  // compilers write `<built-in>`
    auto& digests = found.digests[whole.string()];
    if (!entry.md5.empty()) digests.insert(entry.md5);
  }

  const debug_sections& sections_;
  cursor unit_;
  std::size_t size_of_offset_;
  std::vector<file_entry> folders_, files_;
};

source_files source_files_of(const fs::path& library) {
  const elf_library opened(library);
  const debug_sections sections{.lines = opened.section(".debug_line"),
                                .line_texts = opened.section(".debug_line_str"),
                                .texts = opened.section(".debug_str")};
  return source_files_in(sections);
}

/// The names of what is compiled: neither headers nor the files with which CMake joins several.
std::set<std::string> compiled_names(const source_files& of) {
  constexpr std::array<std::string_view, 8> headers{".h", ".hh", ".hpp", ".hxx", ".inc", ".inl", ".ipp", ".tcc"};
  std::set<std::string> names;
  for (const auto& [path, digests] : of.digests) {
    const fs::path name = fs::path(path).filename();
    if (!name.string().starts_with("unity_") && std::ranges::find(headers, name.extension()) == headers.end())
      names.insert(name);
  }
  return names;
}

}  // namespace

source_files source_files_in(const debug_sections& sections) try {
  constexpr std::uint64_t long_unit = 0xffffffff;
  if (sections.lines.empty()) return {.digests = {}, .unknown = "it has no debug information that can be read"};
  source_files found;
  for (cursor all(sections.lines); !all.is_at_end();) {
    std::uint64_t size = all.number(4);
    const bool is_long = size == long_unit;
    if (is_long) size = all.number(8);
    unit_reader(sections, all.take(size), is_long ? 8 : 4).add_to(found);
  }
  if (found.digests.empty()) found.unknown = "its debug information names no source file";
  return found;
} catch (const unreadable& why) {
  return {.digests = {}, .unknown = why.what()};
}

std::string compare_sources(const fs::path& plain, const source_files& of_plain, const fs::path& instrumented,
                            const source_files& of_instrumented) {
  if (!of_plain.unknown.empty()) return "unknown: plain: " + of_plain.unknown;
  if (!of_instrumented.unknown.empty()) return "unknown: instrumented: " + of_instrumented.unknown;
  std::size_t same = 0, open = 0;
  for (const auto& [path, digests] : of_plain.digests) {
    const auto other = of_instrumented.digests.find(path);
    if (other == of_instrumented.digests.end() || digests.empty() || other->second.empty()) {
      ++open;
      continue;
    }
    // Two files may have one relative path.
    if (std::ranges::none_of(digests, [&](const std::string& each) { return other->second.contains(each); }))
      throw user_error(fmt::format(
          "{}: it is built from another {} than {}: build both from the same sources, each in a folder of its own",
          instrumented.string(), printable(path), plain.string()));
    ++same;
  }
  const auto names = compiled_names(of_plain), other_names = compiled_names(of_instrumented);
  std::vector<std::string> common;
  std::ranges::set_intersection(names, other_names, std::back_inserter(common));
  if (common.empty() && !names.empty() && !other_names.empty())
    throw user_error(fmt::format("{}: it is built from {}, and {} from {}: build both from the same sources",
                                 instrumented.string(), printable(*other_names.begin()), plain.string(),
                                 printable(*names.begin())));
  return fmt::format("{} files are the same in both builds, {} can't be compared", same, open);
}

std::string compare_sources(const fs::path& plain, const fs::path& instrumented) {
  return compare_sources(plain, source_files_of(plain), instrumented, source_files_of(instrumented));
}

}  // namespace fearless::certifier
