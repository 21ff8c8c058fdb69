// SPDX-License-Identifier: MIT
// Rejected: -Wreturn-stack-address
#include <fearless/fearless.hpp>

namespace {

fearless::mutex_guard<int> open() {
  fearless::mutex<int> count(3);
  return count.lock().unwrap();
}

}  // namespace

int main() {
  return *open();
}
