"""Words of strong emotion, weighed, as lines of `phrasing`; the strongest language is in here.

The weights were chosen on development rows; none is learnt. Customers swear, and so do these lists.
"""

from warmline.domain.emotion_words_more import ANGER_MORE, CALMING_MORE, DISTRESS_MORE, THREAT_MORE

_FURIOUS = """
    (fuck|fck|fuk|screw|damn|curse) (you|off|u|this|that|them|your|him|her|yourself|it|all|
        these|those|everyone|everything|the)
    (go|just) (fuck|screw) (yourself|yourselves|off)
    go to hell
    (what|who|why|how|where|when) (the|in the|teh|da) (actual |bloody |fucking |living |
        ever loving |everloving )?(fuck|fck|hell)
    (how dare|dont you dare|you dare)
    (i|we) (really |fucking |absolutely |just |truly |also |so |freaking |still )*(hate|despise|
        loathe|detest|hated) (you|your|u|him|her|them|everything|everyone|people|how you|
        when you|that you|all of you|dealing|being (treated|ignored|lied))
    (i|we) (really |fucking |absolutely |just |truly |also |so |freaking |still )*(hate|despise|
        loathe|detest) (this|that|the|these|those) (damn |fucking |stupid |bloody |
        whole )*(company|shop|store|bank|service|app|website|site|place|shit|people|man|guy|
        guys|woman|team|app|country|thing|bot|machine)
    (fucking|fuckin|fcking|effing|goddamn|bloody|freaking|stupid|dumb|absolute|complete|total|
        such an|such a|worthless|pathetic|you|lying|these|what a|what an|useless|
        miserable) (fucking )?(idiot|idiots|moron|morons|asshole|assholes|bastard|bastards|
        bitch|bitches|liar|liars|scumbag|scumbags|cunt|cunts|prick|pricks|dick|dickhead|
        imbecile|imbeciles|clown|clowns|crook|crooks|thieves|piece of shit|pieces of shit|joke|
        disgrace|scum|shit|shits|trash|garbage|hell|ass|dumbass|fuck|fucker|fuckers|fucks|
        wanker|wankers|twat)
    (piece|pieces|load|bunch|pile|crock) of (shit|crap|garbage|trash|thieves|liars|idiots|
        crooks|scum|morons|assholes|bullshit)
    (son of a bitch|sons of bitches|motherfucker|motherfuckers|motherfucking|mother fucker|
        fuckers|fucker|cunt|cunts|asshole|assholes|dipshit|dickhead|scumbag|scumbags|stfu|gtfo|
        fuckwit|douchebag|douche|fuckhead|bastards)
    (shut|shove|stick) (the fuck |the hell |it )?(up|your|it|up your)
    (furious|livid|outraged|infuriated|enraged|fuming|seething|pissed off|infuriating|enraging|
        outrageous|outrage|irate|appalled|appalling|disgusted by|disgusted with)
    (pisses|piss|pissing|pissed|ticks|ticked|drives|driving) (me|us|everyone|people) (off|crazy|
        insane|mad|nuts)
    (makes|made|making|make|gets|getting|got) (me|us|my) (so |really |fucking |very |
        absolutely |extremely |incredibly )*(angry|mad|furious|sick|rage|blood boil|
        want to scream|want to puke|want to vomit|want to punch|livid|irate)
    (im|i am|were|we are|am|getting|feel|feeling|felt|i was|was) (so |really |very |beyond |
        extremely |absolutely |incredibly |fucking |getting |quite |truly |super |
        pretty )*(angry|mad|furious|livid|fuming|pissed|enraged|fed up|sick of|had enough|irate)
    (fuming|raging) (mad|right now|at|about)
    (sick|fed up|sick and tired|tired) (of|with) (your|this|these|being|you|all|waiting|getting|
        hearing|having|the|people|it)
    (worst) (customer |possible |damn |fucking |goddamn |online |support |kind of |piece of |
        shopping |delivery |shit )*(service|company|experience|support|store|shop|bank|
        thing ever|ever|app|people|website|business|type|kind|person|human|humans|garbage|trash)
    (most) (terrible|horrible|awful|useless|incompetent) (customer |possible |damn |fucking |
        goddamn |online |support |kind of |piece of |shopping |delivery |shit )*(service|
        company|experience|support|store|shop|bank|thing ever|ever|app|people|website|business|
        type|kind|person|human|humans|garbage|trash)
    (absolutely|totally|completely|utterly|simply|beyond|fucking|just|so|really|truly|this is|
        its|thats|that is|is|are|was|were|been|how) (absolutely |totally |completely |utterly |
        fucking |so |really |just )*(ridiculous|unacceptable|disgusting|disgraceful|pathetic|
        outrageous|appalling|atrocious|insulting|despicable|shameful|bullshit|horseshit|
        infuriating|disgrace|abysmal|shambles|criminal|scandalous|barbaric|vile|inexcusable|
        unforgivable|bull shit)
    (you|u|you guys|you people|this company|your company|they|theyre|youre|you are|they are|are|
        all) (are |is |people |guys |all |just |completely |totally |absolutely |utterly |so |
        all just |a bunch of |such |nothing but |fucking |such a )*(useless|incompetent|
        pathetic|worthless|liars|thieves|crooks|scammers|idiots|morons|awful people|shameless|
        criminals|hypocrites|joke|disgusting|horrible people)
    (waste|wasting|wasted) .. (my|our) (fucking |bloody |damn )?time
    (rot|burn) in hell
    (never|ever) (again )?(buy|buying|order|ordering|use|using|shop|shopping|do business|come|
        coming|deal) .. (again|from you|with you|here again)
    (for fucks sake|for fuck sake|for christs sake|for gods sake|for the love of god|goddammit|
        god dammit|goddamnit|god damn|ffs|fml|jfc|wtf)
    (cut|enough with|enough of|spare me|stop) (the|your|with the|with your|this) (crap|bullshit|
        bs|shit|nonsense|lies|excuses|lying)
    (stop|quit) (fucking |bloody |goddamn )(\\w+)
    stop (lying|ignoring me|wasting|screwing|jerking me|treating me|making excuses|
        playing games|bullshitting|scamming|harassing)
    (dont|do not) (give|gives) (a|one) (shit|fuck|damn|crap|flying fuck)
    (who|noone|nobody) gives (a|one) (shit|fuck|damn)
    (kiss|bite|lick) my (ass|arse|dick)
    (bullshit|horseshit|bollocks|fucktard|shithole|shitshow|clusterfuck|shitty|douchebags|
        dogshit|arsehole|scum|fuckery)
    (ripped|ripping|rip) (me|us|people|everyone|customers) off
    (want|gonna|going|wanna|could|would|like|love) (to )?(fucking )?(scream|punch|strangle|slap|
        smack|choke|throttle)
    (deserve|deserves|deserved) (to )?(burn|rot|die|be fired|jail|prison|to be|hell|worse)
    (lock|locked) (him|her|them|these people) up
"""

