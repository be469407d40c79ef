"""What finding cards costs: rules, questions and gate against markdown-it-py's parse of the same articles.

    python benchmarks/extraction.py [--floor] [--profile] [FOLDER]

FOLDER defaults to the labelled articles of `benchmarks/quality`. Both are run in turn in this process; the figure is
the ratio of their CPU seconds, the median of several rounds. With `--floor` it fails above the ceiling, with
`--profile` it prints where the time goes instead.
"""

from __future__ import annotations

import cProfile
import gc
import pstats
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from markdown_it import MarkdownIt
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.footnote import footnote_plugin

from cardwright import Article, Settings, extract, source

FOLDER = Path(__file__).parent / "quality" / "articles"
ROUNDS = 9
CEILING = 5.2
"""Reached is 4.7, the aim is 1; a busy machine gives some tenths more."""


def articles_in(folder: str) -> tuple[list[Article], list[str]]:
    """Read the articles, and the very texts that their parser gets."""
    found = source.find([folder])
    loaded = [source.load(file, settings=Settings()).article for file in found.files]
    texts = [Path(article.path).read_text(encoding="utf-8") for article in loaded if article]
    return [article for article in loaded if article], texts


def parser() -> MarkdownIt:
    markdown = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    return markdown.use(footnote_plugin).use(deflist_plugin).use(dollarmath_plugin)


def cpu_seconds(work: Callable[[], object]) -> float:
    gc.collect()
    start = time.process_time()
    work()
    return time.process_time() - start


def profile(articles: list[Article]) -> None:
    profiler = cProfile.Profile()
    profiler.runcall(lambda: [extract(article) for article in articles for _ in range(5)])
    pstats.Stats(profiler).sort_stats("tottime").print_stats(25)


def main(folder: str, *, floor: bool, profiled: bool) -> int:
    articles, texts = articles_in(folder)
    markdown = parser()
    notes = sum(len(extract(article).notes) for article in articles)  # patterns are compiled by the first run
    if profiled:
        profile(articles)
        return 0
    parsing: list[float] = []
    finding: list[float] = []
    for _ in range(ROUNDS):
        parsing.append(cpu_seconds(lambda: [markdown.parse(text) for text in texts]))
        finding.append(cpu_seconds(lambda: [extract(article) for article in articles]))
    ratio = median(found / parsed for found, parsed in zip(finding, parsing, strict=True))
    size = sum(map(len, texts))
    print(f"{len(articles)} articles, {size:,} characters, {notes} notes")
    print(
        f"parser      {median(parsing) * 1000:.1f} ms, {size / median(parsing) / 1e6:.2f} million characters a second"
    )
    print(
        f"extraction  {median(finding) * 1000:.1f} ms, {size / median(finding) / 1e6:.2f} million characters a second"
    )
    print(f"ratio       {ratio:.2f}, aim 1, ceiling {CEILING}")
    return int(floor and ratio > CEILING)


if __name__ == "__main__":
    given = [argument for argument in sys.argv[1:] if not argument.startswith("--")]
    sys.exit(main(given[0] if given else str(FOLDER), floor="--floor" in sys.argv, profiled="--profile" in sys.argv))
