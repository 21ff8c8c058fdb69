// SPDX-License-Identifier: MIT
// Claim: send shall take the value itself, not a copy of it or a reference to it. A program that passes a value to send
//   without moving it is rejected by the ownership check.
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
