// SPDX-License-Identifier: MIT
#include <array>
#include <catch2/catch.hpp>
#include <cstdint>
#include <fearless/arc.hpp>
#include <fearless/rc.hpp>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "live_bytes.hpp"

// What rc and arc have in common, tested with both.

namespace {

struct rc_family {};
struct arc_family {};

template <class Kind, class T>
using owner_of = std::conditional_t<std::is_same_v<Kind, rc_family>, fearless::rc<T>, fearless::arc<T>>;
template <class Kind, class T>
using weak_of = std::conditional_t<std::is_same_v<Kind, rc_family>, fearless::rc_weak<T>, fearless::arc_weak<T>>;

template <class Kind, class T, class... Arguments>
owner_of<Kind, T> make(Arguments&&... arguments) {
  if constexpr (std::is_same_v<Kind, rc_family>) {
    return fearless::make_rc<T>(std::forward<Arguments>(arguments)...);
  } else {
    return fearless::make_arc<T>(std::forward<Arguments>(arguments)...);
  }
}

/// Counts its destructions. Can be neither copied nor moved.
struct noted {
  explicit noted(int& count) : drops(&count) {}
  noted(const noted&) = delete;
  noted& operator=(const noted&) = delete;
  ~noted() { ++*drops; }
  int* drops;
};

/// Counts its instances, and throws from its destructor.
struct unruly {
  explicit unruly(int initial) : number(initial) { ++alive; }
  unruly(const unruly& other) : number(other.number) {
    if (std::exchange(next_will_not_be_copied, false)) throw std::runtime_error("will not be copied");
    ++alive;
  }
  unruly(unruly&& other) noexcept(false) : number(other.number) {
    if (std::exchange(next_will_not_move, false)) throw std::runtime_error("will not move");
    ++alive;
  }
  unruly& operator=(unruly&&) = delete;
  ~unruly() noexcept(false) {
    --alive;
    if (std::exchange(next_will_not_go, false)) throw std::runtime_error("will not go");
  }
  int number;
  static inline int alive = 0;
  static inline bool next_will_not_be_copied = false;
  static inline bool next_will_not_move = false;
  static inline bool next_will_not_go = false;
};

/// Has a weak owner of its parent, and owns its child.
template <class Kind>
struct node {
  std::optional<owner_of<Kind, node>> child;
  weak_of<Kind, node> parent;
};

template <class Owner>
void drop(Owner) {}

/// Whether `body` leaks memory. Runs it so often that memory kept by the allocator does not count.
template <class Body>
bool leaks(Body body) {
  constexpr std::size_t often = 1'000;
  const auto do_often = [&body] {
    for (std::size_t times = 0; times < often; ++times) body();
  };
  do_often();
  const std::size_t before = live_bytes();
  do_often();
  return live_bytes() > before + often * sizeof(void*);
}

}  // namespace

TEMPLATE_TEST_CASE("an owner gives access to a value that was constructed in place", "", rc_family, arc_family) {
  const auto text = make<TestType, std::string>(3U, 'a');

  CHECK(*text == "aaa");
  CHECK(text->size() == 3);
}

