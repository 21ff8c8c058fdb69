// SPDX-License-Identifier: MIT
#include "signature.hpp"

#include <catch2/catch.hpp>
#include <charconv>

#include "base64.hpp"
#include "error.hpp"
#include "files.hpp"

using namespace fearless::certifier;
using Catch::Contains;

namespace {

std::string from_hexadecimal(std::string_view digits) {
  std::string bytes;
  for (std::size_t i = 0; i + 1 < digits.size(); i += 2) {
    unsigned char byte = 0;
    std::from_chars(digits.data() + i, digits.data() + i + 2, byte, 16);
    bytes += static_cast<char>(byte);
  }
  return bytes;
}

/// Key files of one Ed25519 key, whose halves are given as RFC 8032 prints them.
class key_files {
 public:
  key_files(std::string_view secret, std::string_view open) {
    write_text(private_file(), pem("PRIVATE KEY", "302e020100300506032b657004220420", secret));
    write_text(public_file(), pem("PUBLIC KEY", "302a300506032b6570032100", open));
  }

  [[nodiscard]] std::filesystem::path private_file() const { return folder_.path() / "private.pem"; }
  [[nodiscard]] std::filesystem::path public_file() const { return folder_.path() / "public.pem"; }
  [[nodiscard]] key secret() const { return key::read_private(private_file()); }
  [[nodiscard]] key open() const { return key::read_public(public_file()); }
  [[nodiscard]] std::filesystem::path folder() const { return folder_.path(); }

 private:
  static std::string pem(const std::string& kind, const std::string& algorithm, std::string_view half) {
    return "-----BEGIN " + kind + "-----\n" + to_base64(from_hexadecimal(algorithm + std::string(half))) +
           "\n-----END " + kind + "-----\n";
  }

  scratch_folder folder_;
};

// RFC 8032, section 7.1, tests 2 and 3.
const key_files& first_key() {
  static const key_files files("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
                               "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
  return files;
}
const key_files& second_key() {
  static const key_files files("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
                               "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025");
  return files;
}

}  // namespace

TEST_CASE("a signature is the one that RFC 8032 shows") {
  CHECK(first_key().secret().sign(from_hexadecimal("72")) ==
        from_hexadecimal("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                         "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"));
  CHECK(second_key().secret().sign(from_hexadecimal("af82")) ==
        from_hexadecimal("6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
                         "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"));
}

TEST_CASE("a key has signed only what it signed") {
  const std::string made = first_key().secret().sign("message");
  CHECK(first_key().open().has_signed("message", made));
  CHECK_FALSE(first_key().open().has_signed("messages", made));
  CHECK_FALSE(second_key().open().has_signed("message", made));
  CHECK_FALSE(first_key().open().has_signed("message", made.substr(1)));
  CHECK_FALSE(first_key().open().has_signed("message", ""));
  std::string changed = made;
  changed[10] = static_cast<char>(changed[10] ^ 1);
  CHECK_FALSE(first_key().open().has_signed("message", changed));
}

TEST_CASE("both halves of a key have the same id, and two keys have two") {
  CHECK(first_key().secret().id() == first_key().open().id());
  CHECK(first_key().open().id() != second_key().open().id());
}

TEST_CASE("a file that holds no such key is refused, and the error says how to make one") {
  const auto key_of = [](const std::filesystem::path& file) { return key::read_private(file); };
  CHECK_THROWS_WITH(key_of(first_key().public_file()), Contains("openssl genpkey -algorithm ed25519"));
  CHECK_THROWS_WITH(key::read_public(first_key().private_file()), Contains("openssl pkey -in PRIVATE -pubout"));
  CHECK_THROWS_AS(key_of("/dev/null"), user_error);
  CHECK_THROWS_AS(key_of("absent.pem"), user_error);
}

TEST_CASE("what is signed is the payload with its type, as DSSE 1.0.2 shows it") {
  CHECK(signed_bytes("http://example.com/HelloWorld", "hello world") ==
        "DSSEv1 29 http://example.com/HelloWorld 11 hello world");
}

TEST_CASE("an envelope is read as it was written") {
  const auto file = first_key().folder() / "certificate.dsse.json";
  write_text(file, text_of(envelope{.payload = "{\n}", .signatures = {{.key_id = "a", .bytes = "b\xff"}, {"", "d"}}}));
  const envelope read = read_envelope(file);
  CHECK(read.payload == "{\n}");
  REQUIRE(read.signatures.size() == 2);
  CHECK(read.signatures[0].key_id == "a");
  CHECK(read.signatures[0].bytes == "b\xff");
  CHECK(read.signatures[1].bytes == "d");
}

TEST_CASE("an envelope may lack the names of keys, and have fields of other versions") {
  const auto file = first_key().folder() / "other.json";
  write_text(file, R"({"payloadType": "application/vnd.in-toto+json", "payload": "e30", "added": 1,
                       "signatures": [{"sig": "Yg==", "cert": "c"}]})");
  CHECK(read_envelope(file).payload == "{}");
  CHECK(read_envelope(file).signatures.at(0).key_id.empty());
}

TEST_CASE("what is no envelope of a certificate is refused") {
  const auto file = first_key().folder() / "wrong.json";
  for (const char* text :
       {R"({"payloadType": "text/plain", "payload": "e30=", "signatures": []})",
        R"({"payloadType": "application/vnd.in-toto+json", "payload": "e3", "signatures": [{"sig": "!"}]})",
        R"({"payloadType": "application/vnd.in-toto+json", "payload": "?", "signatures": []})",
        R"({"payloadType": "application/vnd.in-toto+json", "payload": {}, "signatures": []})",
        R"({"payloadType": "application/vnd.in-toto+json", "signatures": []})", "[]", ""}) {
    write_text(file, text);
    CHECK_THROWS_AS(read_envelope(file), user_error);
  }
  CHECK_THROWS_AS(read_envelope("absent.json"), user_error);
}
