// SPDX-License-Identifier: MIT
// Claim: A program that moves an end of a channel to another thread shall be rejected by the ownership check if other
//   code can keep access to the messages, as with pointers or shared owners.
// Rejected: fearless[value-not-send]
#include <memory>
#include <native.hpp>
#include <utility>

#ifdef ACCEPTED
using message = std::unique_ptr<int>;
#else
using message = std::shared_ptr<int>;
#endif

int main() {
  auto [tx, rx] = native::channel<message>();

  auto producer =
      native::spawn([](native::sender<message> mine) { mine.send(std::make_unique<int>(7)).unwrap(); }, std::move(tx));

  const int seen = *rx.recv().unwrap();
  std::move(producer).join().unwrap();
  return seen == 7 ? 0 : 1;
}
