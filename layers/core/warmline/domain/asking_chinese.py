"""The ask for a human in Chinese, which writes its words without spaces."""

# ruff: noqa: RUF001  # full-width marks are meant

import re
from functools import cache

# Not 人工智能, which is artificial intelligence, nor other things made by hand.
_PERSON = (
    r"(?:人工(?!智|费|費|成本|钱|降|湖|岛|授|受|流|呼|草|合|耳|心|关|养)(?:客服|服务|坐席)?|真人|活人"
    r"|客服(?:人员|专员)?|客服員|專員|专员|坐席|工作人员|工作人員|接线员|经理|主管|负责人"
    r"|真實的人|真实的人)"
)
_VERB = (
    r"(?:有没有|有沒有|有|转接?|轉接?|接通?|找|要|叫|联系|聯繫|联络|跟|和|与|與|同|想|需要|给我|給我|帮我|请|請"
    r"|呼叫|换)"
)
_NEAR = r"[^,。.!?！？，\s]{0,6}?"
_FACTS = r"(?:电话|電話|号码|號碼|热线|时间|時間|几点|幾點|邮箱|郵箱|上班|营业|多少)"
_ASK = rf"{_VERB}{_NEAR}{_PERSON}"
_WHOLE = rf"\W*(?:请|請|我要|转|轉)?{_PERSON}(?:服务|谢谢|謝謝|吧|呢|在吗|在嗎)?\W*"
_QUESTION = (
    r"(?:你|您)们?(?:到底|真的)?(?:是|不是)[^,。!?！？，]{0,6}(?:人工?|真人|客服)"
    r"|(?:跟|和|与)(?:真人|人工|人)(?:说话|聊天|对话)[吗嗎么]"
)
_REFUSAL = rf"(?:不要|不用|不想|不需要|无需|無需|别|別){_NEAR}{_PERSON}"


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def asks_in_chinese(text: str) -> str:
    """The words that ask, or ""."""
    if text.isascii() or not re.search("[\u4e00-\u9fff]", text):
        return ""
    plain = _compiled(_REFUSAL).sub("_", _compiled(_QUESTION).sub("_", text))
    found = _compiled(_WHOLE).fullmatch(plain) or _compiled(_ASK).search(plain)
    if not found or _compiled(_FACTS).search(plain):
        return ""
    return found.group().strip()


def asks_if_human_in_chinese(text: str) -> bool:
    """Whether the text asks who is on the other side."""
    return bool(not text.isascii() and _compiled(_QUESTION).search(text))


def declines_in_chinese(text: str) -> bool:
    """Whether the text says that no human is wanted."""
    return bool(not text.isascii() and _compiled(_REFUSAL).search(text))
