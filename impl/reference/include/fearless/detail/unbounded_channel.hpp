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

/// What is at the front of a channel.
enum class front : std::uint8_t {
  value,    ///< a value to take
  nothing,  ///< no value yet
  end       ///< no value now or later: every sender was dropped
};

/// The queue of a channel without a bound: any number of senders, one receiver.
///
/// A sender draws a ticket, the number of a slot, and then fills the slot. The receiver empties the slots in the order
/// of their numbers, so the order of the tickets is the order of the channel. Each operation takes effect at one point:
/// a send when it draws its ticket; a receive when it finds its slot filled, or finds that no ticket was drawn for it.
///
/// A slot is used once:
///
/// | state          | content                           | changed by                       | to              |
/// |----------------|-----------------------------------|----------------------------------|-----------------|
/// | `vacant`       | none yet                          | the sender that has its number   | any other state |
/// | `full`         | a value                           | no thread; the receiver moves on | (final)         |
/// | `skipped`      | none: the move of the value threw | no thread; the receiver moves on | (final)         |
/// | `disconnected` | none: the last sender was dropped | no thread; the receiver stays    | (final)         |
///
/// The tail is one word. It is changed by read-modify-write operations only, so a thread that draws a ticket sees
/// everything that happened before the ticket:
///
/// | bits | meaning                     | set by                            | cleared by                            |
/// |------|-----------------------------|-----------------------------------|---------------------------------------|
/// | 0    | the receiver was dropped    | the receiver, as its last action  | no thread                             |
/// | 1    | the receiver sleeps         | the receiver, if it has seen the  | the sender that draws the next ticket |
/// |      |                             | slot of every drawn ticket filled | or, at its deadline, the receiver     |
/// | 2…   | the number of tickets drawn | senders                           | no thread                             |
///
/// Slots are in blocks, and the blocks in a list. `hint_` points to the block of the newest tickets or to an older
/// block; it only moves forward. A block can be freed when the receiver has left it and no sender can reach it any
/// more. The sender that moves the hint off a block then records the tail in the block's `last_seen`. A sender with a
/// later ticket finds the hint moved; a sender with an earlier ticket no longer uses the block once its own slot is
/// filled. So the receiver frees the block when it has emptied that many slots.
///
/// The states are apart from the values, in another cache line: a backlog then takes little more memory than its
/// values, and memory limits the speed of a growing queue.
///
/// There are no standalone fences: the race detector does not support them.
template <class T>
class unbounded_channel {
 public:
  unbounded_channel() : head_block_(new block(0, nullptr)), oldest_(head_block_), hint_(head_block_) {}
  unbounded_channel(const unbounded_channel&) = delete;
  unbounded_channel& operator=(const unbounded_channel&) = delete;

