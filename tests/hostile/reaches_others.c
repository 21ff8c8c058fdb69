/* SPDX-License-Identifier: MIT */
/* Crashes if it sees the process PROCESS, or reaches the port PORT of this machine. */
#include <arpa/inet.h>
#include <signal.h>
#include <sys/socket.h>

#include "hostile.h"
static bool connects(void) {
  const struct sockaddr_in place = {
      .sin_family = AF_INET, .sin_port = htons(PORT), .sin_addr = {htonl(INADDR_LOOPBACK)}};
  return PORT != 0 && connect(socket(AF_INET, SOCK_STREAM, 0), (const struct sockaddr*)&place, sizeof place) == 0;
}
static void harm(void) {
  if (runs_a_case() && ((PROCESS != 0 && kill(PROCESS, 0) == 0) || connects())) abort();
}
