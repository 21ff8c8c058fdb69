// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

namespace fearless::certifier {

/// The command line of `fearless sign`.
struct sign_options {
  std::filesystem::path certificate;
  std::filesystem::path key;  ///< a private key
};

/// `fearless sign`: verifies a certificate, and adds a signature to the file beside it. Signing once more with the same
/// key changes nothing. Returns the exit code: 0 signed, 1 the certificate is false, and was not signed. Errors:
/// `user_error` for a key or a file that is not of its format; then nothing is written.
int sign(const sign_options& options);

}  // namespace fearless::certifier
