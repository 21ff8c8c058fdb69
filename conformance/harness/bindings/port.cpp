// SPDX-License-Identifier: MIT
#include "bindings/port.hpp"

#include <dlfcn.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string_view>

#include "bindings/loaded_files.hpp"
#include "bindings/traced_port.hpp"
#include "events/events.hpp"
#include "scheduling/execution.hpp"
#include "scheduling/interception/interception.hpp"

namespace bindings {

namespace {

const fearless_port* loaded_port = nullptr;
std::string loaded_library;

/// Whether all of a table's functions are there. A table consists of pointers to functions.
template <class Table>
bool is_complete(const Table* table) {
  if (table == nullptr) return true;
  void (*functions[sizeof(Table) / sizeof(void (*)())])();
  static_assert(sizeof functions == sizeof(Table));
  std::memcpy(static_cast<void*>(functions), table, sizeof functions);
  for (const auto function : functions) {
    if (function == nullptr) return false;
  }
  return true;
}

/// Whether a text of the port fits into a line: it is printed with each verdict.
bool is_line(const char* text) {
  constexpr std::size_t most = 200;
  const std::string_view start(text, strnlen(text, most + 1));
  return start.size() <= most &&
         std::ranges::none_of(start, [](unsigned char each) { return each < ' ' || each == 0x7f; });
}

std::optional<std::string> refusal(const fearless_port* port) {
  if (port == nullptr) return "fearless_port_v1 returns null; return the address of a fearless_port";
  // The size is the first member and is read alone: a struct that is too small may end right behind it.
  if (port->size < offsetof(fearless_port, version) + sizeof port->version)
    return fmt::format("its fearless_port has {} bytes; set size to sizeof(fearless_port)", port->size);
  if (port->version != FEARLESS_PORT_VERSION)
    return fmt::format(
        "the library has version {} of the port, this suite version {}; build it against this suite's fearless_port.h",
        port->version, FEARLESS_PORT_VERSION);
  if (port->size < sizeof(fearless_port))
    return fmt::format(
        "its fearless_port has {} bytes, the header's has {}; build it against this suite's fearless_port.h",
        port->size, sizeof(fearless_port));
  if (port->name == nullptr || port->release == nullptr) return "the name or the release of its port is null; set both";
  if (!is_line(port->name) || !is_line(port->release))
    return "the name or the release of its port has a control character, or more than 200 bytes; shorten it to one "
           "line";
  const char* const gap = !is_complete(port->threads)     ? "threads"
                          : !is_complete(port->channels)  ? "channels"
                          : !is_complete(port->mutexes)   ? "mutexes"
                          : !is_complete(port->rcs)       ? "rcs"
                          : !is_complete(port->arcs)      ? "arcs"
                          : !is_complete(port->weak_arcs) ? "weak_arcs"
                                                          : nullptr;
  if (gap != nullptr)
    return fmt::format("its table `{}` has a null function; set all of its functions, or set the table itself to null",
                       gap);
  return {};
}

template <class Table>
const Table& table(const Table* table, const char* name) {
  if (table == nullptr) unsupported(name, demand::required);
  scheduling::before_call();
  return *table;
}

}  // namespace

void unsupported(const char* feature, demand needed) {
  events::emit({{"event", "unsupported"}, {"table", feature}, {"optional", needed == demand::optional}});
  _exit(3);
}

void no_thread() {
  events::emit({{"event", "failed"},
                {"file", __FILE__},
                {"line", __LINE__},
                {"expression", "spawn(closure)"},
                {"seen", "null"},
                {"message", "the implementation says that the system starts no thread"}});
  _exit(1);
}

std::optional<std::string> load(const std::string& library) {
  // An absolute path, since dlopen searches the library path for a plain name.
  const auto path = std::filesystem::absolute(library).string();
  note_own_files();
  void* const handle = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
  if (handle == nullptr) return fmt::format("the library cannot be loaded: {}", dlerror());
  scheduling::intercept_fences();
  void* const entry = dlsym(handle, "fearless_port_v1");
  if (entry == nullptr) return "it does not export fearless_port_v1; export it with C linkage and default visibility";
  const auto* const found = reinterpret_cast<const fearless_port* (*)()>(entry)();
  if (auto why = refusal(found)) return why;
  loaded_port = found;
  loaded_library = path;
  return {};
}

const fearless_port& port() {
  return *loaded_port;
}
void trace_calls() {
  loaded_port = &traced(*loaded_port);
}
const std::string& library() {
  return loaded_library;
}

const fearless_threads& threads() {
  return table(port().threads, "threads");
}
const fearless_channels& channels() {
  return table(port().channels, "channels");
}
const fearless_mutexes& mutexes() {
  return table(port().mutexes, "mutexes");
}
const fearless_rcs& rcs() {
  return table(port().rcs, "rcs");
}
const fearless_arcs& arcs() {
  return table(port().arcs, "arcs");
}
const fearless_weak_arcs& weak_arcs() {
  if (port().weak_arcs == nullptr) unsupported("weak_arcs", demand::optional);
  return table(port().weak_arcs, "weak_arcs");
}

}  // namespace bindings
