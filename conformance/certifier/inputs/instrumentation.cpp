// SPDX-License-Identifier: MIT
#include "instrumentation.hpp"

#include <Zydis/Zydis.h>
#include <cxxabi.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <map>
#include <memory>
#include <set>
#include <span>
#include <string_view>

#include "elf_library.hpp"
#include "error.hpp"
#include "printable.hpp"

namespace fearless::certifier {

namespace {

#if defined(__x86_64__)

/// How instrumented code reports that it writes. What it calls for atomic operations writes by itself.
bool reports_write(std::string_view import) {
  constexpr std::array<std::string_view, 8> beginnings{
      "__tsan_write",      "__tsan_unaligned_write",      "__tsan_volatile_write", "__tsan_unaligned_volatile_write",
      "__tsan_read_write", "__tsan_unaligned_read_write", "__tsan_vptr_update",    "__tsan_mem"};
  return std::ranges::any_of(beginnings, [&](std::string_view each) { return import.starts_with(each); });
}

/// What the start-up code calls that each library is linked to. It notes in a variable of one byte that it has run.
constexpr std::string_view import_of_start_up = "__cxa_finalize";

using known_imports = std::map<std::uint64_t, std::string>;

/// What one function does.
class function_summary {
 public:
  void add(std::uint64_t address, const ZydisDecodedInstruction& instruction,
           std::span<const ZydisDecodedOperand> operands, const known_imports& slots, const known_imports& stubs) {
    const std::uint64_t end = address + instruction.length;
    for (const ZydisDecodedOperand& each : operands) {
      if (each.type == ZYDIS_OPERAND_TYPE_IMMEDIATE && each.imm.is_relative)
        note_import(stubs, end + static_cast<std::uint64_t>(each.imm.value.s));
      if (each.type != ZYDIS_OPERAND_TYPE_MEMORY) continue;
      if (each.mem.base == ZYDIS_REGISTER_RIP)
        note_import(slots, end + static_cast<std::uint64_t>(each.mem.disp.value));
      const bool is_written = (each.actions & ZYDIS_OPERAND_ACTION_MASK_WRITE) != 0;
      // What is relative to FS belongs to the thread.
      if (!is_written || each.mem.segment == ZYDIS_REGISTER_FS) continue;
      const place written{whole(each.mem.base), whole(each.mem.index)};
      // An exchange with memory is atomic without being marked so.
      if ((instruction.attributes & ZYDIS_ATTRIB_HAS_LOCK) != 0 || instruction.mnemonic == ZYDIS_MNEMONIC_XCHG)
        atomics_.push_back(written);
      else if (each.mem.base == ZYDIS_REGISTER_RIP && each.size == 8 && instruction.mnemonic == ZYDIS_MNEMONIC_MOV &&
               operands[1].type == ZYDIS_OPERAND_TYPE_IMMEDIATE)
        ++notes_;
      else
        writes_.push_back(written);
    }
    follow_stack(operands);
  }

  /// Whether it does what the detector does not see.
  [[nodiscard]] bool is_unseen() const {
    const std::set<ZydisRegister> stack = stack_registers();
    const auto is_shared = [&](const place& of) { return !stack.contains(of.base) && !stack.contains(of.index); };
    const bool writes = std::ranges::any_of(writes_, is_shared) || (!is_start_up_ && notes_ > 0);
    return std::ranges::any_of(atomics_, is_shared) || (!reports_writes_ && writes);
  }

 private:
  struct place {
    ZydisRegister base, index;
  };
  /// A register that may be given the value of another one, or what lies where that one points.
  struct copy {
    ZydisRegister to, from;
  };

  /// The register that another one is a part of: rax for eax, ax and al.
  static ZydisRegister whole(ZydisRegister part) {
    return ZydisRegisterGetLargestEnclosing(ZYDIS_MACHINE_MODE_LONG_64, part);
  }

  void note_import(const known_imports& known, std::uint64_t address) {
    const auto found = known.find(address);
    if (found == known.end()) return;
    reports_writes_ = reports_writes_ || reports_write(found->second);
    is_start_up_ = is_start_up_ || found->second == import_of_start_up;
  }

  /// Notes which registers may come to hold an address of the stack.
  void follow_stack(std::span<const ZydisDecodedOperand> operands) {
    for (const ZydisDecodedOperand& to : operands) {
      if ((to.actions & ZYDIS_OPERAND_ACTION_MASK_WRITE) == 0) continue;
      for (const ZydisDecodedOperand& from : operands) {
        const bool is_memory = from.type == ZYDIS_OPERAND_TYPE_MEMORY;
        if (to.type == ZYDIS_OPERAND_TYPE_REGISTER && from.type == ZYDIS_OPERAND_TYPE_REGISTER)
          copies_.push_back({whole(to.reg.value), whole(from.reg.value)});
        else if (to.type == ZYDIS_OPERAND_TYPE_REGISTER && is_memory && from.mem.type == ZYDIS_MEMOP_TYPE_AGEN)
          for (const ZydisRegister each : {from.mem.base, from.mem.index})
            copies_.push_back({whole(to.reg.value), whole(each)});
        else if (to.type == ZYDIS_OPERAND_TYPE_REGISTER && is_memory)
          loads_.push_back({whole(to.reg.value), whole(from.mem.base)});
        else if (to.type == ZYDIS_OPERAND_TYPE_MEMORY && from.type == ZYDIS_OPERAND_TYPE_REGISTER)
          stores_.push_back({whole(to.mem.base), whole(from.reg.value)});
      }
    }
  }

