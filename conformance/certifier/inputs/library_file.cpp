// SPDX-License-Identifier: MIT
#include "library_file.hpp"

#include <elf.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <span>

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
    const file_descriptor in(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    struct stat about{};
    if (!in.is_open() || ::fstat(in.number(), &about) != 0)
      throw user_error(
          fmt::format("{}: can't read the library: {}; build it, or correct its path in implementation.json", name_,
                      ::strerror(errno)));
    if (!S_ISREG(about.st_mode) || about.st_size == 0) throw not_a_library();
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
  std::string name_;
  void* start_ = nullptr;
  std::size_t size_ = 0;
};

const Elf64_Ehdr& checked_header(const mapped_file& file) {
  if (file.size() < sizeof(Elf64_Ehdr)) throw file.not_a_library();
  const Elf64_Ehdr& header = file.table<Elf64_Ehdr>(0, 1).front();
  if (!std::equal(header.e_ident, header.e_ident + SELFMAG, ELFMAG)) throw file.not_a_library();
  // The machine is at the same offset in files for 32 and for 64 bits.
  if (header.e_machine != this_machine || header.e_ident[EI_CLASS] != ELFCLASS64)
    throw user_error(fmt::format("{}: the library is for another processor ({}): build it for {}", file.name(),
                                 machine_name(header.e_machine), machine_name(this_machine)));
  if (header.e_type != ET_DYN) throw file.not_a_library();
  return header;
}

void read_symbols(const mapped_file& file, std::span<const Elf64_Shdr> sections, const Elf64_Shdr& symbols,
                  dynamic_symbols& read) {
  if (symbols.sh_link >= sections.size()) throw file.not_a_library();
  const auto& strings = sections[symbols.sh_link];
  const auto names = file.table<char>(strings.sh_offset, strings.sh_size);
  for (const auto& symbol : file.table<Elf64_Sym>(symbols.sh_offset, symbols.sh_size / sizeof(Elf64_Sym))) {
    if (symbol.st_name >= names.size()) continue;
    const auto rest = names.subspan(symbol.st_name);
    std::string name(rest.begin(), std::ranges::find(rest, '\0'));
    if (!name.empty()) (symbol.st_shndx == SHN_UNDEF ? read.imports : read.exports).push_back(std::move(name));
  }
}

}  // namespace

dynamic_symbols read_dynamic_symbols(const fs::path& library) {
  const mapped_file file(library);
  const Elf64_Ehdr& header = checked_header(file);
  const auto sections = file.table<Elf64_Shdr>(header.e_shoff, header.e_shnum);
  dynamic_symbols read;
  for (const auto& section : sections)
    if (section.sh_type == SHT_DYNSYM) read_symbols(file, sections, section, read);
  return read;
}

bool is_instrumented(const dynamic_symbols& symbols) {
  return std::ranges::any_of(symbols.imports, [](const std::string& each) { return each.starts_with("__tsan_"); });
}

std::string_view detector_annotation(const dynamic_symbols& symbols) {
  const auto annotates = [](const std::string& each) {
    return each == "__tsan_acquire" || each == "__tsan_release" || each.starts_with("__tsan_mutex_") ||
           each.starts_with("__tsan_ignore_") || each.starts_with("Annotate");
  };
  const auto found = std::ranges::find_if(symbols.imports, annotates);
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
  if (build == build_kind::plain && is_instrumented(symbols))
    throw user_error(fmt::format(
        "{}: \"plain\" names a library that was built with -fsanitize=thread: use \"instrumented\"", library.string()));
  if (build == build_kind::instrumented && !is_instrumented(symbols))
    throw user_error(
        fmt::format("{}: \"instrumented\" names a library that was not built with -fsanitize=thread: use \"plain\"",
                    library.string()));
}

}  // namespace fearless::certifier
