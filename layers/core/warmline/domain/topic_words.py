"""Words of the sensitive topics in English, as lines of `phrasing`."""

from warmline.domain.topic_words_rights import TOPICS_OF_RIGHTS

_PERSON = (
    "(husband|wife|partner|spouse|mother|mom|mum|father|dad|son|daughter|baby|brother|"
    "sister|grandmother|grandma|grandfather|grandpa|nan|aunt|uncle|cousin|friend|fiance|"
    "fiancee|boyfriend|girlfriend|parents|parent|child|relative|neighbour|neighbor|"
    "colleague|boss|owner|customer|he|she)"
)

TOPICS: dict[str, str] = {
    "fraud": """
        (fraud|fraudulent|fraudelent|fradulent|fraudulant|fraudster|fraudsters|fraudulently|
            defrauded|scam|scammed|scammer|scammers|phishing|phished|smishing)
        (unauthorized|unauthorised|unapproved|illegitimate|bogus|mysterious|mystery|shady|
            questionable|suspicious|fishy|strange|weird|odd|random|unknown|unfamiliar|
            unrecognized|unrecognised|illegal|fake) (looking |direct |debit |card |cash |
            credit |bank |account |online |atm )*(charge|charges|transaction|transactions|
            purchase|purchases|payment|payments|withdrawal|withdrawals|access|login|logins|
            activity|debit|debits|use|transfer|transfers|orders|spending)
        (direct debit|charge|payment|transaction|withdrawal|purchase|activity) .. (suspicious|
            fishy|unauthorized|unauthorised|fraud)
        (identity|card|account|information|details|info|credentials|data|wallet|purse|phone|
            money|cash|password|pin|cards|mobile|handbag|bag|passport|visa|mastercard|amex|
            checkbook) .. (stolen|hacked|compromised|cloned|skimmed|hijacked|been exposed|
            security breach)
        (stolen|hacked|compromised|cloned|skimmed|hijacked) .. (identity|card|account|wallet|
            purse|phone|password|pin|cards|mobile|money|passport)
        (was|been|got|were|is|being) (stolen|hacked|robbed|mugged|scammed|pickpocketed|
            defrauded|skimmed|cloned|hijacked)
        (robbery|theft|thief|thieves|pickpocket|pickpockets|hacker|hackers|impersonating|
            impersonated|blackmail|extortion)
        (robbed|mugged) (me|at|on|by|last|yesterday|today|of)
        (i|am|im|we) (got |been |just |was |were )*(robbed|mugged|hacked|scammed|catfished)
        (someone|somebody|somone|thief|stranger|people|they|he|she|hackers) (has |have |had |
            just |else |may have |might have |must have |probably )*(stole|stolen|hacked|cloned|
            skimmed|hijacked|got hold of|broke into|broken into|logged into|got into|accessed)
        (someone|somebody|somone|stranger|person|else) .. (used|using|uses|use|charged|charging|
            spent|withdrew|has access to|have access to|opened|utilizing|gained access) .. (my|
            me|without) .. (card|account|name|identity|money|details|data|info|information|pin|
            password|number|permission|knowledge|authorization)
        (someone|somebody|somone) (else )?(is |was |might be |may be |has been |has |
            besides me might be )*(using|used|uses|utilizing) (my|the|it)
        (someone|somebody) (besides me|made) .. (using|on my (card|account|visa))
        (card|account|visa|details|it) (is |was |has |being |been |are |got )*used (by (someone|
            somebody|another|a stranger)|without my)
        without my (permission|authorization|authorisation|knowledge|consent|approval)
        (lost|misplaced|loose|lose|missing|losing|cant find|cannot find|can not find|
            cant locate|cannot locate|cant seem to find|lost track of) (my|the|a|his|her|our|
            both|all) ((old|new|only|wifes|husbands|daughters|sons|credit|debit|bank|atm|visa|
            mastercard|amex|discover|chase|physical|stupid|gold|insurance|id|student) )*(card|
            cards|wallet|purse|phone|cellphone|mobile|handbag|checkbook|passport|visa|
            mastercard|amex)
        (card|wallet|purse|phone|mobile|cards|visa|mastercard|amex|american express) (is|has|
            was|got|may be|might be|has been|have been|been) (now |also |been )?(lost|missing)
        (report|reporting|repord|mark|marked|reported) .. .. (as )?(lost|stolen|missing)
        (have|had|got|a) (my |a |the )?(lost|stolen|missing) .. (card|wallet|purse|phone|cards|
            mobile)
        (do|where|not sure where|no idea where) .. (know where )?my (phone|wallet|card) (is|
            went)
        no longer have my (phone|card|wallet)
        (charge|charges|transaction|transactions|purchase|purchases|payment|payments|withdrawal|
            withdrawals|debit|debits|order|orders|transfer|transfers|activity|
            spending) .. .. (i|we) (definitely |surely |certainly |know i |am sure i |
            pretty sure i |certainly |just )?(didnt|dont|did not|do not|never|havent|have not|
            cant|cannot|wasnt|was not|am not) (remember |recall |recognise |recognize |even |
            actually |ever )?(making|doing|initiating|setting up|authorizing|authorising|
            placing|make|made|recognise|recognize|authorize|authorise|authorized|authorised|
            approve|approved|initiate|initiated|set up|perform|performed|complete|completed|
            remember|recall|create|submit|submitted|do|place|placed|purchase|purchased|buy|
            withdraw|familiar with|aware of)
        (didnt|dont|never|did not|do not|havent|have not|not) (make|made|authorize|authorise|
            authorized|authorised|approve|approved|initiate|set up) (of |about )?((a|an|this|
            that|the|these|those|some|any|my|direct|debit|card|cash|credit|recent) )*(charge|
            charges|transaction|transactions|purchase|purchases|payment|payments|withdrawal|
            withdrawals|debit|debits)
        (didnt|dont|did not|do not|cant|cannot|not) (recognise|recognize|remember making|
            recall making|remember doing|remember|recall) ((a|an|this|that|the|these|those|some|
            any|my|direct|debit|card|cash|credit|recent) )*(charge|charges|transaction|
            transactions|purchase|purchases|payment|payments|withdrawal|withdrawals|debit|
            debits)
        (charge|charges|transaction|transactions|purchase|purchases|payment|payments|withdrawal|
            withdrawals|debit|debits|order|orders|transfer|transfers|activity|
            spending) .. (isnt|arent|wasnt|not|werent|is not|was not|were not) (mine|made by me|
            from me|me|by me|my doing|done by me|my transaction|performed by me|authorized|
            authorised)
        (charge|charges|transaction|transactions|purchase|purchases|payment|payments|withdrawal|
            withdrawals|debit|debits|order|orders|transfer|transfers|activity|
            spending) .. made by (someone|somebody)
        (not|never) (my|made by me|done by me) (charge|transaction|purchase|payment|withdrawal|
            debit)?
        (says|said|shows|showing|show|message saying|statement says) (that )?i (got|made|
            withdrew|took|have) .. .. (but )?(i )?(didnt|did not|never)
        (think|thinking|believe|suspect|worried|afraid|looks like|seems) .. (been|was|is|
            were) (hacked|compromised|stolen|cloned|scammed|fraud|fraudulent|robbed)
        (false|fake) (charge|charges|transaction|website|direct debit|invoice|id)
        (compromised|been breached)
        (takeover|taken over) (of )?(my )?account
        account .. (taken over|broken into|breached)
        gained access to (my|the info)
        broke into my account
    """,
    "bereavement": f"""
        (passed|passing|pass) away
        (bereaved|bereavement|deceased|probate|funeral|executor|widow|widower|widowed|obituary|
            mourning|condolences)
        (death|loss|passing) of (my|our|his|her|a|the) (late |dear |beloved |own )?{_PERSON}
        {_PERSON} (has |have |had |just |sadly |recently |unexpectedly |suddenly )*(died|dies|
            passed|dead|is dead|has passed)
        (lost|buried|burying|grieving) my (husband|wife|partner|spouse|mother|mom|mum|father|
            dad|son|daughter|baby|brother|sister|grandmother|grandma|grandfather|grandpa|nan|
            child|best friend)
        my late (husband|wife|partner|spouse|mother|mom|mum|father|dad|son|daughter|brother|
            sister|grandmother|grandfather)
        (death|died) (certificate|in the family|last week|yesterday|this morning)
        (stillborn|stillbirth|miscarriage|miscarried)
    """,
    "medical": """
        (allergic|anaphylactic) (reaction|reactions|shock)
        (chest pain|chest pains|heart attack|having a stroke|seizure|seizures|anaphylaxis|
            unconscious|concussion|hemorrhage|haemorrhage)
        (cant|cannot|can not|hardly|barely|difficulty|trouble|struggling to|hard to) (breathe|
            breathing)
        (call|need|called|calling) (an )?(ambulance|paramedic|paramedics|911|112|999)
        (medical|health) (emergency|advice|condition|problem|reasons|issue|issues|attention|
            help)
        (rushed|went|taken|taking|ended up|admitted|going|been) (to|in|at|
            into) (the )?(hospital|emergency room|er|a and e|urgent care|intensive care|icu)
        (is|am|im|was|are|currently|being|still) (in|at) (the )?hospital
        (hospitalised|hospitalized|poisoned|poisoning|electrocuted|concussed|vomiting|overdosed)
        (electric|electrical) shock (from|when|off|by)
        got (an )?(electric|electrical) shock
        (got|was|were|been|is|badly|seriously|get|am|im) (injured|hurt badly|badly hurt|
            burned by|burnt by|burned from|scalded|bleeding)
        (burned|burnt|cut|hurt|injured) (myself|himself|herself) .. (on|with|by|from|when|while|
            opening)
        (injured|hurt|burned|burnt|cut) (me|my (hand|hands|face|eye|eyes|leg|arm|finger|fingers|
            foot|back|head|child|son|daughter|baby|skin)|himself|herself)
        (broke|broken|fractured|sprained) my (arm|leg|hand|foot|wrist|ankle|back|hip|nose|
            finger|rib|ribs|collarbone)
        (swallowed|choked|choking|ate) (on )?(a |the |some |part |one )?(button|battery|
            batteries|screw|bead|small part|bleach|detergent|magnet|magnets|piece)
        (made|making|makes) (me|my son|my daughter|my child|my baby|us|my kids) (very |
            really )?(sick|ill)
        (side effect|side effects|dosage|overdose|diagnosed with|chemotherapy|chemo|pacemaker|
            insulin)
        (rash|rashes|blisters|hives) (on|from|after|all)
        (cancer|miscarriage|epilepsy|epileptic|dialysis)
        (my|the|a) (doctor|gp|surgeon|physician) (said|says|told|advised)
        (is it|are they|safe) .. (pregnancy|pregnant|breastfeeding|allergy|asthma)
    """,
    **TOPICS_OF_RIGHTS,
}

NEVER: dict[str, str] = {
    "bereavement": """
        (phone|battery|batteries|car|laptop|computer|lamp|bulb|plant|plants|tv|it|tablet|app|
            screen|motor|light|fridge|device) (has |just |have )?(died|dies|is dead|dead)
        (she|he) (died laughing|is dead to me)
    """,
    "legal": """
        (joke|jokes|story) about .. (lawyer|lawyers|attorney|attorneys)
    """,
    "complaint": """
        (no|not|without|dont|cant|never) (a |any |have |to )*(complaint|complaints|complain|
            complaining)
    """,
    "fraud": """
        (fraud|scam) (alert|alerts|protection|prevention) (setting|settings|email)
        (find|know) (my|the) (virtual )?card pin
        found (my|the|a|it|out)
        (transaction|transactions|payment|payments|purchases|purchase) .. (fail|failed|failing|
            declined|not working|online)
    """,
}
