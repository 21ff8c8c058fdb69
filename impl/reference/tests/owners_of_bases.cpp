// SPDX-License-Identifier: MIT
#include <atomic>
#include <catch2/catch.hpp>
#include <cstddef>
#include <cstdint>
#include <fearless/arc.hpp>
#include <fearless/panic.hpp>
#include <fearless/rc.hpp>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

#include "live_bytes.hpp"

namespace owners_of_bases {

struct shape {
  explicit shape(int initial) : sides(initial) {}
  shape(const shape&) = default;
  shape& operator=(const shape&) = default;
  virtual ~shape() { ++ended; }
  [[nodiscard]] virtual std::string name() const { return "shape"; }
  int sides;
  static inline std::atomic<int> ended = 0;
};
struct coloured {
  coloured() = default;
  coloured(coloured&&) = default;
  coloured& operator=(coloured&&) = default;
  virtual ~coloured() = default;
  [[nodiscard]] virtual std::string colour() const = 0;
};
/// Has a base class at its own address, and one at another.
struct square final : shape, coloured {
  explicit square(std::string initial) : shape(4), paint(std::move(initial)) {}
  [[nodiscard]] std::string name() const override { return "square"; }
  [[nodiscard]] std::string colour() const override { return paint; }
  std::string paint;
};
struct rhombus : virtual shape {
  rhombus() : shape(4) {}
  [[nodiscard]] std::string name() const override { return "rhombus"; }
};
struct alignas(64) wide : shape {
  wide() : shape(0) {}
};
struct without_virtual_destructor {
  int number = 0;
};
struct derived_without : without_virtual_destructor {};
class hidden_base : shape {
 public:
  hidden_base() : shape(1) {}
};

struct promised {
  virtual ~promised() = default;
};
struct promises_itself : promised {};
struct lists_parts {
  using parts = fearless::listed_parts<lists_parts, int>;
  lists_parts() = default;
  lists_parts(const lists_parts&) = default;
  lists_parts& operator=(const lists_parts&) = default;
  virtual ~lists_parts() = default;
  int number = 0;
};
struct adds_a_pointer : lists_parts {
  int* to = nullptr;
};

struct rcs {
  template <class T>
  using owner = fearless::rc<T>;
  template <class T>
  using weak = fearless::rc_weak<T>;
  template <class T, class... A>
  static owner<T> make(A&&... arguments) {
    return fearless::make_rc<T>(std::forward<A>(arguments)...);
  }
};
struct arcs {
  template <class T>
  using owner = fearless::arc<T>;
  template <class T>
  using weak = fearless::arc_weak<T>;
  template <class T, class... A>
  static owner<T> make(A&&... arguments) {
    return fearless::make_arc<T>(std::forward<A>(arguments)...);
  }
};

}  // namespace owners_of_bases

template <>
inline constexpr bool fearless::unsafe_enable_send<owners_of_bases::promised> = true;
template <>
inline constexpr bool fearless::unsafe_enable_sync<owners_of_bases::promised> = true;
template <>
inline constexpr bool fearless::unsafe_enable_send<owners_of_bases::shape> = true;
template <>
inline constexpr bool fearless::unsafe_enable_sync<owners_of_bases::shape> = true;

