// SPDX-License-Identifier: MIT
// Claim: The primitive types shall be sendable, except raw pointers, which are not, even if the value can only be read
//   through them.
#include <cstddef>
#include <native.hpp>

enum plain { zero };
enum class scoped : char { red };
struct incomplete;

template <class... Type>
constexpr bool all_send = (native::send<Type> && ...);
template <class... Type>
constexpr bool any_send = (native::send<Type> || ...);

static_assert(all_send<bool, char, signed char, unsigned char, wchar_t, char8_t, char16_t, char32_t>);
static_assert(all_send<short, unsigned short, int, unsigned, long, unsigned long, long long, unsigned long long>);
static_assert(all_send<float, double, long double>);
static_assert(all_send<plain, scoped, std::byte, std::nullptr_t>);
static_assert(all_send<const int, volatile int, const double, int[3], int[2][3], const char[6]>);
static_assert(all_send<void (*)(), int (*)(int, const char*)>, "a function pointer refers to no data");

static_assert(!any_send<int*, const int*, int* const, volatile int*, int**, char*, const char*, double*>);
static_assert(!any_send<void*, const void*, incomplete*, void (**)(), int (*)[3], int* [3]>);
