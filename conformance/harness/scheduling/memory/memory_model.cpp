// SPDX-License-Identifier: MIT
// Built without the race detector's instrumentation: what it keeps is not the implementation's.
#include "scheduling/memory/memory_model.hpp"

#include <sys/mman.h>

#include <new>
#include <utility>

#include "scheduling/memory/detector.hpp"

namespace scheduling {

namespace {

/// Memory that no allocator counts: cases measure what an implementation allocates.
class pages final : public std::pmr::memory_resource {
  void* do_allocate(std::size_t size, std::size_t) override {
    void* const got = ::mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (got == MAP_FAILED) throw std::bad_alloc();
    return got;
  }
  void do_deallocate(void* memory, std::size_t size, std::size_t) override { ::munmap(memory, size); }
  [[nodiscard]] bool do_is_equal(const std::pmr::memory_resource& other) const noexcept override {
    return this == &other;
  }
};

constinit pages from_system;
alignas(64) constinit std::array<std::byte, std::size_t{1} << 20> first_memory{};

// Flags of the operation, for example of lock elision, are above these bits.
constexpr atomic_order order_bits = 0x7fff;

bool acquires(atomic_order order) {
  switch (order & order_bits) {
    case __ATOMIC_CONSUME:
    case __ATOMIC_ACQUIRE:
    case __ATOMIC_ACQ_REL:
    case __ATOMIC_SEQ_CST:
      return true;
    default:
      return false;
  }
}

bool releases(atomic_order order) {
  switch (order & order_bits) {
    case __ATOMIC_RELEASE:
    case __ATOMIC_ACQ_REL:
    case __ATOMIC_SEQ_CST:
      return true;
    default:
      return false;
  }
}

bool is_sequential(atomic_order order) {
  return (order & order_bits) == __ATOMIC_SEQ_CST;
}

/// The order for the operation on the memory. It releases there, as the model's stores do, for the time when the model
/// may be off again. It acquires there only what the model knows nothing of.
atomic_order order_on_memory(atomic_order order, const stored& read) {
  if (read.follows_unseen) return order;
  return releases(order) ? __ATOMIC_RELEASE : __ATOMIC_RELAXED;
}

}  // namespace

memory_model::memory_model() : memory_(first_memory.data(), first_memory.size(), &from_system) {}

memory_model& the_memory() {
  static memory_model one;
  return one;
}

// Executions and threads.

void memory_model::begin(strategy& how) {
  const detector::unobserved own;
  end();
  older_values_ = 0;
  if (!how.chooses_values()) return;
  strategy_ = &how;
  memory_.release();
  now_.emplace(&memory_);
  is_on_ = true;
}

void memory_model::end() {
  const detector::unobserved own;
  is_on_ = false;
  now_.reset();
}

void memory_model::thread_begins(int thread, std::optional<int> starter) {
  const detector::unobserved own;
  auto& all = now_->threads;
  int number = static_cast<int>(all.size());
  if (all.size() < most_threads) {
    all.emplace_back(number, &memory_);
  } else {
    number = number_of_ended_thread(thread);
    share_number(all[static_cast<std::size_t>(number)]);
  }
  now_->number_of[static_cast<std::size_t>(thread)] = number;
  thread_state& begun = all[static_cast<std::size_t>(number)];
  begun.fenced.reset();
  begun.to_come.reset();
  begun.told = {};
  if (!starter) return acquire_everything(begun);
  thread_state& parent = state_of(*starter);
  begun.now.join(parent.now);
  ++parent.now.of(parent.number);
}

/// A number whose thread has ended: that of the earlier thread in this place, or one that no place has any more.
int memory_model::number_of_ended_thread(int place) const {
  const auto& used = now_->number_of;
  if (const int earlier = used[static_cast<std::size_t>(place)]; earlier >= 0) return earlier;
  int number = 0;
  while (std::ranges::find(used, number) != used.end()) ++number;
  return number;
}

/// A thread begins that shares the number of one that has ended. So it comes after that thread, too.
void memory_model::share_number(thread_state& ended) {
  ++ended.now.of(ended.number);
  if (!ended.published.empty()) detector::acquire(word_of(ended.published.back()));
}

void memory_model::thread_ends(int thread, std::uintptr_t handle) {
  const detector::unobserved own;
  now_->ended.insert_or_assign(handle, state_of(thread).now);
}

void memory_model::joins(int thread, std::uintptr_t handle) {
  const detector::unobserved own;
  thread_state& waiter = state_of(thread);
  if (const auto found = now_->ended.find(handle); found != now_->ended.end())
    waiter.now.join(found->second);
  else
    acquire_everything(waiter);
}

memory_model::thread_state& memory_model::state_of(int thread) {
  return now_->threads[static_cast<std::size_t>(now_->number_of[static_cast<std::size_t>(thread)])];
}

// Atomic operations.

memory_model::verdict memory_model::load(int thread, atomic_place at, atomic_value present, atomic_order order) {
  const detector::unobserved own;
  history& known = history_of(at, present);
  thread_state& reader = state_of(thread);
  const std::size_t chosen = choose(known, reader, is_sequential(order));
  const bool is_older = chosen + 1 < known.stores().size();
  stored& read = known.stores()[chosen];
  note_load(reader, read, order);
  synchronise(reader, read, order);
  if (is_older) return {.older = read.value, .order = __ATOMIC_RELAXED};
  return {.older = std::nullopt, .order = order_on_memory(order, read)};
}

atomic_order memory_model::store(int thread, atomic_place at, atomic_value present, atomic_value value,
                                 atomic_order order) {
  const detector::unobserved own;
  add_store(state_of(thread), history_of(at, present), value, order, nullptr);
  return order;
}

atomic_order memory_model::read_modify_write(int thread, atomic_place at, atomic_value present, atomic_value value,
                                             atomic_order order) {
  const detector::unobserved own;
  history& known = history_of(at, present);
  thread_state& changer = state_of(thread);
  const atomic_order on_memory = order_on_memory(order, known.stores().back());
  synchronise(changer, known.stores().back(), order);
  const stored replaced = known.stores().back();  // a copy, since the history grows
  add_store(changer, known, value, order, &replaced);
  return on_memory;
}

memory_model::verdict memory_model::compare_exchange(int thread, atomic_place at, atomic_value present,
                                                     const exchange& wanted) {
  const detector::unobserved own;
  history& known = history_of(at, present);
  thread_state& changer = state_of(thread);
  stored* read = &known.stores()[choose(known, changer, is_sequential(wanted.failure))];
  // It cannot fail by reading what it expects, unless it is weak; and it succeeds only with the newest value.
  if (read->value == wanted.expected && read != &known.stores().back()) {
    read = &known.stores().back();
    --older_values_;
  }
  const bool fails =
      read->value != wanted.expected || (wanted.is_weak && strategy_->fails_for_no_reason(changer.number));
  if (!fails)
    return {.older = std::nullopt, .order = read_modify_write(thread, at, present, wanted.desired, wanted.success)};
  const atomic_order on_memory = order_on_memory(wanted.failure, *read);
  note_load(changer, *read, wanted.failure);
  synchronise(changer, *read, wanted.failure);
  if (read->value == present && present != wanted.expected) return {.older = std::nullopt, .order = on_memory};
  return {.older = read->value, .order = on_memory};
}

void memory_model::fence(int thread, atomic_order order) {
  const detector::unobserved own;
  thread_state& me = state_of(thread);
  if (acquires(order) && me.to_come) {
    come_after(me, *me.to_come);
    me.to_come.reset();
  }
  if (is_sequential(order)) {
    vector_clock before = me.now;
    if (!now_->fences.empty()) before.join(now_->fences.back().before);
    now_->fences.push_back({.place = ++now_->sequential, .before = before});
    me.now.last_fence = static_cast<std::uint32_t>(now_->fences.size());
    ++me.now.of(me.number);  // what follows is not before the fence
  }
  if (releases(order)) {
    publish(me);
    executed();
    me.fenced = me.now;
    ++me.now.of(me.number);
  }
}

// What a load may read.

/// The history of the place, whose newest store is what the memory has.
history& memory_model::history_of(atomic_place at, atomic_value present) {
  bool was_other = false;
  history& known = now_->places.of(at, was_other);
  if (was_other)
    known.begin_again(stored(present, stored::unknown, 0));
  else if (known.stores().empty())
    known.begin_again(stored(present, stored::initially, 0));
  else if (known.stores().back().value != present)
    known.begin_again(stored(present, stored::unknown, 0));
  return known;
}

/// Whether the reader may read this store, but none that is older. Each clause is one of [intro.races] or
/// [atomics.order] in C++20. "Before" is by coherence: a store or a load of it.
bool memory_model::is_oldest_readable(const stored& candidate, const thread_state& reader, bool is_sequential) const {
  // Write-read and read-read coherence.
  if (!candidate.is_by_a_thread() || candidate.is_before(reader.now)) return true;
  if (reader.now.last_fence != 0) {
    const fence_state& fence = now_->fences[reader.now.last_fence - 1];
    // Two fences: what happens before the earlier one is seen after the later one, which happens before the load.
    if (candidate.is_before(fence.before)) return true;
    // A sequentially consistent operation, then a fence that happens before the load.
    if (candidate.first_sequential != 0 && candidate.first_sequential < fence.place) return true;
  }
  if (!is_sequential) return false;
  // Two sequentially consistent operations; or something before a fence, and then a sequentially consistent load.
  return candidate.first_sequential != 0 || (!now_->fences.empty() && candidate.is_before(now_->fences.back().before));
}

/// The index of the store that the load reads.
std::size_t memory_model::choose(const history& from, const thread_state& reader, bool is_sequential) {
  const auto& stores = from.stores();
  std::size_t oldest = stores.size() - 1;
  while (oldest > 0 && !is_oldest_readable(stores[oldest], reader, is_sequential)) --oldest;
  const std::size_t readable = stores.size() - oldest;
  if (readable == 1) return oldest;
  const std::size_t chosen = strategy_->read(reader.number, readable);
  if (chosen + 1 != readable) ++older_values_;
  return oldest + chosen;
}

void memory_model::note_load(const thread_state& reader, stored& what, atomic_order order) {
  tick& first = what.first_load[static_cast<std::size_t>(reader.number)];
  if (first == stored::never) first = reader.now.of(reader.number);
  if (!is_sequential(order)) return;
  ++now_->sequential;
  if (what.first_sequential == 0) what.first_sequential = now_->sequential;
}

// Synchronisation.

/// The reader has read this store.
void memory_model::synchronise(thread_state& reader, const stored& with, atomic_order order) {
  if (with.writer == stored::unknown) return acquire_everything(reader);
  if (!with.synchronises) return;
  if (acquires(order)) return come_after(reader, with.released);
  if (!reader.to_come) reader.to_come.emplace();
  reader.to_come->join(with.released);
}

/// The thread comes after this point, which other threads have published. The race detector learns it.
void memory_model::come_after(thread_state& thread, const vector_clock& earlier) {
  for (const thread_state& each : now_->threads) {
    const tick until = earlier.of(each.number);
    if (until <= thread.told.of(each.number)) continue;
    const auto after = std::ranges::upper_bound(each.published, until, {}, &publication::at);
    if (after != each.published.begin() && std::prev(after)->at > thread.told.of(each.number))
      detector::acquire(word_of(*std::prev(after)));
  }
  thread.told.join(earlier);
  thread.now.join(earlier);
}

void memory_model::acquire_everything(thread_state& thread) {
  for (thread_state& each : now_->threads) {
    if (&each == &thread) continue;
    thread.now.join(each.now);
    ++each.now.of(each.number);
  }
}

/// The race detector is to know what happens before the end of the thread's tick, once the operation was executed. The
/// caller begins the next tick.
void memory_model::publish(thread_state& thread) {
  thread.published.push_back({.at = thread.now.of(thread.number), .number = now_->words_used++});
  now_->unpublished = &thread.published.back();
}

void memory_model::executed() {
  // A report of the race detector may take so long that the execution is over.
  if (!now_ || now_->unpublished == nullptr) return;
  // Where there are more publications than words, a word keeps the earlier ones: a race may be hidden, but none made
  // up.
  const publication& last = *std::exchange(now_->unpublished, nullptr);
  detector::release(word_of(last), last.number >= words_.size());
}

/// `replaced`: the store that a read-modify-write operation has read, whose release sequence goes on.
void memory_model::add_store(thread_state& writer, history& to, atomic_value value, atomic_order order,
                             const stored* replaced) {
  stored& added = to.add(stored(value, writer.number, writer.now.of(writer.number)));
  if (releases(order)) {
    publish(writer);
    added.synchronises = true;
    added.released = writer.now;
    ++writer.now.of(writer.number);
  } else if (writer.fenced) {
    added.synchronises = true;
    added.released = *writer.fenced;
  }
  if (replaced != nullptr) continue_release_sequence(added, *replaced, writer);
  if (is_sequential(order)) added.first_sequential = ++now_->sequential;
}

/// The store is a part of a read-modify-write operation that has read the other one.
void memory_model::continue_release_sequence(stored& next, const stored& before, const thread_state& writer) {
  next.follows_unseen = before.follows_unseen;
  if (before.synchronises) next.released.join(before.released);
  // The writer came after everything when it read what is not known.
  if (before.writer == stored::unknown) next.released.join(writer.now);
  next.synchronises |= before.synchronises || before.writer == stored::unknown;
}

// What else orders the threads. The race detector knows of it by itself.

void memory_model::release(int thread, const void* object) {
  const detector::unobserved own;
  thread_state& me = state_of(thread);
  now_->objects[object].join(me.now);
  ++me.now.of(me.number);
}

void memory_model::acquire(int thread, const void* object) {
  const detector::unobserved own;
  if (const auto found = now_->objects.find(object); found != now_->objects.end())
    state_of(thread).now.join(found->second);
}

void memory_model::sees_newest(int thread, atomic_place at, atomic_value present) {
  const detector::unobserved own;
  note_load(state_of(thread), history_of(at, present).stores().back(), __ATOMIC_RELAXED);
}

void memory_model::forget(const void* from, std::size_t size) {
  const detector::unobserved own;
  now_->places.forget(reinterpret_cast<std::uintptr_t>(from), size);
}

// Moments.

void memory_model::is_at(int thread, std::uint64_t moment) {
  const detector::unobserved own;
  thread_state& me = state_of(thread);
  now_->moments.insert_or_assign(moment, point{.thread = me.number, .at = me.now.of(me.number), .before = me.now});
  ++me.now.of(me.number);
}

std::optional<bool> memory_model::happens_before(std::uint64_t one, std::uint64_t other) const {
  if (!now_) return std::nullopt;
  const detector::unobserved own;
  const auto first = now_->moments.find(one), second = now_->moments.find(other);
  if (first == now_->moments.end() || second == now_->moments.end()) return std::nullopt;
  return one < other && first->second.at <= second->second.before.of(first->second.thread);
}

}  // namespace scheduling
