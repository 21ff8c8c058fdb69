// SPDX-License-Identifier: MIT
// Claim: A computation that threads can do with messages shall also be possible with shared state, with the same
//   result.
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "bindings/channel.hpp"
#include "bindings/mutex.hpp"
#include "bindings/thread.hpp"
#include "testing/claim.hpp"

namespace {

using counts = std::map<std::string, int>;

const std::vector<std::vector<std::string>> pages = {
    {"the", "ship", "and", "the", "sea"}, {"the", "harbour", "and", "the", "ship"}, {"a", "ship", "at", "sea"}};

/// Counts words: each thread reads a page and sends its words to one thread that counts.
counts count_by_messages() {
  counts all;
  auto [tx, rx] = bindings::channel<std::string>();
  std::vector<bindings::join_handle<bindings::nothing>> readers;
  for (const auto& page : pages) {
    readers.push_back(bindings::spawn([page, own = tx.clone()] {
      for (const auto& word : page) own.send(word);
    }));
  }
  bindings::drop(std::move(tx));
  rx.for_each([&](const std::string& word) { ++all[word]; });
  for (auto& reader : readers) reader.join();
  return all;
}

/// The same with a count that all threads share.
counts count_by_shared_state() {
  const bindings::mutex<counts> all({});
  std::vector<bindings::join_handle<bindings::nothing>> readers;
  for (const auto& page : pages) {
    readers.push_back(bindings::spawn([page, all] {
      for (const auto& word : page) all.with_lock([&](counts& shared) { ++shared[word]; });
    }));
  }
  for (auto& reader : readers) reader.join();
  return *all.lock();
}

}  // namespace

CLAIM("shared.alternative") {
  const counts expected = {{"a", 1}, {"and", 2}, {"at", 1}, {"harbour", 1}, {"sea", 2}, {"ship", 3}, {"the", 4}};

  CHECK(count_by_messages() == expected);
  CHECK(count_by_shared_state() == expected);
}
