// SPDX-License-Identifier: MIT
// Built without the race detector's instrumentation, so that controlled scheduling orders nothing.
//
// The race detector must see the same order as without interception. So the original functions take and release the
// locks: the ones that try take them.
#include <linux/futex.h>
#include <pthread.h>
#include <sched.h>
#include <semaphore.h>
#include <sys/syscall.h>
#include <threads.h>
#include <unistd.h>

#include <climits>
#include <cstdarg>
#include <ctime>
#include <memory>
#include <optional>
#include <vector>

#include "scheduling/interception/interception.hpp"
#include "scheduling/interception/interceptor.hpp"
#include "scheduling/interception/interceptors.hpp"
#include "scheduling/memory/detector.hpp"
#include "scheduling/memory/memory_model.hpp"
#include "scheduling/passed_time.hpp"
#include "scheduling/trace.hpp"

namespace scheduling {

namespace {

constexpr wait_kind untimed{}, timed{.may_time_out = true, .may_be_spurious = false};
constexpr wait_kind spurious{.may_time_out = false, .may_be_spurious = true};
constexpr wait_kind timed_spurious{.may_time_out = true, .may_be_spurious = true};

// What the memory model is told. The race detector sees the original functions.

void releases(const void* object) {
  if (const int thread = the_scheduler().modelled_thread(); thread >= 0) the_memory().release(thread, object);
}
void acquires(const void* object) {
  if (const int thread = the_scheduler().modelled_thread(); thread >= 0) the_memory().acquire(thread, object);
}

// Locks of any kind.

thread_local int locks_of_this_thread = 0;

/// Counts the lock if it was taken. Returns the result of the attempt.
int note_taken(int result) {
  if (result == 0) ++locks_of_this_thread;
  return result;
}

/// Waits in the system's way.
template <class Wait>
auto wait_freely(Wait wait_for_it, wait_kind kind) {
  if (kind.may_time_out) return wait_for_it();
  const free_running::waiting for_another;
  return wait_for_it();
}

/// Wakes at most `most` of the threads under control that wait for the object. Returns how many it woke. The other ones
/// have been woken by the original function.
unsigned wake_waiting(const void* object, unsigned most = UINT_MAX) {
  free_running::wakes();
  return the_scheduler().wake(object, most);
}

/// The time at which a wait ends, of the clocks that the implementation sees; or none.
class time_limit {
 public:
  time_limit() = default;
  static time_limit at(const timespec& when) { return {when, false}; }
  static time_limit after(const timespec& duration) { return {duration, true}; }

  /// Clocks show that the time is up.
  void pass() const {
    if (!is_some_) return;
    if (is_relative_)
      passed_time::by(time_);
    else
      passed_time::until(time_);
  }

 private:
  time_limit(const timespec& time, bool is_relative) : time_(time), is_relative_(is_relative), is_some_(true) {}

  timespec time_{};
  bool is_relative_ = false, is_some_ = false;
};

/// Waits under control.
woken block(const void* object, wait_kind kind, const time_limit& limit) {
  const woken why = the_scheduler().block(object, kind);
  if (why == woken::by_time || why == woken::late) limit.pass();
  return why;
}

/// Takes a lock under control: tries, and where the lock is `busy` waits for its release and tries again. Where the
/// thread is not under control, calls `wait_for_it`.
template <class Try, class Wait>
int take(const void* lock, Try try_it, int busy, Wait wait_for_it, wait_kind kind = untimed, int timed_out = 0,
         const time_limit& limit = {}) {
  while (the_scheduler().controls_this_thread()) {
    const int result = try_it();
    if (result != busy) {
      acquires(lock);
      return result;
    }
    const woken why = block(lock, kind, limit);
    if (why == woken::by_detaching) break;
    if (why == woken::by_time) return timed_out;
  }
  return wait_freely(wait_for_it, kind);
}

/// The interceptors for one kind of lock. `Try`, `Wait` and `Unlock` are original functions.
template <class Lock, auto& Try, int Busy>
struct lock_interceptors {
  template <auto& Wait>
  static int lock(Lock* lock) {
    before_operation({operation_kind::lock, lock});
    return note_taken(take(lock, [=] { return Try(lock); }, Busy, [=] { return Wait(lock); }));
  }

