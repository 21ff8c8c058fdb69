// SPDX-License-Identifier: MIT
#include "library_file.hpp"

#include <elf.h>
#include <fmt/format.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <map>
#include <span>

#include "bounded_file.hpp"
#include "error.hpp"
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

/// A file mapped into memory.
class mapped_file {
 public:
  explicit mapped_file(const fs::path& file) : name_(file.string()) {
    std::error_code absent;
    if (fs::exists(file, absent) && !fs::is_regular_file(file, absent)) throw not_a_library();
    const file_descriptor in = opened(file);
    struct stat about{};
    if (::fstat(in.number(), &about) != 0 || about.st_size == 0) throw not_a_library();
    size_ = static_cast<std::size_t>(about.st_size);
    start_ = ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, in.number(), 0);
    if (start_ == MAP_FAILED) throw user_error(fmt::format("{}: can't read the library: {}", name_, ::strerror(errno)));
  }
  ~mapped_file() { ::munmap(start_, size_); }
  mapped_file(const mapped_file&) = delete;
  mapped_file& operator=(const mapped_file&) = delete;

  /// A table at an offset that the file states, which may be wrong.
  template <class Entry>
  std::span<const Entry> table(std::uint64_t offset, std::uint64_t count) const {
    if (offset > size_ || offset % alignof(Entry) != 0 || count > (size_ - offset) / sizeof(Entry))
      throw user_error(fmt::format("{}: the library is damaged: it ends before its tables do; build it again", name_));
    return {reinterpret_cast<const Entry*>(static_cast<const char*>(start_) + offset), count};
  }

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] const std::string& name() const { return name_; }

  [[nodiscard]] user_error not_a_library() const {
    return user_error(fmt::format("{}: not a shared library: link it with -shared, or in Rust as a cdylib", name_));
  }

 private:
  static file_descriptor opened(const fs::path& file) try {
    return open_bounded(file, most_bytes_of_library);
  } catch (const user_error& why) {
    throw user_error(fmt::format("{}; build the library, or correct its path in implementation.json", why.what()));
  }

  std::string name_;
  void* start_ = nullptr;
  std::size_t size_ = 0;
};

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

/// The dynamic segment, which is what the loader reads. The headers of sections are for other tools, and may say
/// anything.
class dynamic_segment {
 public:
  dynamic_segment(const mapped_file& file, const Elf64_Ehdr& header)
      : file_(file), segments_(file.table<Elf64_Phdr>(header.e_phoff, header.e_phnum)) {
    // What was cut off may be what is loaded, or only what other tools read.
    for (const auto& each : segments_)
      if (each.p_type == PT_LOAD) file.table<char>(each.p_offset, each.p_filesz);
    file.table<Elf64_Shdr>(header.e_shoff, header.e_shnum);
    for (const auto& each : segments_)
      if (each.p_type == PT_DYNAMIC) read_entries(each);
    if (entries_.empty()) throw file.not_a_library();
  }

  /// The names of all symbols.
  [[nodiscard]] dynamic_symbols symbols() const {
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
        throw user_error(
            fmt::format("{}: the library is damaged: its names are too long; build it again", file_.name()));
      if (!name.empty()) (symbol.st_shndx == SHN_UNDEF ? read.imports : read.exports).push_back(std::move(name));
    }
    return read;
  }

 private:
  void read_entries(const Elf64_Phdr& segment) {
    for (const auto& entry : table<Elf64_Dyn>(segment.p_vaddr, segment.p_filesz / sizeof(Elf64_Dyn))) {
      if (entry.d_tag == DT_NULL) return;
      entries_.insert_or_assign(entry.d_tag, entry.d_un.d_val);
    }
  }

  [[nodiscard]] std::uint64_t value(Elf64_Sxword tag) const {
    const auto found = entries_.find(tag);
    return found == entries_.end() ? 0 : found->second;
  }

  /// A table at an address, as the file is loaded.
  template <class Entry>
  [[nodiscard]] std::span<const Entry> table(std::uint64_t address, std::uint64_t count) const {
    if (count == 0) return {};
    for (const auto& each : segments_)
      if (each.p_type == PT_LOAD && address >= each.p_vaddr && address - each.p_vaddr < each.p_filesz)
        return file_.table<Entry>(address - each.p_vaddr + each.p_offset, count);
    throw file_.not_a_library();
  }

  /// No entry says how many symbols there are. Hash tables list those that are defined, relocations those that are
  /// used.
  [[nodiscard]] std::uint64_t symbol_count() const {
    std::uint64_t count = 0;
    if (const auto hashes = value(DT_HASH)) count = table<Elf64_Word>(hashes, 2)[1];
    if (const auto hashes = value(DT_GNU_HASH)) count = std::max(count, count_in_gnu_hash(hashes));
    count = std::max(count, count_in_relocations(value(DT_RELA), value(DT_RELASZ)));
    return std::max(count, count_in_relocations(value(DT_JMPREL), value(DT_PLTRELSZ)));
  }

  /// The chains follow each other in the order of their symbols, and the lowest bit marks the end of a chain.
  [[nodiscard]] std::uint64_t count_in_gnu_hash(std::uint64_t address) const {
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

  [[nodiscard]] std::uint64_t count_in_relocations(std::uint64_t address, std::uint64_t size) const {
    std::uint64_t count = 0;
    for (const auto& each : table<Elf64_Rela>(address, size / sizeof(Elf64_Rela)))
      count = std::max(count, ELF64_R_SYM(each.r_info) + 1);
    return count;
  }

  const mapped_file& file_;
  std::span<const Elf64_Phdr> segments_;
  std::map<Elf64_Sxword, std::uint64_t> entries_;
};

