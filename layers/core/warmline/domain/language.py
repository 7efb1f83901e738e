"""Which language a text is in: by its script, its small words and its letters.

A guess, and none rather than a bad one. More languages are told apart than the line speaks: so
Italian is not taken for Spanish, and an agent reads on the card what the customer writes in.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from warmline.domain.folding import words

LONGEST_READ = 1_000


def _by_word(words_of: Mapping[str, str]) -> Mapping[str, tuple[str, ...]]:
    """The languages of each word, once for all texts."""
    sets = {name: set(listed.split()) for name, listed in words_of.items()}
    every = set[str]().union(*sets.values())
    return {word: tuple(name for name in sets if word in sets[name]) for word in every}


# Folded as `words` folds. A word may be in several: what counts is who has the most.
_SMALL_WORDS: Mapping[str, str] = {
    "en": """the a an is are was were my your i im ive you it its to of for and or but do does did
        how what where when why which who can could would should not dont have has had this that
        these with on in at by from be been will please want need order there they them me us
        hello hi thanks about if any as well""",
    "es": """el la los las un una unos unas es son esta estoy era mi mis tu tus su sus yo que de del
        para por con sin no y o pero como donde cuando cual quien puedo puede pueden podeis quiero
        quisiera necesito hola algo tengo tiene hay este esto al se me te le lo nos ha he hace hacer
        mas muy ya si porque desde gracias cuanto usted buenas mio""",
    "fr": """le la les un une des du de est sont suis etait mon ma mes ton votre vos notre je j vous
        tu il elle on nous qui que quoi dont pour par avec sans ne pas et ou mais comment quand
        pourquoi quel quelle peux peut puis pouvez veux voudrais faut ai avez a au aux ce cet cette
        se me te y en dans sur bonjour merci c est n d l qu ca deja plus tres etre faire
        souhaite souhaiterais aimerais quelqu jamais toujours non
        oui es as t sais""",
    "de": """der die das den dem des ein eine einen einem einer ist sind war bin mein meine meinen
        meiner ich sie du wir ihr es zu zum zur von vom fur und oder aber wie was wo wann warum wer
        welche kann konnen konnte nicht kein keine habe hat haben hatte mit auf im in am an bei
        bitte mochte wurde wollen will brauche hallo danke noch schon auch wenn dass ob uber nach
        gibt je jemand mich mir""",
    "pt": """o os as um uma uns umas e sao esta estou era meu minha meus minhas seu sua eu que de do
        da dos das para pra por com sem nao ou mas como onde quando qual quem posso pode podem quero
        queria gostaria preciso ola oi algo tenho tem ha este isto isso ao aos se me lhe voce voces
        foi fazer mais muito ja sim porque desde obrigado obrigada quanto no na nos nas pelo
        pela meus ainda alguem""",
    "it": """il lo la gli le un uno una e sono sta era mio mia miei mie tuo suo io che di del della
        dei delle per con senza non o ma come dove quando quale chi posso puo possono potete voglio
        vorrei devo ciao qualcosa ho ha hai questo questa al alla si mi ti ci ne da dal nel nella
        piu molto gia perche grazie quanto anche essere fare cosa buongiorno salve qualcuno""",
    "nl": """de het een en of maar is zijn was mijn jouw uw ik jij je u hij we wij ze van voor met
        zonder niet geen op in aan bij naar om te hoe wat waar wanneer waarom wie welke kan kunnen
        kun wil willen graag moet heb heeft hebben dit dat deze die er ook nog al hallo bedankt
        alstublieft dank iemand mij me worden wordt""",
    "pl": """i w z na do od za o po nie jest sa byl moj moja moje ja ty pan pani sie ze co jak gdzie
        kiedy dlaczego kto ktory moge mozna chce chcialbym chcialabym prosze dzien dobry dziekuje
        mam ma to ten ta te juz czy mi mnie dla przez ale lub potrzebuje kims""",
    "tr": """bir bu su o ve ile icin ama ne nasil nerede nereye zaman neden kim hangi mi musun
        misin var yok degil benim senin sizin ben sen siz lutfen istiyorum istiyor istemiyorum lazim
        merhaba tesekkurler daha cok gibi kadar olarak bana beni biri birisiyle
        miyim musunuz misiniz""",
    "ar": """في من علي الي عن هل ما ماذا كيف متي اين لماذا هذا هذه انا لي لك هو هي مع او و ان لا لم
        لن ليس كم يمكن يمكنني اريد استطيع مرحبا شكرا فضلك عندي لدي هناك التي الذي بعد قبل كان""",
    "hi": """hai hain kya mujhe mujhse mera meri mere nahi nahin ko ka ki ke karna karni kaise kab
        kahan baat aap mein main chahiye kripya""",
}  # fmt: skip
_OF_WORD = _by_word(_SMALL_WORDS)
# What customers write before anything else, and hardly anybody in another of these languages.
_TELLING = _by_word(
    {
        "en": """someone person real people speak talk call customer account parcel refund broken
            youre cannot cant""",
        "es": """hablar hablas asesor persona pedido exijo solicito devolver devolucion paquete
            atiendan atienda ayuda necesito quisiera quiero gracias factura cuenta tarjeta""",
        "fr": """parler parlez commande conseiller responsable assistance colis remboursement
            bonjour voudrais veux rendre retour facture compte livraison""",
        "de": """sprechen sprich mitarbeiter menschlichen kundenservice kundenberater paket
            bestellung rechnung ruckgabe lieferung zuruck gerne bitte""",
        "pt": """falar fala pedido pessoa atendente atendimento voce voces nao quero preciso
            devolver encomenda obrigado obrigada cartao conta reembolso""",
        "it": """parlare parla parlo operatore assistenza consulente datemi mettetemi passi pacco
            voglio vorrei rimborso ordine reso persona""",
        "nl": "spreken medewerker klantenservice pakket bestelling terugsturen graag",
        "pl": """zamowienie rozmawiac porozmawiac konsultantem czlowiekiem obslugi paczka zwrot
            chce prosze""",
        "tr": """konusmak temsilci temsilciyle temsilcisi musteri insanla siparis siparisim kargo
            iade baglayin yetkili istiyorum""",
    }
)
# Letters that one of these languages writes and its neighbours do not.
_LETTERS: Mapping[str, str] = {
    "es": "ñ¿¡",
    "pt": "ãõ",
    "fr": "êèœùûî",
    "de": "ßäö",
    "pl": "ąęłńśźżć",
    "tr": "ığş",
    "it": "ìò",
}
_SCRIPTS: Mapping[str, re.Pattern[str]] = {
    "ar": re.compile("[\u0621-\u064a]"),
    "zh": re.compile("[\u4e00-\u9fff]"),
    "hi": re.compile("[\u0900-\u097f]"),
}
_NOT_ARABIC = re.compile("[\u067e\u0686\u0698\u06af\u06a9\u06cc\u06d2\u0679\u0688\u06c1]")
_KANA = re.compile("[\u3040-\u30ff\uac00-\ud7af]")
_LEAST_LETTERS = {"ar": 5, "zh": 3, "hi": 4}


def small_words(language: str) -> frozenset[str]:
    """Return the words that carry a question in a language and say nothing of its subject.

    Folded as `fold` folds; none for a language that is not known.
    """
    return frozenset(_SMALL_WORDS.get(language.partition("-")[0], "").split())


def guess_language(text: str) -> str:
    """Return the language of a text, such as "es"; "" when it does not tell."""
    return _guess(text, least=2, ahead_by=1)


def language_of(text: str, known: str, *, page: str = "") -> str:
    """Return the language to answer in: the text's own where it is clear, else the known one.

    `page` is the language of the web page, if it came by one: many write to it in English, and the
    page has been chosen.
    """
    known = known or page
    if not known:
        return guess_language(text)
    clear = _guess(text, least=3, ahead_by=2)
    only_english = clear == "en" and page and not page.startswith("en")
    return known if not clear or only_english or known.startswith(clear) else clear


def _guess(text: str, *, least: int, ahead_by: int) -> str:
    text = text[:LONGEST_READ]
    if script := _by_script(text):
        return script
    said = words(text)
    scores = Counter(name for word in said for name in _OF_WORD.get(word, ()))
    scores.update(name for word in said for name in 2 * _TELLING.get(word, ()))
    scores.update(_by_letters(text.lower()))
    (language, most), (_, next_most) = [*scores.most_common(2), ("", 0), ("", 0)][:2]
    return language if most >= least and most - next_most >= ahead_by else ""


def _by_script(text: str) -> str:
    """The language of a script that one of ours alone is written in, if most letters are of it."""
    if text.isascii() or _KANA.search(text):
        return ""
    letters = sum(map(str.isalpha, text))
    for language, script in _SCRIPTS.items():
        found = len(script.findall(text))
        if found >= _LEAST_LETTERS[language] and found * 2 > letters:
            return "" if language == "ar" and _NOT_ARABIC.search(text) else language
    return ""


def _by_letters(text: str) -> Iterator[str]:
    if text.isascii():
        return
    for language, letters in _LETTERS.items():
        if any(letter in text for letter in letters):
            yield language
