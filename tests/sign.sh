#!/bin/sh
# SPDX-License-Identifier: MIT
# `fearless sign` signs honest certificates only, `fearless verify --signed-by` accepts valid signatures only, and OpenSSL agrees.
# Usage: sign.sh BUILD_FOLDER SOURCE_FOLDER
set -eu
build=$1 source=$2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
PATH=$build:$PATH

# Without results of an earlier run of this version a short one will do.
judged=$build/results/reference
cmp -s "$source/conformance/certifier/results/verify.py" "$judged/verify.py" || fearless certify reference --profile channels >/dev/null

. "$source/tests/expecting.sh"

mkdir "$scratch/made"
cd "$scratch/made"
cp "$judged/certificate.json" "$judged/results.jsonl" .

# The commands of docs/results.md, which leave maker.pem, maker.pub and the certificate with one signature.
awk '/^```sh signing$/ { inside = 1; next } /^```$/ { inside = 0 } inside' "$source/docs/results.md" >"$scratch/commands"
[ "$(grep -cE '^(fearless|openssl) ' "$scratch/commands")" -eq 5 ] || fail "docs/results.md must show how to sign"
exits 0 sh -eu "$scratch/commands"
says '^signed: reference '
says '^  signed by "maker.pub", key [0-9a-f]{64}$'
says '^Signature Verified Successfully$'
cp certificate.dsse.json "$scratch/once.json"

# A second signer; the same key signs only once, and its signature is the same.
openssl genpkey -algorithm ed25519 -out laboratory.pem
openssl pkey -in laboratory.pem -pubout -out laboratory.pub
exits 1 fearless verify certificate.json --signed-by maker.pub --signed-by laboratory.pub
says '^not signed: by "laboratory.pub", key [0-9a-f]{64}: none of the 1 signatures is valid$'
exits 0 fearless sign certificate.json --key laboratory.pem
says '^certificate.dsse.json has 2 signatures$'
exits 0 fearless sign certificate.json --key laboratory.pem
says '^certificate.dsse.json has 2 signatures$'
exits 0 fearless verify certificate.json --signed-by maker.pub --signed-by laboratory.pub
exits 0 fearless verify certificate.json --signed-by maker.pub
says '^not checked: the signature that names the key "[0-9a-f]{64}": give the public key with --signed-by$'
cp certificate.dsse.json "$scratch/twice.json"

# Envelopes that were edited: the name of a key is no proof, and a signature is for these bytes and this key only.
edited() {
  cp "$scratch/twice.json" certificate.dsse.json
  python3 - "$1" <<'END'
import base64, json, sys
with open("certificate.dsse.json") as file:
    envelope = json.load(file)
maker, laboratory = envelope["signatures"]
def changed(text):
    data = bytearray(base64.b64decode(text))
    data[3] ^= 1
    return base64.b64encode(data).decode()
exec(sys.argv[1])
with open("certificate.dsse.json", "w") as file:
    json.dump(envelope, file)
END
}
for edit in 'maker["sig"] = changed(maker["sig"])' 'maker["sig"] = ""' 'maker["sig"] = laboratory["sig"]' 'envelope["signatures"].remove(maker)' \
  'envelope["signatures"] = []' 'maker["sig"] = maker["sig"][:-4] + "AAAA"' 'maker["sig"] = changed(maker["sig"]); laboratory["keyid"] = maker["keyid"]'; do
  edited "$edit"
  exits 1 fearless verify certificate.json --signed-by maker.pub
  says '^not signed: by "maker.pub", key [0-9a-f]{64}: none of the '
done
for edit in 'maker["keyid"] = laboratory["keyid"]' 'del maker["keyid"]' 'envelope["signatures"].reverse()' 'maker["added"] = {}' \
  'maker["sig"] = maker["sig"].replace("+", "-").replace("/", "_").rstrip("=")'; do
  edited "$edit"
  exits 0 fearless verify certificate.json --signed-by maker.pub
done
for edit in 'envelope["payload"] = changed(envelope["payload"])' 'envelope["payload"] = ""'; do
  edited "$edit"
  exits 1 fearless verify certificate.json --signed-by maker.pub
  says '^false: certificate\.dsse\.json: expected signatures on this certificate\.json, found them on other contents$'
  exits 1 fearless sign certificate.json --key maker.pem
  says '^the certificate is false, so it was not signed$'
done
for edit in 'envelope["payloadType"] = "text/plain"' 'envelope["signatures"] = {}' 'del maker["sig"]' 'maker["sig"] = "?"' 'envelope["payload"] = None' \
  'envelope["signatures"] = [maker] * 101'; do
  edited "$edit"
  exits 2 fearless verify certificate.json --signed-by maker.pub
  [ "$(wc -l <"$scratch/said")" -eq 1 ] || fail "a damaged envelope is one line"
done
rm certificate.dsse.json
mkfifo certificate.dsse.json
exits 2 fearless verify certificate.json --signed-by maker.pub
rm certificate.dsse.json
ln -s nowhere certificate.dsse.json
exits 2 fearless verify certificate.json
rm certificate.dsse.json
exits 1 fearless verify certificate.json --signed-by maker.pub
says '^not signed: by "maker.pub": there is no "certificate\.dsse\.json"; `fearless sign` writes it$'

# A certificate that was edited after it was signed, by someone who recomputes nothing, and by someone who does.
cp "$scratch/twice.json" certificate.dsse.json
sed 's/"release": "[^"]*"/"release": "9.9.9"/' "$judged/certificate.json" >certificate.json
exits 1 fearless verify certificate.json --signed-by maker.pub
exits 1 fearless sign certificate.json --key maker.pem
sed -i '1s/"release":"[^"]*"/"release":"9.9.9"/' results.jsonl
python3 - <<'END'
import hashlib, json
with open("certificate.json") as file:
    certificate = json.load(file)
with open("results.jsonl", "rb") as file:
    certificate["predicate"]["results"]["digest"]["sha256"] = hashlib.sha256(file.read()).hexdigest()
with open("certificate.json", "w") as file:
    json.dump(certificate, file)
END
mv certificate.dsse.json "$scratch/kept.json"
exits 0 fearless verify certificate.json
mv "$scratch/kept.json" certificate.dsse.json
exits 1 fearless verify certificate.json --signed-by maker.pub
says '^false: certificate\.dsse\.json: '

# Keys that can't sign: nothing is written.
cp "$judged/certificate.json" "$judged/results.jsonl" .
rm certificate.dsse.json
openssl genpkey -algorithm rsa -pkeyopt rsa_keygen_bits:2048 -out rsa.pem 2>/dev/null
openssl genpkey -algorithm ed25519 -aes256 -pass pass:secret -out locked.pem
for key in rsa.pem locked.pem maker.pub certificate.json absent.pem /dev/null .; do
  exits 2 fearless sign certificate.json --key "$key"
  [ "$(wc -l <"$scratch/said")" -eq 1 ] || fail "a wrong key is one line"
  [ ! -e certificate.dsse.json ] || fail "$key: a signature was written"
done

# A new run replaces the certificate and removes its signatures.
mkdir "$scratch/run"
fearless certify reference --profile markers --out "$scratch/run" >/dev/null
exits 0 fearless sign "$scratch/run/certificate.json" --key maker.pem
fearless certify reference --profile markers --out "$scratch/run" >/dev/null
exits 0 fearless verify "$scratch/run/certificate.json"
[ ! -e "$scratch/run/certificate.dsse.json" ] || fail "a new run must remove the signatures on the old one"
