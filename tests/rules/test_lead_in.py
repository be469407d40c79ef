"""Sentences before lists: each with the question that its list answers, "" where its meaning is not plain."""

import pytest

from cardwright.core.document import Article, shown
from cardwright.core.fact import Enumeration, Found
from cardwright.core.span import Span
from cardwright.questions.english import ask
from cardwright.rules.lead_in import understand
from cardwright.rules.reading import Reading
from cardwright.source.parse import parse

READING = Reading(
    Article("a.md", "a", "Sailing boats", parse("# Sailing boats\n\nText.\n", path="a.md", first_line=1), language="en")
)
FOUND = Found("lead-list", Span("a.md", 1, 1), "", 0.9, 0)


def question(sentence: str) -> str:
    """Give the question of a list about sailing boats after a sentence."""
    lead = understand(sentence, READING, 0)
    asked = ask(Enumeration(FOUND, lead, READING.topic(0), ())) if lead else None
    return shown(asked.question) if asked else ""


@pytest.mark.parametrize(
    ("sentence", "asked"),
    [
        ("Several issues to have in mind:", "What should you have in mind?"),
        ("Main lessons:", "What are the main lessons of sailing boats?"),
        ("Here are some examples:", ""),
        ("A good captain knows when to:", "What does a good captain know when to do?"),
        ("The mast must be able to:", "What must the mast be able to do?"),
        ("To sail safely, make sure that you:", ""),
        ("Make sure that:", "What should you make sure of?"),
        ("Before you sail, check:", "Before you sail, what should you check?"),
        ("Before you sail, check that:", "Before you sail, what should you check?"),
        ("Reefing is useful when:", "When is reefing useful?"),
        ("Reef when:", ""),
        ("Use a spinnaker if:", "When should you use a spinnaker?"),
        ("You should reef if:", "When should you reef?"),
        ("The crew uses three kinds of knots:", "Which three kinds of knots does the crew use?"),
        ("The benefits of reefing early:", "What are the benefits of reefing early?"),
        ("Benefits of reefing early include:", "What are the benefits of reefing early?"),
        ("A skipper's duties include:", "What are a skipper's duties?"),
        ("Common causes of capsizing:", "What are the common causes of capsizing?"),
        ("Things to consider when buying a boat:", "What should you consider when buying a boat?"),
        ("What to check before a trip:", "What should you check before a trip?"),
        ("What you need:", "What do you need?"),
        ("How to reef a sail:", "How do you reef a sail?"),
        ("Reefing a sail involves:", "What does reefing a sail involve?"),
        ("Reefing involves the following steps:", "What does reefing involve?"),
        ("Reefing can help you:", "What can reefing help you do?"),
        ("Reefing helps to:", "What does reefing help to do?"),
        ("Key points to remember:", "What should you remember?"),
        ("Key features:", "What are the key features of sailing boats?"),
        ("The main parts of a boat are as follows:", "What are the main parts of a boat?"),
        ("A boat is made up of three parts:", "Which three parts is a boat made up of?"),
        ("The keel has several functions:", "Which functions does the keel have?"),
        ("The keel has several important functions:", "Which important functions does the keel have?"),
        ("There are three reasons why boats capsize:", "What are the three reasons why boats capsize?"),
        ("Boats capsize for three main reasons:", "Why do boats capsize?"),
        ("Boats capsize for several reasons:", "Why do boats capsize?"),
        ("Boats differ in several ways:", "How do boats differ?"),
        ("Two types of sails are used:", "Which two types of sails are used?"),
        ("The two most common types of sails are:", "What are the two most common types of sails?"),
        ("Sails come in two types:", "Which two types do sails come in?"),
        ("Sails can be divided into three groups:", "Which three groups can sails be divided into?"),
        ("Sails fall into two categories:", "Which two categories do sails fall into?"),
        ("We distinguish between three kinds of sails:", "What are the three kinds of sails?"),
        ("Depending on the wind, you can:", "Depending on the wind, what can you do?"),
        ("If the wind drops, you have three options:", "If the wind drops, which three options do you have?"),
        ("For example:", ""),
        ("The following table shows the sails:", ""),
        ("The most important knots are:", "What are the most important knots of sailing boats?"),
        ("Some common knots are:", "What are the common knots of sailing boats?"),
        ("Knots every sailor should know:", "Which knots should every sailor know?"),
        ("These are the steps to reef a sail:", "What are the steps to reef a sail?"),
        ("Follow these steps to reef a sail:", ""),
        ("To reef a sail, follow these steps:", "How do you reef a sail?"),
        ("In order to reef a sail:", "How do you reef a sail?"),
        ("The steps for reefing are:", "What are the steps for reefing?"),
        ("The process of reefing is as follows:", "What is the process of reefing?"),
        ("The skipper decides:", "What does the skipper decide?"),
        ("The skipper decides on:", "What does the skipper decide on?"),
        ("The skipper is in charge of:", "What is the skipper in charge of?"),
        ("Skippers typically:", "What do skippers typically do?"),
        ("A skipper typically:", "What does a skipper typically do?"),
        ("A good skipper:", ""),
        ("You will learn how to:", ""),
        ("Its advantages are:", "What are the advantages of sailing boats?"),
        ("Advantages:", "What are the advantages of sailing boats?"),
        ("This allows us to:", ""),
        ("This has several advantages:", ""),
        ("It has the following advantages:", ""),
        ("The rules:", "What are the rules of sailing boats?"),
        ("In short, follow these rules:", "Which rules should you follow?"),
        ("Instead of reefing, you can:", "Instead of reefing, what can you do?"),
        ("Sailing upwind, the skipper must:", "Sailing upwind, what must the skipper do?"),
        ("By reefing early, you:", ""),
    ],
)
def test_a_sentence_before_a_list_is_understood(sentence: str, asked: str) -> None:
    assert question(sentence) == asked
