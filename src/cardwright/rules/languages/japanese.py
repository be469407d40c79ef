"""Japanese definition sentences: only "XとはYのこと", which nothing else looks like."""

from __future__ import annotations

import re

from cardwright.rules.languages.base import Language, Pattern, any_of
from cardwright.text.regex import lazy_regex

JAPANESE = Language(
    code="ja",
    what_is=(re.compile(r"^(?P<term>[^？?]{1,30}?)とは(?:何か|何ですか|なに)?[？?]?$"),),
    patterns=(
        Pattern(
            re.compile(
                r"^(?P<term>[^、。，；：！？]{1,30}?)とは、(?P<answer>[^。]{6,}?(?:のこと|もの|こと|技術|方法|仕組み|言語|形式)(?:です|"
                r"である|だ|をいう|を指す|を指します|をいいます)?。?)$"
            ),
            "be",
            alone=True,
        ),
    ),
    no_terms=any_of("これ|それ|あれ|ここ|そこ|この|その|あの|私|彼|彼女|誰|何|どれ"),
    no_in_term=lazy_regex(r"^(?:これ|それ|あれ|ここ|そこ|この|その|あの)|(?:こと|もの)$"),
    generic=any_of("はじめに|概要|まとめ|背景|説明|詳細|基礎|基本|用語|定義|例|おわりに|結論"),
    attributes=any_of("目的|利点|欠点|メリット|デメリット|特徴|原因|症状|機能|役割|種類|段階|手順|構成|用途"),
    remarks=any_of(
        "注意|注|備考|ヒント|重要|警告|例|例えば|参考|出典|結論|質問|回答|問題|作者|日付|図|表|まとめ|リンク"
    ),
    meta=lazy_regex(
        r"^(?:目次|参考文献|参考|参考資料|関連リンク|リンク|関連記事|練習問題|演習|課題|謝辞|ライセンス|インストール|著者|次のステップ)$"
    ),
    pointing=lazy_regex(r"この(?:記事|章|節|ページ)|本(?:稿|章|節|記事)|(?:上|下)(?:図|表|記)"),
    evaluative=lazy_regex(r"^(?:とても|非常に|重要な|良い|悪い)"),
)