  /// Registers that hold an address of the stack anywhere in the function, in whatever order its code runs.
  [[nodiscard]] std::set<ZydisRegister> stack_registers() const {
    std::set<ZydisRegister> stack{ZYDIS_REGISTER_RSP};
    bool has_kept_one = false, has_changed = true;
    const auto add = [&](ZydisRegister each) { has_changed = stack.insert(each).second || has_changed; };
    while (has_changed) {
      has_changed = false;
      for (const auto& [to, from] : copies_)
        if (stack.contains(from)) add(to);
      for (const auto& [to, from] : stores_)
        if (!has_kept_one && stack.contains(to) && stack.contains(from)) has_kept_one = has_changed = true;
      for (const auto& [to, from] : loads_)
        if (has_kept_one && stack.contains(from)) add(to);
    }
    return stack;
  }

  bool reports_writes_ = false, is_start_up_ = false;
  std::vector<place> atomics_, writes_;
  std::size_t notes_ = 0;  ///< how often a variable of one byte is set to a constant
  std::vector<copy> copies_, loads_, stores_;
};

function_summary summary_of(const code_piece& piece, const known_imports& slots, const known_imports& stubs) {
  ZydisDecoder decoder;
  ZydisDecoderInit(&decoder, ZYDIS_MACHINE_MODE_LONG_64, ZYDIS_STACK_WIDTH_64);
  function_summary summary;
  for (std::size_t at = 0; at < piece.bytes.size();) {
    const auto rest = piece.bytes.subspan(at);
    // Zeros fill the space between functions.
    const bool is_filled = rest.size() > 1 && rest[0] == 0 && rest[1] == 0;
    ZydisDecodedInstruction instruction;
    std::array<ZydisDecodedOperand, ZYDIS_MAX_OPERAND_COUNT> operands;
    if (is_filled ||
        !ZYAN_SUCCESS(ZydisDecoderDecodeFull(&decoder, rest.data(), rest.size(), &instruction, operands.data()))) {
      at += is_filled ? 2 : 1;
      continue;
    }
    summary.add(piece.address + at, instruction, std::span(operands).first(instruction.operand_count_visible), slots,
                stubs);
    at += instruction.length;
  }
  return summary;
}

/// The code that calls imports, by its address: a jump to the address in a slot, perhaps after the mark of a place that
/// may be jumped to.
known_imports stubs_in(const std::vector<code_piece>& code, const known_imports& slots) {
  constexpr std::array<std::uint8_t, 2> jump{0xff, 0x25};
  constexpr std::array<std::uint8_t, 4> mark{0xf3, 0x0f, 0x1e, 0xfa};
  constexpr std::uint8_t bound = 0xf2;
  known_imports stubs;
  for (const code_piece& piece : code)
    for (std::size_t at = 0; at + jump.size() + sizeof(std::int32_t) <= piece.bytes.size(); ++at) {
      if (!std::ranges::equal(piece.bytes.subspan(at, jump.size()), jump)) continue;
      std::int32_t distance = 0;
      std::memcpy(&distance, piece.bytes.subspan(at + jump.size()).data(), sizeof distance);
      const std::uint64_t end = piece.address + at + jump.size() + sizeof distance;
      const auto slot = slots.find(end + static_cast<std::uint64_t>(std::int64_t{distance}));
      if (slot == slots.end()) continue;
      std::size_t start = at;
      if (start > 0 && piece.bytes[start - 1] == bound) --start;
      if (start >= mark.size() && std::ranges::equal(piece.bytes.subspan(start - mark.size(), mark.size()), mark))
        start -= mark.size();
      for (const std::size_t each : {start, at}) stubs.emplace(piece.address + each, slot->second);
    }
  return stubs;
}

/// A function's name as its source has it.
std::string name_of(const code_piece& piece) {
  if (piece.name.empty()) return fmt::format("the code at {:#x}", piece.address);
  int status = 0;
  const std::unique_ptr<char, void (*)(void*)> source(
      abi::__cxa_demangle(piece.name.c_str(), nullptr, nullptr, &status), std::free);
  return status == 0 ? source.get() : piece.name;
}

#endif

}  // namespace

std::vector<std::string> uninstrumented_functions([[maybe_unused]] const std::filesystem::path& library) {
  std::vector<std::string> found;
#if defined(__x86_64__)
  const elf_library read(library);
  const auto slots = read.slots_of_imports();
  const auto code = read.code();
  const auto stubs = stubs_in(code, slots);
  for (const code_piece& piece : code)
    if (summary_of(piece, slots, stubs).is_unseen()) found.push_back(name_of(piece));
#endif
  return found;
}

void require_instrumented(const std::filesystem::path& library) {
  const auto functions = uninstrumented_functions(library);
  if (functions.empty()) return;
  constexpr std::size_t most_named = 3, most_bytes = 200;
  std::string names;
  for (std::size_t i = 0; i < std::min(most_named, functions.size()); ++i)
    names += fmt::format("{}{}", i == 0 ? "" : ", ", printable(functions[i], most_bytes));
  if (functions.size() > most_named) names += fmt::format(" and {} more", functions.size() - most_named);
  throw not_race_checkable(
      fmt::format("{}: not instrumented: {}: races there would not be seen; build all of it with -fsanitize=thread, or "
                  "leave \"instrumented\" out",
                  library.string(), names));
}

}  // namespace fearless::certifier
