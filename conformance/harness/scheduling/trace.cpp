// SPDX-License-Identifier: MIT
// Built without the race detector's instrumentation, so that the trace orders nothing.
#include "scheduling/trace.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <map>
#include <nlohmann/json.hpp>

#include "scheduling/plan_file.hpp"
#include "scheduling/scheduler.hpp"
#include "system/frames.hpp"

namespace scheduling::trace {

namespace {

using nlohmann::json;

constinit int trace_file = -1;

json frames_here() {
  json all = json::array();
  for (const auto& place : unseen::implementation_frames().places()) all.push_back({place.file, place.offset});
  return all;
}

/// What values are shown as, by their addresses.
std::map<const void*, std::string>& descriptions() {
  static std::map<const void*, std::string> all;
  return all;
}

void add_value(json& event, const void* value) {
  if (const auto found = descriptions().find(value); found != descriptions().end()) event["value"] = found->second;
}

std::string address(const void* of) {
  return fmt::format("{}", of);
}

void write(const json& event) {
  const int before = errno;
  const std::string line = event.dump(-1, ' ', false, json::error_handler_t::replace) + "\n";
  if (syscall(SYS_write, trace_file, line.data(), line.size()) < 0) _exit(2);
  errno = before;
}

/// Writes what the calling thread does.
void write_of_this_thread(json event) {
  const int thread = the_scheduler().place_of_this_thread();
  if (thread < 0) return;
  event["thread"] = thread;
  write(event);
}

void write_with_frames(json event) {
  if (the_scheduler().place_of_this_thread() < 0) return;
  event["at"] = frames_here();
  write_of_this_thread(std::move(event));
}

const char* name(operation_kind of) {
  switch (of) {
    case operation_kind::lock:
      return "lock";
    case operation_kind::unlock:
      return "unlock";
    case operation_kind::wait:
      return "wait";
    case operation_kind::wake:
      return "wake";
    case operation_kind::spawn:
      return "spawn";
    case operation_kind::join:
      return "join";
    case operation_kind::yield:
      return "yield";
    default:
      return nullptr;  // shown in other ways, or of no interest
  }
}

const char* name_of_order(int order) {
  constexpr std::array names{"relaxed", "consume", "acquire", "release", "acq_rel", "seq_cst"};
  return names.at(static_cast<std::size_t>(order) % names.size());
}

}  // namespace

bool begin(const std::string& path) {
  unseen::note_code_of_implementation();
  trace_file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
  detail::is_on = trace_file >= 0;
  return detail::is_on;
}

void describe(const void* value, std::string text) {
  if (the_scheduler().place_of_this_thread() >= 0) descriptions()[value] = std::move(text);
}

void calls(const char* function, const char* kind, const void* object, const void* value) {
  json event = {{"call", function}};
  if (object != nullptr) event.update({{"kind", kind}, {"object", address(object)}});
  add_value(event, value);
  write_of_this_thread(std::move(event));
}

void returned(const std::string& result, const char* kind, const void* made, const void* value) {
  json event = {{"returned", result}};
  if (made != nullptr) event.update({{"kind", kind}, {"gives", address(made)}});
  add_value(event, value);
  write_of_this_thread(std::move(event));
}

void remark(const char* text) {
  write_of_this_thread({{"remark", text}});
}

std::string shown(unsigned __int128 value) {
  constexpr std::uint64_t largest_number = 1'000'000;
  const auto low = static_cast<std::uint64_t>(value);
  const auto high = static_cast<std::uint64_t>(value >> 64U);
  if (high != 0) return fmt::format("{:#x}{:016x}", high, low);
  return low < largest_number ? fmt::format("{}", low) : fmt::format("{:#x}", low);
}

void accessed(const access& what) {
  json event = {{"does", what.does}, {"order", name_of_order(what.order)}};
  if (what.on != nullptr) event["on"] = address(what.on);
  if (what.read) event["read"] = *what.read;
  if (what.wrote) event["wrote"] = *what.wrote;
  if (what.newest) event["newest"] = *what.newest;
  write_with_frames(std::move(event));
}

void comes_to(operation next) {
  const char* const does = name(next.kind);
  if (does == nullptr) return;
  json event = {{"does", does}};
  if (next.address != nullptr) event["on"] = address(next.address);
  write_with_frames(std::move(event));
}

void waits(const void* on, wait_kind how) {
  json event = {{"waits", address(on)}};
  if (how.is_of_case)
    write_of_this_thread(std::move(event));
  else
    write_with_frames(std::move(event));
}

void goes_on(woken why) {
  constexpr std::array reasons{"woken", "its time is up", "woken, and its time is up", "for no reason", "detached"};
  write_of_this_thread({{"goes_on", reasons.at(static_cast<std::size_t>(why))}});
}

void starts() {
  write_of_this_thread({{"starts", true}});
}

void ends() {
  write_of_this_thread({{"ends", true}});
}

void departs(const departure& choice) {
  if (!is_on()) return;
  write({{"departs", name(choice.what)}, {"thread", choice.thread}, {"to", choice.answer}});
}

void deadlock() {
  write({{"deadlock", true}});
}

}  // namespace scheduling::trace
