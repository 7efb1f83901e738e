"""How German and Dutch ask for a human; the roles are in `asking_words`."""

from warmline.domain.asking_words import Lexicon

GERMAN_WORDS: Lexicon = {
    "C": """sprechen sprech spreche reden rede kontaktieren telefonieren chatten unterhalten
        erreichen schreiben kommunizieren besprechen quatschen kontaktiere erreiche gesprach
        wenden aufnehmen beraten bedient kontakt unterhaltung chat beschweren anfordern
        angefordert eskalieren eskaliere eskaliert""",
    "K": """anrufen anruft zuruckrufen zuruckruft ruft anrufe ruckruf melden meldet
        kontaktiert anruf rufen rufe ruf""",
    "M": """verbinden verbinde verbindet leiten leite weiterleiten weiterverbinden ubergeben
        ubergib schalten stellen stell stelle holen hol holt hole durchstellen durch
        weiterleite weiterverbinde weiter verbindest durchstellst weitergeleitet verbunden
        durchgestellt weitergeben""",
    "W": """brauche gebt wunsche gib geben verlange benotige benoetige bevorzuge fordere
        bekomme erbitte bekommen ubernehmen ubernimmt dran""",
    "p": """mensch menschen menschliche menschlichen menschlicher menschliches mitarbeiter*
        kundenberater* berater beraterin sachbearbeiter* ansprechpartner* vorgesetzte* chef!
        chefin! manager teamleiter* filialleiter* abteilungsleiter* geschaftsfuhrer* betreuer
        kundenbetreuer* bearbeiter servicemitarbeiter* supportmitarbeiter* fachmann
        ansprechperson kontaktperson angestellten angestellter verantwortlichen operator
        vertreter""",
    "f": "person agent agenten agentin personen",
    "a": """jemand jemanden jemandem kollege kollegen kollegin experte experten leute team
        irgendwen irgendjemand irgendjemanden irgendjemandem spezialist spezialisten wem wen
        techniker fachkraft""",
    "E": "leuten",
    "s": """kundenservice kundendienst kundenbetreuung kundensupport servicedesk kundenhotline
        callcenter hotline helpdesk servicecenter kundencenter kundenhilfe livechat abteilung
        fachabteilung""",
    "S": "support unterstutzung unterstuetzung kontaktaufnahme",
    "b": "bot roboter maschine computer chatbot maschinen automat ki bots",
    "t": """mit einem einen einer eine ein zu zum zur den dem der die das ihrem ich an von vom
        kann konnte koennte konnen koennen darf ist es man mal da hier am im ans auf uber ihr
        ihre ihren eurem euren euer dein deinem deinen wurde wuerde wir sie du um in aus doch
        auch denn gerne gern und wie muss ob statt haben hat sondern""",
    "j": """manuell manuellen manuel echter echten echtes echte echtem richtigen richtige
        richtiger wirklichen anderen realen reale realer reellen lebenden lebendigen
        zustandigen zustaendigen personlich personlichen echt verfugbaren qualifizierten""",
    "e": "mir",
    "h": "hilfe helfen hilft weiterhelfen",
    "y": """bitte lieber jetzt hallo ja sofort nur danke dringend guten tag endlich
        unverzuglich umgehend nochmal direkt schnell mehr""",
    "i": """nummer telefonnummer offnungszeiten oeffnungszeiten uhrzeit wann adresse email
        mail zeiten uhr offen geoffnet""",
    "z": "recht rechte haut versicherung reise dahinter",
    "d": "keine keinen kein keinem keiner nicht ohne",
    "o": "weil gestern letzte letzten",
    "w": "will mochte moechte wollen",
    "A": "verfugbar verfuegbar erreichbar",
    "R": "antworten ansehen anschauen beantworten prufen kummern",
}

GERMAN_PHRASES: Lexicon = {
    "p": """echte person|echten person|echter mensch|menschliche dienste|menschliche hilfe
        |echte hilfe|menschlichen kontakt|reale person|realen person|menschlichen support
        |menschlicher support|echten menschen|richtiger mensch|richtigen menschen
        |menschlichen agenten|menschlicher agent|fleisch und blut|menschliche unterstutzung
        |lebende person|live agent|echte menschen|echter ansprechpartner|live mitarbeiter
        |live chat|echte personen|menschlicher ansprechpartner|jemand echtes|jemand echten
        |personlicher kontakt|personlichen kontakt|echten mitarbeiter""",
    "s": """kunden service|kunden dienst|den support|ihr team|euer team|ihrem team|eurem team
        |technischen support|technischer support|den kundendienst|dem support|zum support
        |den service|dem service|der technik|die technik|technische abteilung|der buchhaltung
        |dem vertrieb|der kundenabteilung""",
    "C": """in verbindung|in kontakt|kontakt aufnehmen|in kontakt treten|ein gesprach fuhren
        |kontakt mit|kontakt zum|kontakt zu|kontakt zur|kontakt mit dem|gesprach mit
        |rucksprache mit|chat mit|verbindung mit|verbindung zu|verbindung zum""",
    "W": "hatte gern|hatte gerne|wurde gern|wurde gerne|mochte gern|ich mochte bitte",
    "v": """stellen sie mich durch|verbinden sie mich|verbinde mich|leiten sie mich|leite mich
        |stell mich durch|stellen sie mich|stell mich|schalten sie mich|verbindet mich
        |leitet mich|weiterleiten an""",
    "g": """gibt es|gibts|habt ihr|haben sie|ist da|ist hier|ist dort|hast du|sind da
        |sind hier|gibt es hier|gibt's""",
    "q": """bist du|sind sie|seid ihr|spreche ich|rede ich|schreibe ich|chatte ich|du bist
        |sie sind|spreche ich mit|rede ich mit|schreibe ich mit|ist das|bist du ein
        |sind sie ein""",
    "n": """will nicht|mochte nicht|brauche nicht|brauche kein|brauche keinen|will keinen
        |mochte keinen|will kein|mochte kein|kein bedarf|nicht mit|nicht notig|mochte keine
        |will keine|brauche keine|anstatt|nicht mehr mit|keine lust auf|keine lust mit
        |mit keinem|mit niemandem""",
    "x": """in person|pro person|andere person|andere personen|jemand anderes|jemand anders
        |versicherungs agent|habe gestern|habe mit|hatte mit|haben mit|hat mit|fur eine person
        |fur zwei personen|fur personen""",
    "r": """genug von|satt mit|keine lust mehr auf|nervt mich dieser|hasse|weigere mich
        |ich weigere mich|lehne es ab""",
    "w": "warte immer noch auf|warte auf|warte noch auf|warten auf",
    "l": "am telefon|an der leitung|per telefon|an die leitung|ans telefon|am apparat",
    "V": "holen sie|holen sie mir|hol mir|hole mir|geben sie mir|gib mir|gebt mir|holt mir|hol",
    "o": "danke an|dank an",
    "H": "bist du echt|sind sie echt",
}

