"""Facts: what the rules read out of an article, before anybody has put a question."""

from __future__ import annotations

from typing import Literal

from cardwright.core.document import Block, Text
from cardwright.core.note import NoteItem
from cardwright.core.record import dataclass
from cardwright.core.span import Span

NO_TEXT = Text()


@dataclass(frozen=True, slots=True)
class Found:
    """Where a fact comes from: its rule, its lines, what the rule saw, how sure it is, and the section it stands in.

    `confidence` is 0 to 1, the rule's measured precision. `section` counts the article's sections from 0.
    `claims` name the passages that the fact uses up: of two facts with a common claim the earlier rule's one stays.
    """

    rule: str
    span: Span
    evidence: str
    confidence: float
    section: int
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Topic:
    """What a passage is about: the words for it, and where they come from.

    `form` says what the words are: a noun phrase ("a bridge", "disaster recovery"), a whole sentence or command
    ("Make one change at a time"), or nothing that a question can use.
    """

    words: str = ""
    form: Literal["noun", "sentence", "none"] = "none"
    plural: bool = False

    def __bool__(self) -> bool:
        return bool(self.words)


@dataclass(frozen=True, slots=True)
class Definition:
    """A term and what it is. `verb` is how the article says it, by its base form: "be", "mean", "be used for", ...

    `term` is the name in the form that the running text uses; `aliases` are other names. `context` is the intro that
    narrows the term ("In computing"). `article` is "a", "an" or "the" where the source has one before the term.
    `plural` is what the source's verb says of the term, None where it says nothing.
    """

    found: Found
    term: Text
    answer: tuple[Block, ...]
    verb: str = "be"
    article: str = ""
    aliases: tuple[str, ...] = ()
    context: str = ""
    plural: bool | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A label and its explanation. `topic` is what the label belongs to; `group` what the labels of its list are.

    `label` is as written, `name` as the running text would have it. `nested`: the topic is the item that the label
    stands in, not the section.

    `aspect` is set where the label names an attribute of the topic ("purpose", "advantages"), not a thing of its own;
    `attribute` where it is taken for one because it comes back under other topics. `article` is what the running text
    puts before the name. `among_commands`: the labels beside it are commands, so that "Limit sessions" is one as well.
    `reasoned`: the explanation is a reason, whatever its words.
    """

    found: Found
    label: Text
    answer: tuple[Block, ...]
    topic: Topic
    group: str = ""
    aspect: str = ""
    name: Text = NO_TEXT
    nested: bool = False
    attribute: bool = False
    article: str = ""
    among_commands: bool = False
    reasoned: bool = False


@dataclass(frozen=True, slots=True)
class Lead:
    """What a list is the answer to, taken apart.

    form        question                                         from
    "noun"      What are the {noun} of {subject}?                "The advantages of X are:", a heading "Skills of X"
    "inverted"  What {verb} {subject} {rest}?                    "The TL is accountable for:"
    "do"        What does {subject} {verb} {rest}?               "Cloud architectures introduce:"
    "how"       How do you {rest}?                               "To conclude an incident:", a heading "How to X"
    "when"      When {rest}?                                     a heading "When to use X"
    "why"       Why {rest}?                                      a heading "Why break down work?"
    "advice"    What should you do about {rest}?                 a list of commands under a heading "Secrets"
    "asked"     {rest}                                           a heading that is a question

    With `noun` set, "inverted" and "do" ask "Which {noun} ...". `count` is the number that the text gives, "" if none.
    `context` is a clause that narrows the question ("during incident response").
    """

    form: Literal["noun", "inverted", "do", "how", "when", "why", "advice", "asked"]
    subject: str = ""
    verb: str = ""
    rest: str = ""
    noun: str = ""
    count: str = ""
    context: str = ""


@dataclass(frozen=True, slots=True)
class Enumeration:
    """A list and what it is a list of; `sentence` is the part of a sentence that the items stand in, if they do."""

    found: Found
    lead: Lead
    topic: Topic
    items: tuple[NoteItem, ...]
    ordered: bool = False
    sentence: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence that answers a question of a known kind about its subject."""

    found: Found
    subject: Text
    asks: Literal["stands for", "question"]
    answer: tuple[Block, ...]
    topic: Topic = Topic()


Fact = Definition | Entry | Enumeration | Statement
