// SPDX-License-Identifier: MIT
// Signatures on certificates: a DSSE envelope (https://github.com/secure-systems-lab/dsse, v1.0.2) with Ed25519 (RFC
// 8032).
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace fearless::certifier {

/// A public key, or a private key with its public half. Ed25519.
class key {
 public:
  /// Reads a key in PEM, as `openssl genpkey -algorithm ed25519` or `openssl pkey -pubout` writes it.
  /// Errors: user_error if the file holds no such key.
  static key read_private(const std::filesystem::path& file);
  static key read_public(const std::filesystem::path& file);

  /// The SHA-256 of the public half, as SubjectPublicKeyInfo in DER.
  [[nodiscard]] std::string id() const;

  /// The signature on the bytes, 64 bytes. The key must be private.
  [[nodiscard]] std::string sign(std::string_view bytes) const;

  [[nodiscard]] bool has_signed(std::string_view bytes, std::string_view signature) const;

 private:
  explicit key(std::shared_ptr<void> handle) : handle_(std::move(handle)) {}

  std::shared_ptr<void> handle_;  ///< libcrypto's EVP_PKEY
};

/// A signature, and which key its signer says it is by. Only `key::has_signed` shows whether it is.
struct signature {
  std::string key_id;
  std::string bytes;
};

/// A certificate and the signatures on it.
struct envelope {
  std::string payload;  ///< the bytes of certificate.json
  std::vector<signature> signatures;
};

/// What is signed of a payload: the type and the payload, each with its length.
std::string signed_bytes(std::string_view payload_type, std::string_view payload);

/// The bytes that are signed of a certificate, an in-toto statement.
std::string signed_bytes_of_certificate(std::string_view certificate);

/// The file beside a certificate that holds its signatures.
std::filesystem::path envelope_file(const std::filesystem::path& certificate);

/// Reads an envelope. Fields that the format does not have are ignored, as it demands. Errors: user_error if the file
/// is missing, too large or no envelope of a certificate.
envelope read_envelope(const std::filesystem::path& file);

/// The envelope as a file has it.
std::string text_of(const envelope& signed_certificate);

}  // namespace fearless::certifier