namespace owners_of_bases {

using fearless::arc;
using fearless::arc_weak;
using fearless::rc;
using fearless::rc_weak;

template <class From, class To>
constexpr bool becomes = std::is_convertible_v<From, To>;

static_assert(becomes<arc<square>, arc<shape>> && becomes<arc<square>, arc<coloured>> &&
              becomes<rc<square>, rc<shape>>);
static_assert(becomes<arc_weak<square>, arc_weak<shape>> && becomes<rc_weak<square>, rc_weak<coloured>>);
static_assert(becomes<arc<rhombus>, arc<shape>> && !becomes<arc_weak<rhombus>, arc_weak<shape>>);
static_assert(!becomes<rc_weak<rhombus>, rc_weak<shape>>);

// Not to a derived or another class, not by copying, not without a virtual destructor, not to a private base class.
static_assert(!becomes<arc<shape>, arc<square>> && !becomes<arc<shape>, arc<coloured>>);
static_assert(!becomes<arc<square>&, arc<shape>> && !becomes<const arc<square>&, arc<shape>>);
static_assert(!becomes<arc<derived_without>, arc<without_virtual_destructor>>);
static_assert(!becomes<rc<derived_without>, rc<without_virtual_destructor>>);
static_assert(!becomes<arc<hidden_base>, arc<shape>> && !becomes<arc<square>, rc<shape>>);
static_assert(!becomes<rc<square>, arc<shape>> && !becomes<arc<square>, arc_weak<shape>>);

// Not if it made a value go to another thread that must not.
static_assert(fearless::send<arc<lists_parts>> && !fearless::send<arc<adds_a_pointer>>);
static_assert(!becomes<arc<adds_a_pointer>, arc<lists_parts>>);
static_assert(!becomes<arc_weak<adds_a_pointer>, arc_weak<lists_parts>>);
static_assert(becomes<rc<adds_a_pointer>, rc<lists_parts>>);
static_assert(!fearless::send<arc<promises_itself>> && becomes<arc<promises_itself>, arc<promised>>);
static_assert(fearless::send<arc<promised>> && sizeof(arc<promised>) == sizeof(void*));

TEMPLATE_TEST_CASE("an owner of a derived class becomes one of its base classes, and shares the value", "", rcs, arcs) {
  using family = TestType;
  shape::ended = 0;
  {
    auto whole = family::template make<square>("red");
    typename family::template owner<shape> first = whole.clone();
    typename family::template owner<coloured> second = whole.clone();
    CHECK(first->name() == "square");
    CHECK(second->colour() == "red");
    CHECK(whole.strong_count() == 3);
    CHECK(second.strong_count() == 3);
    CHECK(static_cast<const void*>(&*first) == static_cast<const shape*>(&*whole));
    CHECK(&*second == static_cast<const coloured*>(&*whole));
    {
      const auto dropped = std::move(whole);
    }
    CHECK(first.strong_count() == 2);
    {
      const auto dropped = std::move(first);
    }
    CHECK(shape::ended == 0);
    CHECK(second->colour() == "red");
  }
  CHECK(shape::ended == 1);
}

TEMPLATE_TEST_CASE("owners of one base class are the same, however they came to be", "", rcs, arcs) {
  using family = TestType;
  const auto whole = family::template make<square>("red");
  const typename family::template owner<coloured> one = whole.clone();
  const typename family::template owner<coloured> two = whole.clone();
  const typename family::template owner<coloured> other = family::template make<square>("red");
  CHECK(one.ptr_eq(two));
  CHECK_FALSE(one.ptr_eq(other));
  const typename family::template weak<coloured> weak = whole.downgrade();
  CHECK(weak.ptr_eq(one.downgrade()));
  CHECK(weak.upgrade()->ptr_eq(one));
}

TEMPLATE_TEST_CASE("the last owner destroys the whole value, and frees its memory", "", rcs, arcs) {
  using family = TestType;
  const auto use = [] {
    for (int i = 0; i < 100; ++i) {
      std::vector<typename family::template owner<shape>> shapes;
      shapes.push_back(family::template make<square>(std::string(100, 'x')));
      shapes.push_back(family::template make<rhombus>());
      shapes.push_back(family::template make<wide>());
      shapes.push_back(family::template make<shape>(3));
      CHECK(reinterpret_cast<std::uintptr_t>(&*shapes[2]) % 64 == 0);
      const typename family::template owner<coloured> part = family::template make<square>(std::string(100, 'x'));
      const typename family::template weak<coloured> weak = part.downgrade();
    }
  };
  use();
  const std::size_t before = live_bytes();
  shape::ended = 0;
  use();
  CHECK(live_bytes() <= before + 100 * sizeof(void*));
  CHECK(shape::ended == 500);
}

TEMPLATE_TEST_CASE("weak owners of a base class return an owner while there is one", "", rcs, arcs) {
  using family = TestType;
  auto whole = family::template make<square>("red");
  typename family::template weak<coloured> weak = whole.downgrade();
  CHECK(weak.upgrade()->operator*().colour() == "red");
  CHECK(whole.weak_count() == 1);
  typename family::template weak<square> left = whole.downgrade();
  {
    const auto dropped = std::move(whole);
  }
  const typename family::template weak<shape> late = std::move(left);  // the value has ended
  CHECK_FALSE(weak.upgrade().has_value());
  CHECK_FALSE(late.upgrade().has_value());
  const typename family::template weak<shape> none = typename family::template weak<square>();
  CHECK_FALSE(none.upgrade().has_value());
}

template <class Family>
struct knows_itself final : coloured {
  explicit knows_itself(typename Family::template weak<coloured> me) : itself(std::move(me)) {}
  [[nodiscard]] std::string colour() const override { return "own"; }
  typename Family::template weak<coloured> itself;
};
template <class Family>
struct knows_itself_elsewhere final : shape, coloured {
  explicit knows_itself_elsewhere(typename Family::template weak<coloured> me) : shape(1), itself(std::move(me)) {}
  [[nodiscard]] std::string colour() const override { return "own"; }
  typename Family::template weak<coloured> itself;
};

TEMPLATE_TEST_CASE("a value can have a weak owner of itself as its base class", "", rcs, arcs) {
  using family = TestType;
  const auto one = family::template owner<knows_itself<family>>::new_cyclic(
      [](const auto& me) { return knows_itself<family>(me.clone()); });
  CHECK(one->itself.upgrade()->operator*().colour() == "own");
  const auto other = family::template owner<knows_itself_elsewhere<family>>::new_cyclic(
      [](const auto& me) { return knows_itself_elsewhere<family>(me.clone()); });
  CHECK(&**other->itself.upgrade() == static_cast<const coloured*>(&*other));
}

TEMPLATE_TEST_CASE("an owner of a base class neither copies the value nor takes it out", "", rcs, arcs) {
  using family = TestType;
  typename family::template owner<shape> part = family::template make<square>("red");
  const auto other = part.clone();
  CHECK_FALSE(fearless::catch_panic([&] { static_cast<void>(part.make_mut()); }).has_value());
  CHECK(part.strong_count() == 2);
  CHECK_FALSE(fearless::catch_panic([&] { static_cast<void>(part.clone().try_unwrap()); }).has_value());
  CHECK_FALSE(fearless::catch_panic([&] { static_cast<void>(part.clone().into_inner()); }).has_value());
  CHECK(part.strong_count() == 2);

  typename family::template owner<shape> alone = family::template make<square>("red");
  alone.make_mut().sides = 5;
  CHECK(alone->sides == 5);
  CHECK(alone.get_mut() != nullptr);

  typename family::template owner<shape> exact = family::template make<shape>(3);
  const auto second = exact.clone();
  exact.make_mut().sides = 6;
  CHECK(second->sides == 3);
  CHECK(std::move(exact).try_unwrap().unwrap().sides == 6);
}

TEMPLATE_TEST_CASE("a moved-from owner of a derived class does not become one", "", rcs, arcs) {
  using family = TestType;
  auto whole = family::template make<square>("red");
  const auto convert = [](auto& from) { const typename family::template owner<shape> to = std::move(from); };
  convert(whole);
  CHECK_FALSE(fearless::catch_panic([&] { convert(whole); }).has_value());
}

TEST_CASE("threads make owners of the base classes of one value at the same time") {
  for (int round = 0; round < 300; ++round) {
    shape::ended = 0;
    std::atomic<int> right = 0;
    {
      auto whole = fearless::make_arc<square>("red");
      std::vector<std::jthread> threads;
      for (int i = 0; i < 3; ++i) {
        threads.emplace_back([own = whole.clone(), &right]() mutable {
          const arc<shape> first = own.clone();
          const arc_weak<coloured> weak = own.downgrade();
          const arc<coloured> second = std::move(own);
          right += second->colour() == "red" && first->name() == "square" && weak.upgrade().has_value() ? 1 : 0;
        });
      }
    }
    CHECK(right == 3);
    CHECK(shape::ended == 1);
  }
}

}  // namespace owners_of_bases
