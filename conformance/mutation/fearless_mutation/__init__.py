# SPDX-License-Identifier: MIT
"""Mutation testing of the reference: `mutate` is the command line, docs/mutation.md the manual.

  project   where the sources, the build and the kept verdicts are
  syntax    C++ sources as libclang sees them
  mutants   which places of the reference are changed, and how
  products  builds a mutant
  judges    runs the cases and tests against a mutant
  record    keeps verdicts, checks the explanations of the survivors, and prints the table
"""
