"""Words of a person who may be about to harm themselves, in the languages of the rules."""

SURE_SELF_HARM = """
    (kill|harm|hang|drown|shoot|starve|killing|harming|hanging|drowning|starving|unalive|
        unaliving) myself
    (killed|harmed) myself
    (want|wanna|going|gonna|urge|urges|need|plan|planning|thinking|thoughts|thought|about|keep|
        kept|started|tempted|ready|decided|considering|love|enjoy|feel like|by) (to |of |about |
        for )?(hurt|cut|stab|poison|burn|hurting|cutting|stabbing|burning) myself
    (hurt|cut|hurting|cutting|burnt|burned) myself (on purpose|deliberately|intentionally|
        again and again|to feel|to cope|because i deserve|when i feel)
    (suicide|suicidal|suicidality)
    (self harm|self harming|self injury|self injure|selfharm|self harmed|self mutilation)
    (end|ending|take|taking|ended) my (own )?(life|existence)
    (end|ending) it all
    i .. (want|wanna|wanted|wants|going|gonna|ready|plan|planning|wish|deserve|prefer|trying|
        tried|try|need|rather|hope) (to )?(just )?(die|be dead|kms|stop existing|not exist)
    (just|really|only|seriously|honestly) (want|wanna|wanted) (to )?(die|be dead|
        disappear forever|stop existing)
    (want|wanna) to die
    (i|id) (would )?(rather|deserve) (to )?(die|be dead)
    (wish|wished|wishing) i (was|were|wasnt|werent|could be|could just be) (dead|alive|
        never born|born)
    (wish|wished|wishing|hoping|hope|pray|praying) (for my (own )?death|i had never been born|
        i had died|i could die|i could just die|i would die|i would just die|i die|
        i was never born|i were never born|i wouldnt wake up|i dont wake up|i never wake up|
        i wont wake up)
    (dont|do not|didnt|no longer|not) (want|wanna|wish) (to )?(live|be alive|exist|
        be here anymore|go on living|wake up|be in this world|be on this earth|keep living|
        continue living)
    (dont|do not|cant|cannot) (see|find|have) (a |any |the |much )?(reason|point|purpose|
        reasons) (to|in|for|of) (live|living|life|be alive|being alive|go on|going on|exist|
        existing|keep going)
    (no|any|more) (reason|point|purpose|will|reasons) (to|in|for) (live|living|life|be alive|
        being alive|exist|existing)
    (dont|do not) deserve (to )?(live|be alive|exist|life)
    (better|best) off (dead|without me|if i was dead|if i were dead|if i died|if i wasnt here)
    (not|isnt|aint) worth living
    (life|living) (is|isnt|has|seems|feels) .. (pointless|worthless|meaningless|unbearable|
        not worth it)
    (thinking|thoughts|thought|think|dream|dreaming|fantasize|fantasizing|idea|ideation) (of|
        about) (ending it|ending my life|killing myself|dying|my own death|taking my life|
        how i would die)
    (jump|jumping|throw myself|jumped|throwing myself) (off|from) .. (bridge|building|roof|
        balcony|cliff|tower|ledge)
    (jump|jumping|throw myself|step|stepping|walk|walking) (in front of|into) .. (train|traffic|
        bus|truck|car)
    (slit|slitting|cut|cutting|slash|slashing) my (wrist|wrists|arms|arm|legs|thighs|throat|
        veins|skin)
    (cuts|scars|cut marks|fresh cuts) .. on my (wrist|wrists|thighs|forearms)
    (relapsed|urge to|urges to|addicted to) (into )?(cutting|cut)
    (started|been|quit|stopped) cutting (again|myself)
    (i used to|i) cut (to feel|to cope|when i feel|because i feel|because i deserve)
    (want|wanna|going|gonna|plan|planning|tried|trying|thinking of|thinking about) .. (overdose|
        overdosing|od)
    (overdose|overdosing|od|overdosed) on (my |some |all |the )*(pills|meds|medication|
        paracetamol|tylenol|aspirin|ibuprofen|tablets|sleeping pills|insulin)
    (swallow|take|swallowed|took|taking|swallowing) (all|the whole|a whole|a bottle of|too many|
        every) .. (pills|meds|medication|sleeping pills|tablets)
    (noose|razor|blade) (around|to|on|across) my (neck|wrist|wrists|skin|arm|arms)
    (put|putting) a (bullet|gun) (in|to|through) my (head|brain|mouth|skull)
    blow my (brains|head) out
    (kms|unalive me)
    (cant|cannot|can not) (go on|live) (like this|anymore|any more|any longer|this way|living)
    (goodbye|farewell) cruel world
    suicide (note|letter|method|methods|hotline|pact|attempt)
    (pro ana|proana|thinspo|thinspiration)
    (anorexia|anorexic|bulimia|bulimic|eating disorder) (and|is|has|since|for|recovery|relapse|
        again|for years)?
    (purging|starving myself|starve myself|binge and purge|binging and purging|
        make myself throw up|make myself vomit)
    (nobody|no one|noone) would (even )?(miss me|care if i (died|was gone|disappeared|killed)|
        notice if i)
    (world|everyone|family|they|everybody) (would be|is|are|will be) better (off )?without me
    (done|tired of|sick of) (with )?(living|being alive|existing|life and everything)
    (no tengo|sin|perdi las) (ganas|razones|motivos) de vivir
    (quiero|quisiera) (dejar de (existir|vivir)|desaparecer para siempre)
    no le veo sentido a (vivir|la vida|mi vida)
    (no) quiero (seguir )?(viviendo|vivir)
    (quiero|voy a|deseo|queria|quisiera) (morir|morirme|matarme|suicidarme|quitarme la vida|
        acabar con mi vida|hacerme dano)
    (matarme|suicidarme|suicidio|suicidarse|autolesion|autolesionarme)
    (no quiero|ya no quiero|no deseo) (vivir|seguir viviendo|estar vivo|estar viva|existir)
    (je veux|je vais|j ai envie de|envie de|je voudrais) (mourir|me tuer|me suicider|en finir|
        me faire du mal|me pendre)
    (me suicider|suicider|suicidaire|automutilation|me mutiler|me scarifier)
    (je ne veux plus|je veux plus|plus envie de) vivre
    (plus|aucune) (envie|raison|gout|force) (de|a) (vivre|continuer a vivre|la vie)
    je ne (veux|souhaite|desire) plus (vivre|exister|etre la)
    (mettre fin a|en finir avec) (mes jours|ma vie|la vie)
    (will|mochte|mag|kann|wollte) .. nicht mehr .. (leben|weiterleben|da sein|aufwachen|
        existieren)
    (will|mochte|wollte) .. (sterben|tot sein)
    (keine lust|keinen sinn|keine kraft|kein wille|keinen grund) .. (zu leben|leben|am leben)
    (mich|mir) .. (umbringen|umzubringen|toten|das leben nehmen|erhangen|ritzen|verletzen)
    (bringe|toete|tote|erhange|ritze) mich( um)?
    (selbstmord|suizid|suizidgedanken|selbstmordgedanken|suizidal|selbstverletzung)
    (will|mochte|mag) (nicht mehr|sterben|tot sein)( leben| weiterleben)?
    (quero|vou|queria|pretendo) (morrer|me matar|me suicidar|acabar com a minha vida|
        tirar a minha vida|me machucar)
    (sem|nao tenho|nao tenho mais|perdi a) (vontade|razao|razoes|motivo) (de|para) viver
    nao .. (quero|queria|consigo) .. (viver|existir)
    (me matar|matar me|suicidio|suicidar me|automutilacao|me cortar)
    (nao quero mais|nao quero|nao aguento mais) viver
    (voglio|vorrei|sto per) (morire|uccidermi|suicidarmi|ammazzarmi|farla finita|farmi del male)
    (uccidermi|suicidarmi|ammazzarmi|suicidio|autolesionismo|togliermi la vita)
    (non ho|senza|perso la) .. (voglia|motivo|motivi|ragione) (di|per) vivere
    non .. (voglio|vorrei) .. (vivere|esistere)
    non voglio piu vivere
    (wil|ga|zou) (dood|sterven|mezelf doden|mezelf van kant maken|er een eind aan maken|
        mezelf pijn doen|niet meer leven)
    (wil|wou|hoef) .. niet meer .. (leven|verder leven|bestaan|wakker worden)
    (geen zin|geen reden|geen kracht) .. (leven|te leven)
    (zelfmoord|suicidaal|zelfmoordgedachten|zelfbeschadiging|mezelf doden|mezelf snijden)
    (chce|chcialbym|chcialabym) (umrzec|sie zabic|zniknac na zawsze|popelnic samobojstwo)
    (nie mam|brak mi|nie widze) .. (ochoty|sily|sensu|powodu) .. (zyc|zycia|zyciu|do zycia|
        w zyciu)
    (odebrac sobie|skonczyc ze|skoncze ze) (zycie|soba)
    nie chce (mi )?(sie )?.. zyc
    (zabic sie|zabije sie|samobojstwo|samobojstwa|samobojcze|samookaleczenie|nie chce zyc|
        nie chce mi sie zyc|potnę się)
    (yasamak|yasamaya) .. (istemiyorum|devam edemiyorum|gucum kalmadi)
    yasamak icin (bir )?(neden|sebep|nedenim|sebebim)
    (olmek istiyorum|intihar|intihari|kendimi oldurmek|kendimi oldurecegim|yasamak istemiyorum|
        hayatima son|kendime zarar)
    (اريد|ابغي|اتمني|عايز|بدي) (ان )?(اموت|الموت|انتحر|الانتحار|اقتل نفسي|انهي حياتي|اذي نفسي)
    (لم اعد|ما عاد|ما عدت|لا|ما) (اريد|ابغي|ارغب|ابي|بدي) .. (اعيش|الحياه|العيش|اكمل حياتي)
    (انتحار|الانتحار|سانتحر|انتحر)
    (اقتل|ساقتل|اوذي|اذي|ساذي) نفسي
    (لا اريد|ما ابغي|مش عايز) (ان )?(اعيش|العيش)
    (मरना|मर जाना) (चाहता|चाहती)
    (जीना|जीने|जिंदा रहना) .. (नहीं|नही) .. (चाहता|चाहती|मन|इच्छा)
    (जीने का) .. (मन|मतलब|कारण) नहीं
    (आत्महत्या|खुदकुशी|ख़ुदकुशी|aatmahatya|khudkushi|suicide kar)
    (जीना|जीने) (नहीं|नही) (चाहता|चाहती|की इच्छा)
    (marna chahta|marna chahti|jeena nahi chahta|jeena nahi chahti)
"""

MAYBE_SELF_HARM = """
    (hopeless|worthless|empty inside)
    (cant|cannot|can not) (take|do|stand|bear) (it|this) (anymore|any more|any longer)
    (hate|despise|loathe) (myself|my life|how i look|my body)
    (so|very|really) depressed
    (hurt|cut|cutting|hurting) myself
    (want|wanna) to disappear
    (going|gonna|ready) (to )?die
"""

NEVER_SELF_HARM = """
    suicide squad
    (killing|dying) (it|me|to) (know|see|try|try it|softly)
"""

SELF_HARM_IN_CHINESE = """
    想自杀|要自杀|自殺|自杀|不想活|想死|活不下去|结束生命|結束生命|结束我的生命|
    自残|自殘|伤害自己|了结自己|轻生
"""
