// SPDX-License-Identifier: MIT
#include "digest.hpp"

#include <fmt/format.h>
#include <openssl/evp.h>

#include <array>
#include <cerrno>
#include <memory>
#include <stdexcept>
#include <vector>

#include "bounded_file.hpp"
#include "error.hpp"

namespace fearless::certifier {

namespace {

class digester {
 public:
  digester() { require(context_ != nullptr && EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr) == 1); }

  void add(std::string_view bytes) { require(EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size()) == 1); }

  std::string in_hexadecimal() {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    require(EVP_DigestFinal_ex(context_.get(), digest.data(), &size) == 1);
    std::string hexadecimal;
    for (unsigned int i = 0; i < size; ++i) hexadecimal += fmt::format("{:02x}", digest[i]);
    return hexadecimal;
  }

 private:
  static void require(bool done) {
    if (!done) throw std::runtime_error("libcrypto has no SHA-256");
  }

  std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX*)> context_{EVP_MD_CTX_new(), EVP_MD_CTX_free};
};

}  // namespace

std::string sha256(std::string_view bytes) {
  digester all;
  all.add(bytes);
  return all.in_hexadecimal();
}

std::string sha256_of_file(const std::filesystem::path& file) {
  const file_descriptor in = open_bounded(file, most_bytes_of_library);
  digester all;
  std::vector<char> piece(1 << 16);
  for (std::uint64_t bytes = 0; bytes <= most_bytes_of_library;) {
    const ssize_t count = ::read(in.number(), piece.data(), piece.size());
    if (count < 0 && errno != EINTR) throw file_error("read", file, errno);
    if (count == 0) return all.in_hexadecimal();
    if (count < 0) continue;
    all.add({piece.data(), static_cast<std::size_t>(count)});
    bytes += static_cast<std::uint64_t>(count);
  }
  throw user_error(fmt::format("{}: it grows while it is read", file.string()));
}

}  // namespace fearless::certifier
