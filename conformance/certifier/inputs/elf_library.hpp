// SPDX-License-Identifier: MIT
#pragma once

#include <elf.h>

#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "error.hpp"

namespace fearless::certifier {

/// The names that a shared library imports and exports.
struct dynamic_symbols {
  std::vector<std::string> imports, exports;
};

/// A file mapped into memory.
class mapped_file {
 public:
  /// Errors: `user_error` if it is no regular file, too large or empty.
  explicit mapped_file(const std::filesystem::path& file);
  ~mapped_file();
  mapped_file(const mapped_file&) = delete;
  mapped_file& operator=(const mapped_file&) = delete;

  /// A table at an offset that the file states, which may be wrong. Errors: `user_error` if the file ends before.
  template <class Entry>
  std::span<const Entry> table(std::uint64_t offset, std::uint64_t count) const {
    if (offset > size_ || offset % alignof(Entry) != 0 || count > (size_ - offset) / sizeof(Entry)) throw damaged();
    return {reinterpret_cast<const Entry*>(static_cast<const char*>(start_) + offset), count};
  }

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] user_error not_a_library() const;

 private:
  [[nodiscard]] user_error damaged() const;

  std::string name_;
  void* start_ = nullptr;
  std::size_t size_ = 0;
};

/// A piece of a library's code: most often a function.
struct code_piece {
  std::uint64_t address = 0;
  std::span<const std::uint8_t> bytes{};
  std::string name{};  ///< of the function, if the library has its name
};

/// A shared library for this machine, read without loading it. Its imports and exports come from the dynamic segment,
/// which is what the loader reads; the headers of sections are for other tools, and may say anything.
class elf_library {
 public:
  /// Errors: `user_error` if it is missing, not an ELF library, damaged, or for another processor.
  explicit elf_library(const std::filesystem::path& file);

  [[nodiscard]] dynamic_symbols symbols() const;

  /// The places that the loader fills with the address of an import, each with its name.
  [[nodiscard]] std::map<std::uint64_t, std::string> slots_of_imports() const;

  /// All code, in pieces. A piece ends where another begins or where its function ends, by the table of symbols or by
  /// the table that exceptions are handled with; code outside of any function is a piece of its own.
  [[nodiscard]] std::vector<code_piece> code() const;

  /// The contents of a section that is for other tools than the loader, as the library says; empty if there is none or
  /// if it is compressed.
  [[nodiscard]] std::span<const std::uint8_t> section(std::string_view name) const;

  [[nodiscard]] const std::string& name() const { return file_.name(); }

 private:
  struct extent {
    std::uint64_t end = 0;  ///< or 0 if it is unknown
    std::string name{};
  };
  using extents = std::map<std::uint64_t, extent>;

  void read_entries(const Elf64_Phdr& segment);
  [[nodiscard]] std::uint64_t value(Elf64_Sxword tag) const;
  /// A table at an address, as the file is loaded.
  template <class Entry>
  [[nodiscard]] std::span<const Entry> table(std::uint64_t address, std::uint64_t count) const;
  [[nodiscard]] std::string text_at(std::uint64_t offset) const;
  [[nodiscard]] std::uint64_t symbol_count() const;
  [[nodiscard]] std::uint64_t count_in_gnu_hash(std::uint64_t address) const;
  [[nodiscard]] std::uint64_t count_in_relocations(std::uint64_t address, std::uint64_t size) const;
  void add_symbols(extents& found) const;
  void add_unwound(extents& found) const;

  mapped_file file_;
  std::span<const Elf64_Phdr> segments_;
  std::span<const Elf64_Shdr> sections_;
  std::span<const char> names_of_sections_;
  std::map<Elf64_Sxword, std::uint64_t> entries_;
};

}  // namespace fearless::certifier
