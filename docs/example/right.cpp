// SPDX-License-Identifier: MIT
#include <cstdio>
#include <fearless/fearless.hpp>
#include <numeric>
#include <utility>
#include <vector>

namespace {

/// Adds the numbers up, and sends the sum.
void add_up(std::vector<int> numbers, fearless::sender<int> results) {
  results.send(std::reduce(numbers.begin(), numbers.end())).unwrap();
}

}  // namespace

int main() {
  auto [tx, rx] = fearless::channel<int>();
  auto total = fearless::make_arc<fearless::mutex<int>>(0);

  auto first = fearless::spawn(add_up, std::vector{1, 2, 3}, tx.clone());
  auto second = fearless::spawn(add_up, std::vector{4, 5, 6}, std::move(tx));
  auto collector = fearless::spawn(
      [](fearless::receiver<int> results, fearless::arc<fearless::mutex<int>> sum) {
        for (const int result : results) *sum->lock().unwrap() += result;
      },
      std::move(rx), total.clone());

  std::move(first).join().unwrap();
  std::move(second).join().unwrap();
  std::move(collector).join().unwrap();
  const int sum = *total->lock().unwrap();
  std::printf("%d\n", sum);
  return sum == 21 ? 0 : 1;
}
