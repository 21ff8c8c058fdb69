// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json.hpp>

// Instantiated once, in json_instance.cpp: instantiating it in each file doubles the time to compile.
extern template class nlohmann::basic_json<>;
