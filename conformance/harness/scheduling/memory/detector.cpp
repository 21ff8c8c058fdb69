// SPDX-License-Identifier: MIT
// Built without the race detector's instrumentation: the words say all that it is to know.
#include "scheduling/memory/detector.hpp"

// Of the race detector; a plain build does not have them.
// NOLINTBEGIN(bugprone-reserved-identifier,readability-identifier-naming)
extern "C" {
[[gnu::weak]] std::uint32_t __tsan_atomic32_load(const volatile std::uint32_t* word, int order);
[[gnu::weak]] void __tsan_atomic32_store(volatile std::uint32_t* word, std::uint32_t value, int order);
[[gnu::weak]] void __tsan_acquire(void* word);
[[gnu::weak]] void __tsan_release(void* word);
[[gnu::weak]] void __tsan_func_entry(void* return_address);
[[gnu::weak]] void __tsan_func_exit();
[[gnu::weak]] void AnnotateIgnoreReadsBegin(const char* file, int line);
[[gnu::weak]] void AnnotateIgnoreReadsEnd(const char* file, int line);
[[gnu::weak]] void AnnotateIgnoreWritesBegin(const char* file, int line);
[[gnu::weak]] void AnnotateIgnoreWritesEnd(const char* file, int line);
}
// NOLINTEND(bugprone-reserved-identifier,readability-identifier-naming)

namespace scheduling::detector {

void release(std::uint32_t& word, bool keeps_earlier) {
  if (__tsan_atomic32_store == nullptr) return;
  if (keeps_earlier)
    __tsan_release(&word);
  else
    __tsan_atomic32_store(&word, 1, __ATOMIC_RELEASE);  // pairs with acquire
}

void acquire(const std::uint32_t& word) {
  if (__tsan_atomic32_load != nullptr) __tsan_atomic32_load(&word, __ATOMIC_ACQUIRE);  // pairs with release
}

void acquire_place(const volatile void* place) {
  if (__tsan_acquire != nullptr) __tsan_acquire(const_cast<void*>(place));
}

shown_caller::shown_caller(void* return_address) {
  if (__tsan_func_entry != nullptr) __tsan_func_entry(return_address);
}

shown_caller::~shown_caller() {
  if (__tsan_func_exit != nullptr) __tsan_func_exit();
}

unobserved::unobserved() {
  if (AnnotateIgnoreReadsBegin == nullptr) return;
  AnnotateIgnoreReadsBegin(__FILE__, __LINE__);
  AnnotateIgnoreWritesBegin(__FILE__, __LINE__);
}

unobserved::~unobserved() {
  if (AnnotateIgnoreReadsBegin == nullptr) return;
  AnnotateIgnoreWritesEnd(__FILE__, __LINE__);
  AnnotateIgnoreReadsEnd(__FILE__, __LINE__);
}

}  // namespace scheduling::detector
