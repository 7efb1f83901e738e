"""How a done deed is claimed, in the languages of the fixed texts."""

# Stems in folded text, so that a tool's words and a claim's meet whatever the language.
ACTIONS = {
    "refund": r"refund|reimburs|money back|chargeback|reembols|devol\w* (?:el|o|su|tu) dinero"
    r"|rembours|erstatt|gutgeschrieb|estorn|استرداد|استرجاع|ردت|رددت",
    "credit": r"credit|abon|acredit|gutschrift|gutgeschrieb|voucher|compensat",
    "cancel": r"cancel|anul|annul|stornier|storno|الغاء|الغيت|الغي",
    "change": r"chang|updat|amend|edit|correct|modif|cambi|actualiz|geandert|aktualisier|alter"
    r"|mis a jour|atualiz|غيرت|تغيير|تحديث|حدثت",
    "send": r"\bsent\b|\bsend|shipp|dispatch|deliver|enviad|enviamos|envoy|expedi|gesendet"
    r"|geschickt|versendet|verschickt|emailed|mailed|ارسل|ارسال|شحن",
    "return": r"\breturn|devoluci|devoluc|retour|rucksend|retoure|ارجاع",
    "book": r"\bbook|schedul|reserv|appointment|gebucht|agend|حجز",
    "block": r"block|freez|frozen|lock|deactiv|disabl|suspend|bloque|gesperrt|bloquead|حظر",
    "account": r"delet|remov|clos|unsubscrib|elimin|supprim|geloscht|exclui|apag|حذف|reset",
    "order": r"\bplaced\b|\border(?:ed|s)\b|replac|reship|remplac|ersetz|reemplaz|substitu|استبد",
    "approve": r"approv|accept|grant|authori[sz]|aprob|aprov|approuv|genehmigt|waiv|upgrad|وافق",
    "open": r"ticket|complaint|case|opened|created|submitted|filed|logged|registered|recorded"
    r"|noted|abiert|cread|registrad|ouvert|cree|enregistr|eroffnet|angelegt|notiert|aberto|criad",
    "check": r"check|verif|review|investigat|looked|found|comprob|revis|geprüft|gepruft|تحقق",
    "confirm": r"confirm|bestatigt|تاكيد|اكدت",
    "pay": r"\bpaid\b|payment|charg|transfer|pago|paye|bezahlt|uberwiesen|دفع|حول",
}  # fmt: skip

# What only a tool that changes something can have done: a tool that looks things up may tell of it,
# but then the sentence is not about what the speaker did.
CHANGES = frozenset(
    ("refund", "credit", "cancel", "change", "book", "block", "account", "approve", "open", "pay")
)
SPEAKER = (
    r"\b(?:I|we|he|hemos|j'ai|nous|je|ich|wir|eu|nós)\b|\b\w{4,}(?:ei|amos)\b|(?<!\w)(?:لقد "
    r"|و)?قم(?:ت|نا)\b"
)
# How a word of what a tool returned tells of something done ("refunded", not "refund_eligible").
PARTICIPLE = (
    r"\b\w+(?:ed|sent|paid|frozen|ado|ada|ido|ida|é|ée|iert|tet|schickt|sendet)\b|\bsent\b|\bpaid\b"
)

# A sentence with one of these tells how things go, not what was done.
CONDITIONS = (
    r"\b(?:if|once|when|whenever|after|until|unless|whether|as soon as|before|where|in case|while"
    r"|check that|make sure|see that|to confirm that|(?:shows?|says?|tells? you)(?: that| your|"
    r" the)|usually|normally|not"
    r"|n't"
    r"|never|cannot|si|cuando|una vez|después|hasta|no (?:he|hemos|se|puedo)|quand|lorsque|dès que"
    r"|une fois|après|n'a(?:i|vons)?|pas|wenn|falls|sobald|nachdem|nicht|keine?n?|quando|assim que"
    r"|depois|se o|se a|não)\b|(?<!\w)(?:إذا|اذا|عندما|بعد|بمجرد|لم|لا)(?!\w)|[?؟]\W*$"
)

