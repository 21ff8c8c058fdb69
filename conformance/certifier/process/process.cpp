// SPDX-License-Identifier: MIT
#include "process.hpp"

#include <fmt/format.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <thread>

#include "bounded_file.hpp"
#include "box_report.hpp"
#include "deadlock_detection.hpp"
#include "error.hpp"
#include "event_form.hpp"
#include "files.hpp"
#include "interruption.hpp"
#include "printable.hpp"
#include "program_processes.hpp"
#include "shortage.hpp"
#include "spawn.hpp"

namespace fearless::certifier {

namespace {

using clock = std::chrono::steady_clock;

/// Most cases end before this time, without the cost of reading /proc.
constexpr std::chrono::milliseconds first_sample{40};

/// The list of numbers in a field of an event of this kind; empty without one.
std::vector<pid_t> numbers_in(const nlohmann::json& event, std::string_view kind, const char* field) {
  std::vector<pid_t> numbers;
  if (event["event"] != kind || !event.contains(field)) return numbers;
  for (const auto& each : event[field])
    if (each.is_number_integer()) numbers.push_back(each.get<pid_t>());
  return numbers;
}

/// A running program: reads its output until it ends or must be stopped.
class observation {
 public:
  explicit observation(const command& program)
      : program_(program),
        started_(clock::now()),
        child_(spawn(program)),
        deadlock_detector_({.leader = program.box ? 0 : child_.process}, program.bounds.wall, program.hosts_detector,
                           program.has_housekeeping) {
    // The box has not reported yet in which folder its program is.
    if (!program.box) seen_.folder = program.directory;
  }

  ~observation() {
    if (!ended_) stop();
  }

  outcome complete() {
    watch();
    seen_.elapsed = std::chrono::duration_cast<std::chrono::milliseconds>(clock::now() - started_);
    const ending how = was_stopped() ? stop() : end();
    seen_.exit_code = how.exit_code;
    seen_.signal = how.signal;
    if (seen_.exit_code != 0) seen_.shortage = shortage_.lacking(program_.directory);
    read_streams();
    read_box();
    hand_over_folder();
    return std::move(seen_);
  }

 private:
  void watch();
  void sample();
  void ask_for_stacks();
  void read_box();
  void hand_over_folder();
  void read_streams();
  void read_into(file_descriptor& from, std::string& text);
  void take_events();

  [[nodiscard]] bool was_stopped() const {
    return seen_.timed_out || seen_.deadlocked || seen_.output_capped || !seen_.excess.empty();
  }

  ending end() {
    ended_ = true;
    return end_all(child_);
  }

  /// Also kills processes that left the group, while they can still be found through their parents. The numbers of
  /// those in a box mean others here.
  ending stop() {
    if (!program_.box)
      for (const pid_t process : deadlock_detector_.watched().all()) ::kill(process, SIGKILL);
    return end();
  }