  /// For a sender: moves the value into the queue. False if the receiver was dropped; the value is then untouched.
  /// Thread safety: may be called from any thread. Errors: an exception from the move of the value is passed on, and
  /// nothing is sent.
  [[nodiscard]] bool send(T& value) {
    // acquire: pairs with the release in walk of the sender that moved the hint off a block before this ticket.
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

  /// For a sender: adds another sender.
  void add_sender() noexcept {
    senders_.fetch_add(1, std::memory_order_relaxed);  // relaxed: the caller is a sender, so the count is not 0
  }

  /// For a sender, as its last call. The last sender disconnects the receiver.
  void remove_sender() noexcept {
    // release, and acquire for the last: what each sender did happens before the disconnection. They pair with each
    // other.
    if (senders_.fetch_sub(1, std::memory_order_acq_rel) > 1) return;
    const std::uint64_t drawn = tail_.fetch_add(one_ticket, std::memory_order_acquire);  // acquire: as in send
    if ((drawn & receiver_gone) == 0) publish(slot_of(drawn >> flags), disconnected, drawn);
    leave();
  }

  /// For the receiver, as its last call: destroys the values in the queue, and those that are being sent.
  void remove_receiver() noexcept {
    // release and acquire: pairs with the senders' acquire operations on the tail. The number is exact: a later sender
    // draws a ticket with the flag and touches no block.
    const std::uint64_t end = tail_.fetch_or(receiver_gone, std::memory_order_acq_rel) >> flags;
    while (head_ < end) {
      const slot at = head_slot();
      if (settled(at) == full) std::destroy_at(at.value);
      ++head_;
    }
    while (oldest_ != nullptr) {
      const block* const gone = oldest_;
      // relaxed: every sender that wrote here has filled its slot, and settled has read the slot with acquire.
      oldest_ = gone->next.load(std::memory_order_relaxed);
      delete gone;
    }
    leave();
  }

  /// For the receiver: what is at the front now. Does not wait for a send to begin, but for the next send to complete
  /// if it has begun.
  [[nodiscard]] front look() {
    while (true) {
      const slot at = head_slot();
      filling state = at.state.load(std::memory_order_acquire);  // pairs with publish
      if (state == vacant) {
        // acquire: pairs with the tail's other operations. A send before this call has its ticket in the tail.
        if (tail_.load(std::memory_order_acquire) >> flags == head_) return front::nothing;
        state = settled(at);
      }
      if (state == full) return front::value;
      if (state == disconnected) return front::end;
      ++head_;  // skipped
    }
  }

  /// For the receiver: waits for something at the front. `nothing` if the deadline has passed first. Blocks, without
  /// using the processor.
  [[nodiscard]] front wait(deadline until = std::nullopt) {
    backoff patience;
    while (true) {
      const slot at = head_slot();
      switch (at.state.load(std::memory_order_acquire)) {  // pairs with publish
        case full:
          return front::value;
        case disconnected:
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
      // Sleeps only if no ticket was drawn: the sender that draws the next one then sees that it must wake the
      // receiver.
      std::uint64_t untouched = head_ << flags;
      // release and acquire: pairs with the tail's other read-modify-write operations, see the class.
      if (!tail_.compare_exchange_strong(untouched, untouched | receiver_sleeps, std::memory_order_acq_rel,
                                         std::memory_order_relaxed)) {
        settled(at);
        continue;
      }
      while (true) {
        // acquire: pairs with the release in publish. The slot of the sender that rang is seen filled.
        bell_.exchange(silent, std::memory_order_acquire);
        if (at.state.load(std::memory_order_acquire) != vacant) break;  // pairs with publish
        if (futex_wait(bell_, silent, until)) continue;
        const std::uint64_t found = tail_.fetch_and(~receiver_sleeps, std::memory_order_acq_rel);  // as above
        if (found >> flags == head_) return front::nothing;
        settled(at);  // a send began before the receiver noticed the deadline
        break;
      }
    }
  }

  /// For the receiver, if a value is at the front: the value, still in the queue.
  [[nodiscard]] T& at_front() { return *head_block_->value(head_ % capacity); }

  /// For the receiver, if a value is at the front: destroys it, and moves on to the next.
  void pop() noexcept(std::is_nothrow_destructible_v<T>) {
    T& done = at_front();
    ++head_;
    std::destroy_at(&done);
  }

  /// Whether the receiver was dropped. Thread safety: may be called from any thread.
  [[nodiscard]] bool has_no_receiver() const {
    return (tail_.load(std::memory_order_acquire) & receiver_gone) != 0;  // pairs with remove_receiver
  }

  /// Whether every sender was dropped. Thread safety: may be called from any thread.
  [[nodiscard]] bool has_no_sender() const {
    return senders_.load(std::memory_order_acquire) == 0;  // pairs with remove_sender
  }

 private:
  enum filling : std::uint8_t { vacant, full, skipped, disconnected };
  static constexpr std::uint32_t silent = 0, ringing = 1;
  static constexpr std::uint64_t receiver_gone = 1, receiver_sleeps = 2, one_ticket = 4;
  static constexpr unsigned flags = 2;
  static constexpr std::size_t cache_line = 64;

  /// The number of slots in a block: a power of two, so that a slot's place is some bits of its number. Blocks of large
  /// values have fewer slots.
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
    block* const previous;      // used only by a sender whose slot is in that block, which keeps it alive
    std::atomic<block*> next = nullptr;
    std::atomic<std::uint64_t> last_seen = 0;  // tickets from this one on can't reach the block; 0: not set yet
    std::array<std::atomic<filling>, capacity> states{};
    alignas(T) std::array<std::byte, capacity * sizeof(T)> values;
  };

  /// Fills a slot, and wakes the receiver if it sleeps.
  void publish(slot mine, filling state, std::uint64_t drawn) noexcept {
    // Done before the slot is filled: after that, the receiver may move on and set the flag again.
    // release and acquire: pairs with the tail's other read-modify-write operations, see the class.
    const bool wake = (drawn & receiver_sleeps) != 0;
    if (wake) [[unlikely]]
      tail_.fetch_and(~receiver_sleeps, std::memory_order_acq_rel);
    mine.state.store(state, std::memory_order_release);  // pairs with the receiver's acquire in look, wait and settled
    if (wake) [[unlikely]] {
      // release: pairs with the exchange in wait. An exchange, so that the receiver synchronises with earlier rings
      // too.
      bell_.exchange(ringing, std::memory_order_release);
      futex_wake_one(bell_);
    }
  }

  /// Waits until a slot whose ticket is drawn is filled, and returns its state.
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
    block* at = hint_.load(std::memory_order_acquire);  // pairs with the exchange of the hint in walk
    if (at->first != ticket / capacity * capacity) [[unlikely]]
      at = walk(at, ticket / capacity * capacity);
    return at->at(ticket % capacity);
  }

