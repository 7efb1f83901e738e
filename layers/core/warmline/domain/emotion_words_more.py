"""Words of strong emotion in the other languages of the rules, as lines of `phrasing`."""

ANGER_MORE = """
    (mierda|joder|cabron|cabrones|gilipollas|hijo de puta|hijos de puta|puta|pinche|chingar|
        chinga|imbeciles|imbecil|estafadores|sinverguenzas|ladrones|idiotas|pendejos|carajo|
        cono)
    (es|esto es|son|sois) (una |un |unos |unas )?(verguenza|vergonzoso|inaceptable|indignante|
        ridiculo|asco|ladrones|estafadores|intolerable|insoportable)
    (estoy|estamos) (muy |super |tan |realmente )?(furioso|furiosa|harto|harta|hartos|enojado|
        enojada|indignado|indignada|cabreado|cabreada|enfadado|enfadada)
    (odio|detesto) (esto|esta|este|su|a)
    (peor) (servicio|empresa|tienda|experiencia|atencion)
    (merde|putain|connard|connards|salaud|salauds|encule|foutez|foutre|bordel|escrocs|voleurs|
        incompetents|va te faire|fils de pute|abrutis|bande de)
    (c est|cest|vous etes|est) (vraiment |absolument |totalement |juste |une |un |des |
        completement )*(honte|honteux|inacceptable|scandaleux|inadmissible|ridicule|scandale|
        degueulasse|voleurs|escrocs|incompetents|intolerable|revoltant)
    (je suis|on est|nous sommes) (tres |vraiment |tellement |hors de )?(furieux|furieuse|
        en colere|enerve|enervee|excede|excedee|revolte|revoltee|hors de moi)
    (j en ai|on en a|jen ai) (marre|assez|ras le bol|plein le dos)
    (je deteste|je hais|ras le bol)
    (scheisse|scheiss|scheissladen|verdammt|verdammte|verdammter|arschloch|arschlocher|wichser|
        betruger|abzocke|abzocker|idioten|verarschen|verarscht|drecksladen|sauladen|verfickt|
        fick|ficken|leck mich|hurensohn|kotzt mich|zum kotzen|saftladen|unverschamt)
    (das ist|ist|das ist ja|seid|sind) (absolut |einfach |total |vollig |eine |ein |wirklich |
        ja |echt |doch )*(unverschamt|unverschamtheit|frechheit|inakzeptabel|skandal|lacherlich|
        unmoglich|unfassbar|sauerei|schweinerei|das letzte|betrug)
    (ich bin|bin|wir sind) (so |sehr |echt |stinke |wirklich |richtig |extrem )*(wutend|sauer|
        stinksauer|fassungslos|emport|genervt von euch)
    (mir reicht|es reicht|jetzt reicht|hab die nase voll|habe die nase voll|habe genug|
        hab genug|ich hasse)
    (porra|caralho|merda|foda se|filho da puta|filhos da puta|ladroes|golpistas|safados|
        vagabundos|palhacada|idiotas|desgracados|bosta|cacete)
    (e|isso e|isto e|sao) (um |uma |uns )?(absurdo|vergonha|inaceitavel|ridiculo|palhacada|
        descaso|falta de respeito|ladroes|intoleravel|revoltante|roubo)
    (estou|to|estamos) (muito |tao |super |extremamente )?(furioso|furiosa|irritado|irritada|
        revoltado|revoltada|indignado|indignada|puto|puta|farto|farta|com raiva|de saco cheio)
    (odeio|detesto) (isso|essa|esse|voces|esta|este)
    (cazzo|merda|stronzi|stronzo|vaffanculo|bastardi|bastardo|ladri|truffatori|coglioni|
        coglione|figli di puttana|schifo|fanculo|buffoni)
    (e|e una|e uno|siete|e un) (davvero |assolutamente )?(vergogna|vergognoso|inaccettabile|
        scandaloso|ridicolo|schifo|indecente|ladri|truffatori|intollerabile|scandalo|
        presa in giro)
    (sono|siamo) (molto |davvero |veramente |cosi )?(furioso|furiosa|arrabbiato|arrabbiata|
        incazzato|incazzata|stufo|stufa|indignato|indignata|fuori di me|nero)
    (odio|detesto) (questo|questa|voi)
    (klootzak|klootzakken|kut|kutbedrijf|godverdomme|verdomme|tering|kanker|klote|oplichters|
        dieven|idioten|rot op|lul|eikel|schandalig|belachelijk|waardeloos bedrijf)
    (ik ben|ben) (heel |zo |echt |erg |ontzettend |woedend |super )*(boos|woedend|kwaad|pissig|
        razend|furieus)
    (ik haat|ik ben het zat|ben er klaar mee|heb er genoeg van)
    (kurwa|kurwy|cholera|do cholery|pierdole|pierdolic|skurwysyny|zlodzieje|oszusci|debile|
        idioci|gowno|gowniana|chuj|zenada|skandal|jebac|wypierdalaj|bezczelnosc)
    (jestem|jestesmy) (bardzo |tak |naprawde |mega )?(wsciekly|wsciekla|zly|zla|wkurzony|
        wkurzona|wkurwiony|oburzony|oburzona)
    (mam|mamy) (tego )?(dosc|dosyc|dosc tego)
    (nienawidze|to skandal|to skandaliczne|to niedopuszczalne|to zenujace)
    (siktir|lanet|lanet olsun|orospu|serefsiz|serefsizler|dolandirici|dolandiricilar|hirsizlar|
        rezalet|rezil|salak|salaklar|aptal|aptallar|geri zekali|amk|aq|pislik|yeter artik|bok|
        sahtekarlar|sahtekar)
    (cok|asiri) (sinirliyim|kizginim|ofkeliyim|sinirlendim|kizdim|ofkelendim)
    (nefret ediyorum|biktim|biktim artik|kabul edilemez)
    (غاضب|غاضبه|زعلان|معصب|منزعج) (جدا|للغايه|كثير|قوي|منكم)
    (حراميه|لصوص|نصابين|نصابون|كذابين|كلاب|حقير|حقراء|زباله|تبا|اللعنه|لعنه|خرا|حمير|اغبياء|غبي|
        قرف|مقرف|مهزله|فضيحه|وقاحه)
    (غير|مش) (مقبول|مقبوله) (ابدا|اطلاقا|بتاتا|هذا|نهائيا)
    (هذا|ده) (غير مقبول|عيب|مرفوض|استهتار|نصب|احتيال|مهزله|عار|سخيف)
    (اكرهكم|اكره|طفح الكيل|انا غاضب|انا غاضبه|سئمت|زهقت)
    (बकवास|घटिया|चोर|धोखेबाज|हरामी|कमीने|बेवकूफ|साले|चूतिया|शर्मनाक|बेशर्म|निकम्मे|गुस्सा|नफरत|
        कुत्ते|मूर्ख)
    (bakwas|ghatiya|chor|harami|kamine|saale|chutiya|bewakoof|gussa|madarchod|bhenchod|bc|mc|
        nikamme|besharam|dhokebaaz) (hai|ho|log|company|service|hain|sab)?
"""