  const command& program_;
  const shortage_watch shortage_;
  const clock::time_point started_;
  child child_;
  deadlock_detector deadlock_detector_;
  box_report box_;
  outcome seen_;
  std::string partial_event_;
  std::size_t event_bytes_ = 0;
  bool ended_ = false;
};

void observation::watch() {
  const auto deadline = started_ + program_.bounds.wall;
  auto next_sample = program_.watch_for_deadlock ? started_ + first_sample : clock::time_point::max();
  while (true) {
    std::array<pollfd, 5> files{{{child_.ending.number(), POLLIN, 0},
                                 {interruption_file(), POLLIN, 0},
                                 {child_.standard_output.number(), POLLIN, 0},
                                 {child_.standard_error.number(), POLLIN, 0},
                                 {child_.events.number(), POLLIN, 0}}};
    const auto wait = std::chrono::ceil<std::chrono::milliseconds>(std::min(deadline, next_sample) - clock::now());
    ::poll(files.data(), files.size(), static_cast<int>(std::max<std::int64_t>(wait.count(), 0)));
    stop_if_interrupted();
    read_streams();
    if (seen_.output_capped || files[0].revents != 0) return;
    if (clock::now() >= deadline)
      seen_.timed_out = true;
    else if (clock::now() >= next_sample) {
      sample();
      next_sample = clock::now() + deadlock_detector_.pause();
    }
    if (seen_.timed_out || seen_.deadlocked) {
      seen_.threads = deadlock_detector_.describe_threads();
      seen_.waiting_threads = deadlock_detector_.threads_that_wait();
      ask_for_stacks();
    }
    if (was_stopped()) return;
  }
}

void observation::sample() {
  read_box();
  if (deadlock_detector_.watched().leader == 0) return;  // the box has not started the program yet
  const resource_use use = use_of(deadlock_detector_.watched(), program_.bounds.memory);
  constexpr std::size_t mebibyte = 1 << 20;
  if (use.memory > program_.bounds.memory)
    seen_.excess = fmt::format("{} MiB of memory", program_.bounds.memory / mebibyte);
  else if (use.threads > program_.bounds.threads)
    seen_.excess = fmt::format("{} threads", program_.bounds.threads);
  else
    seen_.deadlocked = deadlock_detector_.sample();
}

/// Asks a program that will be stopped where its threads are. It may not answer.
void observation::ask_for_stacks() {
  if (program_.stacks_file.empty() || (program_.box && !box_.folder.is_open())) return;
  // In a box its processes have other numbers here. The box itself ignores the signal.
  for (const pid_t each : program_processes{.leader = child_.process, .proc = "/proc", .are_in_box = false}.all())
    ::kill(each, SIGWINCH);
  const std::string folder = program_.box ? path_of(box_.folder) : program_.directory.string();
  constexpr std::chrono::milliseconds most{500}, pause{5};
  constexpr std::uint64_t most_bytes = 256 << 10;
  for (const auto end = clock::now() + most; clock::now() < end; std::this_thread::sleep_for(pause)) {
    const auto found = read_left(folder, program_.stacks_file, most_bytes);
    if (!found || found->is_strange) return;
    seen_.stacks = found->text;
    if (found->text.ends_with("end\n")) return;
  }
}

/// Takes over what the box reports. Errors: `user_error` if it could not start the program.
void observation::read_box() {
  if (!program_.box) return;
  read_report(child_.box, box_);
  if (!box_.failure.empty())
    throw user_error(fmt::format("can't run {} in a box: {}", program_.arguments.at(0), box_.failure));
  if (box_.program == 0 || deadlock_detector_.watched().leader != 0) return;
  deadlock_detector_.watch({.leader = box_.program, .proc = path_of(box_.proc), .are_in_box = true});
}

void observation::hand_over_folder() {
  if (!program_.box || !box_.folder.is_open()) return;
  seen_.open_folder = std::make_shared<file_descriptor>(std::move(box_.folder));
  seen_.folder = path_of(*seen_.open_folder);
}

void observation::read_streams() {
  std::string out, error, events;
  read_into(child_.standard_output, out);
  read_into(child_.standard_error, error);
  read_into(child_.events, events);
  const std::size_t space = program_.bounds.output - std::min(program_.bounds.output, seen_.output.size());
  if (out.size() + error.size() > space) seen_.output_capped = true;
  seen_.standard_output += out;
  seen_.output += (out + error).substr(0, space);
  event_bytes_ += events.size();
  if (event_bytes_ > program_.bounds.output) seen_.output_capped = true;
  partial_event_ += events;
  take_events();
}

/// Reads at most the size of a pipe at a time, so that endless output is noticed before it fills the memory.
void observation::read_into(file_descriptor& from, std::string& text) {
  if (!from.is_open()) return;
  std::array<char, 65536> chunk;
  const auto length = ::read(from.number(), chunk.data(), chunk.size());
  if (length > 0)
    text.append(chunk.data(), static_cast<std::size_t>(length));
  else if (length == 0 || (errno != EAGAIN && errno != EINTR))
    from.close();
}

void observation::take_events() {
  for (auto end = partial_event_.find('\n'); end != std::string::npos; end = partial_event_.find('\n')) {
    auto event = read_event(std::string_view(partial_event_).substr(0, end), child_.secret, seen_.events.size());
    partial_event_.erase(0, end + 1);
    if (!event) {
      ++seen_.garbled_events;
      continue;
    }
    for (const pid_t thread : numbers_in(*event, "host", "runtime_threads")) deadlock_detector_.ignore(thread);
    for (const pid_t thread : numbers_in(*event, "loaded", "runtime_threads")) deadlock_detector_.note_runtime(thread);
    seen_.events.push_back(std::move(*event));
  }
}

}  // namespace

bool is_of_machine(const outcome& seen) {
  if (seen.timed_out || seen.output_capped || !seen.excess.empty() || seen.signal == SIGKILL ||
      seen.signal == SIGXCPU || !seen.shortage.empty())
    return true;
  return std::ranges::any_of(std::array{ENOSPC, ENOMEM, EMFILE, ENFILE, EDQUOT},
                             [&](int error) { return seen.output.find(::strerror(error)) != std::string::npos; });
}

std::string last_words(const outcome& seen) {
  const auto lines = lines_of(seen.output);
  constexpr std::size_t most_bytes = 200;
  return lines.empty() ? "" : fmt::format(", and says `{}`", printable(lines.back(), most_bytes));
}

const nlohmann::json* find_event(const outcome& seen, std::string_view kind) {
  const auto found = std::ranges::find_if(seen.events, [&](const auto& each) { return each["event"] == kind; });
  return found == seen.events.end() ? nullptr : &*found;
}

outcome run(const command& program) {
  return observation(program).complete();
}

}  // namespace fearless::certifier
