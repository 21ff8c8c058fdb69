/* SPDX-License-Identifier: MIT */
/* A part of another library. Without the race detector's instrumentation nothing is seen of what it writes. */
static int kept;
int needed(int value) {
  const int was = kept;
  kept = value;
  return was;
}
