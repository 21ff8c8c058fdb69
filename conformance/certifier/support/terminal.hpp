// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <mutex>
#include <string>
#include <string_view>

namespace fearless::certifier {

/// What a piece of text says, as far as colour can tell.
enum class tone { plain, good, bad, doubtful, faint, strong };

/// The standard output: colours and a line that is rewritten where it is a terminal, plain lines where it is a pipe.
/// NO_COLOR is honoured. Thread safety: all functions may be called from any thread.
class terminal {
 public:
  terminal();
  ~terminal();
  terminal(const terminal&) = delete;
  terminal& operator=(const terminal&) = delete;

  /// A line that stays.
  void print(std::string_view line);

  /// Begins to count steps up to `total`; on a terminal they show as one line, `label 3/40 …`, which says at first what
  /// the first step waits for.
  void begin(std::string label, std::size_t total, std::string_view first = {});

  /// One step is done. Its line stays where it is worth it: in a pipe always, on a terminal if it `matters`.
  void step(std::string_view line, bool matters);

  /// One step is done, of which nothing stays.
  void advance(std::string_view line);

  /// Ends the counting and takes the progress line away.
  void end();

  /// The text in the colour of its tone, or as it is.
  [[nodiscard]] std::string paint(tone as, std::string_view text) const;

  [[nodiscard]] bool is_interactive() const { return interactive_; }

 private:
  void write(std::string_view text);
  void show_progress(std::string_view current);

  std::mutex mutex_;
  bool interactive_, colours_;
  std::string label_;
  std::size_t done_ = 0, total_ = 0;
};

}  // namespace fearless::certifier
