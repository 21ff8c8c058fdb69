// SPDX-License-Identifier: MIT
#include "json_instance.hpp"

template class nlohmann::basic_json<>;