DUTCH_WORDS: Lexicon = {
    "C": """praten spreken praat spreek contacteren overleggen bereiken chatten chat bellen
        contact gesprek kletsen communiceren contactopnemen geholpen teruggebeld terugbellen
        communiceer aanvragen escaleer escaleren""",
    "K": "terugbelt belt opbellen bel",
    "M": """verbind zet geef doorverbinden schakel stuur doorschakelen verbinden doorsturen
        haal doorverbind doorzetten door doorverbonden overnemen overneemt""",
    "W": """liever nodig wilde verlang eis wens geeft wensen behoefte graag roep moet zoek
        hebben krijgen""",
    "p": """mens! medewerker* vertegenwoordiger* adviseur* leidinggevende* manager menselijke
        menselijk klantenadviseur* servicemedewerker* supervisor teamleider* chef! baas!
        werknemer* consulent* operator verantwoordelijke collega's""",
    "f": "persoon agent agenten personen",
    "a": "iemand collega personeel! expert specialist team deskundige",
    "E": "mensen lui",
    "s": """klantenservice klantendienst helpdesk servicedesk klantenondersteuning
        klantcontact callcenter klantsupport livechat klantenhulp afdeling""",
    "S": "support ondersteuning",
    "b": "bot robot machine chatbot computer robots bots automaat",
    "t": """met een de aan ik naar het van voor uw jullie je we kan kunt kunnen mag zou in op
        er hier daar is die wie dit dat even te u om bij als wilt willen zouden hoe over
        worden maar wordt alleen""",
    "j": "echte echt ander andere levende levend beschikbare bevoegde",
    "e": "ons",
    "h": "hulp helpen helpt",
    "y": """alsjeblieft alstublieft nu aub svp hallo ja snel direct dank goedendag meteen
        dringend hoi meer""",
    "i": "nummer telefoonnummer openingstijden wanneer adres email uur laat open",
    "z": "verzekering rechten achter",
    "d": "geen niet zonder",
    "o": "omdat gisteren",
    "w": "wil",
    "A": "beschikbaar bereikbaar",
    "R": "antwoorden kijken bekijken reageren",
}

DUTCH_PHRASES: Lexicon = {
    "p": """echte persoon|echt persoon|echte mens|echt mens|menselijke hulp|levend persoon
        |menselijke medewerker|menselijk contact|echte mensen|vlees en bloed|echt iemand
        |live medewerker|live agent|persoon van vlees en bloed|iemand echt|menselijke agent""",
    "s": """klanten service|jullie team|uw team|de support|het team|technische dienst
        |technische support|de ondersteuning|de technische dienst|de boekhouding""",
    "C": """contact met|contact opnemen met|in contact met|gesprek met|chatten met|praten met
        |contact opnemen|in contact komen|in contact""",
    "W": "ben ik|kan ik|heb nodig|zou graag",
    "v": """verbind mij|verbind mij door|verbind me|verbind me door|zet me door|zet mij door
        |schakel me door|mij doorverbinden|me doorverbinden|stuur me door""",
    "g": "is er|hebben jullie|heeft u|zijn er|bestaat er|heb je|bestaat hier|is er hier",
    "q": """ben je|bent u|bent je|ben jij|praat ik|spreek ik|je bent|u bent|praat ik met
        |spreek ik met|ben je een|bent u een|chat ik""",
    "n": """wil niet|wil geen|hoef niet|hoef geen|niet nodig|in plaats van|niet met
        |niet langer|wil niet meer""",
    "x": "andere persoon|ander persoon|per persoon|verzekerings agent|heb gisteren|heb met",
    "r": "genoeg van|stop met|zat van|klaar met|moe van|weiger met|weiger om met|weiger",
    "l": "aan de lijn|aan de telefoon|per telefoon",
    "w": "wacht op|wacht nog steeds op|wacht nog op|wachten op",
    "V": "geef me|geef mij|haal even|haal|roep",
    "o": "bedankt aan|dank aan",
}
