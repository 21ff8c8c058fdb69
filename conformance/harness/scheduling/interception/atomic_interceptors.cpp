// SPDX-License-Identifier: MIT
// Built without the race detector's instrumentation, so that controlled scheduling orders nothing.
#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "scheduling/interception/interceptor.hpp"
#include "scheduling/interception/interceptors.hpp"
#include "scheduling/memory/detector.hpp"
#include "scheduling/memory/fences.hpp"
#include "scheduling/memory/memory_model.hpp"
#include "scheduling/trace.hpp"

namespace scheduling {

namespace {

using order = atomic_order;

template <operation_kind Kind>
void come_to(const volatile void* at) {
  before_operation({Kind, const_cast<const void*>(at)});
}

void before_exchange(const volatile void* at, order success, order failure) {
  fences::before_load(at, success);
  if (failure != success) fences::before_load(at, failure);
}

/// An operation that the memory model takes part in, where it is on, or that is traced: from before it to after it.
template <class Word>
class observed {
 public:
  observed(const volatile Word* at, void* return_address)
      : thread_(the_scheduler().modelled_thread()), at_(at), present_(*at), caller_(return_address) {}
  ~observed() {
    if (is_modelled()) the_memory().executed();
  }
  observed(const observed&) = delete;
  observed& operator=(const observed&) = delete;

  [[nodiscard]] bool is_modelled() const { return thread_ >= 0; }
  [[nodiscard]] Word present() const { return present_; }

  [[nodiscard]] memory_model::verdict load(order how) const {
    if (is_modelled()) return the_memory().load(thread_, place(), present_, how);
    fences::before_load(at_, how);
    return {.older = std::nullopt, .order = how};
  }
  [[nodiscard]] order store(Word value, order how) const {
    return is_modelled() ? the_memory().store(thread_, place(), present_, value, how) : fences::of_store(how);
  }
  [[nodiscard]] order change(Word value, order how) const {
    if (is_modelled()) return the_memory().read_modify_write(thread_, place(), present_, value, how);
    fences::before_load(at_, how);
    return fences::of_store(how);
  }
  [[nodiscard]] memory_model::verdict compare(const memory_model::exchange& wanted) const {
    if (is_modelled()) return the_memory().compare_exchange(thread_, place(), present_, wanted);
    before_exchange(at_, wanted.success, wanted.failure);
    return {.older = std::nullopt, .order = fences::of_store(wanted.success)};
  }

  // What the operation did, for the trace.

  void has_read(Word value, Word newest, order how, const char* does = "load") const {
    if (!trace::is_on()) return;
    const auto older = value == newest ? std::nullopt : std::optional(trace::shown(newest));
    trace::accessed({.does = does, .on = address(), .order = how, .read = trace::shown(value), .newest = older});
  }
  void has_written(Word value, order how) const {
    if (trace::is_on()) trace::accessed({.does = "store", .on = address(), .order = how, .wrote = trace::shown(value)});
  }
  void has_changed(Word old, Word value, order how) const {
    if (trace::is_on())
      trace::accessed(
          {.does = "change", .on = address(), .order = how, .read = trace::shown(old), .wrote = trace::shown(value)});
  }
  void has_compared(Word read, const memory_model::exchange& wanted) const {
    if (read == static_cast<Word>(wanted.expected) && *at_ == static_cast<Word>(wanted.desired))
      has_changed(read, static_cast<Word>(wanted.desired), wanted.success);
    else
      has_read(read, present_, wanted.failure, "failed exchange");
  }

 private:
  [[nodiscard]] const void* address() const { return const_cast<const Word*>(at_); }
  [[nodiscard]] atomic_place place() const { return {.address = address(), .size = sizeof(Word)}; }

  int thread_;
  const volatile Word* at_;
  Word present_;
  detector::shown_caller caller_;
};

/// The order for an exchange that fails, where this is the one for the operation on the memory.
order on_failure(order how) {
  return how == __ATOMIC_RELEASE ? __ATOMIC_RELAXED : how == __ATOMIC_ACQ_REL ? __ATOMIC_ACQUIRE : how;
}

bool is_observed() {
  return the_scheduler().modelled_thread() >= 0 || trace::is_on();
}

// Each operation is a tail call where it is not observed, so that the detector sees the caller's return address.

template <function_name Name, class Word>
struct load_of {
  static constexpr auto& original_load = original<Name, Word(const volatile Word*, order)>::function;

