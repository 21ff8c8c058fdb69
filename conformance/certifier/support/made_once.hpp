// SPDX-License-Identifier: MIT
#pragma once

#include <exception>
#include <functional>
#include <future>
#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace fearless::certifier {

/// Values that take long to make and that several threads need: each is made once, by the first thread that needs it.
template <class Made>
class made_once {
 public:
  using maker = std::function<std::shared_ptr<const Made>()>;

  /// The value for this key. Blocks: while it is made. Errors: those of `make`, in every caller. Thread safety: yes.
  std::shared_ptr<const Made> get(const std::string& key, const maker& make) {
    std::promise<std::shared_ptr<const Made>> promise;
    std::shared_future<std::shared_ptr<const Made>> made = promise.get_future().share();
    bool is_first = false;
    {
      const std::scoped_lock lock(guard_);
      const auto [place, added] = known_.try_emplace(key, made);
      is_first = added;
      made = place->second;
    }
    if (is_first) try {
        promise.set_value(make());
      } catch (...) {
        promise.set_exception(std::current_exception());
      }
    return made.get();
  }

 private:
  std::mutex guard_;
  std::map<std::string, std::shared_future<std::shared_ptr<const Made>>> known_;
};

}  // namespace fearless::certifier