_EN_DONE = (
    r"refunded|reimbursed|cancell?ed|processed|issued|credited|updated|changed|amended|corrected"
    r"|modified|sent|emailed|e-mailed|shipped|dispatched|booked|scheduled|rescheduled|created"
    r"|opened"
    r"|submitted|filed|logged|registered|recorded|noted|added|removed|deleted|closed|applied|reset"
    r"|unlocked|blocked|unblocked|frozen|deactivated|activated|disabled|enabled|initiated|started"
    r"|arranged|replaced|reordered|ordered|placed|transferred|paid|charged|approved|granted"
    r"|authori[sz]ed|waived|upgraded|downgraded|resolved|fixed|sorted|completed|confirmed|checked"
    r"|verified|reviewed|investigated|looked into|taken care of|unsubscribed|subscribed|enrolled"
    r"|extended|renewed|paused|returned|released|reversed|adjusted|increased|raised|lifted|put"
    r"|made|done|set up|given|selected|chosen|awarded|accepted|reinstated|restored|marked|reported"
)
_EN_ADVERBS = (
    r"(?:already |just |now |successfully |also |gone ahead and |manually |hereby |fully )*"
)
_EN_PARTICIPLE = r"(?:\w+ed|sent|paid|reset|put|made|done|frozen|given|taken|withdrawn|put back)"
_NOT_RELATIVE = r"(?: (?!that\b|which\b|who\b|we\b|you\b|to\b)[\w#'$€£.,-]*\w)"

