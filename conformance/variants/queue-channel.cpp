// SPDX-License-Identifier: MIT
// A correct simple channel: a queue and a lock.
#include "queue_channel.hpp"

VARIANT(port) {
  port.channels = queue_channels<queue_channel>();
}
