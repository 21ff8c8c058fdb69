// SPDX-License-Identifier: MIT
// How fast channels are: any implementations side by side, through the port.
// Usage: bench_channels LIBRARY LIBRARY… ; the first is compared with each of the others.
#include <dlfcn.h>
#include <fmt/core.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <thread>
#include <vector>

#include "fearless_port.h"

namespace {

using clock = std::chrono::steady_clock;
using nanoseconds = std::chrono::duration<double, std::nano>;

constexpr int rounds = 9;

[[noreturn]] void refuse(const std::string& why) {
  fmt::print(stderr, "bench_channels: {}\n", why);
  std::exit(2);
}

const fearless_port& load(const char* file) {
  void* const handle = dlopen(file, RTLD_NOW | RTLD_LOCAL);
  if (handle == nullptr) refuse(fmt::format("{} can't be loaded: {}", file, dlerror()));
  void* const entry = dlsym(handle, "fearless_port_v1");
  if (entry == nullptr) refuse(fmt::format("{} does not export fearless_port_v1", file));
  const fearless_port* const port = reinterpret_cast<const fearless_port* (*)()>(entry)();
  if (port->version != FEARLESS_PORT_VERSION || port->channels == nullptr)
    refuse(fmt::format("{} has no channels for version {} of the port", file, FEARLESS_PORT_VERSION));
  return *port;
}

/// One channel of an implementation. What is sent are numbers, which need no memory of their own.
struct channel {
  explicit channel(const fearless_channels& table) : of(table) { of.channel(&tx, &rx); }
  void send(fearless_sender* end, std::uint64_t number) const {
    fearless_value returned{};
    if (!of.send(end, {.data = reinterpret_cast<void*>(number), .drop = nullptr}, &returned)) refuse("a send failed");
  }
  bool recv(std::uint64_t& number) const {
    fearless_value got{};
    if (of.recv(rx, &got) != FEARLESS_RECEIVED) return false;
    number = reinterpret_cast<std::uint64_t>(got.data);
    return true;
  }
  const fearless_channels& of;
  fearless_sender* tx = nullptr;
  fearless_receiver* rx = nullptr;
};

void expect(bool right) {
  if (!right) refuse("a channel lost, changed or made up a message: certify it first");
}

/// Each workload returns the nanoseconds per message.
struct workload {
  const char* name;
  std::uint64_t messages;
  void (*run)(const fearless_channels&, std::uint64_t messages);
};

void alone(const fearless_channels& of, std::uint64_t messages) {
  const channel way(of);
  for (std::uint64_t i = 0; i < messages; ++i) way.send(way.tx, i);
  of.drop_sender(way.tx);
  std::uint64_t got = 0;
  for (std::uint64_t i = 0; i < messages; ++i) expect(way.recv(got) && got == i);
  expect(!way.recv(got));
  of.drop_receiver(way.rx);
}

template <int Senders>
void to_one(const fearless_channels& of, std::uint64_t messages) {
  const channel way(of);
  std::vector<std::thread> senders;
  for (int i = 0; i < Senders; ++i)
    senders.emplace_back([&of, &way, own = of.clone_sender(way.tx), messages] {
      for (std::uint64_t number = 0; number < messages / Senders; ++number) way.send(own, number);
      of.drop_sender(own);
    });
  of.drop_sender(way.tx);
  std::uint64_t got = 0, count = 0;
  while (way.recv(got)) ++count;
  expect(count == messages / Senders * Senders);
  for (auto& sender : senders) sender.join();
  of.drop_receiver(way.rx);
}

void to_and_fro(const fearless_channels& of, std::uint64_t messages) {
  const channel there(of), back(of);
  std::thread other([&] {
    std::uint64_t ball = 0;
    while (there.recv(ball)) back.send(back.tx, ball + 1);
  });
  std::uint64_t ball = 0;
  for (std::uint64_t i = 0; i < messages / 2; ++i) {
    there.send(there.tx, ball);
    expect(back.recv(ball));
  }
  of.drop_sender(there.tx);
  other.join();
  expect(ball == messages / 2);
  of.drop_sender(back.tx);
  of.drop_receiver(there.rx);
  of.drop_receiver(back.rx);
}

constexpr workload workloads[] = {{"alone", 3'000'000, alone},
                                  {"one to one", 3'000'000, to_one<1>},
                                  {"four to one", 3'000'000, to_one<4>},
                                  {"to and fro", 40'000, to_and_fro}};

double median(std::vector<double> of) {
  std::ranges::nth_element(of, of.begin() + static_cast<std::ptrdiff_t>(of.size() / 2));
  return of[of.size() / 2];
}

}  // namespace

int main(int count, char** files) {
  if (count < 2) refuse("name the libraries to measure, the one to compare first");
  std::vector<const fearless_port*> ports;
  for (int i = 1; i < count; ++i) ports.push_back(&load(files[i]));

  fmt::print(
      "nanoseconds a message, medians of {} interleaved rounds on {} processors; in brackets how many times as "
      "fast `{}` is\n{:<12}",
      rounds, std::thread::hardware_concurrency(), ports[0]->name, "");
  for (const auto* port : ports) fmt::print("{:>20}", port->name);
  fmt::print("\n");
  for (const auto& [name, messages, run] : workloads) {
    std::vector<std::vector<double>> took(ports.size());
    for (int round = 0; round < rounds; ++round) {
      for (std::size_t i = 0; i < ports.size(); ++i) {
        const auto began = clock::now();
        run(*ports[i]->channels, messages);
        took[i].push_back(nanoseconds(clock::now() - began).count() / static_cast<double>(messages));
      }
    }
    fmt::print("{:<12}", name);
    for (std::size_t i = 0; i < ports.size(); ++i) {
      std::vector<double> times_as_fast;
      for (int round = 0; round < rounds; ++round)
        times_as_fast.push_back(took[i][static_cast<std::size_t>(round)] / took[0][static_cast<std::size_t>(round)]);
      fmt::print("{:>20}", i == 0 ? fmt::format("{:.1f}", median(took[0]))
                                  : fmt::format("{:.1f} ({:.2f})", median(took[i]), median(times_as_fast)));
    }
    fmt::print("\n");
  }
}
