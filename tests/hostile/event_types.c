/* SPDX-License-Identifier: MIT */
/* Sends EVENT, whose fields are of another type than the test program's, while it is loaded or in a case: the library
 * is rejected as one that writes into the events, or the row is EXIT. */
#include "hostile.h"
static void harm(void) {
  if (word(WHEN) != NULL) forge_line(EVENT);
}
