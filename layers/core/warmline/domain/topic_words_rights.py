"""English words of what people have a right to, or cannot pay: law, hardship, complaint, press."""

TOPICS_OF_RIGHTS: dict[str, str] = {
    "legal": """
        (my|a|an|our|hire|hiring|call|see|through|via|contact|get|consult|consulting|the) (a |
            an |my |our )?(own )?(lawyer|lawyers|solicitor|solicitors|attorney|attorneys)
        (lawyers|solicitors|attorneys|lawyer|solicitor|attorney) (will|are|is|up|said|says|
            letter|to)
        (lawsuit|lawsuits|litigation|subpoena|barrister|paralegal|litigate|liability claim)
        (legal) (action|advice|counsel|team|department|proceedings|rights|claim|dispute|threat|
            steps|notice|letter|matter|case|help|representation)
        (sue|suing|sued) (you|your|u|ya|them all|this (company|shop|store|bank)|the (company|
            shop|store|bank|manufacturer|seller)|for (damages|this|everything))
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
        (no way|not sure how|dont know how|no idea how) (that )?(i|we|ill|im|to) .. (make|pay|
            meet|cover|afford) .. .. (payment|payments|instalment|instalments|installment|
            installments|rent|bill|bills|mortgage)
        (let go) (from|by) (work|my job|my employer|my company)
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
            opening) (a |an |my |another |some )?(damn |fucking |goddamn )?((customer|
            consumer) (claim|claims)|reclamation|reclamations|(claim|claims) (against|about))
        (consumer|customer) (claim|claims|reclamation|reclamations|complaint)
        claim against (you|your)
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
