// SPDX-License-Identifier: MIT
// A thread writes to a valid address.
// Verdict: PASS
// Builds: plain instrumented
#include <cstdio>
#include <thread>

namespace {
int memory = 0;
volatile int* target = &memory;
}  // namespace

int main() {
  std::thread writer([] { *target = 1; });
  writer.join();
  std::puts("DONE");
}
