"""How promises are worded in the languages other than English; see `promise_words`."""

from warmline.domain.promise_words import PromiseWords

SPANISH = PromiseWords(
    own=(
        r"\b(?:voy|vamos) a (?!explicar|ayudar|necesitar|ser|responder|contar|dar(?:te|le) los"
        r"|mostrar|indicar|resumir)\w+"
        r"|\b(?!estaré|estare|seré|podré|tendré|necesitaré|ayudaré|explicaré|responderé|indicaré"
        r"|mostraré|sabré|querré|contaré|daré los|haré lo posible)\w+[aeiodb]r(?:é)(?!\w)"
        r"|\bd[ée]ja(?:lo|melo) en mis manos\b|\bte lo prometo\b|\ble aseguro que\b"
        r"|\b(?:he|hemos) (?:ya )?(?:pasado|transferido|derivado|escalado|informado|avisado"
        r"|remitido"
        r"|enviado tu caso|trasladado)\b|\b(?:te|le|lo|la) (?:paso|transfiero|comunico|derivo"
        r"|mantengo|aviso|llamo|escribo|contacto)\b|\b(?:te |se )?(?:lo|la) (?:consulto|reviso"
        r"|compruebo|verifico|miro|gestiono|tramito)\b"
        r"|\bme (?:encargo|ocupo|pongo en contacto)\b"
    ),
    others=(
        r"\bnos pondremos\b|\b(?:te|le|les|os) (?:enviaremos|daremos) (?:una |la )?(?:respuesta"
        r"|solución)\b|\bnos comunicaremos\b|\b(?:te|le|les|lo|la|os) (?:contactaremos"
        r"|llamaremos|escribiremos|avisaremos|responderemos|informaremos|mantendremos|notificaremos"
        r"|reembolsaremos|devolveremos|atenderemos|ayudaremos)\b|\b(?:investigaremos|revisaremos"
        r"|comprobaremos|verificaremos|resolveremos|solucionaremos)\b"
        r"|\b(?:alguien|una? (?:\w+ ){0,2}(?:agente|compañer[oa]|persona|especialista|colega"
        r"|asesora?"
        r"|miembro)|(?:nuestro|el|mi) (?:\w+ )?(?:equipo|departamento))\b.{0,40}\b(?:se pondrá|se"
        r" comunicará|(?:te|le|lo|la) (?:contactará|llamará|escribirá|responderá|atenderá|avisará"
        r"|ayudará|informará)|revisará|investigará|va a \w+)"
        r"|\b(?:recibirás?|tendrás?) (?:una? )?(?:llamada|respuesta|noticias)\b"
        r"|\bserás? contactad[oa]\b|\bse pondrán en contacto\b"
    ),
    looks=(
        r"\b(?:d[ée]ja(?:me|nos)|d[ée]je(?:me|nos)|perm[íi]t[ae]me) (?:que )?(?:lo |la"
        r" )?(?:verific|"
        r"comprob|compruebe|revis|consult|mir|ver\b|vea\b|busc|investig|averig)\w*"
        r"|\b(?:un momento|un segundo|un minuto|un instante|dame un|deme un|espera|espere)"
        r"(?:,? por favor)?[.!…,]*\s*$|\bun momento,? (?:por favor|mientras|que)\b"
        r"|\bestoy (?:verificando|comprobando|revisando|consultando|investigando|mirando"
        r"|buscando)\b"
    ),
    looking=r"\b(?:verific|comprob|revis|consult|mir|busc)\w+",
    conditions=r"\b(?:si|cuando|una vez|después de|en cuanto|tan pronto|hasta que|a menos)\b",
    offers=r"\b(?:quieres|quiere|te gustaría|le gustaría|deseas|desea|puedo)\b|\?[\"')\s]*$",
)

