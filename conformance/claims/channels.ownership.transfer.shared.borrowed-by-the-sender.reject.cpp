// SPDX-License-Identifier: MIT
// Claim: A program that moves an end of a channel to another thread shall be rejected by the ownership check if other
//   code can keep access to the messages, as with pointers or shared owners.
// Aspect: The message is a pointer to a value that the sender keeps.
// Rejected: fearless[value-not-send]
#include <memory>
#include <native.hpp>
#include <utility>

#ifdef ACCEPTED
using message = std::unique_ptr<int>;
#else
using message = int*;
#endif

int main() {
  auto [tx, rx] = native::channel<message>();
  auto prime = std::make_unique<int>(7);

  auto consumer = native::spawn([](native::receiver<message> mine) { return *mine.recv().unwrap(); }, std::move(rx));
#ifdef ACCEPTED
  tx.send(std::move(prime)).unwrap();
#else
  tx.send(prime.get()).unwrap();
#endif

  return std::move(consumer).join().unwrap() == 7 ? 0 : 1;
}
