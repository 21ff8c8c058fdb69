// SPDX-License-Identifier: MIT
#include "scheduling/interception/imports.hpp"

#include <dlfcn.h>
#include <elf.h>
#include <link.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <string_view>

namespace scheduling {

namespace {

#if defined(__x86_64__)
constexpr bool is_import(unsigned long type) {
  return type == R_X86_64_JUMP_SLOT || type == R_X86_64_GLOB_DAT;
}
#elif defined(__aarch64__)
constexpr bool is_import(unsigned long type) {
  return type == R_AARCH64_JUMP_SLOT || type == R_AARCH64_GLOB_DAT;
}
#else
// Nothing is intercepted on a machine whose relocation types are not known here; the certificate then says so.
constexpr bool is_import(unsigned long) {
  return false;
}
#endif

/// The table of imports, as an object's dynamic section describes it.
struct import_table {
  const char* strings = nullptr;
  const ElfW(Sym) * symbols = nullptr;
  std::span<const ElfW(Rela)> lazy, other;
};

template <class Pointer>
Pointer at(ElfW(Addr) address) {
  return reinterpret_cast<Pointer>(address);
}

import_table table_of(const loaded_object& object) {
  import_table table;
  const ElfW(Rela)* lazy = nullptr;
  const ElfW(Rela)* other = nullptr;
  std::size_t lazy_size = 0, other_size = 0;
  for (auto* entry = static_cast<const ElfW(Dyn)*>(object.dynamic_section); entry->d_tag != DT_NULL; ++entry) {
    switch (entry->d_tag) {
      case DT_STRTAB:
        table.strings = at<const char*>(entry->d_un.d_ptr);
        break;
      case DT_SYMTAB:
        table.symbols = at<const ElfW(Sym)*>(entry->d_un.d_ptr);
        break;
      case DT_JMPREL:
        lazy = at<const ElfW(Rela)*>(entry->d_un.d_ptr);
        break;
      case DT_PLTRELSZ:
        lazy_size = entry->d_un.d_val;
        break;
      case DT_RELA:
        other = at<const ElfW(Rela)*>(entry->d_un.d_ptr);
        break;
      case DT_RELASZ:
        other_size = entry->d_un.d_val;
        break;
      default:
        break;
    }
  }
  table.lazy = {lazy, lazy_size / sizeof(ElfW(Rela))};
  table.other = {other, other_size / sizeof(ElfW(Rela))};
  return table;
}

/// The loader may have made the table read-only.
bool make_writable(void* entry) {
  const auto page = static_cast<std::uintptr_t>(::sysconf(_SC_PAGESIZE));
  const auto start = reinterpret_cast<std::uintptr_t>(entry) / page * page;
  return ::mprotect(reinterpret_cast<void*>(start), page, PROT_READ | PROT_WRITE) == 0;
}

}  // namespace

void for_each_object(void (*visit)(const loaded_object& object, void* environment), void* environment) {
  struct visitor {
    decltype(visit) call;
    void* environment;
  } each{visit, environment};
  const auto visit_one = [](dl_phdr_info* info, std::size_t, void* data) {
    const auto& [call, own] = *static_cast<visitor*>(data);
    for (ElfW(Half) i = 0; i < info->dlpi_phnum; ++i) {
      const auto& segment = info->dlpi_phdr[i];
      if (segment.p_type == PT_DYNAMIC)
        call({.dynamic_section = at<const void*>(info->dlpi_addr + segment.p_vaddr),
              .base = info->dlpi_addr,
              .file = info->dlpi_name},
             own);
    }
    return 0;
  };
  dl_iterate_phdr(visit_one, &each);
}

void look_up_originals(std::span<const interceptor> interceptors) {
  for (const auto& each : interceptors) *each.original = dlsym(RTLD_DEFAULT, each.name);
}

std::size_t intercept_imports(const loaded_object& object, std::span<const interceptor> interceptors) {
  const import_table table = table_of(object);
  std::size_t changed = 0;
  for (const auto relocations : {table.lazy, table.other}) {
    for (const auto& each : relocations) {
      if (!is_import(ELF64_R_TYPE(each.r_info))) continue;
      const std::string_view name(table.strings + table.symbols[ELF64_R_SYM(each.r_info)].st_name);
      const auto wanted = std::ranges::find(interceptors, name, &interceptor::name);
      if (wanted == interceptors.end()) continue;
      auto* const entry = at<void**>(object.base + each.r_offset);
      if (*wanted->original == nullptr || !make_writable(static_cast<void*>(entry))) continue;
      std::atomic_ref<void*>(*entry).store(wanted->replacement);
      ++changed;
    }
  }
  return changed;
}

}  // namespace scheduling