DISTRESS_MORE = """
    (estoy|me siento) (muy |tan |totalmente )?(desesperado|desesperada|aterrado|aterrada|
        destrozado|destrozada|llorando|en panico|angustiado|angustiada)
    (ya no puedo mas|no puedo mas|no aguanto mas|se lo ruego|os lo ruego|
        por favor se lo suplico)
    (je suis|je me sens) (vraiment |tellement |completement |tres )?(desespere|desesperee|
        au bout du rouleau|en panique|en larmes|terrifie|terrifiee|effondre|effondree|a bout|
        en detresse)
    (je n en peux plus|j en peux plus|je craque|je vous en supplie|je vous en prie aidez moi)
    (ich bin|bin) (so |vollig |total |ganz |am |absolut )*(verzweifelt|am ende|panisch|in panik|
        am boden zerstort|fix und fertig|ende)
    (ich kann nicht mehr|kann nicht mehr|ich flehe|ich weiss nicht mehr weiter|
        weiss nicht mehr weiter)
    (estou|to) (muito |tao |completamente |em )?(desesperado|desesperada|apavorado|apavorada|
        chorando|panico|arrasado|arrasada|aflito|aflita)
    (nao aguento mais|nao sei mais o que fazer|pelo amor de deus|eu imploro)
    (sono|mi sento) (molto |davvero |completamente |cosi )?(disperato|disperata|terrorizzato|
        terrorizzata|in lacrime|nel panico|distrutto|distrutta|a pezzi)
    (non ce la faccio piu|vi supplico|ti supplico|vi prego aiutatemi)
    (ik ben) (zo |echt |helemaal |heel )*(wanhopig|radeloos|in paniek|ten einde raad|doodsbang|
        kapot)
    (ik kan niet meer|ik smeek)
    (jestem) (tak |bardzo |kompletnie )*(zrozpaczony|zrozpaczona|zdesperowany|zdesperowana|
        przerazony|przerazona|zalamany|zalamana)
    (nie daje juz rady|nie dam rady|blagam)
    (caresizim|cok caresizim|umutsuzum|perisanim|panikteyim|mahvoldum|dayanamiyorum|yalvaririm|
        agliyorum|cildiracagim)
    (انا|حاسس|اشعر) (يائس|يائسه|منهار|منهاره|خائف جدا|خائفه جدا|بالياس|مرعوب|مرعوبه)
    (لم اعد احتمل|ما عاد اقدر|ارجوكم ساعدوني|اتوسل اليكم|انا منهار|ابكي)
    (मैं|मै) (बहुत )?(परेशान|हताश|निराश|रो रहा|रो रही|टूट गया|टूट गई|डरा हुआ|डरी हुई)
    (बर्दाश्त नहीं|हाथ जोड़ता|हाथ जोड़ती|bardasht nahi|bahut pareshan)
"""

