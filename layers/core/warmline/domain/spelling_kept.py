"""Right words that are a letter or two away from a key word: English and Romance languages."""

KEPT: dict[str, str] = {
    "en": """advise advised advisory agentes aget anyones arent argent assessed assigned assist
        assisting assists associated automatic balk beach being betting boeing breach brings
        casting centers centres chad chan chandler change changing char charged charges
        charging charming chart chasing chats cheat cheating clients coat coating collected
        collecting college colleges communication communications compete composer computers
        concerning conducted conducting connection connections connects constant consultants
        consulting contacted contacts containing contested contract contracting conversion
        convert converted converting convicted corrected covering covers culling custom
        customers customs cutting demands departments deserved deserves each employ employed
        employer employers employs enter execute execution executives expect experts export
        falling father forwards gather gent gettin handle handled handles header helpless
        humane humanos insists leaders letting machinery manage managed managers manages
        manger marines members operadores operate operated operates operation operations
        operatori parson peach peak pearson peoples persona persons preach preaching prefers
        racing react reactions reader reading regulations relating relation relatives
        religions representation representations requests required requires reserve roach
        root roots seating seeing seeking series serves serviced servicer setting shaking
        shat sneak sneaking socialist someones speaks spear spearing specials speeding
        spelling spending spreading stalk steak stealing stiff stuff supervision supports
        sweating switches taking tale talkin talks tall tank task teach teaching technically
        that thorough though transfers transform transformed twitch walk walking what witch
        worked""",
    "es": """algunas algunos aprendan aprendido asesoria asistentes asuncion atendiendo atentado
        avenida cable caliente calientes cantante canto centra centros charla charlas
        cientos colaboradores colaborar comentar companeras companeros compania compara
        comuna comunicaciones comunicado comunidad comunion comunista comunistas conductas
        conectada conectado conectados confesar conocen consejeros consejo conservar
        considera considero constante consulta consultado consultas contactos contado
        contando contar contento contestar contesto contexto contraste contratar contrato
        convertir correctas cuanta cuantos cuarto cuento dejando demanda dentro dependiendo
        dependientes derivado describir dialogo dialogos efectiva efectivo efectivos
        ejecutado empezado emplea empleados emplean emplear empleo encantado encarga
        encargados encargo encerrado enlaces entra entran entras entro equipos escala
        escapar escolar escriba escribe escriben escribes escribi escribia escribio escribo
        escritor especialistas experta expertos fisicas fisico funcionado funcionando
        funcionar funcionarios gentes haberle haberlo habla hablado hablan hablando hablaron
        hablas hables hallar hazlo humanas laguna llamaba llamaban llamado llamados llamamos
        llaman llamas malvinas necesita necesitan necesitar necesitas necesite necesites
        obrador operar oponerse pablo pasaje perdona perdonar personaje personajes
        personales plastica ponerle ponerte pongan practicar precio precios precioso precisa
        prefiere prefieren prefieres premier puedas quedamos quedes quereis queres queria
        queriamos queridos quiera quiere quisieran quisieron refiero representan
        representando requiere requieren responsables robo robos servicios servido solicita
        solicitado solicitar solicitud soporta sugerir superar superiores supero supervision
        tecnica tecnicos telefonia telefonica tienda tiende trabajado trabajadora
        trabajadoras trabajadores trabajamos trabajando trabajar trabajaron traia traigo
        trata tratan tratas""",
    "fr": """affaires aient aimais aimerai aimerait appel appelee appeles appelles apple argent
        assez assistante assistants automne autorite besoins casser center centres change
        changer chanter chargee charger charges charme charte chatte chercher cherches
        cherchez collaborateurs collecte college colleges collegues colloque communique
        connecte connectes consacre consacrer conseille conserver constante constate
        constater contacts contente contenter conteste contester contexte contraste contre
        convertir delire demanda demandee demander demandes demandez desir desirez desirs
        dialogue dialogues directe directs dirige dirigee diriger diriges discute dispute
        disputer donnee donner donnes echange echanges echapper emettre emploie employer
        employes employeur entier entre entree entres entretenu equipee equipes equite
        etranger experts humaines human lettre machin machines membres metre mette mettra
        moindre operateurs orient oriental oriente pale pardonne pare parie parier parker
        parlera parles parlez parole parte passee passera passes perle personnage
        personnages personnel personnels physiques pisser preferee preferer preferes
        preferez prendra quelque quelques rappel rappelez rappellent rappeur reaction
        rebelle reclamer redaction rediger reelles regulation relatif relatifs relations
        relative relie relief relies religion relire rendre rentre rentrer representait
        representants representent responsables revelation rotation services socialiste
        souhait souhaitent souhaiter souhaitez soutiens soutient specialise specialisee
        specialisees specialises specialistes specialite superieur supporte supports
        techniciens techniques telephones transfert transferts transforme transformer trouve
        trouvee trouver trouves varies ventre voudra voudrait voulais""",
    "pt": """acender agenda alem algum analisa analisar analise analises analistas arranjo
        assessoria assistentes atende atendendo atendeu atentado atingida atingido avenida
        calar chamam chamas chamei ciente clientes colaboradores colaborar colegas coleta
        coletar colocam coloco coloquei coloquem comecar comentar comunicado condutor
        conectado confessar consertar consulta consultar consultoria consumido consumidores
        consumir contada contado contador contando contar contaram contatos contava contexto
        contratar contrato conversa conversao conversas conversei conversou converter deseja
        desejos dialogo dialogos empregada empregados emprego emprestado entra entram
        equipas equipes especialistas fala falam falas falei falhar faltar fazem funcionando
        funcionar funcionarios gesto gostar gostaram gostariam human humanas lembro lobos
        membros necessita necessitam operado operadoras operadores operando operar passam
        passara passaro passear pessoais pessoal precioso precisa precisam precisao precisar
        precisara precisas precisavam precise precisou queira querem queres queriam
        queriamos querida queridos representando representantes responsaveis roubos service
        servicos servido servio solicitado solicitar solicitou superior supervisao suporta
        tecnica tecnicos telefones telefonia transferidos transforma traseira valem verdades""",
    "it": """addetti amano assistenti assistere automatica avente aventi bisogna bisogni caccia
        cantanti cantare cantato cento centri chiamano chiamarlo chiamata chiamate chiamati
        chiamato chiamava chiamo chiara chiare chiari chiarire chiavi chieda chiede chiedi
        chiudo client collaborare collaborato collaboratori collegata collegati collegato
        college collegi collegio cominciare commento commessi commettere compenso complesso
        comunica comunicati comunicato concerti concesso concetti concetto condotti condotto
        confermare confesso confrontare connessi connesso consente conservare consulenza
        contano contanti contenti contento contesti contesto contrastare contrasti contrasto
        contratti contratto contro costanti costato decidere dentro desidera desiderano
        desiderato desideri desiderio dipendenti dipendenza dipendenze dirette direttive
        diretto direttori ditemi emettere entrate entro esperta esperti esser esserci
        essermi esserne essersi estere esteri facci faccio farli fascia fatevi fisici fisico
        foglio funzionali funzionano funzionare funzionari funzionato girati impegnata
        impegnato impiegati impiego incarico incontrare inoltre lettere macchia macchie
        machine mandate mandati mani mano maschile membri mentire mettera metterci metterla
        metterlo mettersi metterti necessita operare operativi operato pali pari parla
        parlano parlate parlo partendo parti passaggi passanti passata passati passato
        perdendo perdere potendo preferisce preferisci preferiscono preferite preferiti
        preferito premere prende prendendo prendera prenderla prenderlo prendermi prenderne
        prendero prendersi prenderti prendete prendeva prendo presento pretende pretendere
        pretesto prevedere qualcun qualcuna rappresentano rappresentanti rappresentanza
        rappresentare rappresentata rappresentate rappresentati rappresentato rendere
        responsabili richiamato richiamo richiede richiedono richiesto scrive scriveva
        sembro sentite serviti servito servizi smettere socialista sopporto specialisti
        specialita superiore supervisione suppongo supporta supportato tecnici telefonata
        telefonate tessere tirare trasferirsi trasferita trasferiti trasferito trasferta
        trovarmi trovati umane usano voglia vogliano vogliono voleva volevi vorrai""",
}
