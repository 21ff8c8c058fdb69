// SPDX-License-Identifier: MIT
// Claim: An Arc shall provide every operation of an Rc, under the same name and with the same effect on one thread.
#include <concepts>
#include <cstddef>
#include <native.hpp>
#include <optional>
#include <utility>

template <class Owner>
concept cloned = requires(const Owner& owner) {
  { owner.clone() } -> std::same_as<Owner>;
};
template <class Owner>
concept looked_at = requires(const Owner& owner) {
  { *owner } -> std::same_as<const int&>;
  { owner.operator->() } -> std::same_as<const int*>;
};
template <class Owner>
concept counted = requires(const Owner& owner) {
  { owner.strong_count() } -> std::same_as<std::size_t>;
};
template <class Owner>
concept compared = requires(const Owner& owner) {
  { owner.ptr_eq(owner) } -> std::same_as<bool>;
};
template <class Owner>
concept changed_alone = requires(Owner& owner) {
  { owner.get_mut() } -> std::same_as<int*>;
};
template <class Owner>
concept changed_apart = requires(Owner& owner) {
  { owner.make_mut() } -> std::same_as<int&>;
};
template <class Owner>
concept unwrapped = requires(Owner owner) {
  { std::move(owner).try_unwrap() } -> std::same_as<native::result<int, Owner>>;
};
template <class Owner>
concept emptied = requires(Owner owner) {
  { std::move(owner).into_inner() } -> std::same_as<std::optional<int>>;
};
template <class Owner>
concept weakened = requires(const Owner& owner) {
  { owner.downgrade().upgrade() } -> std::same_as<std::optional<Owner>>;
  owner.downgrade().clone();
  { owner.weak_count() } -> std::same_as<std::size_t>;
};
template <class Owner>
concept tied_to_itself = requires(int (*body)(const decltype(std::declval<const Owner&>().downgrade())&)) {
  { Owner::new_cyclic(body) } -> std::same_as<Owner>;
};

using arc = native::arc<int>;
using rc = native::rc<int>;

static_assert(cloned<arc> && looked_at<arc> && counted<arc>);
static_assert(cloned<rc> && looked_at<rc> && counted<rc>);

static_assert(compared<arc> || !compared<rc>);
static_assert(changed_alone<arc> || !changed_alone<rc>);
static_assert(changed_apart<arc> || !changed_apart<rc>);
static_assert(unwrapped<arc> || !unwrapped<rc>);
static_assert(emptied<arc> || !emptied<rc>);
static_assert(weakened<arc> || !weakened<rc>);
static_assert(tied_to_itself<arc> || !tied_to_itself<rc>);
