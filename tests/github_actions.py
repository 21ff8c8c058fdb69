#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Checks that a GitHub Actions workflow is valid YAML in which each step has one action. Usage: github_actions.py FILE"""

import sys

import yaml

with open(sys.argv[1]) as workflow:
    jobs = yaml.safe_load(workflow)["jobs"]
for name, job in jobs.items():
    for step in job["steps"]:
        if len({"uses", "run"} & set(step)) != 1:
            sys.exit(f"{sys.argv[1]}: job {name}: a step must have either `uses` or `run`: {step}")
