// SPDX-License-Identifier: MIT
// Aspect: The Rc is the data of a mutex.
// Rejected: fearless[value-not-send]
#include <native.hpp>
#include <utility>

#ifdef ACCEPTED
using owner = native::arc<int>;
owner make() {
  return native::make_arc<int>(4);
}
#else
using owner = native::rc<int>;
owner make() {
  return native::make_rc<int>(4);
}
#endif

int main() {
  auto reader =
      native::spawn([](native::mutex<owner> mine) { return **mine.lock().unwrap(); }, native::mutex<owner>(make()));

  return std::move(reader).join().unwrap() == 4 ? 0 : 1;
}