  [[gnu::noinline]] static Word when_observed(const volatile Word* at, order how, void* return_address) {
    const observed here(at, return_address);
    const auto [older, on_memory] = here.load(how);
    const Word newest = original_load(at, on_memory);  // also for an older value: the detector sees the access
    const Word read = older ? static_cast<Word>(*older) : newest;
    here.has_read(read, newest, how);
    return read;
  }

  static Word call(const volatile Word* at, order how) {
    come_to<operation_kind::load>(at);
    if (is_observed()) [[unlikely]]
      return when_observed(at, how, __builtin_return_address(0));
    fences::before_load(at, how);
    return original_load(at, how);
  }
};

template <function_name Name, class Word>
struct store_of {
  static constexpr auto& original_store = original<Name, void(volatile Word*, Word, order)>::function;

  [[gnu::noinline]] static void when_observed(volatile Word* at, Word value, order how, void* return_address) {
    const observed<Word> here(at, return_address);
    original_store(at, value, here.store(value, how));
    here.has_written(value, how);
  }

  static void call(volatile Word* at, Word value, order how) {
    come_to<operation_kind::store>(at);
    if (is_observed()) [[unlikely]]
      return when_observed(at, value, how, __builtin_return_address(0));
    return original_store(at, value, fences::of_store(how));
  }
};

/// `Change` computes the new value.
template <function_name Name, class Word, auto Change>
struct change_of {
  static constexpr auto& original_change = original<Name, Word(volatile Word*, Word, order)>::function;

  [[gnu::noinline]] static Word when_observed(volatile Word* at, Word operand, order how, void* return_address) {
    const observed<Word> here(at, return_address);
    const auto value = static_cast<Word>(Change(here.present(), operand));
    const Word old = original_change(at, operand, here.change(value, how));
    here.has_changed(old, value, how);
    return old;
  }

  static Word call(volatile Word* at, Word operand, order how) {
    come_to<operation_kind::read_modify_write>(at);
    if (is_observed()) [[unlikely]]
      return when_observed(at, operand, how, __builtin_return_address(0));
    fences::before_load(at, how);
    return original_change(at, operand, fences::of_store(how));
  }
};

/// Compares and exchanges. Returns what the memory had.
template <function_name Name, class Word>
struct compare_value_of {
  static constexpr auto& original_exchange = original<Name, Word(volatile Word*, Word, Word, order, order)>::function;

  [[gnu::noinline]] static Word when_observed(volatile Word* at, Word expected, Word desired, order success,
                                              order failure, void* return_address) {
    const observed<Word> here(at, return_address);
    const memory_model::exchange wanted{
        .expected = expected, .desired = desired, .success = success, .failure = failure, .is_weak = false};
    const auto [older, on_memory] = here.compare(wanted);
    const order on_failing = here.is_modelled() ? on_failure(on_memory) : failure;
    const Word read =
        older ? static_cast<Word>(*older) : original_exchange(at, expected, desired, on_memory, on_failing);
    here.has_compared(read, wanted);
    return read;
  }

  static Word call(volatile Word* at, Word expected, Word desired, order success, order failure) {
    come_to<operation_kind::read_modify_write>(at);
    if (is_observed()) [[unlikely]]
      return when_observed(at, expected, desired, success, failure, __builtin_return_address(0));
    before_exchange(at, success, failure);
    return original_exchange(at, expected, desired, fences::of_store(success), failure);
  }
};

/// Compares and exchanges. Returns whether it did, and has what the memory had in `expected` otherwise.
template <function_name Name, class Word, bool IsWeak>
struct compare_of {
  static constexpr auto& original_exchange = original<Name, int(volatile Word*, Word*, Word, order, order)>::function;

  [[gnu::noinline]] static int when_observed(volatile Word* at, Word* expected, Word desired, order success,
                                             order failure, void* return_address) {
    const observed<Word> here(at, return_address);
    const memory_model::exchange wanted{
        .expected = *expected, .desired = desired, .success = success, .failure = failure, .is_weak = IsWeak};
    const auto [older, on_memory] = here.compare(wanted);
    int done = 0;
    if (older)
      *expected = static_cast<Word>(*older);
    else
      done = original_exchange(at, expected, desired, on_memory, here.is_modelled() ? on_failure(on_memory) : failure);
    here.has_compared(*expected, wanted);
    return done;
  }

