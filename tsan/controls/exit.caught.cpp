// SPDX-License-Identifier: MIT
// A thread ends the process with success before its work is done.
// Verdict: EXIT
// Builds: plain instrumented
#include <cstdio>
#include <cstdlib>
#include <thread>

int main() {
  std::thread other([] { std::_Exit(EXIT_SUCCESS); });
  other.join();
  std::puts("DONE");
}
