// SPDX-License-Identifier: MIT
#include "system/loaded_code.hpp"

#include <link.h>

#include <algorithm>

namespace unseen {

namespace {

std::vector<code_range> code_now() {
  std::vector<code_range> found;
  const auto add = [](dl_phdr_info* info, std::size_t, void* all) {
    for (const ElfW(Phdr)* segment = info->dlpi_phdr; segment < info->dlpi_phdr + info->dlpi_phnum; ++segment) {
      const std::uintptr_t begin = info->dlpi_addr + segment->p_vaddr;
      if (segment->p_type == PT_LOAD && (segment->p_flags & PF_X) != 0)
        static_cast<std::vector<code_range>*>(all)->push_back({begin, begin + segment->p_memsz});
    }
    return 0;
  };
  dl_iterate_phdr(add, &found);
  return found;
}

std::vector<code_range>& own() {
  static std::vector<code_range> known;
  return known;
}

}  // namespace

void note_own_code() {
  own() = code_now();
}

std::vector<code_range> code_of_others() {
  std::vector<code_range> found = code_now();
  std::erase_if(found, [](const code_range& each) { return std::ranges::find(own(), each) != own().end(); });
  return found;
}

}  // namespace unseen