  static int call(volatile Word* at, Word* expected, Word desired, order success, order failure) {
    come_to<operation_kind::read_modify_write>(at);
    if (is_observed()) [[unlikely]]
      return when_observed(at, expected, desired, success, failure, __builtin_return_address(0));
    before_exchange(at, success, failure);
    return original_exchange(at, expected, desired, fences::of_store(success), failure);
  }
};

/// A scheduling point only where the model is on: elsewhere a fence changes nothing that another thread could see.
void fence(order how) {
  if (the_scheduler().modelled_thread() >= 0) [[unlikely]]
    before_operation({operation_kind::fence});
  if (const int thread = the_scheduler().modelled_thread(); thread >= 0) [[unlikely]]
    the_memory().fence(thread, how);
  else
    fences::execute(how);
  if (trace::is_on()) [[unlikely]]
    trace::accessed({.does = "fence", .on = nullptr, .order = how});
  return original<"__tsan_atomic_thread_fence", void(order)>::function(how);
}

constexpr auto exchanged = [](auto, auto operand) { return operand; };
constexpr auto sum = [](auto old, auto operand) { return old + operand; };
constexpr auto difference = [](auto old, auto operand) { return old - operand; };
constexpr auto conjunction = [](auto old, auto operand) { return old & operand; };
constexpr auto disjunction = [](auto old, auto operand) { return old | operand; };
constexpr auto exclusive = [](auto old, auto operand) { return old ^ operand; };
constexpr auto not_both = [](auto old, auto operand) { return ~(old & operand); };

/// The operations on a `Word`, as an instrumented object calls them: `__tsan_atomic<bits>_<operation>`, of which
/// `Prefix` is the first part.
template <bool CountsEdges, class Word, function_name Prefix>
void add_operations(std::vector<interceptor>& all) {
  const auto add = [&]<function_name Name, auto Function>() {
    if constexpr (CountsEdges)
      all.push_back(replaced_by<Name>(with_place<Function>::call));
    else
      all.push_back(replaced_by<Name>(Function));
  };
  const auto add_change = [&]<function_name Name, auto Change>() {
    add.template operator()<Name, change_of<Name, Word, Change>::call>();
  };
  const auto add_compare = [&]<function_name Name, bool IsWeak>() {
    add.template operator()<Name, compare_of<Name, Word, IsWeak>::call>();
  };
  add.template operator()<Prefix + "_load", load_of<Prefix + "_load", Word>::call>();
  add.template operator()<Prefix + "_store", store_of<Prefix + "_store", Word>::call>();
  add_change.template operator()<Prefix + "_exchange", exchanged>();
  add_change.template operator()<Prefix + "_fetch_add", sum>();
  add_change.template operator()<Prefix + "_fetch_sub", difference>();
  add_change.template operator()<Prefix + "_fetch_and", conjunction>();
  add_change.template operator()<Prefix + "_fetch_or", disjunction>();
  add_change.template operator()<Prefix + "_fetch_xor", exclusive>();
  add_change.template operator()<Prefix + "_fetch_nand", not_both>();
  add_compare.template operator()<Prefix + "_compare_exchange_strong", false>();
  add_compare.template operator()<Prefix + "_compare_exchange_weak", true>();
  constexpr auto value = Prefix + "_compare_exchange_val";
  add.template operator()<value, compare_value_of<value, Word>::call>();
}

template <bool CountsEdges>
std::span<const interceptor> operations() {
  static const std::vector<interceptor> all = [] {
    std::vector<interceptor> made;
    add_operations<CountsEdges, std::uint8_t, "__tsan_atomic8">(made);
    add_operations<CountsEdges, std::uint16_t, "__tsan_atomic16">(made);
    add_operations<CountsEdges, std::uint32_t, "__tsan_atomic32">(made);
    add_operations<CountsEdges, std::uint64_t, "__tsan_atomic64">(made);
    __extension__ using wide = unsigned __int128;
    add_operations<CountsEdges, wide, "__tsan_atomic128">(made);
    made.push_back(replaced_by<"__tsan_atomic_thread_fence">(fence));
    return made;
  }();
  return all;
}

}  // namespace

std::span<const interceptor> atomic_interceptors() {
  return operations<false>();
}

std::span<const interceptor> fence_interceptors() {
  static const std::array all{replaced_by<"__tsan_atomic_thread_fence">(fence)};
  return all;
}

std::span<const interceptor> counting_atomic_interceptors() {
  return operations<true>();
}

}  // namespace scheduling