FRENCH = PromiseWords(
    own=(
        r"\bje vais (?:vous |te |le |la |les |l'|m'en |me |y |en )*(?!expliquer|aider|répondre"
        r"|avoir"
        r"|être|essayer de vous expliquer|résumer|indiquer|donner les|montrer)\w+"
        r"|\bje (?:vous |te |t'|le |la |les |l'|m'en |me |y |en |lui )*(?!serai|pourrai|aurai"
        r"|saurai"
        r"|ferai de mon|aiderai|expliquerai|répondrai|indiquerai|voudrai|devrai)\w{2,}rai\b"
        r"|\bje (?:vous |te |t'|le |la |les |l'|m'en |me |m'|y |en )*(?:occupe|charge|renseigne"
        r"|reviens"
        r" vers|transmets|transfère|fais suivre|recontacte|rappelle|tiens au|tiens informé|contacte"
        r"|préviens)\b"
        r"|\b(?:j'ai|nous avons) (?:déjà |bien )*(?:transmis|transféré|escaladé|signalé|prévenu"
        r"|informé|contacté|fait suivre)\b|\blaissez-moi faire\b|\bje vous promets\b"
    ),
    others=(
        r"\bnous (?:vous |te |t'|y |en |le |la |les )*(?:recontacterons|contacterons|rappellerons"
        r"|reviendrons|tiendrons|informerons|rembourserons|répondrons|écrirons|préviendrons"
        r"|enquêterons|vérifierons|examinerons|résoudrons)\b|\bnous allons (?:vous |te |le |la )*"
        r"(?:re|r)?(?:contacter|appeler|rappeler|revenir|tenir|informer|rembourser|répondre"
        r"|vérifier"
        r"|enquêter|examiner|résoudre)\b|\bnous revenons vers\b|\bvous aurez (?:de nos nouvelles"
        r"|des nouvelles|une réponse)\b"
        r"|\b(?:quelqu'un|une? (?:\w+ ){0,2}(?:collègue|conseill[eè]re?|agente?|personne"
        r"|spécialiste"
        r"|membre)|(?:notre|l'|mon) ?(?:équipe|service)(?: \w+){0,2}|un humain)\b.{0,30}\b(?:va"
        r"|vont|"
        r"vous (?:re)?contactera|vous rappellera|vous répondra|vous écrira|reviendra|prendra"
        r"|examinera"
        r"|vérifiera|vous aidera|s'en (?:chargera|occupera))"
        r"|\bvous (?:serez|allez être) (?:re)?(?:contacté|appelé|rappelé|prévenu|remboursé)"
        r"|\bvous recevrez (?:une? |notre )(?:appel|réponse|retour)\b"
    ),
    looks=(
        r"\b(?:laissez-moi|laisse-moi|permettez-moi de) (?:le |la |y )?(?:vérifier|regarder|voir"
        r"|consulter|chercher|demander|me renseigner)|\bje (?:le |la |les )?(?:vérifie|regarde"
        r"|consulte|cherche|me renseigne)\b|\bje suis en train de\b|\b(?:un instant|un moment"
        r"|une minute|une seconde|patientez|veuillez patienter)"
        r"(?:,? (?:s'il vous plaît|svp|je vous prie))?[.!…,]*\s*$|\bun (?:instant|moment),? (?:je"
        r"|s'il)\b"
    ),
    looking=r"\b(?:vérifi|regard|consult|cherch)\w+",
    conditions=r"\b(?:si|quand|lorsque|une fois|après|dès que|dès|jusqu'à|à moins)\b|\bs'il y a\b",
    offers=r"\b(?:voulez-vous|souhaitez-vous|veux-tu|puis-je|si vous (?:le )?(?:souhaitez"
    r"|voulez))\b"
    r"|\?[\"')\s]*$",
)

