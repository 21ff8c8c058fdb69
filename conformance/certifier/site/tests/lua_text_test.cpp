// SPDX-License-Identifier: MIT
#include "lua_text.hpp"

#include <catch2/catch.hpp>

#include "defaults.hpp"
#include "files.hpp"
#include "pandoc.hpp"

using namespace fearless::certifier;
using nlohmann::json;

namespace {

/// The value that Lua reads from the text, as Lua's own writer of JSON prints it.
json as_lua_reads(const json& value) {
  const scratch_folder folder;
  write_text(folder.path() / "empty.md", "");
  write_text(folder.path() / "writer.lua",
             "package.path = '" + std::string(defaults::source) +
                 "/spec/site/?.lua;' .. package.path\nlocal json = require 'json'\n"
                 "function Doc() return json.encode(" +
                 lua_text(value) +
                 ") end\n"
                 "setmetatable(_G, { __index = function() return function() return '' end end })\n");
  return json::parse(run_pandoc(folder.path(), {"--from=markdown", "--to=writer.lua", "empty.md"}));
}

}  // namespace

TEST_CASE("Lua reads what was written") {
  const json value = {{"text", "a \"quoted\" \\ word,\n\r\ttwo lines, ünïcode, 10 % and ]]"},
                      {"a key with \"quotes\"", true},
                      {"numbers", {0, -7, 1234567890123, 0.25, 1e100}},
                      {"nested", {{{"deep", {false, "x"}}}}}};
  CHECK(as_lua_reads(value) == value);
}

TEST_CASE("a zero byte before a digit stays a zero byte") {
  CHECK(lua_text(std::string("a\0007", 3)) == "\"a\\0007\"");
}

TEST_CASE("null becomes nil") {
  CHECK(lua_text({{"a", nullptr}}) == "{[\"a\"]=nil,}");
}
