// SPDX-License-Identifier: MIT
#include "elf_library.hpp"

#include <fmt/format.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstring>
#include <iterator>

#include "bounded_file.hpp"
#include "file_descriptor.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;

namespace {

#if defined(__x86_64__)
constexpr Elf64_Half this_machine = EM_X86_64;
#elif defined(__aarch64__)
constexpr Elf64_Half this_machine = EM_AARCH64;
#else
#error "the certifier supports x86-64 and aarch64 only"
#endif

constexpr std::size_t most_bytes_of_names = 256 << 20;

std::string machine_name(Elf64_Half machine) {
  switch (machine) {
    case EM_X86_64:
      return "x86-64";
    case EM_AARCH64:
      return "aarch64";
    case EM_386:
      return "x86";
    case EM_ARM:
      return "arm";
    case EM_RISCV:
      return "risc-v";
    case EM_PPC64:
      return "powerpc64";
    case EM_S390:
      return "s390";
    default:
      return fmt::format("processor {}", machine);
  }
}

const Elf64_Ehdr& checked_header(const mapped_file& file) {
  if (file.size() < sizeof(Elf64_Ehdr)) throw file.not_a_library();
  const Elf64_Ehdr& header = file.table<Elf64_Ehdr>(0, 1).front();
  if (!std::equal(header.e_ident, header.e_ident + SELFMAG, ELFMAG)) throw file.not_a_library();
  // The machine is at the same offset in files for 32 and for 64 bits.
  if (header.e_machine == this_machine && header.e_ident[EI_CLASS] != ELFCLASS64)
    throw user_error(fmt::format("{}: the library is for 32 bits: build it for the 64 bits of {}", file.name(),
                                 machine_name(this_machine)));
  if (header.e_machine != this_machine)
    throw user_error(fmt::format("{}: the library is for another processor ({}): build it for {}", file.name(),
                                 machine_name(header.e_machine), machine_name(this_machine)));
  if (header.e_type != ET_DYN) throw file.not_a_library();
  return header;
}

file_descriptor opened(const fs::path& file) try {
  return open_bounded(file, most_bytes_of_library);
} catch (const user_error& why) {
  throw user_error(fmt::format("{}; build the library, or correct its path in implementation.json", why.what()));
}

/// The start of the table that exceptions are handled with, as linkers write it. After it come its entries.
struct unwind_header {
  std::uint8_t version, encoding_of_frames, encoding_of_count, encoding_of_table;
  std::int32_t frames;
  std::uint32_t count;
};
constexpr unwind_header usual_unwind_header{1, 0x1b, 0x03, 0x3b, 0, 0};

/// Where a function begins, and where more is written about it, both relative to the header.
struct unwind_entry {
  std::int32_t function, description;
};

/// What is written about a function, as far as it is needed.
struct unwind_description {
  std::uint32_t size, of;
  std::int32_t function;  ///< relative to this place
  std::uint32_t bytes;
};

}  // namespace

mapped_file::mapped_file(const fs::path& file) : name_(file.string()) {
  std::error_code absent;
  if (fs::exists(file, absent) && !fs::is_regular_file(file, absent)) throw not_a_library();
  const file_descriptor in = opened(file);
  struct stat about{};
  if (::fstat(in.number(), &about) != 0 || about.st_size == 0) throw not_a_library();
  size_ = static_cast<std::size_t>(about.st_size);
  start_ = ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, in.number(), 0);
  if (start_ == MAP_FAILED) throw user_error(fmt::format("{}: can't read the library: {}", name_, ::strerror(errno)));
}

mapped_file::~mapped_file() {
  ::munmap(start_, size_);
}

user_error mapped_file::not_a_library() const {
  return user_error(fmt::format("{}: not a shared library: link it with -shared, or in Rust as a cdylib", name_));
}

user_error mapped_file::damaged() const {
  return user_error(fmt::format("{}: the library is damaged: it ends before its tables do; build it again", name_));
}

elf_library::elf_library(const fs::path& file) : file_(file) {
  const Elf64_Ehdr& header = checked_header(file_);
  segments_ = file_.table<Elf64_Phdr>(header.e_phoff, header.e_phnum);
  // What was cut off may be what is loaded, or only what other tools read.
  for (const auto& each : segments_)
    if (each.p_type == PT_LOAD) file_.table<char>(each.p_offset, each.p_filesz);
  sections_ = file_.table<Elf64_Shdr>(header.e_shoff, header.e_shnum);
  if (header.e_shstrndx < sections_.size())
    names_of_sections_ =
        file_.table<char>(sections_[header.e_shstrndx].sh_offset, sections_[header.e_shstrndx].sh_size);
  for (const auto& each : segments_)
    if (each.p_type == PT_DYNAMIC) read_entries(each);
  if (entries_.empty()) throw file_.not_a_library();
}

