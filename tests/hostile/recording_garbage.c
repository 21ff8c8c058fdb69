/* SPDX-License-Identifier: MIT */
/* Fills the file in which scenarios are recorded with numbers that are too large for anything, and dies: EXIT. */
#include <sys/mman.h>
#include <sys/stat.h>

#include "hostile.h"
static void harm(void) {
  const char* const name = word("--recording");
  if (name == NULL) return;
  const int file = open(name, O_RDWR);
  struct stat about;
  fstat(file, &about);
  char* const contents = mmap(NULL, (size_t)about.st_size, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  memset(contents, 0x7f, (size_t)about.st_size);
  _exit(9);
}
