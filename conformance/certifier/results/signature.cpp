// SPDX-License-Identifier: MIT
#include "signature.hpp"

#include <fmt/format.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <array>
#include <nlohmann/json.hpp>

#include "base64.hpp"
#include "bounded_file.hpp"
#include "digest.hpp"
#include "error.hpp"
#include "strict_json.hpp"

namespace fearless::certifier {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

constexpr std::string_view certificate_type = "application/vnd.in-toto+json";
constexpr std::uint64_t most_bytes_of_key = 64 << 10, most_bytes_of_envelope = 32 << 20;
constexpr std::string_view envelope_form = R"({
  "payloadType": "text", "payload": "text", "signatures": [{"keyid?": "text", "sig": "text", "*": "any"}], "*": "any"})";
constexpr std::size_t signature_size = 64, most_signatures = 100;

using pem_reader = EVP_PKEY* (*)(BIO*, EVP_PKEY**, pem_password_cb*, void*);

/// A key that a pass phrase protects is refused, where libcrypto would ask for it at the terminal.
int ask_for_nothing(char* /*unused*/, int /*unused*/, int /*unused*/, void* /*unused*/) {
  return -1;
}

std::shared_ptr<EVP_PKEY> read_pem(const std::string& text, pem_reader read) {
  const std::unique_ptr<BIO, decltype(&BIO_free)> in(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())),
                                                     BIO_free);
  std::shared_ptr<EVP_PKEY> found(read(in.get(), nullptr, ask_for_nothing, nullptr), EVP_PKEY_free);
  ERR_clear_error();
  return found;
}

std::shared_ptr<EVP_PKEY> read_key(const fs::path& file, pem_reader read, const char* kind, const char* made_by) {
  auto found = read_pem(read_bounded(file, most_bytes_of_key), read);
  if (found == nullptr || EVP_PKEY_id(found.get()) != EVP_PKEY_ED25519)
    throw user_error(fmt::format("{}: no {} Ed25519 key without a pass phrase in PEM; `{}` writes one",
                                 shown(file.string()), kind, made_by));
  return found;
}

EVP_PKEY* raw(const std::shared_ptr<void>& handle) {
  return static_cast<EVP_PKEY*>(handle.get());
}

const unsigned char* as_bytes(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

using digest_context = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;

digest_context new_context() {
  return {EVP_MD_CTX_new(), EVP_MD_CTX_free};
}

std::string bytes_in(const json& base64, const std::string& where) {
  const auto bytes = from_base64(base64.get<std::string>());
  if (!bytes) throw user_error(fmt::format("{}: expected base64, found {}", where, shown(base64)));
  return *bytes;
}

}  // namespace

key key::read_private(const fs::path& file) {
  return key(read_key(file, PEM_read_bio_PrivateKey, "private", "openssl genpkey -algorithm ed25519 -out FILE"));
}

key key::read_public(const fs::path& file) {
  return key(read_key(file, PEM_read_bio_PUBKEY, "public", "openssl pkey -in PRIVATE -pubout -out FILE"));
}

std::string key::id() const {
  unsigned char* encoded = nullptr;
  const int size = i2d_PUBKEY(raw(handle_), &encoded);
  if (size <= 0) throw std::runtime_error("libcrypto can't encode a public key");
  std::string digest = sha256({reinterpret_cast<const char*>(encoded), static_cast<std::size_t>(size)});
  OPENSSL_free(encoded);
  return digest;
}

std::string key::sign(std::string_view bytes) const {
  const auto context = new_context();
  std::string made(signature_size, '\0');
  std::size_t size = made.size();
  if (EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, raw(handle_)) != 1 ||
      EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(made.data()), &size, as_bytes(bytes),
                     bytes.size()) != 1)
    throw std::runtime_error("libcrypto can't sign with this key");
  return made;
}

bool key::has_signed(std::string_view bytes, std::string_view signature) const {
  const auto context = new_context();
  const bool is_valid =
      EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, raw(handle_)) == 1 &&
      EVP_DigestVerify(context.get(), as_bytes(signature), signature.size(), as_bytes(bytes), bytes.size()) == 1;
  ERR_clear_error();
  return is_valid;
}

std::string signed_bytes(std::string_view payload_type, std::string_view payload) {
  return fmt::format("DSSEv1 {} {} {} {}", payload_type.size(), payload_type, payload.size(), payload);
}

std::string signed_bytes_of_certificate(std::string_view certificate) {
  return signed_bytes(certificate_type, certificate);
}

fs::path envelope_file(const fs::path& certificate) {
  return certificate.parent_path() / "certificate.dsse.json";
}

envelope read_envelope(const fs::path& file) {
  const std::string where = shown(file.string());
  const json read = parse_strictly(read_bounded(file, most_bytes_of_envelope), where);
  require_form(read, json::parse(envelope_form), where);
  if (read["payloadType"] != certificate_type)
    throw user_error(
        fmt::format("{}: payloadType: expected \"{}\", found {}", where, certificate_type, shown(read["payloadType"])));
  if (read["signatures"].size() > most_signatures)
    throw user_error(fmt::format("{}: more than {} signatures", where, most_signatures));
  envelope found{.payload = bytes_in(read["payload"], where + ": payload"), .signatures = {}};
  for (const json& each : read["signatures"])
    found.signatures.push_back(
        {.key_id = each.value("keyid", ""), .bytes = bytes_in(each["sig"], where + ": signatures: sig")});
  return found;
}

std::string text_of(const envelope& signed_certificate) {
  json signatures = json::array();
  for (const signature& each : signed_certificate.signatures)
    signatures.push_back({{"keyid", each.key_id}, {"sig", to_base64(each.bytes)}});
  const json made = {{"payloadType", certificate_type},
                     {"payload", to_base64(signed_certificate.payload)},
                     {"signatures", signatures}};
  return made.dump(2) + "\n";
}

}  // namespace fearless::certifier
