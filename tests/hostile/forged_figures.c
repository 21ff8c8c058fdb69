/* SPDX-License-Identifier: MIT */
/* Reports FIGURES of executions that can't be, ahead of the true ones: EXIT. */
#include "hostile.h"
static void harm(void) {
  if (word("--execution-file") != NULL)
    forge_line("{\"event\":\"explored\",\"strategy\":\"noise\",\"seed\":1,\"detached\":0," FIGURES "}");
}
