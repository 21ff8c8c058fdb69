/* SPDX-License-Identifier: MIT */
/* Leaves links that are named like reports of the race detector, a symbolic one and one to a file by another name:
 * EXIT, and nothing of the files is read. */
#include "hostile.h"
static void harm(void) {
  if (!runs_a_case()) return;
  symlink("/etc/passwd", "report.1");
  close(open("secret", O_WRONLY | O_CREAT, 0600));
  link("secret", "report.2");
}
