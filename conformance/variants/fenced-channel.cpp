// SPDX-License-Identifier: MIT
// A correct channel whose two sides see by stand-alone fences whether the receiver sleeps.
#include "sleeping_channel.hpp"

VARIANT(port) {
  port.channels = queue_channels<sleeping_channel<true>>();
}