_SWORN = """
    (fuck|fck|fucks|bitch|bitches|bastard|angry|angrily|prick|fucked up|shut up|shut your|
        shut it|infuriated|hatred|anger|enough is enough|absolute joke|fool of me)
    (a|such a|youre a|you are a|an|an absolute|such an|youre an) (moron|idiot|imbecile|liar|
        hypocrite|disgrace)
"""

_HATED = """
    (i|we) (really |just |also |so |do |do so |fucking |would )?(hate|hated|loathe)
"""

_HOT = """
    (fucked|fucking|fuckin|fck|fcking|effing|shit|shits|bitch|bitches|motherfucking|asshat|
        bastard|prick|piss|pissed|dumbass|cunt|shitty|damned|goddamn|moron|morons|idiot|idiots|
        dumbasses|idiotic|wankers|wanker|twat|imbecile|crap|bitching)
    (hate|hated|hates|hatred|hateful|loathe|despise|rage|anger|angry|angrier|angers|outrage|
        despicable|cruel|barbaric|hypocrites|hypocrite|scumbag|racist|racists|pathetic|
        disgusting|disgrace|disgraceful|shameful|ridiculous|unacceptable|worst|infuriated|rude|
        frustrating|ridiculously|irritating|insulting|hell|damn|dammit|damnit|stupid|stupidest|
        shut up|freaking|frigging|bloody|worthless|useless|incompetent|atrocious|liar|liars|
        sucks|sucked|suck|kill|killed|slap|aggressive|abusive|abuse|disrespectful|revolting|
        sickening|nasty|ruining|ruined|selfish|screw|bs|kick|punch)
    (get out|get lost|leave me alone|get off|get over|back off|grow up|get a life|stop it|
        how could you|not fair|unfair|no wonder|about time|last straw|what a joke|
        are you kidding|you kidding me|are you serious|you serious|shame on|too far|
        enough is enough|had enough|fed up|so annoying|so rude|no excuse|for once|burn in|
        screw this|no right|mind your|what is wrong with|whats wrong with)
    (still|yet) (no|nothing|havent|waiting|not) .. (weeks|days|months|hours)
    (weeks|months|hours|days) .. (still|and nothing|nobody|no one|no answer|no reply|ignored)
    (third|fourth|fifth|tenth|hundredth|umpteenth) time
    (nobody|no one) (has |have |ever |is |can |will |seems )*(answers|answered|answer|replied|
        replies|cares|helps|help|helped|responds|responded|called|listening|bothers)
"""

