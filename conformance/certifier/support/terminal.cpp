// SPDX-License-Identifier: MIT
#include "terminal.hpp"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "columns.hpp"
#include "printable.hpp"

namespace fearless::certifier {

namespace {

constexpr std::string_view erase_line = "\r\x1b[K";

constexpr std::string_view no_colour = "\x1b[0m";

std::string_view code_of(tone as) {
  switch (as) {
    case tone::good:
      return "\x1b[32m";
    case tone::bad:
      return "\x1b[1;31m";
    case tone::doubtful:
      return "\x1b[33m";
    case tone::faint:
      return "\x1b[2m";
    case tone::strong:
      return "\x1b[1m";
    case tone::plain:
      break;
  }
  return "";
}

/// The colour at the beginning of a line; empty if there is none of ours.
std::string_view colour_at(std::string_view line) {
  for (const tone each : {tone::good, tone::bad, tone::doubtful, tone::faint, tone::strong})
    if (line.starts_with(code_of(each))) return code_of(each);
  return line.starts_with(no_colour) ? no_colour : "";
}

/// A line in which a terminal acts on nothing but our colours, if any.
std::string safe(std::string_view line, bool with_colours) {
  std::string text;
  while (with_colours && !line.empty()) {
    const std::string_view before = line.substr(0, line.find('\x1b')), colour = colour_at(line.substr(before.size()));
    text += printable(before) + std::string(colour);
    line.remove_prefix(before.size() + colour.size());
    if (colour.empty()) break;
  }
  return text + printable(line);
}

std::size_t width() {
  winsize size{};
  return ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

/// Removes colours: their bytes must not count as columns.
std::string without_colours(std::string_view line) {
  std::string text;
  bool in_escape = false;
  for (const char each : line) {
    in_escape = in_escape || each == '\x1b';
    if (!in_escape) text += each;
    in_escape = in_escape && each != 'm';
  }
  return text;
}

}  // namespace

terminal::terminal() : interactive_(::isatty(STDOUT_FILENO) == 1) {
  const char* kind = std::getenv("TERM");
  const char* no_color = std::getenv("NO_COLOR");
  if (kind == nullptr || std::string_view(kind) == "dumb") interactive_ = false;
  colours_ = interactive_ && (no_color == nullptr || *no_color == '\0');
}

terminal::~terminal() {
  end();
}

void terminal::print(std::string_view line) {
  const std::scoped_lock lock(mutex_);
  if (interactive_ && total_ > 0) write(erase_line);
  write_line(line);
}

void terminal::begin(std::string label, std::size_t total, std::string_view first) {
  const std::scoped_lock lock(mutex_);
  label_ = std::move(label);
  done_ = 0;
  total_ = total;
  show_progress(first);
}

void terminal::step(std::string_view line, bool matters, const std::vector<std::string>& below) {
  const std::scoped_lock lock(mutex_);
  ++done_;
  if (interactive_) write(erase_line);
  if (!interactive_ || matters) {
    write_line(line);
    for (const std::string& each : below) write_line(each);
  }
  show_progress(line);
}

void terminal::advance(std::string_view line) {
  const std::scoped_lock lock(mutex_);
  ++done_;
  if (interactive_) write(erase_line);
  show_progress(line);
}

void terminal::end() {
  const std::scoped_lock lock(mutex_);
  if (interactive_ && total_ > 0) write(erase_line);
  total_ = 0;
}

std::string terminal::paint(tone as, std::string_view text) const {
  if (!colours_ || as == tone::plain) return std::string(text);
  return fmt::format("{}{}{}", code_of(as), printable(text), no_colour);
}

/// Ignores errors: the results are in files, so a closed pipe does not matter.
void terminal::write(std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stdout);
  std::fflush(stdout);
}

void terminal::write_line(std::string_view line) {
  write(safe(line, colours_));
  write("\n");
}

void terminal::show_progress(std::string_view current) {
  if (!interactive_ || total_ == 0) return;
  std::string line = fmt::format("{} {}/{}", label_, done_, total_);
  if (!current.empty()) line += "  " + without_colours(safe(current, colours_));
  write(first_columns(line, width() - 1));  // a line that wraps can't be erased
}

}  // namespace fearless::certifier
