// SPDX-License-Identifier: MIT
#include "sign_command.hpp"

#include <fmt/format.h>

#include "files.hpp"
#include "printable.hpp"
#include "signature.hpp"
#include "verification.hpp"

namespace fearless::certifier {

int sign(const sign_options& options) {
  const key signer = key::read_private(options.key);
  const verification found = verify_certificate(options.certificate, {});
  if (!found.contradictions.empty()) {
    for (const std::string& each : found.contradictions) fmt::print("false: {}\n", printable(each));
    fmt::print("the certificate is false, so it was not signed\n");
    return 1;
  }
  const auto file = envelope_file(options.certificate);
  envelope made{.payload = found.certificate, .signatures = {}};
  std::error_code absent;
  if (std::filesystem::exists(file, absent)) made.signatures = read_envelope(file).signatures;
  const std::string bytes = signed_bytes_of_certificate(made.payload);
  std::erase_if(made.signatures, [&](const signature& each) { return signer.has_signed(bytes, each.bytes); });
  made.signatures.push_back({.key_id = signer.id(), .bytes = signer.sign(bytes)});
  write_text(file, text_of(made));
  fmt::print("signed: {} {}: {}, with the key {}\n", printable(found.run.header.implementation.name),
             printable(found.run.header.implementation.release), name(found.run.summary.verdict), signer.id());
  fmt::print("{} has {} {}\n", printable(file.string()), made.signatures.size(),
             made.signatures.size() == 1 ? "signature" : "signatures");
  fmt::print("to check it: fearless verify {} --signed-by PUBLIC-KEY\n", printable(options.certificate.string()));
  return 0;
}

}  // namespace fearless::certifier
