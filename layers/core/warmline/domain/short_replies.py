"""Messages that only say yes, no, thanks or goodbye, in the languages of the phrases and more."""

# ruff: noqa: RUF001  # letters of other scripts look like Latin ones, and are meant

from functools import cache

from warmline.domain.folding import words

_MOST_WORDS = 8
_LONGEST = 200

_YES = """1|yes|y|ya|yea|yeah|yep|yup|yess|yes i do|yes i would|yes do|ok|okay|okey|k|kk|sure
    |sure thing
    |of course|absolutely|definitely|certainly|go ahead|do it|do that|please do|lets do it
    |sounds good
    |good idea|that would be great|that would be good|that would be nice|that would help
    |i would like that|id like that|id love that|alright|all right|fine|correct|right|great
    |perfect
    |affirmative|why not|get one|get me one|get someone|connect me|i do|i would|yes to a person
    |option 1|one|number 1|number one|the first|first one
    |si|sip|claro|claro que si|por supuesto|vale|de acuerdo|bueno|dale|esta bien|adelante
    |si quiero
    |oui|ouais|d accord|bien sur|volontiers|avec plaisir|oui je veux|oui s il vous plait
    |je veux bien
    |ja|jo|jawohl|gerne|ja gerne|sehr gerne|klar|na klar|natuerlich|naturlich|in ordnung
    |einverstanden
    |passt|mach das|machen sie das
    |sim|quero|quero sim|pode ser|com certeza|isso|beleza|esta bem|pode
    |va bene|certo|certamente|volentieri|d accordo|si grazie
    |graag|ja graag|zeker|prima|goed|tak|jasne|oczywiscie|dobrze|chetnie|poprosze
    |evet|tamam|olur|peki|tabii|elbette
    |نعم|ايوه|ايوا|اي|اجل|طبعا|تمام|حسنا|موافق|اكيد
    |हाँ|हां|जी|जी हाँ|जी हां|ठीक है|हा|बिल्कुल|haan|han|ji|theek hai
    |是|是的|好|好的|可以|要|行|嗯|当然|對|对|好啊|要的"""

_NO = """2|no|n|nope|nah|no way|not now|not really|not needed|no need|not yet|no i dont|i dont|never
    |never mind|nevermind|no its ok|no its okay|no its fine|its ok|its fine|im good|im fine|im ok
    |thats ok|thats fine|no im good|no im fine|all good|dont|negative|maybe later|later|option 2|two
    |no hace falta|no quiero|no es necesario|ahora no|todavia no
    |non|non merci|pas maintenant|pas besoin|ca ira|ca va
    |nein|ne|nee|noe|nein danke|nicht notig|nicht jetzt|kein bedarf|lieber nicht
    |nao|nao quero|nao precisa|agora nao|non grazie|non serve|non ora
    |niet nodig|niet nu|nie|nie trzeba|nie teraz|hayir|yok|gerek yok|istemiyorum
    |لا|كلا|لا شكرا|ليس الان|لا داعي|नहीं|नही|जी नहीं|nahi|nahin
    |不|不用|不要|不用了|不需要|不是|没有|算了"""