_WARM = """
    (terrible|horrible|awful|annoying|annoyed|frustrated|unhappy|disappointed|disappointing|
        dissatisfied|nonsense|absurd|lousy|joke|garbage|trash|lying|lied|lies|cheated|nightmare|
        mess|poor service|bad service|poor|worse|unbelievable|ass|sick|upset|mad|evil|dumb|dare|
        wrong|stop|ruin|destroy|destroyed|fault|blame|offensive|bully|bullying|shame|ugly|fire|
        fired|crazy|insane|kidding|seriously|ignored|ignoring|hurt|jail|crime)
"""

_DISTRESS = """
    (im|i am|am|were|i feel|feel|feeling|getting|been) (so |really |very |absolutely |
        completely |extremely |getting |totally |just )*(desperate|terrified|devastated|
        heartbroken|panicking|panicked|distraught|hopeless|scared to death|in tears|in a panic|
        at my wits end|at the end of my rope|at breaking point|falling apart|freaking out|
        losing my mind|helpless|suffering|traumatised|traumatized|overwhelmed|petrified|frantic)
    (at|reached) (my|the) (wits end|breaking point|end of my rope|end of my tether)
    (panic|anxiety) (attack|attacks)
    (nervous|mental) breakdown
    (cant|cannot|can not) (stop crying|sleep anymore|take (it|this) (anymore|any more|
        any longer)|cope (anymore|any more|any longer|with this)|go on (anymore|any more|
        any longer|like this)|bear (it|this)|eat or sleep|do this anymore|do this any more|
        take much more|take any more)
    (crying|sobbing|weeping|shaking|trembling|panicking) (right now|all day|all night|because|
        over|here|my eyes|and|as i)
    (please|pls) (please|pls|help me please|im begging|i beg|i am begging)
    (begging|beg|im begging) (you|u|someone|anyone)
    (my life is|life is) (over|ruined|falling apart|a nightmare|hell)
    (ruined|ruining|destroyed|destroying) (my|our) (life|wedding|christmas|family|marriage|
        health|birthday)
    (dont|do not) know what (else )?to do (anymore|any more|now im|i am so|im so)
    (im|i am|we are|were) (not safe|in danger|being threatened|being stalked|being followed|
        afraid of him|scared for my life|afraid for my life)
    (hits|beats|threatens|abuses|hitting|beating) me
"""

_THREAT = """
    (will|ill|gonna|going to|shall|should|could|would|want to|wanna|swear|let me|im going to|
        id) (fucking )?(kill|murder|shoot|stab|strangle|hurt|burn|bomb|destroy|beat|smash|punch|
        slap|find) (you|u|your|every one of you|all of you|them|him|her|someone|somebody|
        everyone|up|down|this place|the place|whoever)
    (kill|murder|shoot|stab) (you|u|all of you|every one of you|your family|your kids|them all|
        everyone)( all| there| in)?
    (burn|blow|shoot|smash|tear|bomb) (your|this|the|that) (shop|store|office|house|building|
        place|warehouse|whole place|down|up|company) (down|up)?
    (know|found out|find out|found|finding) where (you|u|your (family|kids|children|staff)|
        the owner) (live|lives|work|works|sleep|are)
    (youll|you will|youre gonna|you are going to|youre going to|they will|
        theyll) (all )?(regret|pay for|be sorry|die|suffer|get what you deserve|wish you)
    (come|coming|drive|driving) (over|down|round|to your (office|shop|store)|there|for you|
        after you) .. (and|with|to) (kill|hurt|sort|smash|beat|teach|a gun|a knife|a bat|
        make you)
    (watch your back|sleep with one eye open|you are dead|youre dead|youre all dead|
        youre a dead man|dead meat|bomb threat|death threat|planted a bomb|put a bomb|
        have a gun|got a gun|have a knife|bring a gun|bringing a gun)
"""

WEIGHED: dict[str, tuple[tuple[float, str], ...]] = {
    "anger": (
        (0.75, _FURIOUS),
        (0.75, ANGER_MORE),
        (0.7, _SWORN),
        (0.6, _HATED),
        (0.45, _HOT),
        (0.25, _WARM),
    ),
    "distress": ((0.75, _DISTRESS), (0.75, DISTRESS_MORE)),
    "threat": ((0.85, _THREAT), (0.85, THREAT_MORE)),
}

CALMING = (
    """
    (thanks|thank|lol|haha|hahaha|lmao|love|happy|glad|awesome|great|good|nice|beautiful|
        amazing|funny|hilarious|congrats|congratulations|cute|best|enjoy|fun|joke|joking|
        kidding|sorry)
"""
    + CALMING_MORE
)

IN_CHINESE = {
    "anger": (
        "气死|氣死|愤怒|憤怒|太过分|太過分|垃圾|滚|他妈|混蛋|骗子|騙子|受够了|受夠了|忍无可忍|王八蛋|操你|傻逼|岂有此理"
    ),
    "distress": ("崩溃|绝望|絕望|救命|撑不住|受不了了|哭了|走投无路"),
    "threat": ("杀了你|殺了你|弄死你|打死你|炸了你|你们等着"),
}
