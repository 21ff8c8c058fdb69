// SPDX-License-Identifier: MIT
// Wrong: a pointer to the data of a mutex, assigned to a variable, is used after the guard has ended.
// Seen by: nothing
#include <native.hpp>

int main() {
  native::mutex<int> count(3);

  int* kept = nullptr;
  {
    auto guard = count.lock().unwrap();
    kept = &*guard;
  }
  *kept += 1;

  return *count.lock().unwrap() == 4 ? 0 : 1;
}
