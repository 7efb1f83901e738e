"""Words of a person who may be about to harm themselves, in the languages of the rules."""

SURE_SELF_HARM = """
    (kill|hurt|harm|hang|drown|shoot|starve|cut|cutting|killing|hurting|harming|hanging|poison|
        stab|burn|unalive) myself
    (killed|hurt|harmed|cut) myself (on purpose|deliberately|again|to)
    (suicide|suicidal|suicidality)
    (self harm|self harming|self injury|selfharm|self harmed)
    (end|ending|take|taking|ended) my (own )?life
    (end|ending) it all
    (want|wanna|wants|going|gonna|ready|plan|planning|wish|rather|deserve|prefer|trying|tried|
        try|need) (to )?(just )?(die|be dead|kms)
    wish i (was|were|wasnt|werent|could be|could just be) (dead|alive|born)
    (wish|wishing) i (had never been born|had died|could die|could just die|
        could disappear forever|was never born|were never born|wouldnt wake up)
    (dont|do not|didnt|no longer) (want|wanna|wish) to (live|be alive|exist|be here anymore|
        go on living|wake up)( anymore| any more| any longer)?
    (dont|do not) wanna (live|be alive|exist|be here anymore)
    (no|any|more) (reason|point|purpose|will|reasons) (to|in|for) (live|living|life|be alive|
        being alive|go on|going on|exist|existing)
    (better|best) off (dead|without me|if i was dead|if i were dead|if i died)
    (not|isnt|aint) worth living
    (life|living) (is|isnt|has|seems|feels) .. (pointless|worthless|meaningless|unbearable|
        not worth it)
    (thinking|thoughts|thought|think|dream|dreaming|fantasize|fantasizing|idea|ideation) (of|
        about) (suicide|ending it|ending my life|killing myself|dying|my own death|
        taking my life|self harm|hurting myself|cutting)
    (jump|jumping|throw myself|jumped) (off|from|in front of) .. (bridge|building|roof|train|
        window|balcony|cliff|bus|car|tower)
    (slit|slitting|cut|cutting|slash|slashing) my (wrist|wrists|arms|arm|legs|thighs|throat|
        veins|skin)
    (overdose|overdosing|od) on
    (swallow|take|swallowed|took|taking) (all|the whole|a whole|a bottle of|too many) .. (pills|
        meds|medication|sleeping pills|tablets)
    (hang|hanging) (me|my own neck)
    (noose|razor) (around|to|on|across) my (neck|wrist|wrists|skin|arm|arms)
    (put|putting) a (bullet|gun) (in|to|through) my (head|brain|mouth|skull)
    blow my (brains|head) out
    (kms|unalive me)
    (cant|cannot|can not) (go on|live) (like this|anymore|any more|any longer|this way)
    (goodbye|farewell) (cruel )?(world|forever)
    (hope|pray|praying) .. (i )?(dont|never|do not) wake up
    suicide (note|letter|method|methods|hotline|pact|attempt)
    (pro ana|proana|thinspo|thinspiration)
    (purge|purging|starving myself|starve myself|binge and purge)
    (quiero|voy a|deseo|queria|quisiera) (morir|morirme|matarme|suicidarme|quitarme la vida|
        acabar con mi vida|hacerme dano)
    (matarme|suicidarme|suicidio|suicidarse|autolesion|autolesionarme)
    (no quiero|ya no quiero|no deseo) (vivir|seguir viviendo|estar vivo|estar viva|existir)
    (je veux|je vais|j ai envie de|envie de|je voudrais) (mourir|me tuer|me suicider|en finir|
        me faire du mal|me pendre)
    (me suicider|suicider|suicidaire|automutilation|me mutiler|me scarifier)
    (je ne veux plus|je veux plus|plus envie de) vivre
    (mettre fin a|en finir avec) (mes jours|ma vie|la vie)
    (mich|mir) .. (umbringen|umzubringen|toten|das leben nehmen|erhangen|ritzen|verletzen)
    (bringe|toete|tote|erhange|ritze) mich( um)?
    (selbstmord|suizid|suizidgedanken|selbstmordgedanken|suizidal|selbstverletzung)
    (will|mochte|mag) (nicht mehr|sterben|tot sein)( leben| weiterleben)?
    (quero|vou|queria|pretendo) (morrer|me matar|me suicidar|acabar com a minha vida|
        tirar a minha vida|me machucar)
    (me matar|matar me|suicidio|suicidar me|automutilacao|me cortar)
    (nao quero mais|nao quero|nao aguento mais) viver
    (voglio|vorrei|sto per) (morire|uccidermi|suicidarmi|ammazzarmi|farla finita|farmi del male)
    (uccidermi|suicidarmi|ammazzarmi|suicidio|autolesionismo|togliermi la vita)
    non voglio piu vivere
    (wil|ga|zou) (dood|sterven|mezelf doden|mezelf van kant maken|er een eind aan maken|
        mezelf pijn doen|niet meer leven)
    (zelfmoord|suicidaal|zelfmoordgedachten|zelfbeschadiging|mezelf doden|mezelf snijden)
    (chce|chcialbym|chcialabym) (umrzec|sie zabic|zniknac na zawsze|popelnic samobojstwo)
    (zabic sie|zabije sie|samobojstwo|samobojstwa|samobojcze|samookaleczenie|nie chce zyc|
        nie chce mi sie zyc|potnę się)
    (olmek istiyorum|intihar|intihari|kendimi oldurmek|kendimi oldurecegim|yasamak istemiyorum|
        hayatima son|kendime zarar)
    (اريد|ابغي|اتمني|عايز|بدي) (ان )?(اموت|الموت|انتحر|الانتحار|اقتل نفسي|انهي حياتي|اذي نفسي)
    (انتحار|الانتحار|سانتحر|انتحر)
    (اقتل|ساقتل|اوذي|اذي|ساذي) نفسي
    (لا اريد|ما ابغي|مش عايز) (ان )?(اعيش|العيش)
    (मरना|मर जाना) (चाहता|चाहती)
    (आत्महत्या|खुदकुशी|ख़ुदकुशी|aatmahatya|khudkushi|suicide kar)
    (जीना|जीने) (नहीं|नही) (चाहता|चाहती|की इच्छा)
    (marna chahta|marna chahti|jeena nahi chahta|jeena nahi chahti)
"""

MAYBE_SELF_HARM = """
    (hopeless|worthless|empty inside)
    nobody would (care|miss me|notice) (if i)?
    (cant|cannot|can not) (take|do|stand|bear) (it|this) (anymore|any more|any longer)
    (hate|despise|loathe) (myself|my life)
    (so|very|really) depressed
    (tired|sick) of (living|life|being alive|existing)
"""

SELF_HARM_IN_CHINESE = """
    想自杀|要自杀|自殺|自杀|不想活|想死|活不下去|结束生命|結束生命|结束我的生命|
    自残|自殘|伤害自己|了结自己|轻生
"""
