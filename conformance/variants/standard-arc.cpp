// SPDX-License-Identifier: MIT
// A correct Arc: the standard library's shared_ptr.
#include <cstddef>
#include <memory>
#include <utility>

#include "mutant.hpp"

namespace {

using owner = std::shared_ptr<const fearless_value>;
using weak_owner = std::weak_ptr<const fearless_value>;

const owner& at(const fearless_arc* given) {
  return *reinterpret_cast<const owner*>(given);
}

fearless_arc* give(owner own) {
  return reinterpret_cast<fearless_arc*>(new owner(std::move(own)));
}

/// The drop of the value, and then of the memory in which it was.
void destroy(const fearless_value* value) {
  if (value->drop != nullptr) value->drop(value->data);
  delete value;
}

}  // namespace

VARIANT(port) {
  port.arcs = {
      .create = [](fearless_value value) { return give(owner(new fearless_value(value), destroy)); },
      .clone = [](const fearless_arc* given) { return give(at(given)); },
      .deref = [](const fearless_arc* given) { return at(given).get(); },
      .count = [](const fearless_arc* given) { return static_cast<std::size_t>(at(given).use_count()); },
      .drop = [](fearless_arc* given) { delete reinterpret_cast<owner*>(given); },
      .cycle =
          [](const fearless_arc* given, std::size_t times) {
            for (std::size_t time = 0; time < times; ++time) owner(at(given)).reset();
          },
  };
  port.arcs.weak = {
      .downgrade =
          [](const fearless_arc* given) { return reinterpret_cast<fearless_arc_weak*>(new weak_owner(at(given))); },
      .upgrade = [](const fearless_arc_weak* given) -> fearless_arc* {
        auto own = reinterpret_cast<const weak_owner*>(given)->lock();
        return own ? give(std::move(own)) : nullptr;
      },
      .drop = [](fearless_arc_weak* given) { delete reinterpret_cast<weak_owner*>(given); },
  };
}
