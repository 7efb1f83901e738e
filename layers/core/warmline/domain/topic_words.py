"""Words of the sensitive topics in English, as lines of `phrasing`."""

_PERSON = (
    "(husband|wife|partner|spouse|mother|mom|mum|father|dad|son|daughter|baby|brother|"
    "sister|grandmother|grandma|grandfather|grandpa|nan|aunt|uncle|cousin|friend|fiance|"
    "fiancee|boyfriend|girlfriend|parents|parent|child|relative|neighbour|neighbor|"
    "colleague|boss|owner|customer|he|she)"
)

TOPICS: dict[str, str] = {
    "fraud": """
        (fraud|fraudulent|fraudster|fraudsters|fraudulently|defrauded|scam|scammed|scammer|
            scammers|phishing|phished|smishing)
        (unauthorized|unauthorised|unapproved|illegitimate|bogus) .. (charge|charges|
            transaction|transactions|purchase|purchases|payment|payments|withdrawal|withdrawals|
            access|login|activity|debit|use|transfer|order|orders)
        (suspicious|fishy|strange|weird|unknown|unfamiliar|unrecognized|unrecognised|
            unusual) (looking )?(charge|charges|transaction|transactions|purchase|purchases|
            payment|payments|withdrawal|withdrawals|activity|login|logins|debit)
        (identity|card|account|information|details|info|credentials|data|wallet|purse|phone|
            money|cash|password|pin|cards|mobile|handbag|bag|passport) .. (stolen|hacked|
            compromised|cloned|skimmed|hijacked)
        (stolen|hacked|compromised|cloned|skimmed|hijacked) .. (identity|card|account|wallet|
            purse|phone|password|pin|cards|mobile|money|passport)
        (stole|stealing|steal|robbed|robbery|theft|thief|thieves|mugged|pickpocket|pickpocketed|
            pickpockets|hacker|hackers|impersonating|impersonated|blackmail|extortion) (me|my|
            of|has|have|took|is|used|got|from|on|in)
        (got|been|was|were|being|i|am|im|get) (robbed|mugged|hacked|scammed|pickpocketed|
            defrauded|skimmed|catfished)
        (someone|somebody|somone|anyone|person|people|thief|stranger|they|he|she) .. (stole|
            hacked|cloned|skimmed)
        (someone|somebody|somone|stranger|thief|person|else) .. (used|using|uses|use|accessed|
            charged|spent|bought|withdrew|logged|got hold|has access|opened|made|took|taken|
            ordered|purchased|has|have|had|got|knows|may have|been) .. (my|me|without|
            unauthorized) .. (card|account|name|identity|money|details|data|info|information|
            pin|password|number|permission|knowledge|app|phone)
        (lost|misplaced|loose|lose|missing|losing|cant find|cannot find|left|dropped|
            lost track of) (my|the|a|his|her|our|both|all) (old |new |only |wifes |husbands |
            daughters |sons |credit |debit |bank |atm |visa |mastercard |amex |discover |chase |
            virtual |physical |stupid )*(card|cards|wallet|purse|phone|cellphone|mobile|handbag|
            checkbook|passport)
        (card|wallet|purse|phone|mobile|cards) (is|has|was|got|went|may be|might be|has been|
            have been|been) (now |also |gone |now been )?(lost|missing|stolen|gone)
        (report|reporting|have|had|got|a) (my |a |the )?(lost|stolen|missing) .. (card|wallet|
            purse|phone|cards|mobile)
        (did|do|have|was|am|were|is) (not|never|nt) (make|made|recognise|recognize|authorize|
            authorise|authorized|authorised|approve|approved|buy|order|ordered|familiar with|do|
            done|mine|by me|place|purchase|initiate|set up) .. (charge|charges|transaction|
            transactions|purchase|purchases|payment|payments|withdrawal|withdrawals|debit|order|
            transfer)
        (didnt|dont|havent|wasnt|never|cant) (make|made|recognise|recognize|authorize|authorise|
            authorized|authorised|approve|approved|buy|initiate|set up|do|place|know|remember|
            recall) (making |about |of )?(a |an |this |that |the |any |these |those |some |my |
            it |for |what |all )*(direct debit |card |cash |online |credit card |
            debit card )?(charge|charges|transaction|transactions|purchase|purchases|payment|
            payments|withdrawal|withdrawals|debit|debits)
        (charge|charges|transaction|transactions|purchase|purchases|payment|payments|withdrawal|
            withdrawals|debit|order|it|atm|cash) .. (i|we) (didnt|dont|did not|do not|never|
            havent|have not|cant|cannot|wasnt|was not|am not) (make|made|recognise|recognize|
            authorize|authorise|authorized|authorised|approve|approved|buy|do|done|initiate|
            order|remember|recall|place|know about|set up|aware of|aware)
        (charge|charges|transaction|transactions|purchase|purchases|payment|payments|withdrawal|
            withdrawals|debit|order) .. (isnt|arent|wasnt|not|werent) (mine|made by me|from me|
            me|by me|my doing|done by me)
        (not|never) (my|mine|a|make|made by) (charge|transaction|purchase|payment|withdrawal|me)
        (think|thinking|believe|suspect|worried|afraid|sure|looks like|seems) .. (been|was|is|
            were) (hacked|compromised|stolen|cloned|scammed|fraud|fraudulent|robbed)
        (fake|false) (charge|charges|transaction|website|email|text|invoice|id)
        (compromised|been breached)
        (takeover|taken over) (of )?(my )?account
        account .. (taken over|broken into|breached)
        gained access to my
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
        (injured|hurt|burned|burnt|cut) (me|my (hand|hands|face|eye|eyes|leg|arm|finger|fingers|
            foot|back|head|child|son|daughter|baby|skin)|himself|herself)
        (broke|broken|fractured|sprained) my (arm|leg|hand|foot|wrist|ankle|back|hip|nose|
            finger|rib|ribs|collarbone)
        (swallowed|choked|choking|ate) (on )?(a |the |some |part |one )?(button|battery|
            batteries|screw|bead|small part|bleach|detergent|magnet|magnets|piece)
        (made|making|makes) (me|my son|my daughter|my child|my baby|us|my kids) (very |
            really )?(sick|ill)
        (side effect|side effects|dosage|overdose|diagnosed|diagnosis|chemotherapy|chemo|
            pacemaker|insulin)
        (rash|rashes|blisters|hives) (on|from|after|all)
        (cancer|miscarriage|epilepsy|epileptic|dialysis)
        (my|the|a) (doctor|gp|surgeon|physician) (said|says|told|advised)
        (is it|are they|safe) .. (pregnancy|pregnant|breastfeeding|allergy|asthma)
    """,
    "legal": """
        (lawyer|lawyers|solicitor|solicitors|attorney|attorneys|lawsuit|lawsuits|litigation|
            subpoena|barrister|paralegal|litigate|liability claim)
        (legal) (action|advice|counsel|team|department|proceedings|rights|claim|dispute|threat|
            steps|notice|letter|matter|case|help|representation)
        (sue|suing|sued) (you|your|the|this|them|for|u|him|her|over|ya|someone|somebody|my|a)
        (going to|gonna|will|ill|want to|can i|could i|might|may|i|to|id) sue
        (take|taking|see|seeing|took|taken) (you|them|this|it|u|the company|your company|
            my landlord|him|her) (guys |all |people )?(to|in) (a )?(small claims |civil )?court
        (court|in court) (order|case|hearing|date|summons|action|proceedings|claim)
        (small claims|class action|breach of contract|cease and desist|trading standards|
            consumer protection|data protection|power of attorney|restraining order|
            consumer rights act|consumer court|better business bureau|statutory rights)
        (gdpr|ccpa|subject access|data breach|defamation|libel|copyright|trademark|
            patent) (request|infringement|violation|complaint|claim|right|rights|breach)?
        (delete|erase|send) .. my personal data
        (violation|violating|breaking|violates|against) (of )?(the |consumer |my )?(law|laws|
            my rights|legal rights)
        (this|it|that|is|are|was|totally|completely) (is )?illegal
        (police|prosecute|prosecuted|prosecution|arrested|custody battle|divorce lawyer|bailiff|
            bailiffs)
    """,
    "hardship": """
        (lost|losing|lose|laid off from|fired from) my (job|home|house|income|livelihood|
            business)
        (laid off|made redundant|unemployed|bankrupt|bankruptcy|insolvent|insolvency|evicted|
            eviction|homeless|foreclosure|food bank|repossessed|repossession|debt collector|
            debt collectors|debt advice)
        (been|got|being) (laid off|fired|evicted|furloughed)
        (cant|cannot|can not|couldnt|unable to|not able to|wont be able to|struggling to|
            struggle to|no way to|not going to be able to|not be able to|no money to|
            dont have money to|havent the money to|cant even) (afford|pay|make|keep up with|
            meet|cover|repay|manage) (to pay |for |back )?(my|the|this|these|our|any|all|next|
            it|rent|food|bills|a) (next |monthly |months |weekly |last |minimum |latest )*(bill|
            bills|rent|mortgage|loan|loans|debt|debts|instalment|instalments|installment|
            installments|repayment|repayments|payments|food|credit card bill|minimum payment|
            minimum|payment this month|monthly payment|month)
        (cant|cannot|can not|couldnt|no longer|hardly|barely) afford (to (pay|eat|live|keep)|
            food|rent|it anymore|this anymore|it any more|any of this|my|the (payments|
            instalments|installments|rent|repayments|bill))
        (behind|falling behind|fallen behind|late) (on|with) (my |the |our |all my )?(bills|
            rent|mortgage|loan|loans|payments|instalments|installments|repayments)
        (financial|money|cash) (hardship|difficulty|difficulties|trouble|troubles|problems|
            struggles|crisis|distress)
        (financially) (struggling|ruined|broke|strapped|unstable)
        (struggling|drowning|deep) (financially|in debt|with debt|with money|with my bills)
        (in|into|of) (serious |a lot of |so much |crippling |deep )?debt (and|because|
            collectors|crisis|relief|management)
        (hardship|payment holiday|payment break|payment plan because|breathing space)
        (no|without|run out of|havent any|dont have any) (money|income|savings) (left|for food|
            to live|to eat|coming in|until|for rent|at all to)
        (live|living) (paycheck to paycheck|hand to mouth|on benefits|on food stamps)
        (feed|feeding) my (kids|children|family|baby)
    """,
    "complaint": """
        (complaint|complaints|complain|complaining|complaining|grievance|grievances)
        (file|lodge|make|submit|raise|register|presenting|present|open|put in|place) (a |an |
            my |another |some )?(formal |official |consumer |customer )?(complaint|
            claim against|grievance|reclamation|protest|claim against|complain|consumer claim)
        (lodge|file|submit|make|present|open|filing|lodging|making|submitting|presenting|
            opening) (a |an |my |another |some )?(damn |fucking |goddamn )?(customer |consumer |
            formal )?(claim|claims|reclamation)( against| about| for you| with you)?
        (ombudsman|watchdog|regulator|consumer association)
        (report|reporting) (you|your company|your staff|this company|your employee|your driver|
            your behaviour|your behavior)
        (escalate|escalating) (this|my case|my complaint|the matter|it)
    """,
    "press": """
        (journalist|reporter|columnist|newsroom|newspaper reporter|press officer|press office|
            press inquiry|press enquiry|press request|press query|media inquiry|media enquiry|
            media request|media query|press contact|press release|press kit|media relations|
            public relations)
        (im|i am|this is|we are|writing|calling|contacting) .. (from|for|at|with) (the )?(bbc|
            cnn|reuters|new york times|guardian|washington post|associated press|bloomberg|
            daily mail|financial times|wall street journal|local newspaper|newspaper|magazine|
            tv station|radio station|press|media|der spiegel|le monde|el pais)
        (writing|doing|working on|publishing|running|preparing) (a |an |the )?(news |newspaper |
            magazine |investigative )?(story|article|piece|report|feature|documentary) (about|
            on|for|regarding)
        (comment|statement|interview|quote) (for|on) (our|my|the|a|an) (story|article|piece|
            record|report|readers|paper|newspaper|magazine)
        (go|going|went|goes|contact|contacting|call|calling|tell|telling) (to )?(the )?(press|
            media|newspapers|news|papers|tv)
        (spokesperson|spokesman|spokeswoman)
    """,
}

NEVER: dict[str, str] = {
    "bereavement": """
        (phone|battery|batteries|car|laptop|computer|lamp|bulb|plant|plants|tv|it|tablet|app|
            screen|motor|light|fridge|device) (has |just |have )?(died|dies|is dead|dead)
        (she|he) (died laughing|is dead to me)
    """,
    "legal": """
        sue (me|them both) to
        (call|police) (the police|officer|station)
    """,
    "complaint": """
        (no|not|without|dont|cant|never) (a |any |have |to )*(complaint|complaints|complain|
            complaining)
    """,
    "fraud": """
        (fraud|scam) (alert|alerts|protection|prevention) (setting|settings|email)
    """,
}
