// SPDX-License-Identifier: MIT
#include "digest.hpp"

#include <fmt/format.h>
#include <openssl/evp.h>

#include <array>

#include "files.hpp"

namespace fearless::certifier {

std::string sha256(std::string_view bytes) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int size = 0;
  if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, EVP_sha256(), nullptr) != 1)
    throw std::runtime_error("libcrypto has no SHA-256");
  std::string hexadecimal;
  for (unsigned int i = 0; i < size; ++i) hexadecimal += fmt::format("{:02x}", digest[i]);
  return hexadecimal;
}

std::string sha256_of_file(const std::filesystem::path& file) {
  return sha256(read_text(file));
}

}  // namespace fearless::certifier
