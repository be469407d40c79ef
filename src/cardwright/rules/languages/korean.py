"""Korean definition sentences: only "X(이)란 ...", which nothing else looks like."""

from __future__ import annotations

import re

from cardwright.rules.languages.base import Language, Pattern, any_of
from cardwright.text.regex import lazy_regex

KOREAN = Language(
    code="ko",
    what_is=(re.compile(r"^(?P<term>[^?]{1,30}?)(?:이란|란)\s?(?:무엇인가(?:요)?|무엇일까(?:요)?)?\s?\?$"),),
    patterns=(
        Pattern(
            re.compile(
                r"^(?P<term>[^,.:;!?]{1,30}?)(?:이란|란),?\s(?P<answer>.{8,}?(?:말한다|말합니다|이다|입니다|것|의미한다|의미합니다|"
                r"뜻한다|방법|기술)\.?)$"
            ),
            "be",
        ),
    ),
    no_terms=any_of("이것|그것|저것|여기|거기|우리|나|너|누구|무엇|이|그|저"),
    generic=any_of("소개|개요|요약|결론|배경|설명|기본|용어|정의|예|예시|정리"),
    attributes=any_of("목적|장점|단점|특징|원인|증상|기능|역할|종류|단계|구성|용도|조건|목표"),
    remarks=any_of(
        "주의|참고|비고|팁|중요|경고|예|예시|예를 들어|출처|결론|질문|답변|문제|작성자|날짜|그림|표|정리|링크"
    ),
    meta=lazy_regex(
        r"^(?:목차|참고|참고 ?자료|참고 ?문헌|관련 링크|링크|연습 ?문제|과제|라이선스|설치|저자|다음 단계)$"
    ),
    pointing=lazy_regex(r"이 (?:글|장|절|페이지)|(?:위|아래) ?(?:그림|표)"),
)
