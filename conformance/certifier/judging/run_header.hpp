// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

#include "run_record.hpp"

namespace fearless::certifier {

/// The origin of a run that begins now, with the suite from the folder `source`.
run_origin origin_of_run(const std::filesystem::path& source);

}  // namespace fearless::certifier