_DE_DO = (
    r"(?:über)?prüf\w*|nach\w*(?:sehen|schauen|fragen|haken|gehen|forschen)|meld\w*|kontaktier\w*"
    r"|an(?:zu)?rufen|zurück(?:zu)?(?:rufen|kommen|melden|schreiben)|schreiben|weiter(?:leiten"
    r"|geben)"
    r"|klär\w*|kümmern|erstatten|stornieren|veranlassen|informieren|benachrichtigen|(?:zu)?senden"
    r"|(?:zu)?schicken|ändern|eintragen|bearbeiten|untersuchen|bescheid (?:geben|sagen)|verbinden"
    r"|übergeben|einleiten|beantragen|buchen|gutschreiben|ersetzen|antworten|recherchieren"
)
GERMAN = PromiseWords(
    own=(
        rf"\b(?:ich werde|werde ich)\b(?! (?:nicht|nie))[^.!?]{{0,160}}\b(?:{_DE_DO})\b"
        r"|\b(?:ich (?:melde|kümmere|leite|gebe|kläre|frage|rufe|schicke|sende|veranlasse|storniere"
        r"|erstatte|informiere|komme|verbinde|hake|benachrichtige|buche|bringe|sorge)|(?:melde"
        r"|kümmere"
        r"|leite"
        r"|gebe|kläre|frage|rufe|schicke|sende|veranlasse|storniere|erstatte|informiere|komme"
        r"|verbinde)"
        r" ich)\b(?! nicht| keine)|\büberlassen sie das mir\b|\bversproch\w+|\bich verspreche\b"
        r"|\b(?:ich habe|wir haben|habe ich|haben wir)\b[^.!?]{0,160}\b(?:weitergeleitet"
        r"|weitergegeben"
        r"|übergeben|verständigt|informiert|gemeldet|eskaliert|kontaktiert|benachrichtigt)\b"
    ),
    others=(
        rf"\b(?:wir werden|werden wir)\b(?! (?:nicht|nie))[^.!?]{{0,160}}\b(?:{_DE_DO})\b"
        r"|\b(?:wir (?:melden uns|kümmern uns|prüfen|klären|rufen (?:sie|dich)|kontaktieren|geben"
        r" ihnen bescheid|kommen auf sie)|(?:melden|kümmern) wir uns)\b"
        r"|\b(?:jemand|eine?r? (?:\w+ ){0,2}(?:mitarbeiter(?:in)?|kolleg(?:e|in)|mensch|person"
        r"|berater(?:in)?|spezialist(?:in)?)|(?:unser|das|mein) (?:\w+)?(?:team|kundendienst))\b"
        r"[^.!?]{0,30}\b(?:wird|meldet|ruft|kümmert|prüft|kontaktiert|antwortet|hilft|übernimmt)\b"
        r"|\bsie (?:hören (?:bald |in kürze )?von uns|werden (?:kontaktiert|angerufen|informiert"
        r"|benachrichtigt))|\bsie (?:erhalten|bekommen) (?:\w+ ){0,2}(?:einen? )?(?:anruf|rückruf"
        r"|antwort"
        r"|rückmeldung)\b"
    ),
    looks=(
        r"\b(?:lassen sie mich|lass mich)\b[^.!?]{0,160}\b(?:prüfen|nachsehen|schauen|nachschauen"
        r"|sehen"
        r"|klären|fragen|überprüfen|suchen)|\bich (?:über)?prüfe\b|\bich (?:schaue?"
        r"|sehe)\b[^.!?]{0,160}\bnach\b"
        r"|\b(?:einen|ein) (?:moment|augenblick)(?:,? bitte)?[.!…,]*\s*$|\beinen (?:moment"
        r"|augenblick),?"
        r" (?:bitte|ich)\b|\bbitte warten sie[.!…]*\s*$"
    ),
    looking=r"\b(?:prüf|überprüf|nachsehen|nachschauen|schau|suche)\w*",
    conditions=r"\b(?:wenn|falls|sobald|nachdem|bis|sofern|bevor|ist .{0,40} eingegangen)\b",
    offers=r"\b(?:möchten sie|möchtest du|soll ich|sollen wir|wollen sie|darf ich|wenn sie"
    r" (?:möchten"
    r"|wollen|wünschen))\b|\?[\"')\s]*$",
)

