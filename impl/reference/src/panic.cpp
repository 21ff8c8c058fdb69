// SPDX-License-Identifier: MIT
#include "fearless/panic.hpp"

#include <cxxabi.h>

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>

#include "fearless/thread.hpp"

namespace fearless {

namespace {

void print_panic(const panic_payload& payload, const std::source_location& where) {
  const thread panicking = current_thread();
  const std::string name(panicking.name().value_or("<unnamed>"));
  // One call, so that the lines of threads that panic at the same time do not mix.
  std::fprintf(stderr, "thread '%s' panicked at %s:%u: %s\n", name.c_str(), where.file_name(),
               static_cast<unsigned>(where.line()), payload.message().c_str());
}

constinit std::atomic<panic_hook> current_hook = print_panic;

std::string readable(const std::type_info& type) {
  int status = 0;
  const std::unique_ptr<char, decltype(&std::free)> name(abi::__cxa_demangle(type.name(), nullptr, nullptr, &status),
                                                         &std::free);
  return name ? name.get() : type.name();
}

std::string what(const std::exception_ptr& exception) {
  try {
    std::rethrow_exception(exception);
  } catch (const std::exception& error) {
    return error.what();
  } catch (...) {
    return "an exception of an unknown type";
  }
}

}  // namespace

std::string panic_payload::message() const {
  if (const auto* text = get<std::string>()) return *text;
  if (const auto* exception = get<std::exception_ptr>()) return what(*exception);
  return value_ ? "a value of type " + readable(value_->type()) : "a payload that was moved out";
}

panic_hook set_panic_hook(panic_hook hook) noexcept {
  return current_hook.exchange(hook);
}

void resume_panic(panic_payload payload) {
  throw panic_exception(std::move(payload));
}

void panic_with(panic_payload payload, std::source_location where) {
  current_hook.load()(payload, where);
  resume_panic(std::move(payload));
}

void panic(std::string_view text, std::source_location where) {
  panic_with(panic_payload::of(std::string(text)), where);
}

}  // namespace fearless