_THANKS = """thanks|thank you|thank u|thankyou|thx|thnx|tnx|ty|tysm|cheers|ta|many thanks
    |much appreciated
    |appreciate it|i appreciate it|appreciated|thanks a lot|thanks so much|thank you so much
    |thank you very much|thanks very much|thanks for your help|thank you for your help
    |thanks for the help
    |thanks for helping|thank you for helping|thanks a million|thats all|that is all|thats it
    |all good
    |that was all|no thats all|thats everything|nothing else|great|perfect|awesome|lovely
    |brilliant
    |super|excellent|wonderful|nice|cool|got it|good|solved|all sorted|sorted|that helped
    |it works now
    |bye|goodbye|good bye|bye bye|byebye|see you|see ya|see you later|cya|farewell|take care
    |have a nice day|have a good day|have a great day|have a good one|good night|goodnight|you too
    |ok|okay|👍|🙏|❤️|😊|👌|🙂
    |gracias|muchas gracias|mil gracias|adios|hasta luego|chao|chau|eso es todo|buenas noches
    |hasta pronto|buen dia|merci|merci beaucoup|merci bien|au revoir|bonne journee|bonne soiree
    |c est tout|a bientot|danke|danke schon|dankeschon|vielen dank|herzlichen dank|besten dank
    |danke sehr
    |tschuss|auf wiedersehen|das war alles|das wars|schonen tag|schonen tag noch|ciao|bis bald
    |obrigado|obrigada|muito obrigado|muito obrigada|valeu|tchau|ate logo|isso e tudo|bom dia
    |grazie|grazie mille|molte grazie|arrivederci|e tutto|buona giornata|buona serata
    |dank je|dank u|dankjewel|dank je wel|dank u wel|bedankt|hartelijk dank|tot ziens|doei|dag
    |dzieki|dziekuje|dziekuje bardzo|do widzenia|to wszystko|milego dnia|pa
    |tesekkurler|tesekkur ederim|cok tesekkurler|sagol|sag ol|hosca kal|gorusuruz|iyi gunler
    |شكرا|شكرا لك|شكرا جزيلا|مع السلامه|الي اللقاء|وداعا|مشكور|تسلم
    |धन्यवाद|शुक्रिया|बहुत धन्यवाद|अलविदा|dhanyavad|shukriya
    |谢谢|谢谢你|谢谢您|多谢|感谢|謝謝|非常感谢|再见|再見|拜拜|没事了"""

# These may stand around any of the above.
_FILLERS = """please pls plz thanks thank you thx ty merci danke gracias grazie obrigado obrigada
    dank tak
    bitte favor por prosze lutfen svp oh well then so hey and for the your very much again
    everyone
    really now so today friend sir madam guys man mate all okay ok great yes no yeah 谢谢 请 شكرا
    رجاء
    من فضلك कृपया धन्यवाद"""

_ADDRESSED = """mate man guys everyone sir madam dear friend team for your the very much again so
    and all today
    really oh well then everybody love"""


def accepts(text: str) -> bool:
    """A whole message that says yes to the offer just made."""
    return _says(text, _phrases(_YES)) and not _says(text, _phrases(_NO))


def declines(text: str) -> bool:
    """A whole message that says no to the offer just made."""
    return _says(text, _phrases(_NO)) and not _says(text, _phrases(_YES))


def is_thanks_or_goodbye(text: str) -> bool:
    """A whole message that says thanks or goodbye and asks nothing."""
    if "?" in text or "？" in text or len(text) > _LONGEST:
        return False
    said = words(text)
    if not said or len(said) > _MOST_WORDS:
        return False
    return _covered(said, _phrases(_THANKS), _words(_ADDRESSED))


def _says(text: str, phrases: frozenset[str]) -> bool:
    """One of the phrases, and around it only fillers."""
    said = words(text) if "?" not in text and len(text) <= _LONGEST else []
    if not said or len(said) > _MOST_WORDS:
        return False
    whole = " ".join(said)
    return whole in phrases or _covered(said, phrases, _words(_FILLERS) - phrases)


def _covered(said: list[str], phrases: frozenset[str], fillers: frozenset[str]) -> bool:
    """Whether the words are these phrases one after the other, fillers between; one at least."""
    met = False
    at = 0
    while at < len(said):
        length = _phrase_at(said, at, phrases)
        met = met or length > 0
        if not length and said[at] not in fillers:
            return False
        at += length or 1
    return met


def _phrase_at(said: list[str], at: int, phrases: frozenset[str]) -> int:
    for length in range(min(6, len(said) - at), 0, -1):
        if " ".join(said[at : at + length]) in phrases:
            return length
    return 0


@cache
def _phrases(table: str) -> frozenset[str]:
    return frozenset(" ".join(words(phrase)) for phrase in table.split("|"))


@cache
def _words(table: str) -> frozenset[str]:
    return frozenset(table.split())
