// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <type_traits>
#include <utility>

#include "fearless/detail/backoff.hpp"
#include "fearless/detail/futex.hpp"

namespace fearless::detail {

/// What stands at the front of a channel.
enum class front : std::uint8_t {
  value,    // a value, to be taken
  nothing,  // nothing yet
  end       // nothing, and nothing will come
};

/// The queue under a channel without a bound: any number of senders, one receiver.
///
/// A sender draws a ticket, which is the number of a slot, and fills the slot in its own time; the receiver empties the
/// slots in the order of their numbers. So the order of the tickets is the order of the channel, and each operation
/// takes effect at one point: a send where it draws its ticket, a receive where it finds the slot filled, or finds that
/// no ticket was drawn for it.
///
/// A slot, which lives once:
///
/// | state     | there is                        | changed by                     | to                          |
/// |-----------|---------------------------------|--------------------------------|-----------------------------|
/// | `vacant`  | nothing                         | the sender that has its number | `full`, `skipped`, `closed` |
/// | `full`    | a value                         | nobody: the receiver goes on   |                             |
/// | `skipped` | nothing: its value's move threw | nobody: the receiver goes on   |                             |
/// | `closed`  | nothing: the last sender left   | nobody: the receiver stays     |                             |
///
/// The tail, one word, changed by read-modify-write operations only, so that whoever draws a ticket sees all that came
/// before that ticket:
///
/// | bits | meaning                        | set by                             | cleared by                         |
/// |------|--------------------------------|------------------------------------|------------------------------------|
/// | 0    | the receiver is gone           | the receiver, as its last act      | nobody                             |
/// | 1    | the receiver sleeps            | the receiver, where no ticket is   | the sender that draws the next one |
/// |      |                                | drawn that it has not seen filled  | or, where its time is up, itself   |
/// | 2…   | the number of tickets drawn    | senders                            | nobody                             |
///
/// Slots stand in blocks, and the blocks in a list. `hint_` points at the block of the newest tickets or at an older
/// one; it only ever moves forward. A block may be freed when the receiver has left it and no sender can reach it any
/// more. Whoever moves the hint off a block notes the tail as it is after that, in `last_seen`: a sender that draws a
/// later ticket finds the hint moved; one that drew an earlier ticket is done with the block when its own slot is
/// filled. So the receiver frees the block as soon as it has emptied that many slots.
///
/// Two lines of the cache for a slot rather than one, its state apart from its value: a backlog takes little more
/// memory than its values, which is what bounds the speed of a queue that grows.
///
/// No fence stands alone: the race detector would not see it.
template <class T>
class unbounded_channel {
 public:
  unbounded_channel() : head_block_(new block(0, nullptr)), oldest_(head_block_), hint_(head_block_) {}
  unbounded_channel(const unbounded_channel&) = delete;
  unbounded_channel& operator=(const unbounded_channel&) = delete;

  /// For a sender: moves the value out of where it is, and in. False where the receiver is gone; the value is untouched
  /// then. Thread safety: may be called from any thread. Errors: passes on what the move of the value throws; nothing
  /// was sent then.
  [[nodiscard]] bool send(T& value) {
    // acquire: pairs with the release of whoever moved the hint off a block and noted a tail below this ticket.
    const std::uint64_t drawn = tail_.fetch_add(one_ticket, std::memory_order_acquire);
    if ((drawn & receiver_gone) != 0) return false;
    const slot mine = slot_of(drawn >> flags);
    if constexpr (std::is_nothrow_move_constructible_v<T>) {
      std::construct_at(mine.value, std::move(value));
    } else {
      try {
        std::construct_at(mine.value, std::move(value));
      } catch (...) {
        publish(mine, skipped, drawn);
        throw;
      }
    }
    publish(mine, full, drawn);
    return true;
  }

  /// For a sender: another one has come to be.
  void add_sender() noexcept {
    senders_.fetch_add(1, std::memory_order_relaxed);
  }  // the count orders nothing by itself

  /// For a sender, its last act. The last one closes the channel.
  void remove_sender() noexcept {
    // release, and acquire where it is the last: what each sender did comes before the end of the channel.
    if (senders_.fetch_sub(1, std::memory_order_acq_rel) > 1) return;
    const std::uint64_t drawn = tail_.fetch_add(one_ticket, std::memory_order_acquire);  // acquire: as in send
    if ((drawn & receiver_gone) == 0) publish(slot_of(drawn >> flags), closed, drawn);
    leave();
  }

