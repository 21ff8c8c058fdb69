// SPDX-License-Identifier: MIT
// Aspect: The messages have a type that cannot be moved.
// Rejected: fearless[value-not-movable]
#include <memory>
#include <native.hpp>

struct pinned {
  int value;
  explicit pinned(int begin) : value(begin) {}
  pinned(const pinned&) = delete;
  pinned& operator=(const pinned&) = delete;
};

int main() {
#ifdef ACCEPTED
  auto [tx, rx] = native::channel<std::unique_ptr<pinned>>();
#else
  auto [tx, rx] = native::channel<pinned>();
#endif

  tx.send(std::make_unique<pinned>(4)).unwrap();
  return rx.recv().unwrap()->value == 4 ? 0 : 1;
}
