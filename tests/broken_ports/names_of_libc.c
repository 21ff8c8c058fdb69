/* SPDX-License-Identifier: MIT */
/* A port in C whose function `send` is visible: the loader takes libc's in its place. */
#include "fearless_port.h"

static int one;
static void channel(fearless_sender** sender, fearless_receiver** receiver) {
  *sender = (fearless_sender*)&one;
  *receiver = (fearless_receiver*)&one;
}
static fearless_sender* clone_sender(const fearless_sender* sender) {
  return (fearless_sender*)sender;
}
static void drop_sender(fearless_sender* sender) {}
static void drop_receiver(fearless_receiver* receiver) {}
bool send(fearless_sender* sender, fearless_value value, fearless_value* returned) {
  *returned = value;
  return false;
}
static fearless_received receive(fearless_receiver* receiver, fearless_value* value) {
  return FEARLESS_DISCONNECTED;
}
static fearless_received try_receive(fearless_receiver* receiver, fearless_value* value) {
  return FEARLESS_DISCONNECTED;
}
static void for_each(fearless_receiver* receiver, bool (*body)(void*, fearless_value), void* env) {}

static const fearless_channels channels = {.channel = channel,
                                           .clone_sender = clone_sender,
                                           .drop_sender = drop_sender,
                                           .drop_receiver = drop_receiver,
                                           .send = send,
                                           .recv = receive,
                                           .try_recv = try_receive,
                                           .for_each = for_each};
static const fearless_port port = {.size = sizeof(fearless_port),
                                   .version = FEARLESS_PORT_VERSION,
                                   .name = "names",
                                   .release = "1",
                                   .channels = &channels};

__attribute__((visibility("default"))) const fearless_port* fearless_port_v1(void) {
  return &port;
}