template <class Entry>
std::span<const Entry> elf_library::table(std::uint64_t address, std::uint64_t count) const {
  if (count == 0) return {};
  for (const auto& each : segments_)
    if (each.p_type == PT_LOAD && address >= each.p_vaddr && address - each.p_vaddr < each.p_filesz)
      return file_.table<Entry>(address - each.p_vaddr + each.p_offset, count);
  throw file_.not_a_library();
}

void elf_library::read_entries(const Elf64_Phdr& segment) {
  for (const auto& entry : table<Elf64_Dyn>(segment.p_vaddr, segment.p_filesz / sizeof(Elf64_Dyn))) {
    if (entry.d_tag == DT_NULL) return;
    entries_.insert_or_assign(entry.d_tag, entry.d_un.d_val);
  }
}

std::span<const std::uint8_t> elf_library::section(std::string_view name) const {
  for (const auto& each : sections_) {
    if (each.sh_name >= names_of_sections_.size()) continue;
    const auto rest = names_of_sections_.subspan(each.sh_name);
    const std::string_view own(rest.data(), static_cast<std::size_t>(std::ranges::find(rest, '\0') - rest.begin()));
    if (own == name && each.sh_type == SHT_PROGBITS && (each.sh_flags & SHF_COMPRESSED) == 0)
      return file_.table<std::uint8_t>(each.sh_offset, each.sh_size);
  }
  return {};
}

std::uint64_t elf_library::value(Elf64_Sxword tag) const {
  const auto found = entries_.find(tag);
  return found == entries_.end() ? 0 : found->second;
}

dynamic_symbols elf_library::symbols() const {
  dynamic_symbols read;
  const auto names = table<char>(value(DT_STRTAB), value(DT_STRSZ));
  std::size_t bytes = 0;
  for (const auto& symbol : table<Elf64_Sym>(value(DT_SYMTAB), symbol_count())) {
    if (symbol.st_name >= names.size()) continue;
    const auto rest = names.subspan(symbol.st_name);
    std::string name(rest.begin(), std::ranges::find(rest, '\0'));
    // Names may lie in each other, but a linker does not make more of them than this.
    bytes += name.size();
    if (bytes > most_bytes_of_names)
      throw user_error(fmt::format("{}: the library is damaged: its names are too long; build it again", file_.name()));
    if (!name.empty()) (symbol.st_shndx == SHN_UNDEF ? read.imports : read.exports).push_back(std::move(name));
  }
  return read;
}

/// No entry says how many symbols there are. Hash tables list those that are defined, relocations those that are
/// used.
std::uint64_t elf_library::symbol_count() const {
  std::uint64_t count = 0;
  if (const auto hashes = value(DT_HASH)) count = table<Elf64_Word>(hashes, 2)[1];
  if (const auto hashes = value(DT_GNU_HASH)) count = std::max(count, count_in_gnu_hash(hashes));
  count = std::max(count, count_in_relocations(value(DT_RELA), value(DT_RELASZ)));
  return std::max(count, count_in_relocations(value(DT_JMPREL), value(DT_PLTRELSZ)));
}

/// The chains follow each other in the order of their symbols, and the lowest bit marks the end of a chain.
std::uint64_t elf_library::count_in_gnu_hash(std::uint64_t address) const {
  const auto header = table<Elf64_Word>(address, 4);
  const std::uint64_t buckets = header[0], first_symbol = header[1], filters = header[2];
  const std::uint64_t first_bucket = address + 4 * sizeof(Elf64_Word) + filters * sizeof(Elf64_Xword);
  const std::uint64_t first_chain = first_bucket + buckets * sizeof(Elf64_Word);
  std::uint64_t last = 0;
  for (const Elf64_Word chain : table<Elf64_Word>(first_bucket, buckets)) last = std::max<std::uint64_t>(last, chain);
  if (last < first_symbol) return first_symbol;
  const auto ends_at = [&](std::uint64_t symbol) {
    return (table<Elf64_Word>(first_chain + (symbol - first_symbol) * sizeof(Elf64_Word), 1)[0] & 1U) != 0;
  };
  while (!ends_at(last)) ++last;
  return last + 1;
}

std::uint64_t elf_library::count_in_relocations(std::uint64_t address, std::uint64_t size) const {
  std::uint64_t count = 0;
  for (const auto& each : table<Elf64_Rela>(address, size / sizeof(Elf64_Rela)))
    count = std::max(count, ELF64_R_SYM(each.r_info) + 1);
  return count;
}

