/* SPDX-License-Identifier: MIT */
int built(void);
int built(void) {
  return 0;
}
