// SPDX-License-Identifier: MIT
// Claim: Each type in the table below shall have exactly the markers that the table gives it for the language of the
//   implementation. Almost all of them are sendable.
#include <any>
#include <array>
#include <atomic>
#include <barrier>
#include <bitset>
#include <chrono>
#include <compare>
#include <complex>
#include <condition_variable>
#include <deque>
#include <exception>
#include <expected>
#include <filesystem>
#include <forward_list>
#include <fstream>
#include <functional>
#include <initializer_list>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <native.hpp>
#include <optional>
#include <queue>
#include <set>
#include <shared_mutex>
#include <span>
#include <string>
#include <string_view>
#include <system_error>
#include <thread>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <variant>
#include <vector>

constexpr bool yes = true;
constexpr bool no = false;

/// Whether a type is `send` and `sync` as expected. It is `sync` if a reference to `const` is `send`.
template <class T>
consteval bool has_markers(bool send, bool sync) {
  return native::send<T> == send && native::sync<T> == sync && native::sync<T> == native::send<const T&>;
}

/// A type that can be changed through a reference to `const`.
struct cell {
  mutable int value;
};

// Each type with its counterpart in Rust. Where the answer differs from Rust's, the line above says why.

// Primitive types.

static_assert(has_markers<std::monostate>(yes, yes), "()");
static_assert(has_markers<bool>(yes, yes), "bool");
static_assert(has_markers<char32_t>(yes, yes), "char");
static_assert(has_markers<signed char>(yes, yes), "i8");
static_assert(has_markers<unsigned char>(yes, yes), "u8");
static_assert(has_markers<short>(yes, yes), "i16");
static_assert(has_markers<unsigned short>(yes, yes), "u16");
static_assert(has_markers<int>(yes, yes), "i32");
static_assert(has_markers<unsigned>(yes, yes), "u32");
static_assert(has_markers<long>(yes, yes), "i64");
static_assert(has_markers<unsigned long>(yes, yes), "u64");
static_assert(has_markers<float>(yes, yes), "f32");
static_assert(has_markers<double>(yes, yes), "f64");
static_assert(has_markers<void (*)()>(yes, yes), "fn()");
static_assert(has_markers<int (*)(int)>(yes, yes), "fn(i32) -> i32");
static_assert(has_markers<int[4]>(yes, yes), "[i32; 4]");
static_assert(has_markers<int[2][3]>(yes, yes), "[[i32; 3]; 2]");

// Pointers, references and views.

static_assert(has_markers<int*>(no, no), "*mut i32");
static_assert(has_markers<const int*>(no, no), "*const i32");
static_assert(has_markers<const int&>(yes, yes), "&'static i32");
// A reference of C++ is not exclusive: others may change what it refers to.
static_assert(has_markers<int&>(no, no), "&'static mut i32");
static_assert(has_markers<const cell&>(no, no), "&'static Cell<i32>");
// The type of a reference inside a value does not say how long it is valid.
static_assert(has_markers<std::pair<int, const int&>>(no, no), "(i32, &'static i32)");
// The type of a reference inside a value does not say how long it is valid.
static_assert(has_markers<std::optional<std::reference_wrapper<const int>>>(no, no), "Option<&'static i32>");
// The type of a view does not say how long it is valid.
static_assert(has_markers<std::string_view>(no, no), "&'static str");
// The type of a view does not say how long it is valid.
static_assert(has_markers<std::span<const int>>(no, no), "&'static [i32]");
// The type of a view does not say how long it is valid, and a view is not exclusive.
static_assert(has_markers<std::span<int>>(no, no), "&'static mut [i32]");
// The type of a view does not say how long it is valid.
static_assert(has_markers<std::initializer_list<int>>(no, no), "&'static [i32; 4]");
// The type of an iterator does not say how long it is valid.
static_assert(has_markers<std::vector<int>::const_iterator>(no, no), "std::slice::Iter<'static, i32>");
// The type of an iterator does not say how long it is valid.
static_assert(has_markers<std::set<int>::iterator>(no, no), "std::collections::btree_set::Iter<'static, i32>");

// Text, time and similar types.

static_assert(has_markers<std::string>(yes, yes), "String");
static_assert(has_markers<std::u16string>(yes, yes), "Vec<u16>");
static_assert(has_markers<std::wstring>(yes, yes), "std::ffi::OsString");
static_assert(has_markers<std::filesystem::path>(yes, yes), "std::path::PathBuf");
static_assert(has_markers<std::chrono::nanoseconds>(yes, yes), "std::time::Duration");
static_assert(has_markers<std::chrono::steady_clock::time_point>(yes, yes), "std::time::Instant");
static_assert(has_markers<std::chrono::system_clock::time_point>(yes, yes), "std::time::SystemTime");
static_assert(has_markers<std::error_code>(yes, yes), "std::io::Error");
static_assert(has_markers<std::errc>(yes, yes), "std::io::ErrorKind");
static_assert(has_markers<std::strong_ordering>(yes, yes), "std::cmp::Ordering");
static_assert(has_markers<std::complex<double>>(yes, yes), "(f64, f64)");
static_assert(has_markers<std::bitset<8>>(yes, yes), "[bool; 8]");
// A stream can be tied to another one, which its type does not say.
static_assert(has_markers<std::ofstream>(no, no), "std::fs::File");

// Types that own their values.

