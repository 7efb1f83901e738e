"""By which words customers say that an answer missed their question, and which words carry none."""

NOT_WHAT_WAS_ASKED = """
    (thats|that is|thats still|thats really|that was|this is|its) not (what|the (question|
        thing)) ((that |which )?(i|we) )?(asked|was asking|am asking|meant|mean|ask|said|
        asked for|asked about)
    (thats|that is|thats still|that was|this is) not (my (question|problem|issue)|the (answer|
        question)|an answer)
    (that|this) (isnt|is not|wasnt|was not) (what|the (question|thing)) ((that |which )?(i|
        we) )?(asked|was asking|am asking|meant|mean|said|asked for|asked about)
    (that|this) (isnt|is not|wasnt|was not) (my (question|problem|issue)|an answer|the answer|
        helpful|helping|any help)
    (not|wasnt|isnt) what (i|we) (asked|was asking|am asking|meant|mean|asked for|said)
    (i|we) (didnt|did not|never|wasnt|was not|am not) (ask|asked|asking) (that|about that|
        for that|you that|this|about this|for this)
    (you|this|that|u) (didnt|did not|doesnt|does not|dont|do not|havent|have not|hasnt|havnt|
        arent|are not) (really |even |actually )?(answer|answered|answering|address|solve|
        solved|understand|understanding|read|reading) (my|the) (question|problem|message|issue)
    (you|u) (didnt|did not|dont|do not|havent|have not|arent|are not) (really |even |
        actually )?(answer|answered|answering|understand|understanding|listen|listening|help|
        helping|helped) (me|at all|to me|anything|one bit|what (i|im))
    (that|this) (didnt|did not|doesnt|does not|hasnt) (really |even |actually )?(help|helped|
        answer (it|me|that|anything)|solve (it|anything))
    (you|u) (arent|are not|not|youre not) (listening|helping|understanding|answering)
    (youre|you are|ur) (not|just|only) (listening|helping|understanding|answering|repeating|
        going (round|around) in circles|making sense|no help)
    (you|u) (keep|kept|just keep|are just) (repeating|saying|giving|sending|telling|
        asking) (me |the |yourself|that|this|same)*
    (wrong|useless|unhelpful|irrelevant|same|stupid) (answer|answers|response|reply|
        article)( again)?
    (i|ive|i have|we|weve) (already) (told|asked|said|tried|answered|explained|read) (you|that|
        this|it|all|the)
    (told|asked) you (already|twice|three times|several times|before|a hundred times|
        again and again)
    (read|answer) my (question|message) (again|properly|please)
    (nothing to do with) (what (i|we)|my (question|problem))
    (going|talking) (round|around) in circles
    (thats|that is|this is|that was|its|very|really) not (very |really |at all )?(helpful|
        helping|useful)
    (you|u) (have |ve |just |completely )*(misunderstood|misunderstand|misread|ignored) (me|it|
        my|that|what)
    (you|u) (have )?already (told|said|sent|gave|wrote|suggested) (me )?(that|this|it)
    (i) (asked|was asking|said) (something|about something) (else|different|
        completely different)
    (never answered|missed|missing|misunderstood|misunderstand|misread|ignored|ignoring) (my|
        what i) (question|point|asked|message|said|problem)
    (ce n est|c est|c etait|ce n etait) pas (du tout )?(ma question|ce que j ai|ce que je|
        la reponse|la question)
    (das|dies) (war|ist) (gar |doch |uberhaupt )?nicht (meine frage|das was ich|was ich)
    nie o to (pytalem|pytalam|pytam|mi chodzilo|mi chodzi|chodzi)
    (eso|esto) no (es|era) lo que (pregunte|pedi|queria|preguntaba|necesito|dije)
    no (es|era) lo que (pregunte|pedi|queria|preguntaba|necesito|dije|quiero)
    no (respondiste|respondio|contestaste|contesto|respondes|responde|contestas|entendiste|
        entiendes|ha respondido|has respondido) (a )?(mi|lo que|la|nada)
    (ya te|ya le|ya lo) (dije|pregunte|he dicho|explique)
    (ce n est|c est|c etait) pas (ce que|la|ma) (j ai|question|je) (demande|voulais|demandais|
        posee|veux|dit)?
    (ca|cela) ne (repond|m aide) pas
    vous (ne|n avez) (repondez|pas repondu|comprenez) (pas|a)
    (je vous|je t) (l )?ai (deja|dit) (dit|deja|demande|explique)
    (das|dies) (war|ist) (nicht|gar nicht|doch nicht) (das was|was|meine|die) (ich|frage|
        gefragt) (gefragt|wollte|meinte|meine|wissen|gemeint|frage)?
    (das|danach|so) (habe|hab|hatte) ich (nicht|gar nicht|nie) gefragt
    (das|die antwort) (hilft|beantwortet|beantwortete|half) (mir |meine frage )?(nicht|
        meine frage nicht)( weiter)?
    (das|ich) (habe|hab) ich (doch )?(schon|bereits) (gesagt|gefragt|geschrieben)
    (isso|isto) nao (e|foi|era) o que (eu )?(perguntei|pedi|queria|disse|perguntava)
    nao (foi|e|era) (isso |o )?que (eu )?(perguntei|pedi|queria|disse)
    nao respondeu (a )?(minha|o que)
    (ja te|ja lhe|ja) (disse|falei|perguntei) (isso|antes)?
    non (e|era) (quello|cio) che (ho|volevo|chiedevo) (chiesto|sapere|detto|chiedere)?
    non (hai|ha|avete) risposto alla mia domanda
    (l ho|ho) gia (detto|chiesto|spiegato)
    (dat|dit) (is|was) niet wat ik (vroeg|bedoelde|bedoel|wilde|gevraagd heb|vraag)
    (dat|je|u) (beantwoordt|beantwoord) mijn vraag niet
    (to|nie) (nie|to) (jest |bylo )?(to )?o co (pytalem|pytalam|pytam|mi chodzilo|mi chodzi)
    nie (odpowiedziales|odpowiedziano|odpowiada) (to )?na (moje|pytanie)
    (bunu|onu) (sormadim|demedim|kastetmedim)
    (sorumu|soruma) (cevaplamadin|cevaplamadiniz|cevap vermedin|cevap vermediniz|
        yanit vermediniz)
    (ليس|مو|مش) (هذا|ده) (ما|اللي) (سالت|اقصده|سالته|طلبته|اريده)( عنه)?
    (هذا|ده) (ليس|مو|مش) (ما|اللي|سوالي) (سالت|اقصده|سالته|طلبته|اريده)?( عنه)?
    لم (تجب|تجيبوا|ترد) (علي|عن) سوالي
    (मैंने|मैने) (यह|ये) नहीं (पूछा|कहा)
    (यह|ये) (मेरे|मेरा) (सवाल|प्रश्न) (का|नहीं) (जवाब|है)
"""

