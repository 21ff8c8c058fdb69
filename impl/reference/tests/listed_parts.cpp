// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>
#include <cstddef>
#include <fearless/mutex.hpp>
#include <fearless/opt_in.hpp>
#include <fearless/rc.hpp>
#include <fearless/send.hpp>
#include <fearless/spawn.hpp>
#include <memory>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>

namespace {

using fearless::listed_parts;
using fearless::send;
using fearless::sync;

class account {
 public:
  using parts = listed_parts<account, std::string, fearless::mutex<int>>;
  friend parts;

  account(std::string owner, int balance) : owner_(std::move(owner)), balance_(balance) {}
  void add(int amount) const { *balance_.lock().unwrap() += amount; }
  [[nodiscard]] std::string print() const { return owner_ + ": " + std::to_string(*balance_.lock().unwrap()); }

 private:
  std::string owner_;
  fearless::mutex<int> balance_;
};

template <class Part>
class cupboard {
 public:
  using parts = listed_parts<cupboard, int, Part, const Part>;
  friend parts;
  explicit cupboard(Part part);

 private:
  int number_;
  Part part_;
  const Part other_;
};

class savings : public account {
 public:
  using account::account;

 private:
  [[maybe_unused]] int* more_ = nullptr;
};

class wrong_list {
 public:
  using parts = listed_parts<wrong_list, long>;
  friend parts;
  explicit wrong_list(long* pointer);

 private:
  long* pointer_;
};

class wrong_reference {
 public:
  using parts = listed_parts<wrong_reference, long>;
  friend parts;
  explicit wrong_reference(long& reference);

 private:
  long& reference_;
};

class wrong_number {
 public:
  using parts = listed_parts<wrong_number, int>;
  friend parts;
  explicit wrong_number(long number);

 private:
  long number_;
};

class empty_list {
 public:
  using parts = listed_parts<empty_list>;
  friend parts;
  explicit empty_list(long* pointer);

 private:
  long* pointer_;
};

class shows_another {
 public:
  using parts = listed_parts<shows_another, int>;
  friend parts;
  explicit shows_another(int* pointer);
  template <std::size_t Index>
  friend int get(const shows_another&);

 private:
  int* pointer_;
};

}  // namespace

template <>
struct std::tuple_size<shows_another> : std::integral_constant<std::size_t, 1> {};
template <>
struct std::tuple_element<0, shows_another> {
  using type = int;
};

namespace {

class nothing_inside {
 public:
  using parts = listed_parts<nothing_inside>;
  friend parts;
  nothing_inside() {}
};

class listed_but_mutable {
 public:
  using parts = listed_parts<listed_but_mutable, int>;
  friend parts;
  explicit listed_but_mutable(int looks);

 private:
  mutable int looks_;
};

class shape {
 public:
  using parts = listed_parts<shape, int>;
  friend parts;
  explicit shape(int corners);
  virtual ~shape() = default;

 private:
  int corners_;
};

static_assert(send<account> && sync<account> && send<std::unique_ptr<account>>);
static_assert(send<cupboard<int>> && !send<cupboard<fearless::rc<int>>> && !send<cupboard<int*>>);
static_assert(!send<savings> && !sync<savings>, "the list applies to the class that it names");

// A wrong list has no effect.
static_assert(!send<wrong_list> && !send<wrong_reference> && !send<wrong_number> && !send<empty_list>);
static_assert(!send<shows_another>, "structured bindings would name the elements that it chooses");
static_assert(send<nothing_inside> && sync<nothing_inside>);

static_assert(send<listed_but_mutable> && !sync<listed_but_mutable>);

// A pointer to a class with virtual functions may own an object of a derived class, with parts of its own.
static_assert(send<shape> && !send<std::unique_ptr<shape>>);

}  // namespace

TEST_CASE("a class that lists its parts can be moved to another thread") {
  account own("Ines", 4);

  auto thread = fearless::spawn(
      [](account mine) {
        mine.add(1);
        return mine;
      },
      std::move(own));
  const account returned = std::move(thread).join().unwrap();

  CHECK(returned.print() == "Ines: 5");
}
