/* SPDX-License-Identifier: MIT */
/* Does no harm: PASS. What the others show is their harm's doing. */
#include "hostile.h"
static void harm(void) {}
