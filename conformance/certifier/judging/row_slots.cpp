// SPDX-License-Identifier: MIT
#include "row_slots.hpp"

namespace fearless::certifier {

row_slots::held::held(row_slots& from, bool all) : from_(from), taken_(all ? from.count_ : 1) {
  std::unique_lock lock(from_.mutex_);
  if (all) {
    ++from_.waiting_for_all_;
    from_.changed_.wait(lock, [&] { return from_.free_ == from_.count_; });
    --from_.waiting_for_all_;
  } else {
    from_.changed_.wait(lock, [&] { return from_.free_ > 0 && from_.waiting_for_all_ == 0; });
  }
  from_.free_ -= taken_;
}

row_slots::held::~held() {
  {
    const std::scoped_lock lock(from_.mutex_);
    from_.free_ += taken_;
  }
  from_.changed_.notify_all();
}

}  // namespace fearless::certifier
