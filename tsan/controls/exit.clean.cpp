// SPDX-License-Identifier: MIT
// A thread ends, and the process completes its work.
// Verdict: PASS
// Builds: plain instrumented
#include <cstdio>
#include <thread>

int main() {
  std::thread other([] {});
  other.join();
  std::puts("DONE");
}