PORTUGUESE = PromiseWords(
    own=(
        r"\b(?:vou|irei|vamos) (?:te |lhe |o |a )?(?!explicar|ajudar|precisar|ser|responder|dar"
        r"|mostrar|indicar|resumir)\w+[aei]r\b"
        r"|\b(?!estarei|serei|poderei|terei|precisarei|ajudarei|explicarei|responderei|saberei)"
        r"\w{3,}[aei]rei\b|\bdeix[ae] comigo\b|\bprometo\b|\bgaranto que\b|\beu aviso\b"
        r"|\b(?:já )?(?:encaminhei|transferi|escalei|informei|avisei|repassei)\b"
        r"|\b(?:eu )?(?:te|lhe|o|a) (?:encaminho|transfiro|aviso|ligo|mantenho)\b|\bretorno em\b"
    ),
    others=(
        r"\b(?:entraremos em conta|retornaremos|responderemos|ligaremos|avisaremos|informaremos"
        r"|manteremos|reembolsaremos|investigaremos|verificaremos|resolveremos)\w*"
        r"|\b(?:alguém|uma? (?:\w+ ){0,2}(?:agente|colega|atendente|especialista|pessoa|membro)"
        r"|(?:nossa|a|nosso) (?:\w+ )?(?:equipe|equipa|time|setor))\b.{0,30}\b(?:vai|irá|entrará"
        r"|retornará|responderá|ligará|verificará|analisará|ajudará)"
        r"|\b(?:receberá|terá) (?:uma? )?(?:ligação|chamada|resposta|retorno)\b"
        r"|\bserá contat?actad[oa]\b|\bserá contatad[oa]\b"
    ),
    looks=(
        r"\b(?:deixe-me|deixa eu|deixe eu|deixa-me|permita-me) (?:verificar|ver|conferir|consultar"
        r"|checar|olhar|buscar|confirmar)|\bestou (?:a )?(?:verificando|conferindo|checando"
        r"|consultando|verificar|consultar|investigando)\b|\b(?:um momento|um instante|só um minuto"
        r"|aguarde)(?: um (?:momento|instante))?(?:,? por favor)?[.!…,]*\s*$"
    ),
    looking=r"\b(?:verific|confer|consult|chec|busc)\w+",
    conditions=r"\b(?:se|quando|assim que|depois|após|uma vez|até que|caso)\b",
    offers=r"\b(?:quer que|gostaria|deseja|posso)\b|\?[\"')\s]*$",
)

ARABIC = PromiseWords(
    own=(
        r"(?<!\w)(?:و|ف)?(?:سأ|سا)(?!ساعدك|شرح|كون|حتاج|حاول أن أشرح|جيب)\w{2,}"
        r"|(?<!\w)سوف أ(?!ساعد|شرح|كون|حتاج)\w+|اترك(?: هذا)? الأمر لي|أعدك"
        r"|(?<!\w)(?:لقد )?(?:حولت|أحلت|أرسلت طلبك|أبلغت|قمت بتحويل)"
    ),
    others=(
        r"(?<!\w)(?:و|ف)?س[ين]\w+ (?:فريقنا|الفريق|أحد|زميل|زميلي|موظف|المدير)|(?<!\w)(?:و"
        r"|ف)?س(?:نتواصل|نعود|نتصل|نراجع|نرد|نبلغك|نحقق|نتحقق|نقوم|يتواصل|يتصل|يرد|يعاود"
        r"|يراجع|يساعدك)\w*|(?<!\w)سوف (?:نتواصل|نعود|نتصل|نراجع|نرد|يتواصل|يتصل|يرد|يقوم)\w*"
        r"|(?<!\w)سيتم (?:التواصل|الرد|الاتصال|مراجعة|التحقق|تحويل|استرداد|إلغاء|حل)"
    ),
    looks=(
        r"(?:دعني|اسمح لي|دعنا) (?:أن )?[أن](?:تحقق|تأكد|راجع|رى|بحث|نظر|سأل)\w*|لحظة(?: من"
        r" فضلك)?[.!،…]*\s*$"
        r"|انتظر (?:لحظة|قليلا)|جار[يٍ] التحقق|(?<!\w)أتحقق (?:الآن|من)|أقوم (?:الآن )?ب(?:التحقق"
        r"|مراجعة)"
    ),
    looking=r"تحقق|تأكد|راجع|بحث",
    conditions=r"(?<!\w)(?:إذا|اذا|عندما|بعد|بمجرد|حتى|لو|حين)(?!\w)",
    offers=r"هل (?:تريد|ترغب|تود)|[؟?][\"')\s]*$",
)
