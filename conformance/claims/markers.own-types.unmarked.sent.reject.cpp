// SPDX-License-Identifier: MIT
// Claim: A program that gives a thread a value of its own type shall be rejected by the ownership check if this needs a
//   marker that neither the parts of the type nor its author give it.
// Aspect: The type has no markers and could be sent if it had one.
// Rejected: fearless[value-not-send]
#include <memory>
#include <native.hpp>
#include <utility>

/// A value in a box that is opened once.
class parcel {
 public:
  explicit parcel(int contents) : contents_(new int(contents)) {}
  parcel(parcel&& other) noexcept : contents_(std::exchange(other.contents_, nullptr)) {}
  parcel& operator=(parcel&&) = delete;
  ~parcel() { delete contents_; }

  [[nodiscard]] int open() && { return *std::unique_ptr<int>(std::exchange(contents_, nullptr)); }

 private:
  int* contents_;
};
#ifdef ACCEPTED
NATIVE_UNSAFE_SEND(parcel);
#endif

int main() {
  auto opener = native::spawn([](parcel mine) { return std::move(mine).open(); }, parcel(4));

  return std::move(opener).join().unwrap() == 4 ? 0 : 1;
}
