// SPDX-License-Identifier: MIT
#include "json_instance.hpp"

template class nlohmann::basic_json<>;
template FEARLESS_PARSE(std::string&&);
template FEARLESS_PARSE(std::string&);
template FEARLESS_PARSE(const std::string&);
template FEARLESS_PARSE(std::string_view&);
template FEARLESS_PARSE(const std::string_view&);
