// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json.hpp>

// Compiled once, in json_instance.cpp: else each file that uses JSON compiles all of it anew, which is half of its
// time.
extern template class nlohmann::basic_json<>;
