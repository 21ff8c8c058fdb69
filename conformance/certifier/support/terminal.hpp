// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace fearless::certifier {

/// The meaning of a piece of text, which selects its colour.
enum class tone { plain, good, bad, doubtful, faint, strong };

/// The standard output: colours and a progress line on a terminal, plain lines in a pipe.
/// NO_COLOR is honoured. Thread safety: all functions may be called from any thread.
class terminal {
 public:
  terminal();
  ~terminal();
  terminal(const terminal&) = delete;
  terminal& operator=(const terminal&) = delete;

  /// Prints a line. What could change the terminal or end the line is escaped, but for our own colours: a foreign text
  /// that may have such a colour must be made printable first. The progress line is shown again with the next step.
  void print(std::string_view line);

  /// Begins to count steps up to `total`. A terminal shows them as one line, `label 3/40 …`. `first` says what happens
  /// before the first step ends.
  void begin(std::string label, std::size_t total, std::string_view first = {});

  /// One step is done. Its line and those below are printed in a pipe, and on a terminal if it `matters`.
  void step(std::string_view line, bool matters, const std::vector<std::string>& below = {});

  /// One step is done; its line is shown as progress only.
  void advance(std::string_view line);

  /// Ends the counting and removes the progress line.
  void end();

  /// The text in the colour of its tone, made printable; unchanged without colours.
  [[nodiscard]] std::string paint(tone as, std::string_view text) const;

  [[nodiscard]] bool is_interactive() const { return interactive_; }

 private:
  void write(std::string_view text);
  void write_line(std::string_view line);
  void show_progress(std::string_view current);

  std::mutex mutex_;
  bool interactive_, colours_;
  std::string label_;
  std::size_t done_ = 0, total_ = 0;
};

}  // namespace fearless::certifier
