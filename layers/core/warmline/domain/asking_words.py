"""Words by which customers ask for a human, as data: twelve languages, folded spelling.

Each word has one role, a letter; `asking` looks for patterns of roles, so one grammar serves all
languages. Capital letters: languages that put the verb last (German, Dutch, Turkish, Hindi).
Chinese has no spaces and is in `asking_chinese`.
"""

WORDS: dict[str, str] = {
    # talk, in the forms that ask for it (a past tense tells of an earlier talk)
    "c": """talk talking speak speaking chat chatting contact contacting reach reaching converse
        hablar hablarle hablo hable hablen conversar charlar contactar contactarme contacto
        comunicarme comunicar comunicarse comunicarnos chatear platicar atender atienda atenderme
        parler discuter contacter joindre echanger
        falar falo falem falasse conversar contatar
        parlare parli comunicare contattare chattare parlarne
        rozmawiac porozmawiac pogadac skontaktowac rozmowa rozmowe rozmowy
        التحدث اتحدث اتكلم التكلم احكي اكلم التواصل اتواصل نتحدث الحديث الكلام كلموني""",
    "C": """sprechen sprech spreche reden rede kontaktieren telefonieren chatten unterhalten
        praten spreken praat spreek contacteren overleggen
        konusmak konusabilir konusmam konusayim konusalim gorusmek gorusebilir gorusmem goruseyim
        बात सम्पर्क संपर्क baat""",
    "k": "call calling phone phoning ring llamar appeler telefoner ligar chiamare zadzwonic bellen",
    # bring me to somebody
    "m": """transfer transferring connect connecting put pass forward hand route switch direct
        redirect escalate escalating patch link bring transferred connected
        transferir pasarme
        conectarme
        derivarme
        transferer transferez transfere passez passer mettez mettre connecter connectez orientez
        transfira passar passe passa conectar encaminhar encaminhe transferido
        passi passarmi trasferire
        polacz polaczyc przelacz przelaczyc przekieruj polaczenie przelaczenie
        تحويل تحويلي توصيل توصيلي""",
    # the same, "me" in the word
    "v": """transferirme transfiereme transfierame transfieranme transferirnos pasame paseme pasenme
        comunicame comuniqueme comuniquenme conectame conecteme derivame deriveme passami
        passatemi trasferiscimi trasferitemi collegami mettimi mettetemi حولني حولوني
        وصلني وصلوني اوصلني""",
    "M": """verbinden verbinde durchstellen weiterleiten weiterverbinden weiterverbinde
        doorverbinden doorverbind verbind doorschakelen
        bagla baglayin baglar baglan baglanmak baglayabilir baglarmisiniz aktarin aktar aktarir
        yonlendirin yonlendir
        कनेक्ट ट्रांसफर जोड़ें जोड़ो जोड़िए जुड़ना करवाओ करवाइए कराओ कराइए""",
    # want, need, give
    "w": """want wanna need needs give gimme get getting prefer require demand request let bring
        send rather wants ask
        quiero necesito quisiera deseo dame deme denme prefiero ponme pongame exijo solicito
        veux voudrais souhaite aimerais besoin donnez donne prefere exige
        quero preciso gostaria queria desejo prefiro
        voglio vorrei bisogno datemi dammi preferisco desidero
        chce chcialbym chcialabym potrzebuje daj dajcie wole poprosze
        اريد ابغي ابي ابغا عايز عاوز احتاج بدي اعطني اعطوني اود ارغب""",
    "W": """mochte brauche gebt wunsche gib geben hatte verlange benotige
        wil geef liever nodig
        istiyorum istiyoruz lazim gerek gerekiyor ihtiyacim rica
        चाहिए चाहता चाहती chahiye chahie दीजिए दो""",
    # a human, beyond doubt
    "p": """human humans representative representatives rep reps csr operator operators supervisor
        supervisors manager superior handoff
        humano humana humanos asesor asesora asesores operador operadora operadores representante
        teleoperador teleoperadora ejecutivo ejecutiva encargado encargada supervisora
        humain humaine humains conseiller conseillere operateur operatrice representant
        responsable superviseur
        mensch menschen menschliche menschlichen menschlicher menschliches mitarbeiter
        mitarbeiterin mitarbeitern kundenberater kundenberaterin berater sachbearbeiter
        atendente atendentes
        umano umana umani operatore operatrice operatori consulente rappresentante addetto
        mens mensen medewerker medewerkster vertegenwoordiger
        czlowiek czlowiekiem czlowieka czlowiekowi konsultant konsultanta konsultantem konsultantka
        konsultantowi pracownikiem pracownika operatorem operatora przedstawicielem
        przedstawiciela przedstawiciel doradca doradcy
        insan insanla insana temsilci temsilciyle temsilciye temsilcisi temsilcisiyle temsilcisine
        gorevli gorevliyle gorevliye yetkili yetkiliyle yetkiliye operatorle operatore danisman
        danismanla
        انسان بشري بشر بشريه موظف الموظف موظفه ممثل مندوب مشرف المشرف المدير مدير وكيل لموظف
        بموظف موظفين بانسان
        इंसान इन्सान इनसान मनुष्य प्रतिनिधि एजेंट कर्मचारी मैनेजर insaan insan""",
    # a human, when the rest says so
    "E": "people leute gens gente",
    "f": """agent agents person persona agente agentes agentem agenta persoon pessoa
        personne advisor adviser vyakti व्यक्ति आदमी""",
    "a": """someone somebody anyone anybody assistant assistants employee employees worker
        staff team specialist associate colleague
        alguien equipo alguno quelquun employe interlocuteur jemand jemanden jemandem
        alguem qualcuno iemand kims ktos kogos osoba osobe
        biri birisi biriyle birisiyle birine birisine kisi kisiyle
        شخص احد احدهم شخصا किसी kisi""",
    # the house's service: only with a verb of contact
    "s": """helpdesk kundenservice kundendienst kundenbetreuung atendimento klantenservice
        kundensupport servicedesk""",
    "b": """bot bots robot robots machine machines ai chatbot chatbots computer automated
        maquina maquinas maschine roboter robo macchina maszyna makine روبوت الة रोबोट""",
    "t": """to with wth wiht wih wirh wit tto ot toa another other different a an the your one of
        any some this that my our it i from over in through
        con un una uno a al el la los las de su sus por favor para
        avec le les l d des un une vos votre au aux je j
        mit einem einen einer eine ein zu zum zur den dem der die das ihrem ich an
        com um uma o os do da eu
        di il lo gli dei con una vostro
        met een de aan ik naar
        z ze do kims sie
        bir ile ve
        مع الي من ب احد ان على
        से को एक के का की ek se ko ke ka main mai मैं""",
    "j": """real live actual proper manual manuell manuellen manuel normal living breathing genuine
        bloody fucking goddamn damn freaking stupid service customer single available
        virtual natural physical flesh qualified competent senior nonrobotic
        real reales verdadero verdadera otra otro otros viva vivo
        vrai vraie vrais reel reelle veritable autre
        echten echter echte echtes richtigen richtige wirklichen anderen realen
        verdadeira verdadeiro reais outra outro
        vero vera reale altro altra
        echte echt ander
        prawdziwym prawdziwy prawdziwego zywym zywy innym
        gercek canli baska
        حقيقي حقيقيه اخر असली वास्तविक asli""",
    "e": """me us mich mir uns nous moi mi ci ons mij mnie mna beni bana مج मुझे हमें mujhe nos
        conversation chat""",
    "u": "you u ya sie du usted vous voce lei tu u aap आप",
    "h": """help assist assistance hilfe unterstutzung aide ayuda ajuda aiuto hulp pomoc
        yardim مساعده मदद madad""",
    "y": """there here please pls plz plse now hi hello hey ok okay thanks thank just right
        immediately asap
        yes sorry well so but then instead directly quickly already urgent urgently today
        bitte jetzt hallo ja sofort nur
        favor gracias ahora hola si ya solo
        svp plait merci maintenant bonjour oui
        obrigado obrigada agora ola sim
        grazie adesso ora ciao subito
        alsjeblieft alstublieft nu graag
        prosze teraz dzien dobry
        lutfen simdi merhaba evet hemen
        لو سمحت فضلك رجاء الان مرحبا نعم कृपया अभी नमस्ते हाँ please ji जी""",
    # who asks for these asks for facts about the service
    "i": """hour hours time times open opening closed number phone email mail address schedule
        available when horario horarios numero telefono correo heures horaires numero adresse
        nummer telefonnummer offnungszeiten uhrzeit wann orari numero horarios telefone godziny
        numer saat numarasi numara رقم ساعات مواعيد नंबर समय""",
    # what makes another thing of the word before it
    "z": """resources resource rights error errors body hair nature beings race trafficking
        immobilier inmobiliario imobiliario immobiliare seguros viajes voyage voyages assurance
        assicurazioni seguro intelligence nearby near name fee fees code id commission account
        accounts
        recursos ressources risorse""",
    "r": "hate",
    "O": "boss founder founders owner ceo",
    "l": "line look",
    "S": "support",
    "D": "dont doesnt didnt wont shouldnt",
    "d": """no not keine keinen kein keinem keiner geen ninguna ningun nessun zaden sem sin sans
        ohne""",
    # words that end a phrase: what follows is about something else
    "o": "about like as than who whom which because if was were been had after while yesterday",
    "n": "without",
    "N": "istemiyorum istemiyoruz gerekmez gerekmiyor",
}

