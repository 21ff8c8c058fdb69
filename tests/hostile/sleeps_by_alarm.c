/* SPDX-License-Identifier: MIT */
/* Sleeps by a timer of `setitimer`, whose signal it handles or waits for: PASS. That is no deadlock. */
#include <semaphore.h>
#include <signal.h>
#include <sys/time.h>

#include "hostile.h"
static sem_t rings;
static sigset_t alarms;
static void ring(int signal) {
  (void)signal;
  sem_post(&rings);
}
static void sleep_by_alarm(uint64_t nanoseconds) {
  const struct itimerval timer = {
      .it_value = {(time_t)(nanoseconds / 1000000000), (suseconds_t)(nanoseconds % 1000000000 / 1000 + 1)}};
  int signal;
  setitimer(ITIMER_REAL, &timer, NULL);
  if (!HANDLES) sigwait(&alarms, &signal);
  while (HANDLES && sem_wait(&rings) != 0) continue;
}
static const fearless_threads by_alarm = {spawn, join, join, detach, sleep_by_alarm};
static void harm(void) {
  sem_init(&rings, 0, 0);
  sigemptyset(&alarms);
  sigaddset(&alarms, SIGALRM);
  if (HANDLES)
    signal(SIGALRM, ring);
  else
    pthread_sigmask(SIG_BLOCK, &alarms, NULL);
  port.threads = &by_alarm;
}
