// SPDX-License-Identifier: MIT
// The port of a library of mutants: that of the mutant whose name the library was loaded under.
#include <dlfcn.h>

#include <cstdio>
#include <filesystem>

#include "mutant.hpp"

extern "C" __attribute__((visibility("default"))) const fearless_port* fearless_port_v1() {
  Dl_info own{};
  dladdr(reinterpret_cast<const void*>(&fearless_port_v1), &own);
  const std::filesystem::path name = std::filesystem::path(own.dli_fname).stem();
  for (const named_change* each = named_change::first; each != nullptr; each = each->next)
    if (std::filesystem::path(each->file).stem() == name) return changed_port(each->change);
  std::fprintf(stderr, "%s: the library has no port of this name: load it by the name of a mutant or variant\n",
               own.dli_fname);
  return nullptr;
}
