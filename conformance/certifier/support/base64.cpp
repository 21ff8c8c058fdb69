// SPDX-License-Identifier: MIT
#include "base64.hpp"

#include <openssl/evp.h>

#include <algorithm>

namespace fearless::certifier {

namespace {

const unsigned char* as_bytes(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

}  // namespace

std::string to_base64(std::string_view bytes) {
  std::string text((bytes.size() + 2) / 3 * 4 + 1, '\0');  // libcrypto ends it with a zero
  const int size =
      EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()), as_bytes(bytes), static_cast<int>(bytes.size()));
  text.resize(static_cast<std::size_t>(size));
  return text;
}

std::optional<std::string> from_base64(std::string_view text) {
  std::string standard(text.substr(0, text.find_last_not_of('=') + 1));
  std::ranges::replace(standard, '-', '+');
  std::ranges::replace(standard, '_', '/');
  const std::size_t padding = (4 - standard.size() % 4) % 4;
  standard.append(padding, '=');
  const bool is_padded = text.ends_with('=');
  if (is_padded && standard.size() != text.size()) return std::nullopt;
  std::string bytes(standard.size() / 4 * 3, '\0');
  const int size = EVP_DecodeBlock(reinterpret_cast<unsigned char*>(bytes.data()), as_bytes(standard),
                                   static_cast<int>(standard.size()));
  if (size < 0 || padding > 2) return std::nullopt;
  bytes.resize(static_cast<std::size_t>(size) - padding);
  // libcrypto skips spaces and takes bits that belong to no byte.
  return to_base64(bytes) == standard ? std::optional(bytes) : std::nullopt;
}

}  // namespace fearless::certifier