static_assert(has_markers<std::array<std::string, 2>>(yes, yes), "[String; 2]");
static_assert(has_markers<std::vector<int>>(yes, yes), "Vec<i32>");
static_assert(has_markers<std::vector<bool>>(yes, yes), "Vec<bool>");
static_assert(has_markers<std::vector<std::vector<std::string>>>(yes, yes), "Vec<Vec<String>>");
static_assert(has_markers<std::deque<int>>(yes, yes), "VecDeque<i32>");
static_assert(has_markers<std::queue<std::string>>(yes, yes), "VecDeque<String>");
static_assert(has_markers<std::list<int>>(yes, yes), "LinkedList<i32>");
static_assert(has_markers<std::forward_list<std::string>>(yes, yes), "LinkedList<String>");
static_assert(has_markers<std::priority_queue<int>>(yes, yes), "BinaryHeap<i32>");
static_assert(has_markers<std::set<int>>(yes, yes), "BTreeSet<i32>");
static_assert(has_markers<std::map<int, std::string>>(yes, yes), "BTreeMap<i32, String>");
static_assert(has_markers<std::multimap<int, std::string>>(yes, yes), "BTreeMap<i32, Vec<String>>");
static_assert(has_markers<std::unordered_set<std::string>>(yes, yes), "HashSet<String>");
static_assert(has_markers<std::unordered_map<std::string, int>>(yes, yes), "HashMap<String, i32>");
static_assert(has_markers<std::optional<int>>(yes, yes), "Option<i32>");
static_assert(has_markers<std::expected<int, std::string>>(yes, yes), "Result<i32, String>");
static_assert(has_markers<std::variant<int, std::string>>(yes, yes), "std::ops::ControlFlow<i32, String>");
static_assert(has_markers<std::pair<int, std::string>>(yes, yes), "(i32, String)");
static_assert(has_markers<std::tuple<int, double, std::string>>(yes, yes), "(i32, f64, String)");
static_assert(has_markers<cell>(yes, no), "Cell<i32>");
static_assert(has_markers<std::vector<cell>>(yes, no), "Vec<Cell<i32>>");
static_assert(has_markers<std::vector<int*>>(no, no), "Vec<*mut i32>");
static_assert(has_markers<std::tuple<int, int*>>(no, no), "(i32, *mut i32)");

// Owners.

// A const unique_ptr allows changes of the object that it owns.
static_assert(has_markers<std::unique_ptr<int>>(yes, no), "Box<i32>");
static_assert(has_markers<std::unique_ptr<const int[]>>(yes, yes), "Box<[i32]>");
static_assert(has_markers<std::unique_ptr<int*>>(no, no), "Box<*mut i32>");
// Each owner can change the value.
static_assert(has_markers<std::shared_ptr<long>>(no, no), "Arc<i64>");
// Another owner of the same value may be one that can change it.
static_assert(has_markers<std::shared_ptr<const std::string>>(no, no), "Arc<str>");
// The owner of the value can change it.
static_assert(has_markers<std::weak_ptr<long>>(no, no), "std::sync::Weak<i64>");
static_assert(has_markers<native::rc<int>>(no, no), "Rc<i32>");
static_assert(has_markers<native::rc_weak<int>>(no, no), "std::rc::Weak<i32>");
static_assert(has_markers<std::vector<native::rc<int>>>(no, no), "Vec<Rc<i32>>");
static_assert(has_markers<std::optional<native::rc<int>>>(no, no), "Option<Rc<i32>>");
static_assert(has_markers<native::arc<int>>(yes, yes), "Arc<i32>");
static_assert(has_markers<native::arc_weak<int>>(yes, yes), "std::sync::Weak<i32>");
static_assert(has_markers<native::arc<cell>>(no, no), "Arc<Cell<i32>>");
static_assert(has_markers<native::arc<native::rc<int>>>(no, no), "Arc<Rc<i32>>");
static_assert(has_markers<std::function<void()>>(no, no), "Box<dyn Fn()>");
static_assert(has_markers<std::any>(no, no), "Box<dyn std::any::Any>");
static_assert(has_markers<std::exception_ptr>(no, no), "Box<dyn std::error::Error>");

// Threads and what they use.

static_assert(has_markers<native::join_handle<int>>(yes, yes), "JoinHandle<i32>");
static_assert(has_markers<std::thread>(yes, yes), "JoinHandle<()>");
static_assert(has_markers<std::thread::id>(yes, yes), "std::thread::ThreadId");
static_assert(has_markers<native::receiver<int>>(yes, no), "Receiver<i32>");
static_assert(has_markers<native::receiver<native::rc<int>>>(no, no), "Receiver<Rc<i32>>");
static_assert(has_markers<native::mutex<int>>(yes, yes), "Mutex<i32>");
static_assert(has_markers<native::mutex<cell>>(yes, yes), "Mutex<Cell<i32>>");
static_assert(has_markers<native::mutex<native::rc<int>>>(no, no), "Mutex<Rc<i32>>");
static_assert(has_markers<native::arc<native::mutex<int>>>(yes, yes), "Arc<Mutex<i32>>");
static_assert(has_markers<native::mutex_guard<int>>(no, yes), "MutexGuard<'static, i32>");
// A const unique_lock allows the release of its lock.
static_assert(has_markers<std::unique_lock<std::mutex>>(no, no), "MutexGuard<'static, ()>");
static_assert(has_markers<std::mutex>(yes, yes), "Mutex<()>");
static_assert(has_markers<std::shared_mutex>(yes, yes), "RwLock<()>");
static_assert(has_markers<std::condition_variable>(yes, yes), "Condvar");
static_assert(has_markers<std::once_flag>(yes, yes), "Once");
static_assert(has_markers<std::barrier<>>(yes, yes), "Barrier");
static_assert(has_markers<std::atomic_flag>(yes, yes), "AtomicBool");
static_assert(has_markers<std::atomic<int>>(yes, yes), "AtomicI32");
// In C++ a pointer can be dereferenced without `unsafe`.
static_assert(has_markers<std::atomic<int*>>(no, no), "AtomicPtr<i32>");