CLAIMS = (
    # I have refunded; we've just cancelled; I refunded (at the start of a clause)
    rf"\b(?:I|we)(?:'ve| have) {_EN_ADVERBS}(?:{_EN_DONE})\b",
    (
        r"(?:^|[.,;:!\u2013\u2014-]\s*|\b(?:and|so|then|but|yes|okay|ok|done|sure|great|good news"
        r"|I)[,!.:]?\s+)"
        rf"(?:I|we) {_EN_ADVERBS}(?:{_EN_DONE})\b"
    ),
    rf"\bI went ahead and (?:{_EN_DONE})\b",
    # your order has been cancelled; a refund of 20 was issued; your refund is now approved
    (
        rf"\b(?:your|the|this|an?|my){_NOT_RELATIVE}{{1,6}}? (?:has|have) {_EN_ADVERBS}been "
        rf"{_EN_ADVERBS}(?:{_EN_DONE})\b"
    ),
    (
        rf"\b(?:your|the|this|an?|it|that){_NOT_RELATIVE}{{0,6}}? (?:is|are|was|were|'s) (?:now"
        rf"|already"
        rf"|successfully) {_EN_ADVERBS}(?:{_EN_DONE})\b"
    ),
    (
        rf"\b(?:your|an?|the){_NOT_RELATIVE}{{1,5}}? (?:was|were) (?:refunded|reimbursed|cancell?ed"
        r"|issued|processed|credited|approved|granted|deleted|closed|updated|changed)\b"
    ),
    (
        rf"\byour{_NOT_RELATIVE}{{1,3}}? (?:is|are) (?:approved|confirmed|cancell?ed|processed"
        rf"|complete"
        r"|completed|refunded|closed|deleted|on (?:its|the) way|being (?:processed|refunded"
        r"|cancell?ed"
        r"|issued|sent))\b"
    ),
    rf"\byou(?:'ve| have) (?:now |just |already |successfully )*been (?:{_EN_DONE})\b",
    (
        r"\byou(?:'re| are) (?:now |successfully )(?:unsubscribed|upgraded|enrolled|subscribed"
        r"|verified"
        r"|approved|registered|refunded|logged)\b"
    ),
    (
        r"\b(?:your|the)[^.!?]{1,30}'s (?:now |been |already )*(?:cancell?ed|refunded|approved"
        r"|closed"
        r"|deleted|processed|sorted|fixed)\b|\b(?:it|that|this)(?:'s| has) (?:now |just |already"
        r" )*been"
        rf" (?:{_EN_DONE})\b|\b(?:I|we) (?:was|were) able to (?!help|find|see|answer|tell)\w+"
        r"|\b(?:refund|payment|cancellation|order|request|change)s? (?:has |have )?(?:gone|went)"
        r" through"
        r"|\byour[^.!?]{1,30} (?:is|are) (?:now )?(?:saved|updated|reset|unlocked|changed|booked)\b"
    ),
    (
        rf"\byour{_NOT_RELATIVE}{{1,5}}? (?:has|have) {_EN_ADVERBS}been"
        rf" {_EN_ADVERBS}{_EN_PARTICIPLE}\b"
        rf"|\byour{_NOT_RELATIVE}{{1,4}}? (?:is|are) (?:now )?{_EN_PARTICIPLE} now\b"
        rf"|\b(?:your|the){_NOT_RELATIVE}{{1,5}}? (?:was|were) {_EN_ADVERBS}(?:reversed|removed"
        rf"|sent|reset"
        r"|unlocked|blocked|booked|created|opened|applied|waived|added|lifted|returned)\b"
        r"|\b(?:the|your) (?:money|refund|replacement|parcel) is (?:already |now )?on (?:its|the)"
        r" way\b"
    ),
    # Done! Refund issued. I'm refunding you now. I hereby approve
    (
        r"(?:^|[.!,]\s*)(?:all )?done(?:[!.,]|\s*[\u2013\u2014-])|\b(?:it's|that's|is) (?:all"
        r" )?done\b"
        r"|\b(?:you're|we're|you are) all set\b|\bconsider it done\b"
    ),
    (
        r"\b(?:refund|cancellation|return|booking|payment|transfer|discount|request|change|order)s?"
        r"(?: \w+){0,3} (?:issued|processed|approved|completed|confirmed|granted|applied|initiated"
        r"|successful|cancell?ed|placed)\s*(?:[.!]|$|for |to )"
    ),
    (
        r"\bI(?:'m| am) (?:now |hereby |currently |just )*(?:processing|refunding|issuing"
        r"|cancell?ing"
        r"|crediting|sending|approving|granting|applying|updating|changing|deleting|placing"
        r"|initiating"
        r"|starting|transferring \w+ to|waiving|upgrading|resetting|unlocking|blocking)\b"
    ),
    (
        r"\bI hereby\b|\b(?:I|we) (?:now |can )?(?:confirm|approve|authori[sz]e|guarantee) (?:that "
        r"|your"
        r"|the|a |an |this|you)|\bhappy to (?:confirm|say|tell)\b|\byou(?:'ve| have) won\b"
    ),
    # Spanish
    (
        r"\b(?:he|hemos) (?:ya |acabado de |procedido a )?(?:reembolsado|cancelado|anulado"
        r"|procesado"
        r"|emitido|actualizado|cambiado|modificado|enviado|creado|abierto|registrado|anotado"
        r"|añadido"
        r"|eliminado|cerrado|aplicado|iniciado|reemplazado|aprobado|confirmado|comprobado"
        r"|verificado"
        r"|revisado|bloqueado|desbloqueado|devuelto|hecho (?:el|la|su|tu)|realizado|efectuado"
        r"|gestionado|abonado|programado|reservado|tramitado"
        r"|solicitado)\b"
    ),
    (
        r"\b(?:su|tu|el|la|un|una) (?:[\w#]+ ){1,5}?(?:ha|han) sido (?:ya )?\w+(?:ado|ada|ido|ida"
        r"|to"
        r"|ta)s?\b"
        r"|\b(?:su|tu) (?:[\w#]+ ){1,4}?(?:ya )?(?:está|queda|quedó|fue) (?:ya )?(?:cancelad"
        r"|reembolsad"
        r"|procesad|aprobad|confirmad|anulad|actualizad|emitid|bloquead)[oa]s?\b|\bse (?:le |te "
        r"|os )?ha"
        r" (?:abierto|registrado|cambiado|hecho|realizado|tramitado|iniciado|bloqueado|reembolsado"
        r"|cancelado|procesado|emitido|enviado|creado|actualizado|aprobado)\b|(?:^|[.!¡]\s*)(?:ya"
        r" está"
        r"|listo|hecho)(?:[!.,]|$)|\bacabo de \w+r(?:te|le|lo|la|se|les|os|telo|selo)?\b|\bestoy"
        r" (?:reembolsando|cancelando|procesando"
        r"|enviando|tramitando)\b"
    ),
    # French
    (
        r"\b(?:j'ai|je (?:vous |te |l'|le |la |lui |les )+ai|nous (?:vous |l')?avons|je viens"
        r" d[e'] ?|nous venons d[e'] ?) ?(?:déjà |bien |vous |le |la"
        r" )*"
        r"(?:rembours|annul|trait|émis|mis à jour|modifi|chang|envoy|créé|cré|ouvert|enregistr|noté"
        r"|ajout|supprim|clôtur|ferm|appliqu|lanc|initi|remplac|approuv|accept|confirm|vérifi|bloqu"
        r"|crédit|réserv|demand|effectu)\w*"
    ),
    (
        r"\b(?:votre|ton|ta|le|la|un|une) (?:[\w#'-]+ ){1,5}?(?:a|ont) (?:bien |déjà )*été (?:bien"
        r" )?\w+(?:é|i|is"
        r"|t)e?s?\b|\bvotre (?:[\w#]+ ){1,3}?est (?:maintenant |désormais |bien |à présent"
        r" )?(?:annulé"
        r"|remboursé|confirmé|approuvé|traité|clôturé|validé)e?\b|(?:^|[.!]\s*)c'est (?:fait"
        r"|réglé)\b"
        r"|\bvous avez (?:bien )?été (?:remboursé|crédité|désinscrit)"
    ),
    # German
    (
        r"\b(?:ich habe|wir haben|habe ich|haben wir|hab ich)\b[^.!?]{0,160}\b(?:erstattet"
        r"|storniert"
        r"|bearbeitet"
        r"|veranlasst|aktualisiert|geändert|gesendet|geschickt|versendet|verschickt|angelegt"
        r"|erstellt"
        r"|eröffnet|notiert|vermerkt|hinzugefügt|entfernt|gelöscht|geschlossen|eingeleitet|ersetzt"
        r"|genehmigt|bestätigt|geprüft|überprüft|gesperrt|entsperrt|gutgeschrieben|gebucht"
        r"|überwiesen"
        r"|ausgestellt|beantragt|registriert|zurückgesetzt)\b"
    ),
    (
        r"\b(?:ihre?[rnsm]?|deine?[rnsm]?|die|der|das|eine?) [^.!?]{1,60}?\b(?:wurden?|worden|ist"
        r" (?:nun|jetzt"
        r"|bereits"
        r"|hiermit|damit)|sind (?:nun|jetzt|bereits))\b[^.!?]{0,160}\b(?:erstattet|storniert"
        r"|bearbeitet"
        r"|aktualisiert|geändert|gesendet|versendet|verschickt|erstellt|gelöscht|geschlossen"
        r"|genehmigt"
        r"|bestätigt|gesperrt|gutgeschrieben|gebucht|(?:zurück)?überwiesen|zurückgezahlt"
        r"|zurückerstattet|zurückgebucht|zurückgesetzt|freigeschaltet|angelegt|ersetzt|ausgestellt"
        r"|eingeleitet"
        r"|veranlasst)\b"
        r"|(?:^|[.!]\s*)(?:erledigt|ist erledigt)(?:[!.,]|$)|\bist (?:schon |bereits )?erledigt\b"
        r"|\b(?:hiermit)\b"
    ),
    # Portuguese
    (
        r"\b(?:já |acabei de |eu )?(?:reembolsei|cancelei|processei|emiti|atualizei|alterei|mudei"
        r"|enviei"
        r"|criei|abri|registrei|registei|anotei|adicionei|removi|exclui|excluí|apaguei|fechei"
        r"|apliquei"
        r"|iniciei|substituí|aprovei|confirmei|verifiquei|bloqueei|creditei|agendei|reservei"
        r"|solicitei"
        r"|estornei)\b|\b(?:reembolsamos|cancelamos|processamos|estornamos) (?:o |a |seu |sua )"
        r"|\bacabei de \w+r\b"
    ),
    (
        r"\b(?:seu|sua|teu|tua|o|a|um|uma) (?:[\w#]+ ){1,5}?(?:foi|foram|já foi|está) (?:já |agora"
        r" )?(?:reembols"
        r"|cancel|process|emiti|atualiz|alter|envi|cri|exclu|apag|fech|aplic|inici|substitu|aprov"
        r"|confirm|bloque|credit|agend|estorn)\w*|(?:^|[.!]\s*)(?:pronto|feito)(?:[!.,]|$)"
    ),
    # Arabic
    (
        r"(?<!\w)(?:لقد |و)?(?:قمت|قمنا) ب(?:استرداد|إلغاء|الغاء|إرسال|ارسال|تحديث|تغيير|إنشاء"
        r"|تأكيد"
        r"|فتح"
        r"|حذف|معالجة|رد|إعادة)|(?<!\w)(?:لقد )?(?:ألغيت|الغيت|أرسلت|ارسلت|رددت|أعدت|حدثت|غيرت"
        r"|استرددت"
        r"|أنشأت|أكدت|حذفت|ألغينا|أرسلنا|رددنا|أعدنا)(?!\w)|(?<!\w)(?:لقد )?تم(?:ت)? (?:بالفعل"
        r" )?(?:استرداد"
        r"|إلغاء|الغاء|إرسال|ارسال|تحديث|تغيير|إنشاء|تأكيد|فتح|حذف|معالجة|الموافقة|رد|إعادة"
        r"|الإلغاء)"
    ),
)
