// SPDX-License-Identifier: MIT
#include "terminal.hpp"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace fearless::certifier {

namespace {

constexpr std::string_view erase_line = "\r\x1b[K";

std::size_t width() {
  winsize size{};
  return ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

/// The first `columns` code points: a line that wraps can't be erased.
std::string_view shortened(std::string_view line, std::size_t columns) {
  std::size_t bytes = 0, shown = 0;
  while (bytes < line.size() && shown < columns) {
    ++bytes;
    while (bytes < line.size() && (static_cast<unsigned char>(line[bytes]) & 0xC0) == 0x80) ++bytes;
    ++shown;
  }
  return line.substr(0, bytes);
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
  write(line);
  write("\n");
}

void terminal::begin(std::string label, std::size_t total, std::string_view first) {
  const std::scoped_lock lock(mutex_);
  label_ = std::move(label);
  done_ = 0;
  total_ = total;
  show_progress(first);
}

void terminal::step(std::string_view line, bool matters) {
  const std::scoped_lock lock(mutex_);
  ++done_;
  if (interactive_) write(erase_line);
  if (!interactive_ || matters) {
    write(line);
    write("\n");
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
  const char* code = as == tone::good       ? "32"
                     : as == tone::bad      ? "1;31"
                     : as == tone::doubtful ? "33"
                     : as == tone::faint    ? "2"
                                            : "1";
  return fmt::format("\x1b[{}m{}\x1b[0m", code, text);
}

/// Ignores errors: the results are in files, so a closed pipe does not matter.
void terminal::write(std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stdout);
  std::fflush(stdout);
}

void terminal::show_progress(std::string_view current) {
  if (!interactive_ || total_ == 0) return;
  std::string line = fmt::format("{} {}/{}", label_, done_, total_);
  if (!current.empty()) line += "  " + without_colours(current.substr(0, current.find('\n')));
  write(shortened(line, width() - 1));
}

}  // namespace fearless::certifier