  static int try_lock(Lock* lock) {
    before_operation({operation_kind::lock, lock});
    const int result = Try(lock);
    if (result != Busy) acquires(lock);
    return note_taken(result);
  }

  template <auto& Wait, int TimedOut>
  static int lock_in_time(Lock* lock, const timespec* until) {
    before_operation({operation_kind::lock, lock});
    const auto wait = [=] {
      const timespec end = passed_time::of_system(*until);
      return Wait(lock, &end);
    };
    return note_taken(take(lock, [=] { return Try(lock); }, Busy, wait, timed, TimedOut, time_limit::at(*until)));
  }

  template <auto& Wait>
  static int lock_by_clock(Lock* lock, clockid_t clock, const timespec* until) {
    before_operation({operation_kind::lock, lock});
    const auto wait = [=] {
      const timespec end = passed_time::of_system(*until);
      return Wait(lock, clock, &end);
    };
    return note_taken(take(lock, [=] { return Try(lock); }, Busy, wait, timed, ETIMEDOUT, time_limit::at(*until)));
  }

  template <auto& Unlock>
  static int unlock(Lock* lock) {
    before_operation({operation_kind::unlock, lock});
    releases(lock);
    const int result = Unlock(lock);
    if (result == 0) --locks_of_this_thread;
    wake_waiting(lock);
    return result;
  }
};

constexpr auto& mutex_lock = the<"pthread_mutex_lock", int(pthread_mutex_t*)>;
constexpr auto& mutex_trylock = the<"pthread_mutex_trylock", int(pthread_mutex_t*)>;
constexpr auto& mutex_timedlock = the<"pthread_mutex_timedlock", int(pthread_mutex_t*, const timespec*)>;
constexpr auto& mutex_clocklock = the<"pthread_mutex_clocklock", int(pthread_mutex_t*, clockid_t, const timespec*)>;
constexpr auto& mutex_unlock = the<"pthread_mutex_unlock", int(pthread_mutex_t*)>;
using mutexes = lock_interceptors<pthread_mutex_t, mutex_trylock, EBUSY>;

constexpr auto& rwlock_rdlock = the<"pthread_rwlock_rdlock", int(pthread_rwlock_t*)>;
constexpr auto& rwlock_tryrdlock = the<"pthread_rwlock_tryrdlock", int(pthread_rwlock_t*)>;
constexpr auto& rwlock_wrlock = the<"pthread_rwlock_wrlock", int(pthread_rwlock_t*)>;
constexpr auto& rwlock_trywrlock = the<"pthread_rwlock_trywrlock", int(pthread_rwlock_t*)>;
constexpr auto& rwlock_timedrdlock = the<"pthread_rwlock_timedrdlock", int(pthread_rwlock_t*, const timespec*)>;
constexpr auto& rwlock_timedwrlock = the<"pthread_rwlock_timedwrlock", int(pthread_rwlock_t*, const timespec*)>;
constexpr auto& rwlock_clockrdlock =
    the<"pthread_rwlock_clockrdlock", int(pthread_rwlock_t*, clockid_t, const timespec*)>;
constexpr auto& rwlock_clockwrlock =
    the<"pthread_rwlock_clockwrlock", int(pthread_rwlock_t*, clockid_t, const timespec*)>;
constexpr auto& rwlock_unlock = the<"pthread_rwlock_unlock", int(pthread_rwlock_t*)>;
using read_locks = lock_interceptors<pthread_rwlock_t, rwlock_tryrdlock, EBUSY>;
using write_locks = lock_interceptors<pthread_rwlock_t, rwlock_trywrlock, EBUSY>;

constexpr auto& mtx_lock_of_c = the<"mtx_lock", int(mtx_t*)>;
constexpr auto& mtx_trylock_of_c = the<"mtx_trylock", int(mtx_t*)>;
constexpr auto& mtx_timedlock_of_c = the<"mtx_timedlock", int(mtx_t*, const timespec*)>;
constexpr auto& mtx_unlock_of_c = the<"mtx_unlock", int(mtx_t*)>;
using mutexes_of_c = lock_interceptors<mtx_t, mtx_trylock_of_c, thrd_busy>;

// Conditions.

/// Releases the lock, waits for the condition, and takes the lock again. Where the thread is not under control, calls
/// `wait_for_it`.
template <auto& Try, int Busy, auto& LockIt, auto& Unlock, class Condition, class Lock, class Wait>
int wait_for(Condition* condition, Lock* lock, Wait wait_for_it, wait_kind kind, int timed_out,
             const time_limit& limit = {}) {
  before_operation({operation_kind::wait, condition});
  const bool is_controlled = the_scheduler().controls_this_thread();
  if (!is_controlled && !free_running::ends_wait_spuriously()) {
    free_running::wakes();  // of those that wait for the lock
    return wait_freely(wait_for_it, kind);
  }
  if (trace::is_on()) trace::comes_to({operation_kind::unlock, lock});
  releases(lock);
  Unlock(lock);
  wake_waiting(lock);
  const woken why = is_controlled ? block(condition, kind, limit) : woken::spuriously;
  if (trace::is_on()) trace::comes_to({operation_kind::lock, lock});
  if (!is_controlled) free_running::before_operation({operation_kind::lock, lock});
  take(lock, [=] { return Try(lock); }, Busy, [=] { return LockIt(lock); });
  return why == woken::by_time ? timed_out : 0;
}

template <class Wait>
int wait_with_mutex(pthread_cond_t* condition, pthread_mutex_t* mutex, Wait wait_for_it, wait_kind kind,
                    const time_limit& limit = {}) {
  return wait_for<mutex_trylock, EBUSY, mutex_lock, mutex_unlock>(condition, mutex, wait_for_it, kind, ETIMEDOUT,
                                                                  limit);
}

constexpr auto& cond_wait = the<"pthread_cond_wait", int(pthread_cond_t*, pthread_mutex_t*)>;
constexpr auto& cond_timedwait = the<"pthread_cond_timedwait", int(pthread_cond_t*, pthread_mutex_t*, const timespec*)>;
constexpr auto& cond_clockwait =
    the<"pthread_cond_clockwait", int(pthread_cond_t*, pthread_mutex_t*, clockid_t, const timespec*)>;
constexpr auto& cond_signal = the<"pthread_cond_signal", int(pthread_cond_t*)>;
constexpr auto& cond_broadcast = the<"pthread_cond_broadcast", int(pthread_cond_t*)>;

int wait_on_condition(pthread_cond_t* condition, pthread_mutex_t* mutex) {
  return wait_with_mutex(condition, mutex, [=] { return cond_wait(condition, mutex); }, spurious);
}

int wait_on_condition_in_time(pthread_cond_t* condition, pthread_mutex_t* mutex, const timespec* until) {
  const auto wait = [=] {
    const timespec end = passed_time::of_system(*until);
    return cond_timedwait(condition, mutex, &end);
  };
  return wait_with_mutex(condition, mutex, wait, timed_spurious, time_limit::at(*until));
}

int wait_on_condition_by_clock(pthread_cond_t* condition, pthread_mutex_t* mutex, clockid_t clock,
                               const timespec* until) {
  const auto wait = [=] {
    const timespec end = passed_time::of_system(*until);
    return cond_clockwait(condition, mutex, clock, &end);
  };
  return wait_with_mutex(condition, mutex, wait, timed_spurious, time_limit::at(*until));
}

constexpr auto& cnd_wait_of_c = the<"cnd_wait", int(cnd_t*, mtx_t*)>;
constexpr auto& cnd_timedwait_of_c = the<"cnd_timedwait", int(cnd_t*, mtx_t*, const timespec*)>;
constexpr auto& cnd_signal_of_c = the<"cnd_signal", int(cnd_t*)>;
constexpr auto& cnd_broadcast_of_c = the<"cnd_broadcast", int(cnd_t*)>;

int wait_on_condition_of_c(cnd_t* condition, mtx_t* mutex) {
  return wait_for<mtx_trylock_of_c, thrd_busy, mtx_lock_of_c, mtx_unlock_of_c>(
      condition, mutex, [=] { return cnd_wait_of_c(condition, mutex); }, spurious, thrd_timedout);
}

int wait_on_condition_of_c_in_time(cnd_t* condition, mtx_t* mutex, const timespec* until) {
  const auto wait = [=] {
    const timespec end = passed_time::of_system(*until);
    return cnd_timedwait_of_c(condition, mutex, &end);
  };
  return wait_for<mtx_trylock_of_c, thrd_busy, mtx_lock_of_c, mtx_unlock_of_c>(condition, mutex, wait, timed_spurious,
                                                                               thrd_timedout, time_limit::at(*until));
}

/// Also calls the original, since a waiter may not be under control.
template <auto& Signal, unsigned Most, class Condition>
int wake_up(Condition* condition) {
  before_operation({operation_kind::wake, condition});
  const int result = Signal(condition);
  wake_waiting(condition, Most);
  return result;
}

// Threads.

template <class Result>
struct beginning {
  Result (*start)(void*);
  void* argument;
  scheduler::place place;
};

template <class Result>
Result run_under_control(void* allocated) {
  std::unique_ptr<beginning<Result>> given(static_cast<beginning<Result>*>(allocated));
  const auto [start, argument, place] = *given;
  given.reset();
  the_scheduler().thread_begins(place);
  const struct ending {
    ~ending() { the_scheduler().thread_ends(); }  // also where an exception or pthread_exit ends it
  } at_the_end;
  return start(argument);
}

/// Starts a thread by `start_it(function, argument)`, which returns 0 on success.
template <class Result, class Start>
int start_thread(const pthread_t* handle, Result (*start)(void*), void* argument, Start start_it) {
  before_operation({operation_kind::spawn});
  free_running::thread_starts();
  const auto place = the_scheduler().controls_this_thread() ? the_scheduler().expect_thread() : std::nullopt;
  if (!place) {
    const int result = start_it(start, argument);
    if (result != 0) free_running::thread_is_gone();
    return result;
  }
  auto own = std::make_unique<beginning<Result>>(beginning<Result>{start, argument, *place});
  const int result = start_it(&run_under_control<Result>, own.get());
  if (result != 0) {
    the_scheduler().forget_thread(*place);
    return result;
  }
  static_cast<void>(own.release());  // the thread owns it
  the_scheduler().thread_is(*place, *handle);
  before_operation({operation_kind::spawn});  // the new thread may end before its spawner goes on
  return 0;
}

constexpr auto& create = the<"pthread_create", int(pthread_t*, const pthread_attr_t*, void* (*)(void*), void*)>;
constexpr auto& join = the<"pthread_join", int(pthread_t, void**)>;
constexpr auto& create_of_c = the<"thrd_create", int(thrd_t*, thrd_start_t, void*)>;
constexpr auto& join_of_c = the<"thrd_join", int(thrd_t, int*)>;

constinit thread_local bool refuses_threads = false;

int create_thread(pthread_t* handle, const pthread_attr_t* attributes, void* (*start)(void*), void* argument) {
  if (refuses_threads) return EAGAIN;
  return start_thread(handle, start, argument,
                      [=](void* (*function)(void*), void* own) { return create(handle, attributes, function, own); });
}

int create_thread_of_c(thrd_t* handle, thrd_start_t start, void* argument) {
  if (refuses_threads) return thrd_nomem;
  return start_thread(handle, start, argument,
                      [=](thrd_start_t function, void* own) { return create_of_c(handle, function, own); });
}

template <auto& Join, class Result>
int join_thread(pthread_t handle, Result* result) {
  before_operation({operation_kind::join});
  if (the_scheduler().controls_this_thread()) the_scheduler().await_end(handle);
  const int error = wait_freely([=] { return Join(handle, result); }, untimed);
  if (error == 0) free_running::thread_is_gone();
  return error;
}

constexpr auto& detach_of_posix = the<"pthread_detach", int(pthread_t)>;
constexpr auto& detach_of_c = the<"thrd_detach", int(thrd_t)>;

/// Where the thread has ended, the system frees its thread-local memory here. The detector is not told that the end of
/// the thread comes before, and would take this for a race with what the thread did there.
template <auto& Detach>
int detach_thread(pthread_t handle) {
  const detector::unobserved end_of_thread;
  return Detach(handle);
}

// Time.

/// Lets another thread go on where the calling thread is under control, and returns whether it is.
bool passes_time() {
  if (!the_scheduler().controls_this_thread()) {
    free_running::before_operation({operation_kind::yield});
    return false;
  }
  the_scheduler().yield();
  return true;
}

constexpr auto& yield_processor = the<"sched_yield", int()>;
constexpr auto& yield_of_c = the<"thrd_yield", void()>;
constexpr auto& sleep_of_system = the<"nanosleep", int(const timespec*, timespec*)>;
constexpr auto& sleep_by_clock = the<"clock_nanosleep", int(clockid_t, int, const timespec*, timespec*)>;
constexpr auto& sleep_of_c = the<"thrd_sleep", int(const timespec*, timespec*)>;
constexpr auto& sleep_of_microseconds = the<"usleep", int(useconds_t)>;

int let_others_run() {
  return passes_time() ? 0 : yield_processor();
}
void let_others_run_of_c() {
  if (!passes_time()) yield_of_c();
}

/// Sleeps: under control, lets others run, and then shows that the time has passed.
template <class Sleep>
int sleep(const time_limit& until, Sleep freely) {
  if (!passes_time()) return freely();
  until.pass();
  return 0;
}

int pass_time(const timespec* time, timespec* left) {
  return sleep(time_limit::after(*time), [=] { return sleep_of_system(time, left); });
}
int pass_time_by_clock(clockid_t clock, int flags, const timespec* time, timespec* left) {
  if ((flags & TIMER_ABSTIME) == 0)
    return sleep(time_limit::after(*time), [=] { return sleep_by_clock(clock, flags, time, left); });
  return sleep(time_limit::at(*time), [=] {
    const timespec end = passed_time::of_system(*time);
    return sleep_by_clock(clock, flags, &end, left);
  });
}
int pass_time_of_c(const timespec* time, timespec* left) {
  return sleep(time_limit::after(*time), [=] { return sleep_of_c(time, left); });
}
int pass_microseconds(useconds_t time) {
  constexpr useconds_t in_a_second = 1'000'000;
  const timespec duration{.tv_sec = time / in_a_second, .tv_nsec = static_cast<long>(time % in_a_second) * 1000};
  return sleep(time_limit::after(duration), [=] { return sleep_of_microseconds(time); });
}

// Semaphores.

constexpr auto& semaphore_wait = the<"sem_wait", int(sem_t*)>;
constexpr auto& semaphore_trywait = the<"sem_trywait", int(sem_t*)>;
constexpr auto& semaphore_post = the<"sem_post", int(sem_t*)>;

constexpr auto& semaphore_timedwait = the<"sem_timedwait", int(sem_t*, const timespec*)>;
constexpr auto& semaphore_clockwait = the<"sem_clockwait", int(sem_t*, clockid_t, const timespec*)>;

template <class Wait>
int take_semaphore(sem_t* semaphore, Wait wait_for_it, wait_kind kind, const time_limit& limit = {}) {
  before_operation({operation_kind::wait, semaphore});
  const auto error_of = [](int result) { return result == 0 ? 0 : errno; };
  const int error = take(
      semaphore, [=] { return error_of(semaphore_trywait(semaphore)); }, EAGAIN,
      [=] { return error_of(wait_for_it()); }, kind, ETIMEDOUT, limit);
  if (error == 0) return 0;
  errno = error;
  return -1;
}

int wait_on_semaphore(sem_t* semaphore) {
  return take_semaphore(semaphore, [=] { return semaphore_wait(semaphore); }, untimed);
}

int wait_on_semaphore_in_time(sem_t* semaphore, const timespec* until) {
  const auto wait = [=] {
    const timespec end = passed_time::of_system(*until);
    return semaphore_timedwait(semaphore, &end);
  };
  return take_semaphore(semaphore, wait, timed, time_limit::at(*until));
}

int wait_on_semaphore_by_clock(sem_t* semaphore, clockid_t clock, const timespec* until) {
  const auto wait = [=] {
    const timespec end = passed_time::of_system(*until);
    return semaphore_clockwait(semaphore, clock, &end);
  };
  return take_semaphore(semaphore, wait, timed, time_limit::at(*until));
}

int try_semaphore(sem_t* semaphore) {
  before_operation({operation_kind::wait, semaphore});
  const int result = semaphore_trywait(semaphore);
  if (result == 0) acquires(semaphore);
  return result;
}

int post_semaphore(sem_t* semaphore) {
  before_operation({operation_kind::wake, semaphore});
  releases(semaphore);
  const int result = semaphore_post(semaphore);
  wake_waiting(semaphore);
  return result;
}

// Futexes.

constexpr auto& system_call = the<"syscall", long(long, ...)>;

long fail_with(int error) {
  errno = error;
  return -1;
}

/// `limit`: none where the wait has no end.
long wait_on_futex(const std::uint32_t* word, std::uint32_t value, const std::optional<time_limit>& limit,
                   auto wait_for_it) {
  before_operation({operation_kind::wait, word});
  const auto holds_value = [=] { return std::atomic_ref(const_cast<std::uint32_t&>(*word)).load() == value; };
  if (!the_scheduler().controls_this_thread())
    return free_running::ends_wait_spuriously() && holds_value() ? 0
                                                                 : wait_freely(wait_for_it, limit ? timed : untimed);
  if (const int thread = the_scheduler().modelled_thread(); thread >= 0)
    the_memory().sees_newest(thread, {.address = word, .size = sizeof(*word)},
                             std::atomic_ref(const_cast<std::uint32_t&>(*word)).load());
  if (!holds_value()) return fail_with(EAGAIN);
  const woken why = block(word, limit ? timed_spurious : spurious, limit.value_or(time_limit()));
  return why == woken::by_time ? fail_with(ETIMEDOUT) : 0;
}

long call_system(long number, ...) {
  va_list list;
  va_start(list, number);
  std::array<long, 6> arguments{};
  for (auto& each : arguments) each = va_arg(list, long);
  va_end(list);
  const auto call = [&] {
    return system_call(number, arguments[0], arguments[1], arguments[2], arguments[3], arguments[4], arguments[5]);
  };
  if (number != SYS_futex) return call();
  const auto* const word = reinterpret_cast<const std::uint32_t*>(arguments[0]);
  const auto value = static_cast<std::uint32_t>(arguments[2]);
  const auto* const time = reinterpret_cast<const timespec*>(arguments[3]);
  switch (arguments[1] & FUTEX_CMD_MASK) {
    case FUTEX_WAIT:
      return wait_on_futex(word, value, time == nullptr ? std::nullopt : std::optional(time_limit::after(*time)), call);
    case FUTEX_WAIT_BITSET: {
      if (time == nullptr) return wait_on_futex(word, value, std::nullopt, call);
      const auto wait = [&] {
        const timespec end = passed_time::of_system(*time);
        arguments[3] = reinterpret_cast<long>(&end);
        return call();
      };
      return wait_on_futex(word, value, time_limit::at(*time), wait);
    }
    case FUTEX_WAKE:
    case FUTEX_WAKE_BITSET: {
      before_operation({operation_kind::wake, word});
      const long freely = call();  // a waiter may not be under control
      return freely + wake_waiting(word, static_cast<unsigned>(arguments[2]));
    }
    default: {
      before_operation({operation_kind::wake, word});
      const long result = call();
      free_running::wakes();
      return result;
    }
  }
}

}  // namespace

std::span<const interceptor> call_interceptors() {
  static const std::vector<interceptor> all = {
      replaced_by<"pthread_mutex_lock">(mutexes::lock<mutex_lock>),
      replaced_by<"pthread_mutex_timedlock">(mutexes::lock_in_time<mutex_timedlock, ETIMEDOUT>),
      replaced_by<"pthread_mutex_clocklock">(mutexes::lock_by_clock<mutex_clocklock>),
      replaced_by<"pthread_mutex_trylock">(mutexes::try_lock),
      replaced_by<"pthread_mutex_unlock">(mutexes::unlock<mutex_unlock>),
      replaced_by<"pthread_rwlock_rdlock">(read_locks::lock<rwlock_rdlock>),
      replaced_by<"pthread_rwlock_wrlock">(write_locks::lock<rwlock_wrlock>),
      replaced_by<"pthread_rwlock_timedrdlock">(read_locks::lock_in_time<rwlock_timedrdlock, ETIMEDOUT>),
      replaced_by<"pthread_rwlock_timedwrlock">(write_locks::lock_in_time<rwlock_timedwrlock, ETIMEDOUT>),
      replaced_by<"pthread_rwlock_clockrdlock">(read_locks::lock_by_clock<rwlock_clockrdlock>),
      replaced_by<"pthread_rwlock_clockwrlock">(write_locks::lock_by_clock<rwlock_clockwrlock>),
      replaced_by<"pthread_rwlock_tryrdlock">(read_locks::try_lock),
      replaced_by<"pthread_rwlock_trywrlock">(write_locks::try_lock),
      replaced_by<"pthread_rwlock_unlock">(write_locks::unlock<rwlock_unlock>),
      replaced_by<"mtx_lock">(mutexes_of_c::lock<mtx_lock_of_c>),
      replaced_by<"mtx_timedlock">(mutexes_of_c::lock_in_time<mtx_timedlock_of_c, thrd_timedout>),
      replaced_by<"mtx_trylock">(mutexes_of_c::try_lock),
      replaced_by<"mtx_unlock">(mutexes_of_c::unlock<mtx_unlock_of_c>),
      replaced_by<"pthread_cond_wait">(wait_on_condition),
      replaced_by<"pthread_cond_timedwait">(wait_on_condition_in_time),
      replaced_by<"pthread_cond_clockwait">(wait_on_condition_by_clock),
      replaced_by<"pthread_cond_signal">(wake_up<cond_signal, 1, pthread_cond_t>),
      replaced_by<"pthread_cond_broadcast">(wake_up<cond_broadcast, UINT_MAX, pthread_cond_t>),
      replaced_by<"cnd_wait">(wait_on_condition_of_c),
      replaced_by<"cnd_timedwait">(wait_on_condition_of_c_in_time),
      replaced_by<"cnd_signal">(wake_up<cnd_signal_of_c, 1, cnd_t>),
      replaced_by<"cnd_broadcast">(wake_up<cnd_broadcast_of_c, UINT_MAX, cnd_t>),
      replaced_by<"pthread_create">(create_thread),
      replaced_by<"pthread_join">(join_thread<join, void*>),
      replaced_by<"pthread_detach">(detach_thread<detach_of_posix>),
      replaced_by<"thrd_create">(create_thread_of_c),
      replaced_by<"thrd_join">(join_thread<join_of_c, int>),
      replaced_by<"thrd_detach">(detach_thread<detach_of_c>),
      replaced_by<"sched_yield">(let_others_run),
      replaced_by<"thrd_yield">(let_others_run_of_c),
      replaced_by<"nanosleep">(pass_time),
      replaced_by<"clock_nanosleep">(pass_time_by_clock),
      replaced_by<"thrd_sleep">(pass_time_of_c),
      replaced_by<"usleep">(pass_microseconds),
      replaced_by<"sem_wait">(wait_on_semaphore),
      replaced_by<"sem_timedwait">(wait_on_semaphore_in_time),
      replaced_by<"sem_clockwait">(wait_on_semaphore_by_clock),
      replaced_by<"sem_trywait">(try_semaphore),
      replaced_by<"sem_post">(post_semaphore),
      replaced_by<"syscall">(call_system),
  };
  return all;
}

void refuse_threads(bool refused) {
  refuses_threads = refused;
}

int held_locks() {
  return locks_of_this_thread;
}

}  // namespace scheduling