NOT_WHAT_WAS_ASKED_IN_CHINESE = (
    "不是我问的|不是我要问|我问的不是|答非所问|没有回答我的问题|没回答我的问题|沒有回答我的問題|不是這個意思|"
    "不是我的意思|不是我想要的"
)
_SMALL_WORDS = """
    a an the is are was were be been do does did can could would should will may i me my mine we
    us our you your it its this that these those there here to of for from in on at by with and or
    but so if as how what where when why which who whom please just still again really want wanna
    need know tell get got have has had im id ive not no yes hi hello hey thanks thank ok okay about
    any some then now also too help un una el la los las de del que en y o mi mis por para con como
    es se lo le les des du et ou je j c est ce que qui dans sur pour avec mon ma mes comment der die
    das ein eine und oder ich mein meine wie was wo wann ist zu von mit auf o os as um uma eu meu
    minha do da e para com como que il lo gli i di che e per con mio mia come het een de en ik mijn
    hoe wat is te van met"""

SMALL_WORDS = frozenset(_SMALL_WORDS.split())

PUSHING = frozenset(
    [
        "but",
        "and",
        "so",
        "again",
        "please",
        "ok",
        "okay",
        "well",
        "hello",
        "hi",
        "still",
        "just",
        "no",
        "pero",
        "y",
        "por",
        "favor",
        "mais",
        "et",
        "encore",
        "svp",
        "aber",
        "und",
        "nochmal",
        "bitte",
        "mas",
        "e",
        "de",
        "novo",
        "ma",
        "ancora",
        "per",
        "favore",
        "maar",
        "nog",
        "steeds",
    ]
)
