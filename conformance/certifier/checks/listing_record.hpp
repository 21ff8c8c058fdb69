// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "catalogue.hpp"
#include "listings.hpp"
#include "paths.hpp"

namespace fearless::certifier {

/// What the compiler said of a rejected listing the last time, if it was of this text, with these headers and this
/// compiler. To ask the compiler takes seconds, which a page that is woven anew need not wait for.
std::optional<listing_result> recorded_result(const paths&, const listing&);

/// Keeps a result in the build folder. Where that can't be written nothing is kept, and the next one has to ask again.
void record_result(const paths&, const listing&, const listing_result&);

}  // namespace fearless::certifier