std::map<std::uint64_t, std::string> elf_library::slots_of_imports() const {
  std::map<std::uint64_t, std::string> slots;
  const auto add_all = [&](std::uint64_t address, std::uint64_t size) {
    const auto symbols = table<Elf64_Sym>(value(DT_SYMTAB), symbol_count());
    for (const auto& each : table<Elf64_Rela>(address, size / sizeof(Elf64_Rela)))
      if (const auto& symbol = symbols[ELF64_R_SYM(each.r_info)]; symbol.st_shndx == SHN_UNDEF)
        if (auto name = text_at(symbol.st_name); !name.empty()) slots.emplace(each.r_offset, std::move(name));
  };
  add_all(value(DT_RELA), value(DT_RELASZ));
  add_all(value(DT_JMPREL), value(DT_PLTRELSZ));
  return slots;
}

std::vector<code_piece> elf_library::code() const {
  extents known;
  add_symbols(known);
  add_unwound(known);
  std::vector<code_piece> pieces;
  for (const auto& segment : segments_) {
    if (segment.p_type != PT_LOAD || (segment.p_flags & PF_X) == 0) continue;
    const std::uint64_t end = segment.p_vaddr + segment.p_filesz;
    const auto add = [&](std::uint64_t from, std::uint64_t to, const std::string& name) {
      if (from < to) pieces.push_back({.address = from, .bytes = table<std::uint8_t>(from, to - from), .name = name});
    };
    std::uint64_t done = segment.p_vaddr;
    for (auto each = known.lower_bound(done); each != known.end() && each->first < end; ++each) {
      const auto next = std::next(each);
      const std::uint64_t most = next == known.end() ? end : std::min(end, next->first);
      const std::uint64_t last = each->second.end == 0 ? most : std::min(most, each->second.end);
      add(done, each->first, "");
      add(each->first, last, each->second.name);
      done = std::max(each->first, last);
    }
    add(done, end, "");
  }
  return pieces;
}

/// A name in the table of dynamic symbols.
std::string elf_library::text_at(std::uint64_t offset) const {
  const auto names = table<char>(value(DT_STRTAB), value(DT_STRSZ));
  if (offset >= names.size()) return "";
  const auto rest = names.subspan(offset);
  return {rest.begin(), std::ranges::find(rest, '\0')};
}

void elf_library::add_symbols(extents& found) const {
  const auto& header = file_.table<Elf64_Ehdr>(0, 1).front();
  const auto sections = file_.table<Elf64_Shdr>(header.e_shoff, header.e_shnum);
  for (const auto& section : sections) {
    const bool has_symbols = section.sh_type == SHT_SYMTAB || section.sh_type == SHT_DYNSYM;
    if (!has_symbols || section.sh_link >= sections.size()) continue;
    const auto names = file_.table<char>(sections[section.sh_link].sh_offset, sections[section.sh_link].sh_size);
    for (const auto& each : file_.table<Elf64_Sym>(section.sh_offset, section.sh_size / sizeof(Elf64_Sym))) {
      const auto kind = ELF64_ST_TYPE(each.st_info);
      if ((kind != STT_FUNC && kind != STT_GNU_IFUNC) || each.st_shndx == SHN_UNDEF || each.st_name >= names.size())
        continue;
      const auto rest = names.subspan(each.st_name);
      found.try_emplace(each.st_value, extent{.end = each.st_size == 0 ? 0 : each.st_value + each.st_size,
                                              .name = {rest.begin(), std::ranges::find(rest, '\0')}});
    }
  }
}

void elf_library::add_unwound(extents& found) const {
  for (const auto& segment : segments_) {
    if (segment.p_type != PT_GNU_EH_FRAME || segment.p_filesz < sizeof(unwind_header)) continue;
    const auto& header = table<unwind_header>(segment.p_vaddr, 1).front();
    if (std::memcmp(&header, &usual_unwind_header, offsetof(unwind_header, frames)) != 0) continue;
    const auto place = [&](std::int32_t offset) {
      return segment.p_vaddr + static_cast<std::uint64_t>(std::int64_t{offset});
    };
    for (const auto& each : table<unwind_entry>(segment.p_vaddr + sizeof header, header.count)) {
      extent& function = found[place(each.function)];
      const std::uint64_t written = place(each.description);
      const auto& about = table<unwind_description>(written, 1).front();
      const std::uint64_t begins =
          written + offsetof(unwind_description, function) + static_cast<std::uint64_t>(std::int64_t{about.function});
      if (function.end == 0 && begins == place(each.function)) function.end = begins + about.bytes;
    }
  }
}

}  // namespace fearless::certifier