  /// For the receiver, its last act: destroys the values that are there, and those under way.
  void remove_receiver() noexcept {
    // release and acquire: the number is exact, senders that come later draw a ticket that says so and touch no block.
    const std::uint64_t end = tail_.fetch_or(receiver_gone, std::memory_order_acq_rel) >> flags;
    while (head_ < end) {
      const slot at = head_slot();
      if (settled(at) == full) std::destroy_at(at.value);
      ++head_;
    }
    while (oldest_ != nullptr) {
      const block* const gone = oldest_;
      // relaxed: every sender that wrote here has filled its slot, and the slot was read with acquire.
      oldest_ = gone->next.load(std::memory_order_relaxed);
      delete gone;
    }
    leave();
  }

  /// For the receiver: what is at the front now. Does not wait for a send to begin, only for one that has begun and
  /// comes next to be complete.
  [[nodiscard]] front look() {
    while (true) {
      const slot at = head_slot();
      filling state = at.state.load(std::memory_order_acquire);  // pairs with publish
      if (state == vacant) {
        // acquire: a send that came before this call has its ticket in here.
        if (tail_.load(std::memory_order_acquire) >> flags == head_) return front::nothing;
        state = settled(at);
      }
      if (state == full) return front::value;
      if (state == closed) return front::end;
      ++head_;  // skipped
    }
  }

  /// For the receiver: what is at the front, once there is something. `nothing` where the deadline has passed first.
  /// Blocks, without using the processor.
  [[nodiscard]] front wait(deadline until = std::nullopt) {
    backoff patience;
    while (true) {
      const slot at = head_slot();
      switch (at.state.load(std::memory_order_acquire)) {  // pairs with publish
        case full:
          return front::value;
        case closed:
          return front::end;
        case skipped:
          ++head_;
          continue;
        default:
          break;
      }
      if (!patience.is_spent()) {
        patience.wait();
        continue;
      }
      // To sleep is right only where no ticket was drawn: whoever draws the next one then sees that it has to wake us.
      std::uint64_t untouched = head_ << flags;
      // release and acquire: part of the chain of the tail's changes, see there.
      if (!tail_.compare_exchange_strong(untouched, untouched | receiver_sleeps, std::memory_order_acq_rel,
                                         std::memory_order_relaxed)) {
        settled(at);
        continue;
      }
      while (true) {
        bell_.exchange(silent,
                       std::memory_order_acquire);  // pairs with publish: of whoever rang, the slot is seen filled
        if (at.state.load(std::memory_order_acquire) != vacant) break;  // pairs with publish
        if (futex_wait(bell_, silent, until)) continue;
        const std::uint64_t found = tail_.fetch_and(~receiver_sleeps, std::memory_order_acq_rel);  // as above
        if (found >> flags == head_) return front::nothing;
        settled(at);  // a send began before the deadline was noticed
        break;
      }
    }
  }

  /// For the receiver, where `value` is at the front: the value, still in its place.
  [[nodiscard]] T& at_front() { return *head_block_->value(head_ % capacity); }

  /// For the receiver, where `value` is at the front: destroys it, and goes on to the next.
  void pop() noexcept(std::is_nothrow_destructible_v<T>) {
    T& done = at_front();
    ++head_;
    std::destroy_at(&done);
  }

  /// Whether the receiver is gone. Thread safety: may be called from any thread.
  [[nodiscard]] bool has_no_receiver() const {
    return (tail_.load(std::memory_order_acquire) & receiver_gone) != 0;  // pairs with remove_receiver
  }

  /// Whether all senders are gone. Thread safety: may be called from any thread.
  [[nodiscard]] bool has_no_sender() const {
    return senders_.load(std::memory_order_acquire) == 0;  // pairs with remove_sender
  }

 private:
  enum filling : std::uint8_t { vacant, full, skipped, closed };
  static constexpr std::uint32_t silent = 0, ringing = 1;
  static constexpr std::uint64_t receiver_gone = 1, receiver_sleeps = 2, one_ticket = 4;
  static constexpr unsigned flags = 2;
  static constexpr std::size_t cache_line = 64;

  /// A power of two, so that the place in a block is some bits of the number. Large values stand in small blocks.
  static constexpr std::size_t capacity = std::bit_floor(std::clamp<std::size_t>(8192 / sizeof(T), 1, 128));

  struct slot {
    std::atomic<filling>& state;
    T* value;
  };

  struct block {
    block(std::uint64_t first_number, block* before) : first(first_number), previous(before) {}

    T* value(std::size_t place) { return reinterpret_cast<T*>(&values) + place; }
    slot at(std::size_t place) { return {states[place], value(place)}; }

    const std::uint64_t first;  // the number of the first slot
    block* const previous;      // of use only to a sender whose slot is in it, which keeps it alive
    std::atomic<block*> next = nullptr;
    std::atomic<std::uint64_t> last_seen = 0;  // tickets from this one on can't reach the block; 0: not known yet
    std::array<std::atomic<filling>, capacity> states{};
    alignas(T) std::array<std::byte, capacity * sizeof(T)> values;
  };

