// SPDX-License-Identifier: MIT
#include "fearless/thread.hpp"

#include <pthread.h>
#include <unistd.h>

#include <cstdlib>

#include "fearless/panic.hpp"

namespace fearless {

namespace {

using state = detail::thread_state;

const thread_id id_of_main(1);
constinit std::atomic<std::uint64_t> last_number = 1;

thread_id new_id() {
  return thread_id(last_number.fetch_add(1, std::memory_order_relaxed) + 1);  // relaxed: only the number counts
}

/// This thread's handle to itself, made on first use.
constinit thread_local const thread* own = nullptr;

void forget(void* handle) {
  own = nullptr;
  delete static_cast<const thread*>(handle);
}

/// A key and not a destructor frees the handle: destructors of thread-local objects, which run before it, may still use
/// this thread's identity.
pthread_key_t key_of_own() {
  static const pthread_key_t key = [] {
    pthread_key_t made = 0;
    if (pthread_key_create(&made, forget) != 0) std::abort();
    return made;
  }();
  return key;
}

const thread& keep(thread identity) {
  own = new thread(std::move(identity));
  pthread_setspecific(key_of_own(), own);
  return *own;
}

}  // namespace

thread detail::new_thread(std::optional<std::string> name) {
  if (name && name->find('\0') != std::string::npos) panic("thread name may not contain interior null bytes");
  return thread(std::make_shared<const state>(new_id(), std::move(name)));
}

void detail::become(const thread& identity) {
  keep(identity.clone());
  constexpr std::size_t most = 15;  // that the system keeps of a name
  if (const auto name = identity.name()) pthread_setname_np(pthread_self(), std::string(name->substr(0, most)).c_str());
}

thread current_thread() {
  if (own != nullptr) return own->clone();
  const bool is_main = gettid() == getpid();
  return keep(is_main ? thread(std::make_shared<const state>(id_of_main, "main")) : detail::new_thread(std::nullopt))
      .clone();
}

void park() {
  const thread self = current_thread();
  auto& token = self.state_->token;
  // acquire, here and below: pairs with the release in unpark.
  if (token.fetch_sub(1, std::memory_order_acquire) == state::present) return;
  while (true) {
    detail::futex_wait(token, state::parked);
    std::uint32_t seen = state::present;
    if (token.compare_exchange_strong(seen, state::none, std::memory_order_acquire, std::memory_order_relaxed)) return;
  }
}

void park_until(detail::deadline until) {
  const thread self = current_thread();
  auto& token = self.state_->token;
  if (token.fetch_sub(1, std::memory_order_acquire) == state::present) return;
  detail::futex_wait(token, state::parked, until);
  token.exchange(state::none, std::memory_order_acquire);  // a token that came with the end of the time is taken too
}

void thread::unpark() const {
  // release: pairs with the acquire in park. The thread may end before the wake; the handle keeps the token.
  if (state_->token.exchange(state::present, std::memory_order_release) == state::parked)
    detail::futex_wake_one(state_->token);
}

}  // namespace fearless
