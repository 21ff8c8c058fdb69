// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

// Instantiated once, in json_instance.cpp: instantiating it in each file doubles the time to compile, and only that
// file is optimised.
extern template class nlohmann::basic_json<>;
#define FEARLESS_PARSE(text) nlohmann::json nlohmann::json::parse(text, nlohmann::json::parser_callback_t, bool, bool)
extern template FEARLESS_PARSE(std::string&&);
extern template FEARLESS_PARSE(std::string&);
extern template FEARLESS_PARSE(const std::string&);
extern template FEARLESS_PARSE(std::string_view&);
extern template FEARLESS_PARSE(const std::string_view&);
