"""`cardwright rules`: the rules, one line each."""

from __future__ import annotations

import sys

import click


@click.command()
def command() -> int:
    """List the rules that find cards in the order of their priority: name, confidence, what they read."""
    from cardwright.rules import RULES  # noqa: PLC0415 - `--help` needs no rules

    width = max(len(rule.name) for rule in RULES)
    for rule in RULES:
        document = sys.modules[type(rule).__module__].__doc__ or ""
        click.echo(f"{rule.name:<{width}}  {rule.confidence:.2f}  {document.splitlines()[0]}")
    return 0