THREAT_MORE = """
    (os|te|los|les|lo) (voy a|vamos a) (matar|quemar|partir|reventar|romper|pegar)
    (te|os|los) (matare|mato|quemare)
    (se donde|sabemos donde) (vives|trabajas|viven|trabajan|vivis)
    (je vais|on va) (te|vous|tous vous|venir vous) (tuer|buter|frapper|casser|bruler|demolir)
    (je sais ou) (tu|vous) (habites|habitez|travailles|travaillez)
    (ich|wir) (bringe|bringen|mache|mach|schlage|komme und|werde) (euch|dich|sie) (um|fertig|
        tot|alle um|kalt|umbringen|toten|schlagen)
    ich weiss wo (du|ihr|sie) (wohnst|wohnt|wohnen|arbeitet|arbeitest)
    (vou|vamos) (te|lhe|matar|acabar|quebrar|meter) (matar|voces|com voces|sua cara|a mao|fogo|
        voce|um tiro)
    (sei onde|eu sei onde) (voce|voces|tu) (mora|moram|trabalha|moras)
    (ti|vi) (ammazzo|uccido|spacco|brucio|meno|ammazzero|uccidero)
    so dove (abiti|abitate|lavori|lavorate|vivi)
    (ik|we) (maak|sla|schiet|vermoord|steek) (je|jullie|u) (af|dood|in elkaar|neer|kapot|
        in brand)?
    ik weet waar (je|jullie) (woont|woon|werkt|werken|wonen)
    (zabije|pobije|zajebie|spale) (was|cie|ciebie|wam)
    wiem gdzie (mieszkasz|mieszkacie|pracujesz|pracujecie)
    (sizi|seni) (oldururum|oldurecegim|gebertirim|gebertecegim|yakarim|yakacagim|dovecegim)
    (ساقتلك|ساقتلكم|راح اقتلك|هقتلك|بقتلك|ساحرق|ساحرقكم|اعرف وين تسكن|اعرف اين تسكن)
    (जान से मार|मार डालूंगा|मार डालूंगी|मार दूंगा|jaan se maar|maar dalunga|maar dunga)
"""

CALMING_MORE = """
    (gracias|merci|danke|obrigado|obrigada|grazie|bedankt|dziekuje|tesekkurler|شكرا|धन्यवाद)
"""