/// What a compiler calls in code that it instruments. Everything else that the detector offers tells it more than the
/// code does.
constexpr std::array<std::string_view, 13> entries_of_instrumented_code{
    "__tsan_func_entry",      "__tsan_func_exit",           "__tsan_read",  "__tsan_write",  "__tsan_unaligned_read",
    "__tsan_unaligned_write", "__tsan_volatile_",           "__tsan_vptr_", "__tsan_atomic", "__tsan_memcpy",
    "__tsan_memmove",         "__tsan_unaligned_volatile_", "__tsan_memset"};

constexpr std::string_view entry_of_each_library = "__tsan_init";

bool begins_with_any(std::string_view name, std::span<const std::string_view> beginnings) {
  return std::ranges::any_of(beginnings, [&](std::string_view each) { return name.starts_with(each); });
}

bool is_annotation(std::string_view name) {
  constexpr std::array<std::string_view, 4> beginnings{"__tsan_", "__sanitizer_", "Annotate", "WTFAnnotate"};
  return begins_with_any(name, beginnings) && name != entry_of_each_library &&
         !begins_with_any(name, entries_of_instrumented_code);
}

bool is_linked_to_detector(const dynamic_symbols& symbols) {
  return std::ranges::any_of(symbols.imports, [](const std::string& each) { return each.starts_with("__tsan_"); });
}

}  // namespace

dynamic_symbols read_dynamic_symbols(const fs::path& library) {
  const mapped_file file(library);
  return dynamic_segment(file, checked_header(file)).symbols();
}

bool is_instrumented(const dynamic_symbols& symbols) {
  return std::ranges::any_of(
      symbols.imports, [](const std::string& each) { return begins_with_any(each, entries_of_instrumented_code); });
}

std::string_view detector_annotation(const dynamic_symbols& symbols) {
  const auto found = std::ranges::find_if(symbols.imports, is_annotation);
  return found == symbols.imports.end() ? std::string_view() : *found;
}

void inspect_library(const fs::path& library, build_kind build) {
  const auto symbols = read_dynamic_symbols(library);
  if (std::ranges::find(symbols.exports, "fearless_port_v1") == symbols.exports.end())
    throw user_error(
        fmt::format("{}: the entry point fearless_port_v1 is missing: export it as fearless_port.h describes; in Rust, "
                    "fearless_port!(…) does so",
                    library.string()));
  if (const auto annotation = detector_annotation(symbols); !annotation.empty())
    throw user_error(fmt::format(
        "{}: it imports {}, an annotation for the race detector, which can hide races: build it without annotations",
        library.string(), annotation));
  if (build == build_kind::plain && is_linked_to_detector(symbols))
    throw user_error(fmt::format(
        "{}: \"plain\" names a library that was built with -fsanitize=thread: use \"instrumented\"", library.string()));
  if (build == build_kind::instrumented && !is_instrumented(symbols))
    throw user_error(
        fmt::format("{}: \"instrumented\" names a library that was not built with -fsanitize=thread: use \"plain\"",
                    library.string()));
}

}  // namespace fearless::certifier