PHRASES: dict[str, str] = {
    "p": """human being|human beings|human agent|live agent|live agents|live person|live chat
        |real agent|human support|human service|human assistance|human operator
        |live operator
        |live representative|human handoff|human representative|service agent|support agent
        |customer agent|customer service agent|customer service representative|bank worker
        |customer service rep|customer support agent|ser humano|etre humain|persona real
        |persona fisica|agente humano|pessoa real|persona reale|persona vera|vraie personne
        |personne reelle
        |echte person|echten person|echter mensch|team lead|team leader|call handler
        |service humain|aide humaine|atendimento humano|assistenza umana|atencion humana
        |canli destek
        |canli destege|ajuda humana|menschliche dienste|menschliche hilfe
        |echte hilfe|menschlichen kontakt|personne physique|soutien humain
        |musteri temsilcisi|musteri hizmetleri temsilcisi
        |customer executive|support executive|real person|actual person|real people
        |human beeing|real human|member of staff|flesh and blood""",
    "s": """customer service|customer services|customer support|customer care|customer assistance
        |customer help|customerservice|customersupport|support team|service team|support staff
        |service desk|help desk|call center|call centre|contact center|live support|your team
        |atencion al cliente|servicio al cliente|servicio de atencion|soporte|service client
        |service clients|service clientele|service a la clientele|le support|atendimento ao cliente
        |atendimento ao consumidor|suporte|servizio clienti|assistenza clienti
        |servizio assistenza|klanten service|biuro obslugi|obsluga klienta|obslugi klienta
        |obsluga klienta|musteri hizmetleri|musteri hizmetlerine|musteri hizmetleriyle
        |musteri hizmetlerini|خدمه العملاء|خدمه الزبائن|الدعم الفني|ग्राहक सेवा|कस्टमर केयर
        |the support|tech support|technical support""",
    "a": "some one|some body|quelqu un",
    "j": "non robotic|non bot|non automated",
    "L": "someone else|somebody else|some one else",
    "r": """sick of|tired of|fed up with|stop talking to|dont feel comfortable|not comfortable
        |dont like|do not like|dont trust|waste my time|wasting time|wasting my time""",
    "D": "do not",
    "c": """get in touch|getting in touch|be in touch|in touch|get hold of|get a hold of
        |get ahold of
        |entrer en contact|in contatto|mettermi in contatto|ponerme en contacto|en contacto
        |entrar em contato|em contato|kontakt mit|kontakt zum|kontakt zu|contact met|get through
        |took with|cat with|touch with""",
    "i": "phone no|phone nr|toll free",
    "C": "in verbindung|in kontakt|बात करनी|baat karni|बातचीत|iletisime gecmek|irtibata gecmek",
    "W": "mag ik|krijg ik|ich will|wir wollen|ik wil|ben ik",
    "w": """id like|i would like|would like|would rather|id rather|looking for|have to|had enough
        |may i have|can i have|could i have|il me faut|avoir besoin""",
    "v": """put me through|put us through|pass me on|hand me over|hand over|stellen sie mich durch
        |verbinden sie mich|mettez moi en relation|passez moi|connect me|transfer me|me passa
        |me transfere
        |verbind mij|verbind me door""",
    "g": """is there|are there|isnt there|do you have|have you got|dont you have|gibt es|gibts
        |habt ihr
        |haben sie|hay|hay alguna|hay algun|tienen|tiene|y a t il|y at il|est il|est ce qu il y a
        |avez vous|existe|tem|ha|tem algum|tem alguma|c e|avete|is er|hebben jullie|czy jest
        |var mi|هل يوجد|هل هناك|क्या कोई|koi""",
    "q": """are you|r u|are u|r you|you are|youre|your a|ur a|aint you|arent you|am i|is this
        |was this
        |was that|who am i|what am i|you aint|you arent|are we|if you are|if youre|is that
        |were you|was i
        |bist du|sind sie|seid ihr|spreche ich|rede ich|schreibe ich|chatte ich|du bist|sie sind
        |eres|es usted|sois|estoy hablando|estoy chateando|hablo con|usted es|tu eres
        |es tu|etes vous|tu es|vous etes|est ce que je parle|est ce que tu es|est ce que vous etes
        |je parle a|je parle avec|parle je|suis je en train de|t es|est ce que t es
        |voce e|e voce|voce e um|es um|estou falando|estou a falar|falo com|e um
        |sei un|sei una|sei|lei e|sto parlando|parlo con|e lei
        |ben je|bent u|bent je|ben jij|praat ik|spreek ik|je bent|u bent
        |jestes|czy jestes|czy rozmawiam|rozmawiam z|czy pan|czy pani|czy to
        |sen bir|siz bir|konustugum
        |هل انت|انت|هل اتحدث|هل اتكلم|هل هذا
        |क्या आप|क्या तुम|kya aap|kya tum|तुम|आप एक""",
    "Q": "misin|misiniz|musun|musunuz|mi sin|konusuyorum|हो क्या|kar raha|कर रहा|कर रही",
    "n": """dont want|do not want|dont need|do not need|no need|dont wanna|dont have to
        |do not have to
        |need not|rather not|not interested in|not want|not need|never want|dont wish|dont make
        |do not wish|not looking for|instead of|rather than|no longer need|no longer want
        |didnt ask for|do i have to talk|do i have to speak|do i have to contact|do i have to call
        |do i need to talk|do i need to speak|do i need to contact|do i need to call
        |should i contact
        |should i call|should i talk|should i speak|wont need|do not transfer|do not connect
        |not necessary
        |no quiero|no necesito|no deseo|no hace falta|no quisiera|no me pase|no me pases
        |ne veux|ne souhaite|n ai pas besoin|pas besoin|ne voudrais|veux pas|pas d
        |will nicht|mochte nicht|brauche nicht|brauche kein|brauche keinen|will keinen
        |mochte keinen
        |will kein|mochte kein|kein bedarf|nicht mit|nicht notig
        |nao quero|nao preciso|nao desejo|nao e preciso|nao gostaria
        |non voglio|non ho bisogno|non vorrei|non serve|non mi serve
        |wil niet|wil geen|hoef niet|hoef geen|niet nodig
        |nie chce|nie potrzebuje|nie trzeba|nie musze
        |لا اريد|لا احتاج|لا ابغي|ما ابي|لا داعي|مش عايز
        |no me hace falta""",
    "N": "नहीं चाहिए|नहीं करनी|नहीं चाहता|नहीं चाहती|nahi chahiye|nahin chahiye|nahi karni",
    "o": "thanks to|out of|how do you say|how would i say",
    "x": """i need support|do i need an agent|do i need a human|do i need a person
        |do you need a person
        |first person|third person|per person|in person|one person|travel agent
        |insurance agent|estate agent|real estate agent|leasing agent|booking agent|ticket agent
        |cleaning agent|delivery person|sales person|contact person|support person|tour operator
        |phone operator|network operator|mobile operator|machine operator|free agent|escrow agent
        |agent smith|secret agent|rental agent|customs agent|transfer agent|data operator
        |agente de seguros|agente de viajes|agente inmobiliario|agent immobilier|agent d assurance
        |operador turistico|resource manager|account manager|password manager|task manager
        |file manager|bank manager|contact details|contact info|contact information|contact number
        |time of day|my boss|my manager|my supervisor|my agent|my team|my staff|my people""",
}  # fmt: skip

# Whole messages by which a waiting customer takes the ask back.
TAKEN_BACK = (
    "never mind|nevermind|nvm|never mind thanks|nevermind thanks|no longer needed"
    "|not needed anymore|no longer necessary|back to the bot|back to bot|the bot is fine"
    "|bot is fine|i found it|found it|i found it thanks|solved|its solved|resolved|problem solved"
    "|ya no hace falta|ya no lo necesito|olvidalo|laisse tomber|laissez tomber|plus besoin"
    "|hat sich erledigt|erledigt|schon gut|nicht mehr notig|deixa pra la|nao precisa mais"
    "|lascia stare|non serve piu|laat maar|niet meer nodig|niewazne|juz nie trzeba|bosver"
    "|gerek kalmadi|لا داعي|لم اعد احتاج|算了|不用了"
)