TEMPLATE_TEST_CASE("an owner is one pointer, and its value one small allocation", "", rc_family, arc_family) {
  static_assert(sizeof(owner_of<TestType, std::string>) == sizeof(void*));
  static_assert(sizeof(weak_of<TestType, std::string>) == sizeof(void*));
  std::vector<owner_of<TestType, std::uint64_t>> many;
  many.reserve(1'000);
  const std::size_t before = live_bytes();

  for (std::uint64_t i = 0; i < 1'000; ++i) many.push_back(make<TestType, std::uint64_t>(i));

  CHECK(live_bytes() - before <= 1'000 * 36);
}

TEMPLATE_TEST_CASE("each clone adds to the count, each drop subtracts, and the last one destroys the value", "",
                   rc_family, arc_family) {
  int drops = 0;
  auto first = make<TestType, noted>(drops);
  CHECK(first.strong_count() == 1);

  auto second = first.clone();
  auto third = second.clone();
  CHECK(first.strong_count() == 3);

  drop(std::move(first));
  CHECK(second.strong_count() == 2);
  drop(std::move(third));
  CHECK(second.strong_count() == 1);
  CHECK(drops == 0);
  drop(std::move(second));
  CHECK(drops == 1);
}

TEMPLATE_TEST_CASE("weak owners are counted separately, while there is an owner", "", rc_family, arc_family) {
  auto owner = make<TestType, int>(5);
  CHECK(owner.weak_count() == 0);

  auto first = owner.downgrade();
  const auto second = first.clone();
  auto another = owner.clone();
  CHECK(owner.weak_count() == 2);
  CHECK(first.weak_count() == 2);
  CHECK(owner.strong_count() == 2);
  CHECK(first.strong_count() == 2);

  drop(std::move(first));
  CHECK(owner.weak_count() == 1);
  drop(std::move(another));
  drop(std::move(owner));
  CHECK(second.weak_count() == 0);
  CHECK(second.strong_count() == 0);
}

TEMPLATE_TEST_CASE("upgrade returns an owner while there is one, and none after", "", rc_family, arc_family) {
  auto owner = make<TestType, int>(5);
  const auto watching = owner.downgrade();

  auto another = watching.upgrade();
  REQUIRE(another.has_value());
  CHECK(another->ptr_eq(owner));
  CHECK(owner.strong_count() == 2);

  drop(std::move(owner));
  CHECK(**watching.upgrade() == 5);
  another.reset();
  CHECK_FALSE(watching.upgrade().has_value());
}

TEMPLATE_TEST_CASE("a weak owner of no value never returns an owner", "", rc_family, arc_family) {
  const weak_of<TestType, int> none;
  const auto clone = none.clone();

  CHECK_FALSE(none.upgrade().has_value());
  CHECK_FALSE(clone.upgrade().has_value());
  CHECK(none.strong_count() == 0);
  CHECK(none.weak_count() == 0);
  CHECK(none.ptr_eq(clone));
}

TEMPLATE_TEST_CASE("the last owner destroys the value, and the last weak owner frees the block", "", rc_family,
                   arc_family) {
  struct large {
    noted end;
    std::array<char, 100'000> text;
  };
  int drops = 0;
  const std::size_t before = live_bytes();
  auto owner =
      owner_of<TestType, large>::new_cyclic([&](const auto&) { return large{.end = noted(drops), .text = {}}; });
  auto first = owner.downgrade();
  auto second = owner.downgrade();

  drop(std::move(owner));
  CHECK(drops == 1);
  drop(std::move(first));
  CHECK(live_bytes() >= before + 100'000);
  drop(std::move(second));
  CHECK(live_bytes() <= before + 50'000);
  CHECK(drops == 1);
}

TEMPLATE_TEST_CASE("ptr_eq distinguishes owners of one value from owners of an equal value", "", rc_family,
                   arc_family) {
  const auto owner = make<TestType, int>(5);
  const auto equal = make<TestType, int>(5);

  CHECK(owner.ptr_eq(owner.clone()));
  CHECK_FALSE(owner.ptr_eq(equal));
  CHECK(owner.downgrade().ptr_eq(owner.downgrade()));
  CHECK_FALSE(owner.downgrade().ptr_eq(equal.downgrade()));
}

TEMPLATE_TEST_CASE("get_mut needs an owner without other owners and without weak owners", "", rc_family, arc_family) {
  auto owner = make<TestType, int>(5);
  REQUIRE(owner.get_mut() != nullptr);
  *owner.get_mut() = 6;
  CHECK(*owner == 6);

  {
    const auto another = owner.clone();
    CHECK(owner.get_mut() == nullptr);
  }
  {
    const auto watching = owner.downgrade();
    CHECK(owner.get_mut() == nullptr);
  }
  CHECK(owner.get_mut() == &*owner);
}

TEMPLATE_TEST_CASE("make_mut changes the value in place if there is no other owner", "", rc_family, arc_family) {
  auto owner = make<TestType, std::string>("a");
  const std::string* const place = &*owner;

  owner.make_mut() += "b";

  CHECK(*owner == "ab");
  CHECK(&*owner == place);
  CHECK(owner.strong_count() == 1);
}

TEMPLATE_TEST_CASE("make_mut leaves the value to the other owners, and continues with a clone", "", rc_family,
                   arc_family) {
  auto owner = make<TestType, std::string>("a");
  const auto other = owner.clone();
  const auto watching = owner.downgrade();

  owner.make_mut() += "b";

  CHECK(*owner == "ab");
  CHECK(*other == "a");
  CHECK(owner.strong_count() == 1);
  CHECK(owner.weak_count() == 0);
  CHECK(other.strong_count() == 1);
  CHECK(watching.upgrade()->ptr_eq(other));
}

TEMPLATE_TEST_CASE("make_mut takes the value away from weak owners", "", rc_family, arc_family) {
  auto owner = make<TestType, std::vector<int>>(std::vector{1, 2, 3});
  const auto watching = owner.downgrade();
  const int* const numbers = owner->data();

  owner.make_mut()[0] = 4;

  CHECK(*owner == std::vector{4, 2, 3});
  CHECK(owner->data() == numbers);
  CHECK(owner.strong_count() == 1);
  CHECK_FALSE(watching.upgrade().has_value());
}

TEMPLATE_TEST_CASE("make_mut uses clone for a value that can't be copied", "", rc_family, arc_family) {
  auto inner = make<TestType, int>(5);
  auto owner = make<TestType, decltype(inner)>(inner.clone());
  const auto other = owner.clone();

  CHECK(owner.make_mut().ptr_eq(inner));
  CHECK(inner.strong_count() == 3);
  CHECK_FALSE(owner.ptr_eq(other));
}

TEMPLATE_TEST_CASE("make_mut passes on an exception from the clone, and nothing has changed", "", rc_family,
                   arc_family) {
  {
    auto owner = make<TestType, unruly>(1);
    const auto other = owner.clone();

    unruly::next_will_not_be_copied = true;
    CHECK_THROWS_AS(owner.make_mut(), std::runtime_error);
    CHECK(owner.ptr_eq(other));
    CHECK(owner.strong_count() == 2);
  }
  CHECK(unruly::alive == 0);
}

TEMPLATE_TEST_CASE("make_mut passes on an exception from the move, and the value is lost and destroyed once", "",
                   rc_family, arc_family) {
  auto owner = make<TestType, unruly>(1);
  const auto watching = owner.downgrade();

  unruly::next_will_not_move = true;
  bool thrown = false;
  try {
    (void)owner.make_mut();
  } catch (const std::runtime_error&) {
    thrown = true;
  }
  CHECK(thrown);
  CHECK(unruly::alive == 0);
  CHECK_FALSE(watching.upgrade().has_value());
}

TEMPLATE_TEST_CASE("the value can be taken out by its only owner, and weak owners lose it", "", rc_family, arc_family) {
  auto alone = make<TestType, std::unique_ptr<int>>(std::make_unique<int>(5));
  CHECK(*std::move(alone).try_unwrap().unwrap() == 5);

  auto owner = make<TestType, std::unique_ptr<int>>(std::make_unique<int>(6));
  const auto watching = owner.downgrade();
  CHECK(*std::move(owner).try_unwrap().unwrap() == 6);
  CHECK_FALSE(watching.upgrade().has_value());
  CHECK(watching.strong_count() == 0);
}

TEMPLATE_TEST_CASE("try_unwrap returns the owner if there are other owners", "", rc_family, arc_family) {
  auto owner = make<TestType, int>(5);
  const auto other = owner.clone();

  auto back = std::move(owner).try_unwrap();

  REQUIRE_FALSE(back.has_value());
  CHECK(back.error().ptr_eq(other));
  CHECK(other.strong_count() == 2);
}

TEMPLATE_TEST_CASE("into_inner gives the value to the last owner", "", rc_family, arc_family) {
  auto first = make<TestType, std::string>("a");
  auto second = first.clone();
  const auto watching = first.downgrade();

  CHECK_FALSE(std::move(first).into_inner().has_value());
  CHECK(second.strong_count() == 1);
  CHECK(std::move(second).into_inner() == "a");
  CHECK_FALSE(watching.upgrade().has_value());

  CHECK(make<TestType, std::string>("b").into_inner() == "b");
}

TEMPLATE_TEST_CASE("a value with a weak owner of itself is destroyed", "", rc_family, arc_family) {
  struct selfish {
    weak_of<TestType, selfish> self;
    noted end;
  };
  int drops = 0;
  {
    const auto owner = owner_of<TestType, selfish>::new_cyclic([&](const auto& self) {
      CHECK_FALSE(self.upgrade().has_value());
      CHECK(self.strong_count() == 0);
      CHECK(self.weak_count() == 0);
      return selfish{.self = self.clone(), .end = noted(drops)};
    });
    CHECK(owner.strong_count() == 1);
    CHECK(owner.weak_count() == 1);
    CHECK(owner->self.upgrade()->ptr_eq(owner));
    CHECK(drops == 0);
  }
  CHECK(drops == 1);
}

TEMPLATE_TEST_CASE("a cyclic value may keep no weak owner of itself, or two", "", rc_family, arc_family) {
  using both = std::array<weak_of<TestType, int>, 2>;
  both kept;
  const auto twice = owner_of<TestType, int>::new_cyclic([&](const auto& self) {
    kept = {self.clone(), self.clone()};
    return 2;
  });
  CHECK(twice.weak_count() == 2);
  CHECK(kept[0].upgrade()->ptr_eq(*kept[1].upgrade()));

  const auto not_at_all = owner_of<TestType, int>::new_cyclic([](const auto&) { return 3; });
  CHECK(not_at_all.weak_count() == 0);
  CHECK(*not_at_all == 3);
}

TEMPLATE_TEST_CASE("if making a cyclic value fails, upgrade returns no owner", "", rc_family, arc_family) {
  weak_of<TestType, noted> kept;
  const auto fail = [&](const auto& self) -> noted {
    kept = self.clone();
    throw 1;
  };
  CHECK_THROWS_AS((owner_of<TestType, noted>::new_cyclic(fail)), int);
  CHECK_FALSE(kept.upgrade().has_value());
}

TEMPLATE_TEST_CASE("parents and children reach each other, and are destroyed", "", rc_family, arc_family) {
  using tree = node<TestType>;
  auto child = make<TestType, tree>(std::nullopt, weak_of<TestType, tree>());
  const auto parent = owner_of<TestType, tree>::new_cyclic([&](const auto& self) {
    child.get_mut()->parent = self.clone();
    return tree{child.clone(), {}};
  });
  CHECK(child->parent.upgrade()->ptr_eq(parent));
  CHECK((*parent->child).ptr_eq(child));
}

TEMPLATE_TEST_CASE("an exception from a destructor is passed on, and nothing leaks", "", rc_family, arc_family) {
  const auto goes_loudly = [](auto action) {
    unruly::next_will_not_go = true;
    try {
      action();
    } catch (const std::runtime_error&) {
      return true;
    }
    return false;
  };
  const auto dropped = [] { drop(make<TestType, unruly>(1)); };
  const auto dropped_beside_a_weak_one = [] {
    auto owner = make<TestType, unruly>(1);
    const auto watching = owner.downgrade();
    drop(std::move(owner));
  };
  const auto taken_out = [] { (void)make<TestType, unruly>(1).into_inner(); };
  const auto replaced = [] {
    auto owner = make<TestType, unruly>(1);
    owner = make<TestType, unruly>(2);
  };

  CHECK(goes_loudly(dropped));
  CHECK(goes_loudly(dropped_beside_a_weak_one));
  CHECK(goes_loudly(taken_out));
  CHECK(goes_loudly(replaced));
  CHECK(unruly::alive == 0);
  CHECK_FALSE(leaks([&] { goes_loudly(dropped); }));
  CHECK_FALSE(leaks([&] { goes_loudly(dropped_beside_a_weak_one); }));
  CHECK_FALSE(leaks([&] { goes_loudly(taken_out); }));
  CHECK_FALSE(leaks([&] { goes_loudly(replaced); }));
}

TEMPLATE_TEST_CASE("the block is freed however the value ends", "", rc_family, arc_family) {
  using owner = owner_of<TestType, int>;
  const auto beside_a_weak_one = [](auto end) {
    auto value = make<TestType, int>(1);
    const auto watching = value.downgrade();
    end(std::move(value));
  };
  CHECK_FALSE(leaks([&] { drop(make<TestType, int>(1)); }));
  CHECK_FALSE(leaks([&] { beside_a_weak_one([](owner value) { drop(std::move(value)); }); }));
  CHECK_FALSE(leaks([&] { (void)make<TestType, int>(1).try_unwrap(); }));
  CHECK_FALSE(leaks([&] { beside_a_weak_one([](owner value) { (void)std::move(value).try_unwrap(); }); }));
  CHECK_FALSE(leaks([&] { (void)make<TestType, int>(1).into_inner(); }));
  CHECK_FALSE(leaks([&] { beside_a_weak_one([](owner value) { (void)std::move(value).into_inner(); }); }));
  CHECK_FALSE(leaks([&] { beside_a_weak_one([](owner value) { ++value.make_mut(); }); }));
  CHECK_FALSE(leaks([&] {
    const auto another = make<TestType, int>(1);
    ++another.clone().make_mut();
  }));
}

TEMPLATE_TEST_CASE("the block is freed if the value is not made", "", rc_family, arc_family) {
  struct never {
    explicit never(int number) { throw number; }
  };
  const auto fails = [](auto action) {
    try {
      action();
    } catch (...) {
      return true;
    }
    return false;
  };
  const auto made = [] { (void)make<TestType, never>(1); };
  const auto made_to_know_itself = [] {
    (void)owner_of<TestType, never>::new_cyclic([](const auto& self) {
      const auto kept = self.clone();
      return never(1);
    });
  };
  const auto moved = [] {
    auto owner = make<TestType, unruly>(1);
    const auto watching = owner.downgrade();
    unruly::next_will_not_move = true;
    (void)owner.make_mut();
  };

  CHECK(fails(made));
  CHECK(fails(made_to_know_itself));
  CHECK(fails(moved));
  CHECK_FALSE(leaks([&] { fails(made); }));
  CHECK_FALSE(leaks([&] { fails(made_to_know_itself); }));
  CHECK_FALSE(leaks([&] { fails(moved); }));
}

TEMPLATE_TEST_CASE("a value is aligned", "", rc_family, arc_family) {
  struct alignas(256) wide {
    int number;
  };
  std::vector<owner_of<TestType, wide>> owners;
  for (int i = 0; i < 10; ++i) owners.push_back(make<TestType, wide>(i));

  int aligned = 0;
  for (const auto& each : owners) aligned += reinterpret_cast<std::uintptr_t>(&*each) % alignof(wide) == 0 ? 1 : 0;
  CHECK(aligned == 10);
}

TEMPLATE_TEST_CASE("an owner that is assigned to drops its old value", "", rc_family, arc_family) {
  int drops = 0;
  auto first = make<TestType, noted>(drops);
  auto second = make<TestType, noted>(drops);
  auto watching = first.downgrade();

  first = std::move(second);
  CHECK(drops == 1);
  CHECK(first.strong_count() == 1);
  CHECK_FALSE(watching.upgrade().has_value());
  watching = first.downgrade();
  CHECK(watching.upgrade()->ptr_eq(first));

  auto& same = first;
  first = std::move(same);
  CHECK(first.strong_count() == 1);
  CHECK(drops == 1);
}

TEMPLATE_TEST_CASE("use of a moved-from owner panics", "", rc_family, arc_family) {
  auto first = make<TestType, int>(5);
  const auto second = std::move(first);
  CHECK(second.strong_count() == 1);

  const auto panics = [](auto use) {
    return fearless::catch_panic(use).error().message() == "use of an owner that was moved from";
  };
  CHECK(panics([&] { (void)*first; }));
  CHECK(panics([&] { (void)first.clone(); }));
  CHECK(panics([&] { (void)first.downgrade(); }));
  CHECK(panics([&] { (void)first.get_mut(); }));
  CHECK(panics([&] { (void)std::move(first).into_inner(); }));
}
