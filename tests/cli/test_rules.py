"""`cardwright rules`: what finds cards."""

from builds import run

from cardwright.rules import RULES


def test_every_rule_has_a_line_with_its_confidence_and_what_it_reads() -> None:
    done = run("rules")
    assert done.return_value == 0
    lines = [line.split(maxsplit=2) for line in done.stdout.splitlines()]
    assert [(name, confidence) for name, confidence, _ in lines] == [
        (rule.name, f"{rule.confidence:.2f}") for rule in RULES
    ]
    assert all(len(reads) > 20 and reads.endswith(".") for _, _, reads in lines)
