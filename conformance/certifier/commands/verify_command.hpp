// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

#include "paths.hpp"
#include "verification.hpp"

namespace fearless::certifier {

/// The command line of `fearless verify`.
struct verify_options {
  std::filesystem::path certificate;
  verification_inputs inputs{};
};

/// What to compare a certificate with, and the claims of this build unless others are named. Without either they are
/// not compared.
verification_inputs with_claims_of_build(const paths& where, verification_inputs inputs);

/// `fearless verify`: prints what contradicts a certificate, which of its claims changed since, and what was not
/// checked. Without a file of claims it takes the build's. Returns the exit code: 0 verified, 1 the certificate is
/// false or not signed as demanded. Errors: `user_error` if it can't be told.
int verify(const paths& where, verify_options options);

}  // namespace fearless::certifier
