// SPDX-License-Identifier: MIT
// A thread writes to an invalid address.
// Verdict: CRASH
// Builds: plain instrumented
#include <cstdio>
#include <thread>

namespace {
volatile int* target = nullptr;
}

int main() {
  std::thread writer([] { *target = 1; });
  writer.join();
  std::puts("DONE");
}
