# SPDX-License-Identifier: MIT
"""A run that a test edits, and from which it recomputes what a certificate states, as a forger who knows the rules."""
import hashlib
import importlib.util
import json
import pathlib
import sys

sys.dont_write_bytecode = True
script_file = pathlib.Path(__file__).parent.parent / "conformance" / "certifier" / "results" / "verify.py"


def module(file):
    spec = importlib.util.spec_from_file_location("verify_script", file)
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


script = module(script_file)


class Run:
    """The parts of a certificate and its results."""

    def __init__(self, folder):
        self.header, *self.rows, self.footer = [json.loads(line) for line in (folder / "results.jsonl").open()]
        self.certificate = json.loads((folder / "certificate.json").read_text())
        self.predicate = self.certificate["predicate"]

    def text(self):
        return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in (self.header, *self.rows, self.footer))

    def bind(self):
        """Corrects what is bound by a digest."""
        self.header["rows"] = len(self.rows)
        follows = script.footer_of(self.header, self.rows, {})
        expected = script.certificate_of(self.header, self.rows, follows, "")["predicate"]
        self.header["manifest_sha256"] = expected["configuration"][1]["digest"]["sha256"]
        self.predicate["configuration"] = expected["configuration"]
        self.predicate["results"]["digest"]["sha256"] = hashlib.sha256(self.text().encode()).hexdigest()

    def recompute(self):
        self.footer = script.footer_of(self.header, self.rows, self.footer["explanations"])
        self.bind()
        digest = hashlib.sha256(self.text().encode()).hexdigest()
        self.certificate = script.certificate_of(self.header, self.rows, self.footer, digest)


def write_reports(folder, run):
    (folder / "junit.xml").write_text(script.junit_of(run.header, run.rows))
    (folder / "badge.json").write_text(script.badge_of(run.header, script.footer_of(run.header, run.rows, {})))


def write(folder, results, certificate):
    (folder / "results.jsonl").write_bytes(results if isinstance(results, bytes) else results.encode())
    (folder / "certificate.json").write_bytes(certificate if isinstance(certificate, bytes) else certificate.encode())
