"""The ask for a human in Chinese, which writes its words without spaces."""

# ruff: noqa: RUF001  # full-width marks are meant

import re
from functools import cache

# Traditional characters to simplified ones, one for one, as far as the patterns need them.
_SIMPLIFIED = str.maketrans(
    "轉聯繫絡與給幫請員專實務電話號碼時間幾點營業線經負責嗎無沒說談對溝讓換機訴領導處別還連們個顧問後現門聽會",
    "转联系络与给帮请员专实务电话号码时间几点营业线经负责吗无没说谈对沟让换机诉领导处别还连们个顾问后现门听会",
)
_CHINESE = re.compile("[\u4e00-\u9fff]")
_CLAUSE = re.compile(r"[^,，。.!！?？;；、\n]+")

# Not 人工智能, which is artificial intelligence, nor other things made by hand.
_BY_HAND = (
    r"(?:人工(?!智|费|成本|钱|降|湖|岛|授|受|流|呼吸|草|合|耳|心|关|养|翻译|晶|色|种)"
    r"|(?<=[转找要接])(?:人公|人功|任工|人供|人攻|仁工))"
)
_PERSON = (
    rf"(?:{_BY_HAND}(?:客服|服务|坐席|座席)?|真人|活人|人类|客服(?:人员|专员|代表)?|(?:客fu|可服|客福)"
    r"|专员|专人|坐席|座席|(?:工作|技术|服务|相关|售后)人员|接线员|话务员|经理|主管|负责人|领导|店长|老板|员工|技术支持|支持人员|客户服务(?:部|人员)?|客户支持"
    r"|顾问|你们(?:团队)?的?人|懂的人|业务员|真实的?人|真正的人|上级|同事)"
)
_ABOUT = r"(?:真的|真实|真正|一个|一位|个|位|名)?"
_ANYBODY = (
    rf"(?:跟|和|与|找|换|叫|让|派|来){_ABOUT}人"
    r"(?:来|聊|说|谈|沟通|对话|交谈|交流|处理|解决|帮|接|讲|$)"
)
_SOMEBODY = (
    r"^(?:请问)?(?:有没有人|有人)(?:在|能帮|可以帮|吗|能|可以)?"
    r"(?:我|[跟和与]我[说聊谈讲]话?)?(?:吗|么|呢)?$"
)
_VERB = (
    r"(?:有没有|有|转|接|找|要|叫|联系|联络|跟|和|与|同|对|想|需要|给我|帮我|请|呼叫|呼|换|让|安排|派|切换|连线|连接"
    r"|咨询|喊|来个|来一个|给个|可以|能不能|能|求|由|去|升级给|等)"
)
_NEAR = r"[^,。.!?！？，\s_]{0,6}?"
_TRANSFER = r"(?:请|帮我|麻烦){0,2}转(?:一下|接一下|接)?"
_REPLY = rf"{_PERSON}(?:能|可以|来|能不能)(?:来)?(?:回复|回答|帮|处理|看|解决)"
_ASK = rf"{_VERB}{_NEAR}{_PERSON}|{_ANYBODY}|{_SOMEBODY}|{_REPLY}"
_WHOLE = (
    rf"\W*(?:请|我要|转|在线|怎么转|怎么找)?(?:{_PERSON})+"
    r"(?:服务|谢谢|吧|呢|在吗|在么|在不在|啊|谢了|在哪里?|怎么转)?\W*"
)
_SUPPORT = r"\W*我?(?:需要|要|想要|联系)(?:客户)?(?:支持|支援)\W*"
_FACTS = (
    r"(?:(?<![打回])(?<![打回]个)(?:电话|号码)|热线|时间|几点|邮箱|上班|下班|几个|几位|营业|多少|什么时候|态度|是什么"
    r"|是谁|工资|招聘)"
)
_QUESTION = (
    r"(?:你|您|这|那边|对面|现在)们?(?:到底|真的|究竟)?(?:是|不是)[^,。!?！？，]{0,6}"
    r"(?:人工?|真人|客服|机器人?)(?:还是[^,。!?！？，]{0,6}|吗|么|吧|呢)?"
    r"|(?:在|是)(?:跟|和|与)(?:真人|人工|人|机器人?)(?:在)?(?:说话|聊天|对话|聊)[吗么]"
)
_REFUSAL = rf"(?:不要|不用|不想|不需要|无需|别|不必|不愿意?){_NEAR}{_PERSON}"
_PAST = (
    rf"(?:(?:昨天|上次|之前|刚才|刚刚|前天|上周|已经|以前)[^,。!?！？，]{{0,6}}{_PERSON}[^,。!?！？，]{{0,6}}[过了]"
    rf"|(?:跟|和|与|联系|找|问)过?{_PERSON}[^,。!?！？，]{{0,3}}过)"
)
_NO_BOT = (
    r"(?:不想|不要|不愿意?|讨厌|拒绝|受够了?|烦死了?)[^,。!?！？，]{0,3}(?:跟|和|与|对着?)?(?:这个?)?"
    r"(?:机器人?|ai|人工智能|智能客服)(?:说|聊|对话|沟通|讲|谈|回|客服|$)[^,。!?！？，]{0,3}"
)
# The same in Latin letters, as far as the whole message says nothing else.
_PINYIN = (
    r"(?:wo ?)?(?:yao|xiang|qing)? ?(?:zhao|zhuan|jie|yao)? ?"
    r"(?:ren ?gong|zhen ?ren|ke ?fu)(?: ?(?:ke ?fu|fu ?wu))?"
)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def asks_in_chinese(text: str) -> str:
    """The words that ask, or ""."""
    if text.isascii():
        pinyin = _compiled(_PINYIN).fullmatch(text.strip(" .!?"))
        return pinyin.group() if pinyin else ""
    if not _CHINESE.search(text):
        return ""
    plain = text.translate(_SIMPLIFIED)
    for pattern in (_QUESTION, _PAST):
        plain = _compiled(pattern).sub(_blot, plain)
    if tired := _compiled(_NO_BOT).search(plain):
        return text[slice(*tired.span())].strip()
    plain = _compiled(_REFUSAL).sub(_blot, plain)
    for clause in _CLAUSE.finditer(plain):
        said = clause.group()
        found = _compiled(f"{_WHOLE}|{_SUPPORT}|{_TRANSFER}").fullmatch(said) or _compiled(
            _ASK
        ).search(said)
        if found and not _compiled(_FACTS).search(said):
            return text[clause.start() + found.start() : clause.start() + found.end()].strip()
    return ""


def asks_if_human_in_chinese(text: str) -> bool:
    """Whether the text asks who is on the other side."""
    return _found(_QUESTION, text)


def declines_in_chinese(text: str) -> bool:
    """Whether the text says that no human is wanted."""
    return _found(_REFUSAL, text)


def _found(pattern: str, text: str) -> bool:
    if text.isascii():
        return False
    return bool(_compiled(pattern).search(text.translate(_SIMPLIFIED)))


def _blot(found: re.Match[str]) -> str:
    return "_" * len(found.group())