  /// Walks from one block to the block with the given first number, adds the missing blocks, and moves the hint along.
  [[gnu::noinline]] block* walk(block* from, std::uint64_t first) noexcept {
    block* at = from;
    while (at->first > first) at = at->previous;
    while (at->first < first) at = following(at);
    block* hinted = from;
    while (hinted->first < first) {
      // release: pairs with the acquire in slot_of. acquire: pairs with this release of another sender that moved it;
      // the block that it points to is read.
      if (!hint_.compare_exchange_weak(hinted, at, std::memory_order_acq_rel, std::memory_order_acquire)) continue;
      // Adds 0: makes the move of the hint visible to every later ticket. release and acquire: pairs with the tail's
      // other read-modify-write operations.
      const std::uint64_t last = tail_.fetch_add(0, std::memory_order_acq_rel) >> flags;
      // relaxed: this thread has read `next` with acquire above. release: pairs with the acquire in head_slot.
      for (block* left = hinted; left != at; left = left->next.load(std::memory_order_relaxed))
        left->last_seen.store(last, std::memory_order_release);
      break;
    }
    return at;
  }

  /// The block after this one, made if it is missing.
  static block* following(block* at) {
    block* next = at->next.load(std::memory_order_acquire);  // pairs with the exchange below
    if (next != nullptr) return next;
    auto made = std::make_unique<block>(at->first + capacity, at);
    // release: the block is initialised; pairs with the acquire above. acquire: pairs with the same release of another
    // thread that was first; its block is read.
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
        oldest_ = gone->next.load(std::memory_order_relaxed);  // relaxed: read with acquire before
        delete gone;
      }
    }
    return head_block_->at(head_ % capacity);
  }

  /// The second side to leave, senders or receiver, deletes the queue.
  void leave() noexcept {
    if (one_side_left_.exchange(true, std::memory_order_acq_rel)) delete this;  // pairs with itself, on the other side
  }

  ~unbounded_channel() = default;

  // Used by the receiver only.
  alignas(2 * cache_line) std::uint64_t head_ = 0;  // the number of the next slot
  block* head_block_;                               // has that slot, or ends just before it
  block* oldest_;                                   // the first block that is not freed yet

  // Used by the senders.
  alignas(2 * cache_line) std::atomic<std::uint64_t> tail_ = 0;
  std::atomic<block*> hint_;

  // Rarely written.
  alignas(2 * cache_line) std::atomic<std::size_t> senders_ = 1;
  std::atomic<bool> one_side_left_ = false;
  std::atomic<std::uint32_t> bell_ = silent;  // on which the receiver sleeps
};

}  // namespace fearless::detail
