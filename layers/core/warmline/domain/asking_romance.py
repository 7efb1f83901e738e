"""How French and Italian ask for a human; the roles are in `asking_words`."""

from warmline.domain.asking_words import Lexicon

FRENCH_WORDS: Lexicon = {
    "c": """parler discuter contacter joindre echanger communiquer dialoguer converser chatter
        tchatter m'entretenir entretenir parle contact contacte""",
    "K": "appeler telephoner rappeler rappelle appelle telephone rappele appele appelez",
    "m": """transferer transferez transfere passez passer mettez mettre connecter connectez
        orientez passe mets redirigez rediriger dirigez orienter relier basculer basculez
        transferes transmettez transmettre""",
    "w": """veux voudrais souhaite aimerais besoin donnez donne prefere exige souhaiterais
        demande desire reclame faut prefererais voulons veut dois cherche trouvez""",
    "p": """humain humaine humains conseiller conseillere conseillers operateur operatrice
        representant responsable superviseur interlocuteur collaborateur gestionnaire
        teleconseiller""",
    "f": "agent agents personne",
    "a": """quelqu'un quelquun employe employee equipe specialiste collegue technicien expert
        assistant""",
    "E": "gens",
    "S": "support soutien",
    "O": "patron directeur chef!",
    "b": "bot robot machine robots chatbot automate ia",
    "t": """avec le les l d des un une vos votre au aux je j de du la a en pour que qui on
        puis peut peux pouvez pourrais pourriez pourrait est ce ton tes vous sur ma mon dans
        relation serait possible ici par s chez etre plutot avoir mis mise mais""",
    "j": "vrai vraie vrais reel reelle reels veritable autre vivant vivante manuel",
    "e": "me moi nous m",
    "h": "aide aider assistance m'aider aidez",
    "y": """svp plait merci maintenant bonjour oui stp urgence vite bonsoir s'il immediatement
        y directement il plus""",
    "i": "heures horaires numero adresse mail courriel ouvre ouvert ferme heure quand",
    "z": "immobilier voyage voyages assurance ressources derriere",
    "d": "pas aucun sans non",
    "o": "comme parce hier lundi deja",
    "s": "sav!",
    "A": "disponible disponibles",
    "R": "repondre reponde regarder regarde examine intervenir",
}

FRENCH_PHRASES: Lexicon = {
    "p": """etre humain|vraie personne|personne reelle|service humain|aide humaine
        |personne physique|soutien humain|assistance humaine|vrai humain|agent humain
        |conseiller humain|conseiller client|personne humaine|etres humains|vrai conseiller
        |vrai agent|chair et os|contact humain|membre de votre equipe|membre de l'equipe
        |charge de clientele|quelqu'un de reel|quelqu'un de vrai|vraies personnes
        |chat en direct|collegue humain|interlocuteur humain|service a la clientele humain""",
    "s": """service client|service clients|service clientele|service a la clientele|le support
        |support client|assistance client|service apres vente|support technique|l'assistance
        |relation client|centre d'appel|centre d'appels|votre equipe|service commercial
        |service facturation|service comptabilite|service technique|service reclamation""",
    "a": "quelqu un|qqn|qqun|quelqu'un d'autre",
    "c": """entrer en contact|en contact|entrer en relation|en relation|prendre contact
        |parler a|avoir affaire a|ne parle qu a|parle qu a|parle qu avec""",
    "w": """il me faut|avoir besoin|ai besoin|j'ai besoin|j'aimerais|j'exige|je dois
        |j'ai demande|puis je avoir|je peux avoir|peux avoir|pourrais avoir|pourrais je avoir
        |peut on avoir|j attends|attends toujours|j attends toujours|attends""",
    "v": """mettez moi en relation|transferez moi|transfere moi|mets moi|mettez moi
        |connectez moi|me passer|me transferer|me mettre|redirigez moi|me connecter
        |dirigez moi|me rediriger|orientez moi|me passez""",
    "g": """y a t il|y at il|est il|est ce qu'il y a|avez vous|y'a|y'a t'il|il y a|y a
        |vous avez|t il|ya""",
    "q": """es tu|etes vous|tu es|vous etes|est ce que je parle|est ce que tu es
        |est ce que vous etes|je parle a|je parle avec|parle je|suis je en train de|t'es
        |est ce que t'es|suis je|c'est""",
    "n": """ne veux|ne souhaite|n'ai pas besoin|pas besoin|ne voudrais|veux pas|pas d|veut pas
        |n'ai besoin d'aucun|souhaite pas|ne veux pas|ne souhaite pas|ne veux plus|au lieu de""",
    "x": """agent immobilier|agent d'assurance|ai parle|personne n'|ressources humaines
        |une personne de ma|par personne|autre personne|agent de voyage|personne ne
        |ai deja parle""",
    "r": """marre de|assez de|ras le bol de|fatigue de|marre des|assez des|arretez avec
        |c'est nul ce|marre du|assez du|refuse de|je refuse""",
    "K": "me rappeler|me rappelle|me contacter|me contacte|m'appeler|m'appelle|me telephoner",
    "M": "faire remonter|faites remonter|escalader",
    "l": "au telephone|par telephone|en ligne",
    "Z": """on me rappelle|etre rappele|etre rappelee|a qui puis je parler|a qui parler
        |qui puis je contacter|on me contacte""",
    "V": "donnez moi|donne moi|trouvez moi|passez moi|passe moi|passez nous|appelez moi",
    "o": "merci au|merci a|merci aux",
    "i": "quelle heure|quelles heures",
    "H": "es tu reel|etes vous reel|y a t il un humain derriere",
}

