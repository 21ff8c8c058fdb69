// SPDX-License-Identifier: MIT
#pragma once

#include <elf.h>
#include <fcntl.h>
#include <link.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstddef>

/// Where the test program is loaded.
inline std::size_t base_of_program() {
  std::size_t base = 0;
  // The program is the first that is listed.
  dl_iterate_phdr(
      [](dl_phdr_info* program, std::size_t, void* found) {
        *static_cast<std::size_t*>(found) = program->dlpi_addr;
        return 1;
      },
      &base);
  return base;
}

/// The address of a function of the test program, from the symbol table of its file, since the program does not export
/// it; null without one.
inline void* function_of_program(const char* name) {
  const int file = open("/proc/self/exe", O_RDONLY | O_CLOEXEC);
  struct stat about{};
  fstat(file, &about);
  void* const mapped = mmap(nullptr, static_cast<std::size_t>(about.st_size), PROT_READ, MAP_PRIVATE, file, 0);
  close(file);
  const auto* const start = static_cast<const char*>(mapped);
  const auto* const header = reinterpret_cast<const Elf64_Ehdr*>(start);
  const auto* const sections = reinterpret_cast<const Elf64_Shdr*>(start + header->e_shoff);
  std::size_t found = 0;
  for (const auto* table = sections; table < sections + header->e_shnum; ++table) {
    if (table->sh_type != SHT_SYMTAB) continue;
    const char* const names = start + sections[table->sh_link].sh_offset;
    const auto* const symbols = reinterpret_cast<const Elf64_Sym*>(start + table->sh_offset);
    for (std::size_t i = 0; i < table->sh_size / sizeof *symbols; ++i)
      if (strcmp(names + symbols[i].st_name, name) == 0) found = symbols[i].st_value;
  }
  munmap(mapped, static_cast<std::size_t>(about.st_size));
  return found == 0 ? nullptr : reinterpret_cast<void*>(base_of_program() + found);
}

/// Calls an annotation of the race detector, if there is a detector.
inline void tell_detector(const char* annotation) {
  void* const entry = function_of_program(annotation);
  if (entry != nullptr) reinterpret_cast<void (*)(const char* file, int line)>(entry)("", 0);
}
