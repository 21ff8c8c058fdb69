// SPDX-License-Identifier: MIT
// Mutant: a mutex can be copied, and its copies have the same data.
// Breaks: mutex.share.move-rejected
// Verdict: FAIL
// Case: mutex.share.move-rejected.copied.reject
#include <fearless/fearless.hpp>
#include <memory>
#include <utility>

namespace native {
using namespace fearless;

template <class T>
class mutex {
 public:
  explicit mutex(T value) : shared_(std::make_shared<T>(std::move(value))) {}
  mutex(const mutex& other) : shared_(other.shared_) {}
  [[nodiscard]] lock_result<T*> lock() const { return shared_.get(); }

 private:
  std::shared_ptr<T> shared_;
};
}  // namespace native