  /// Fills a slot, and wakes the receiver where it sleeps for it.
  void publish(slot mine, filling state, std::uint64_t drawn) noexcept {
    // Before the slot is filled, since then the receiver may go on and mean to sleep anew.
    // release and acquire: part of the chain of the tail's changes, see there.
    const bool wake = (drawn & receiver_sleeps) != 0;
    if (wake) [[unlikely]]
      tail_.fetch_and(~receiver_sleeps, std::memory_order_acq_rel);
    mine.state.store(state, std::memory_order_release);  // pairs with the receiver's acquire in look, wait and settled
    if (wake) [[unlikely]] {
      // release: pairs with the exchange in wait. An exchange, so that the one that rang before is heard as well.
      bell_.exchange(ringing, std::memory_order_release);
      futex_wake_one(bell_);
    }
  }

  /// The state of a slot whose ticket is drawn, once it is filled.
  static filling settled(slot at) noexcept {
    backoff patience;
    while (true) {
      const filling state = at.state.load(std::memory_order_acquire);  // pairs with publish
      if (state != vacant) return state;
      patience.wait();
    }
  }

  /// For the owner of a ticket. Running out of memory ends the program: the ticket can't be given back.
  slot slot_of(std::uint64_t ticket) noexcept {
    block* at = hint_.load(std::memory_order_acquire);  // pairs with the move of the hint
    if (at->first != ticket / capacity * capacity) [[unlikely]]
      at = walk(at, ticket / capacity * capacity);
    return at->at(ticket % capacity);
  }

  /// From one block to the one whose first number is given, adding those that are missing; and takes the hint along.
  [[gnu::noinline]] block* walk(block* from, std::uint64_t first) noexcept {
    block* at = from;
    while (at->first > first) at = at->previous;
    while (at->first < first) at = following(at);
    block* hinted = from;
    while (hinted->first < first) {
      // release: pairs with the acquire in slot_of; acquire: who finds it moved reads the block it points at.
      if (!hint_.compare_exchange_weak(hinted, at, std::memory_order_acq_rel, std::memory_order_acquire)) continue;
      // Adds nothing: it puts the move into the chain of the tail's changes, before every later ticket.
      const std::uint64_t last = tail_.fetch_add(0, std::memory_order_acq_rel) >> flags;
      for (block* left = hinted; left != at; left = left->next.load(std::memory_order_relaxed))  // read by us before
        left->last_seen.store(last, std::memory_order_release);  // pairs with the acquire in head_slot
      break;
    }
    return at;
  }

  /// The block after this one, made where it is missing.
  static block* following(block* at) {
    block* next = at->next.load(std::memory_order_acquire);  // pairs with the exchange below
    if (next != nullptr) return next;
    auto made = std::make_unique<block>(at->first + capacity, at);
    // release: the block is whole; acquire: who comes second reads the other's.
    if (at->next.compare_exchange_strong(next, made.get(), std::memory_order_acq_rel, std::memory_order_acquire))
      return made.release();
    return next;
  }

  /// The receiver's next slot.
  slot head_slot() {
    if (head_ - head_block_->first == capacity) [[unlikely]] {
      head_block_ = following(head_block_);
      while (oldest_ != head_block_) {
        const std::uint64_t last = oldest_->last_seen.load(std::memory_order_acquire);  // pairs with walk
        if (last == 0 || last > head_) break;
        const block* const gone = oldest_;
        oldest_ = gone->next.load(std::memory_order_relaxed);  // read before, with acquire
        delete gone;
      }
    }
    return head_block_->at(head_ % capacity);
  }

  /// The second side to leave ends the queue.
  void leave() noexcept {
    if (one_side_left_.exchange(true, std::memory_order_acq_rel)) delete this;  // pairs with itself, on the other side
  }

  ~unbounded_channel() = default;

  // The receiver's own.
  alignas(2 * cache_line) std::uint64_t head_ = 0;  // the number of the next slot
  block* head_block_;                               // which has that slot, or ends just before it
  block* oldest_;                                   // the first that is not freed yet

  // The senders'.
  alignas(2 * cache_line) std::atomic<std::uint64_t> tail_ = 0;
  std::atomic<block*> hint_;

  // Written seldom.
  alignas(2 * cache_line) std::atomic<std::size_t> senders_ = 1;
  std::atomic<bool> one_side_left_ = false;
  std::atomic<std::uint32_t> bell_ = silent;  // on which the receiver sleeps
};

}  // namespace fearless::detail
