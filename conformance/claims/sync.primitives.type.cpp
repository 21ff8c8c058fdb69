// SPDX-License-Identifier: MIT
// Claim: The primitive types shall be shareable, except raw pointers.
#include <cstddef>
#include <native.hpp>

enum plain { zero };
enum class scoped : char { red };

template <class... Type>
constexpr bool all_sync = (native::sync<Type> && ...);

static_assert(all_sync<bool, char, signed char, unsigned char, wchar_t, char8_t, char16_t, char32_t>);
static_assert(all_sync<short, unsigned short, int, unsigned, long, unsigned long, long long, unsigned long long>);
static_assert(all_sync<float, double, long double>);
static_assert(all_sync<plain, scoped, std::byte, std::nullptr_t>);
static_assert(all_sync<const int, const double, int[3], int[2][3], const char[6]>);
static_assert(all_sync<void (*)(), int (*)(int, const char*)>, "a function pointer refers to no data");

static_assert(!native::sync<int*> && !native::sync<const int*> && !native::sync<int* [3]>);
