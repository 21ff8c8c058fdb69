// SPDX-License-Identifier: MIT
// Rejected: fearless[value-not-send]
#include <subject.hpp>
#include <utility>

#ifdef ACCEPTED
using owner = subject::arc<int>;
owner make() {
  return subject::make_arc<int>(4);
}
#else
using owner = subject::rc<int>;
owner make() {
  return subject::make_rc<int>(4);
}
#endif

int main() {
  auto [tx, rx] = subject::channel<owner>();

  auto producer = subject::spawn([](subject::sender<owner> mine) { mine.send(make()).unwrap(); }, std::move(tx));

  const int seen = *rx.recv().unwrap();
  std::move(producer).join().unwrap();
  return seen == 4 ? 0 : 1;
}