ITALIAN_WORDS: Lexicon = {
    "c": """parlare parli comunicare contattare chattare parlarne contattato contattata
        contatto conversare dialogare interagire scrivere parlarci assistito confrontarmi
        sentire richiamato richiamata parla""",
    "K": """chiamare chiami telefonare chiamarmi richiamarmi richiamare chiama richiami
        contattarmi contatti richiama chiamate chiamatemi""",
    "m": """passi passarmi trasferire passare collegare collega connettere mettere metti metta
        trasferisca trasferite inoltrare inoltra connetti connettimi girare indirizzare
        collegarmi mettermi trasferirmi inoltrate inoltri scalare escalation""",
    "v": """passami passatemi trasferiscimi trasferitemi collegami mettimi mettetemi
        collegatemi connettetemi giratemi fatemi fammi indirizzatemi""",
    "w": """voglio vorrei bisogno preferisco desidero esigo richiedo serve pretendo necessito
        mandatemi preferirei chiedo occorre gradirei volevo vogliamo devo dia""",
    "p": """umano umana umani operatore operatrice operatori consulente consulenti
        rappresentante addetto addetta responsabile impiegato impiegata supervisore direttore
        incaricato dipendente funzionario collaboratore""",
    "f": "agente persona agenti persone",
    "a": "qualcuno assistente specialista tecnico esperto team commesso",
    "E": "gente",
    "S": "supporto sostegno",
    "O": "capo titolare",
    "b": "bot robot macchina macchine chatbot automatico ia",
    "t": """di il lo gli dei con una vostro un la le da per a al alla ad un' l' che cui vostri
        vostra in si vi posso potrei puo potete potrebbe possibile e essere del della dal tuo
        suo vostre lei sia qualche come io voi ma""",
    "j": "vero vera reale altro altra veri reali vivo viva ossa carne",
    "e": "mi ci me noi",
    "u": "tu",
    "h": "aiuto aiuti aiutarmi aiutare aiutami",
    "y": "grazie adesso ora ciao subito favore cortesia salve buongiorno urgente qui piacere",
    "i": "orari orario numero telefono indirizzo email quando apre aperto chiude ore",
    "z": "immobiliare assicurazioni assicurativo viaggio risorse telefonico turistico dietro",
    "d": "non nessun nessuna senza no",
    "o": "perche ieri sulla sul",
    "A": "disponibile disponibili",
    "V": "datemi dammi trovami",
    "R": "rispondere rispondermi risponda guardi guardare controlli",
}

ITALIAN_PHRASES: Lexicon = {
    "p": """essere umano|esseri umani|persona reale|persona vera|assistenza umana
        |operatore umano|agente umano|carne e ossa|persona fisica|operatore reale
        |supporto umano|collega umano|qualcuno di reale|aiuto umano|membro del team
        |persone reali|persone vere|persona umana|contatto umano|servizio umano""",
    "s": """servizio clienti|assistenza clienti|servizio assistenza|servizio di assistenza
        |l'assistenza|assistenza|centro assistenza|call center|supporto clienti
        |supporto tecnico|il supporto|servizio cliente|assistenza cliente|assistenza tecnica
        |chat dal vivo|ufficio reclami|reparto|ufficio""",
    "a": "uno di voi|qualcun altro",
    "c": """in contatto|mettermi in contatto|entrare in contatto|prendere contatto
        |avere a che fare|parlo solo con""",
    "v": """mi passi|mi passa|mi metta|mi colleghi|mi trasferisca|mi faccia parlare
        |mi puo passare|mi puoi passare|mi passate|mi mettete|mi collegate|mi mette
        |mi trasferisce""",
    "g": "c'e|ci sono|avete|esiste|c e|avete qualcuno|hai",
    "q": """sei un|sei una|sei|lei e|sto parlando|parlo con|e lei|sto parlando con|siete
        |sto chattando""",
    "n": """non voglio|non ho bisogno|non vorrei|non serve|non mi serve|non desidero|invece di
        |non voglio piu|al posto di""",
    "w": """ho bisogno|mi serve|mi occorre|avrei bisogno|mi servirebbe|potrei avere
        |posso avere|sto aspettando|aspettando un|ancora aspettando|aspetto un""",
    "x": """agente immobiliare|agente di viaggio|agente assicurativo|ho parlato|ho gia parlato
        |risorse umane|un'altra persona|operatore telefonico|mio operatore|a persona
        |per persona|mi consulto""",
    "r": "stufo di|stufa di|stanco di|stanca di|basta con|basta|odio|mi rifiuto di|rifiuto di",
    "K": """mi chiami|mi richiami|mi contatti|mi richiamasse|puo chiamarmi|farmi chiamare
        |farmi richiamare|farmi contattare""",
    "l": "al telefono|per telefono|in linea",
    "Z": "con chi posso parlare|con chi parlo|a chi posso rivolgermi",
    "o": "grazie all|grazie al|grazie alla",
    "i": "a che ora|che ora|quale ora",
    "H": "sei reale|sei vero",
}
