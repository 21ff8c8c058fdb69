// SPDX-License-Identifier: MIT
#include "narration.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "object_names.hpp"

using namespace fearless::certifier;
using Catch::Matchers::Contains;

namespace {

const code_address storing{"lib.so", 1}, loading{"lib.so", 2}, sleeping{"lib.so", 3};

source_places places() {
  return {{storing, {.file = "src/ring.hpp", .line = 31, .column = 5, .code = "flag_.store(1);"}},
          {loading, {.file = "src/ring.hpp", .line = 44, .column = 9, .code = "if (flag_.load() == 0)"}},
          {sleeping, {.file = "src/ring.hpp", .line = 50, .column = 3, .code = "bell.wait(lock);"}}};
}

/// A store by one thread, of which another one reads the value before, and waits.
const std::string missed = R"({"thread":0,"call":"recv","kind":"receiver","object":"0x1"}
{"thread":1,"starts":true}
{"thread":0,"does":"store","on":"0x10","order":"relaxed","wrote":"1","at":[["lib.so",1]]}
{"departs":"switches","thread":0,"to":1}
{"thread":1,"call":"send","kind":"sender","object":"0x2"}
{"departs":"reads","thread":1,"to":1}
{"thread":1,"does":"load","on":"0x10","order":"seq_cst","read":"0","newest":"1","at":[["lib.so",2]]}
{"thread":1,"returned":"true"}
{"thread":1,"ends":true}
{"thread":0,"does":"wait","on":"0x20","at":[["lib.so",3]]}
{"thread":0,"waits":"0x20","at":[["lib.so",3]]}
{"deadlock":true}
)";

narration told(const std::string& trace) {
  return narrated(read_trace(trace), places());
}

std::vector<std::string> texts_of(const narration& of) {
  std::vector<std::string> texts;
  for (const explained_step& each : of.steps) texts.push_back(std::to_string(each.thread) + " " + each.text);
  return texts;
}

}  // namespace

TEST_CASE("an execution is told with the names of the source") {
  const auto found = told(missed);
  CHECK(found.threads.size() == 2);
  CHECK(texts_of(found) == std::vector<std::string>{"1 recv(receiver)", "1 flag = 1 (relaxed)", "2 send(sender)",
                                                    "2 flag is 0 (seq_cst)", "2 send: true", "1 waits for bell"});
  CHECK(found.steps[1].file == "src/ring.hpp");
  CHECK(found.steps[1].line == 31);
}

TEST_CASE("an older value has a mark, and a note on the newest one") {
  const auto found = told(missed);
  CHECK(found.steps[2].marks == std::vector{step_mark::switched});
  CHECK(found.steps[3].marks == std::vector{step_mark::older_value});
  CHECK(found.steps[3].note == "the newest is 1, stored by thread 1 at ring.hpp:31");
}

TEST_CASE("a deadlock says who waits for what, and since where") {
  CHECK(told(missed).end == std::vector<std::string>{"thread 1 waits for bell in recv(receiver), since ring.hpp:50"});
}

TEST_CASE("a deadlock says who holds what another thread waits for") {
  const auto found = told(R"({"thread":0,"call":"lock","kind":"mutex","object":"0x1"}
{"thread":0,"returned":"locked","kind":"guard","gives":"0x91"}
{"thread":1,"starts":true}
{"thread":1,"call":"lock","kind":"mutex","object":"0x2"}
{"thread":1,"returned":"locked","kind":"guard","gives":"0x92"}
{"thread":1,"call":"lock","kind":"mutex","object":"0x1"}
{"thread":1,"waits":"0x20","at":[["lib.so",3]]}
{"thread":0,"call":"lock","kind":"mutex","object":"0x2"}
{"thread":0,"waits":"0x21","at":[["lib.so",3]]}
{"deadlock":true}
)");
  REQUIRE(found.end.size() == 2);
  CHECK_THAT(found.end[0], Contains("in lock(mutex 2), since ring.hpp:50; thread 2 holds it; it holds mutex 1"));
  CHECK_THAT(found.end[1], Contains("in lock(mutex 1), since ring.hpp:50; thread 1 holds it; it holds mutex 2"));
}

TEST_CASE("the end says how many messages were sent and received, where some were not") {
  const std::string channel = R"({"thread":0,"call":"channel"}
{"thread":0,"returned":""}
{"thread":0,"call":"send","kind":"sender","object":"0x1","value":"7"}
{"thread":0,"returned":"true"}
)";
  const std::string recv = R"({"thread":0,"call":"recv","kind":"receiver","object":"0x2"}
{"thread":0,"returned":"value","value":"7"}
)";
  CHECK(told(channel).end == std::vector<std::string>{"1 message sent, 0 received"});
  CHECK(told(channel + recv).end.empty());
  CHECK(told(channel + channel).end.empty());
  CHECK(texts_of(told(channel + recv)) ==
        std::vector<std::string>{"1 channel", "1 send(sender, 7): true", "1 recv(receiver): 7"});
}

TEST_CASE("what only one thread touches is left out, unless a choice was made there") {
  const std::string own = R"({"thread":0,"does":"store","on":"0x30","order":"relaxed","wrote":"1","at":[["lib.so",1]]})"
                          "\n";
  const std::string start = R"({"thread":0,"call":"spawn"}
{"thread":1,"starts":true}
)";
  CHECK(texts_of(told(start + own)) == std::vector<std::string>{"1 spawn"});
  const std::string chosen = R"({"departs":"switches","thread":1,"to":0})"
                             "\n";
  CHECK(texts_of(told(start + chosen + own)) == std::vector<std::string>{"1 spawn", "1 flag = 1 (relaxed)"});
}

TEST_CASE("a thread that starts in the place of one that has ended is another one") {
  const auto found = told(R"({"thread":0,"call":"spawn"}
{"thread":1,"starts":true}
{"thread":1,"call":"a"}
{"thread":1,"ends":true}
{"thread":1,"starts":true}
{"thread":1,"call":"b"}
)");
  CHECK(found.threads.size() == 3);
  CHECK(texts_of(found) == std::vector<std::string>{"1 spawn", "2 a", "3 b"});
}

TEST_CASE("a malformed trace loses only its malformed lines") {
  const auto events = read_trace(missed + "{\"thread\":0,\"call\":\"cut off" + "\n" + R"({"thread":-1,"call":"x"})" +
                                 "\n" + R"({"thread":0})" + "\n" + R"([])" + "\n" + R"({"thread":0,"call":7})");
  CHECK(events.size() == read_trace(missed).size());
  CHECK(read_trace("").empty());
}

TEST_CASE("variables are found in the code") {
  CHECK(variable_in("while (tail_.load(std::memory_order_acquire) != 0)", 0) == "tail");
  CHECK(variable_in("self.tail.index.compare_exchange_weak(tail, new_tail,", 0) == "tail.index");
  CHECK(variable_in("const std::scoped_lock lock(mutex_);", 0) == "mutex");
  CHECK(variable_in("std::lock_guard<std::mutex> held{this->guard};", 0) == "guard");
  CHECK(variable_in("futex_wait(state_, seen);", 0) == "state");
  CHECK(variable_in("a.store(1); b.store(2);", 13) == "b");
  CHECK(variable_in("++count_;", 0) == "count");
  CHECK(variable_in("slots_[i].store(1)", 0) == "slots");
  CHECK(variable_in("}", 0).empty());
  CHECK(variable_in("table.drop = [](auto* end) { delete end; };", 0).empty());
}
