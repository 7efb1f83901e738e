"""Right words that are a letter or two away from a key word: English and Romance languages."""

KEPT: dict[str, str] = {
    "en": """accountant accounted admiral advise advised advisory afdaling agentes aget amiral
        amounts anna annually ants anyones arent argent assessed assigned assisting assists
        associated automatic avisos balk banda bande bandes bathing beach beating being
        benefit benefited beraber betting blood boeing breach breaking bright brings casting
        centers centres chad chan chances chandler change changing char charged charges
        charging charming chart chasing chats cheat cheating clearing clients coat coating
        collected collecting college colleges commissioned commissioner commissions
        communication communications compassion compete competing complained complement
        component composer computers concerning conducted conducting connection connections
        connects conservation constant consultants consulting contacted contacts containing
        contested contract contracting conversations conversion convert converted converting
        convicted cooking corrected covering covers creating credits culling custom
        customers cutting deeds deliver delivered delivers demands dental departments
        descent deserved deserves detail difference differently directed directory discounts
        discussion discussions disgusting diving duman each eight elective elegant employ
        employed employer employers employs enter estates execute execution executives
        expect experts export falling father feeds fellows fight fights filling follow
        formal forwards freezing friend friends fuckin gather gent gestort gettin giving
        gravel handled handles hank header hell helpless heres humane humanos immediate
        imply insano insists inslaan instance integration intelligent interacting
        interactions interactive interest interests intersection killing leaders leading
        leaking leaning lease leaving leeds letting light lights liking lining locking
        lookin loving machinery madurai manage managed managers manages manger manuel
        marines mature members meneer mental might nearly necessarily necessity networks
        night nights norman numan numbers operadores operate operated operates operation
        operations operatori pants parson passport peach peak pearson peoples perdon perron
        persona persons physically physician physics pleased pleasing preach preaching
        prefers qualities racing react reactions reader reading recent regulations relating
        relation relatives religions reparto representation representations requests
        required reserve responded responds responses responsive return roach root roots
        seating secrets seeds seeing seeking seniors sensor series serves serviced servicer
        setting shaking shat sight sights simple singles skill sneak sneaking socialist some
        someones speaks spear spearing specials speeding spelling spending spill sporte
        spreading stalk stall state steak stealing stiff stuff sucking suman superi superou
        supervision suporto supports sweating switches taking tale talkin talks tall tank
        tanks task teach teaching technically than that thee theme theres these theyre think
        thinks thorough though three tickets tight till todays transfers transform
        transformed travels urgente waited waits walk walking wasted watts what where
        whereas willing worked worry wright yellow""",
    "es": """aduana aguda algunas algunos apodo apoya apoyos aprendan aprendido asesoria asiste
        asistentes asuncion asusta atendiendo atentado avenida ayudan ayudante ayudara
        ayudaron ayudarte ayudas ayudo bienes buena bueno busca cable caliente calientes
        cantante canto carnes carnet centra centros charla charlas cientos colaboradores
        colaborar comentar companeras companeros compania compara comuna comunicaciones
        comunicado comunidad comunion comunista comunistas conductas conectada conectado
        conectados confesar conocen consejeros consejo conservar considera considero
        constante consulta consultado consultas contactos contado contando contar contento
        contesto contexto contraste contratar contrato convertir correctas cuanta cuantos
        cuarto cuento cupo dejando demanda dentro departamental departamentos dependiendo
        dependientes derivado describir desea desee deseos dialogo dialogos duenos efectiva
        efectivo efectivos ejecutado empezado emplea empleados emplean emplear empleo
        encantado encarga encargados encargo encerrado enlaces entra entran entras entro
        equipos escala escapar escolar escriba escribe escriben escribes escribi escribia
        escribio escribo escritor especialidad especialistas especializada especializados
        exista existen exito experta expertos financiar financiera financieras financieros
        fisicas fisico funcionado funcionando funcionar funcionarios gentes gracia haberle
        haberlo habla hablado hablan hablando hablaron hablas hables hallar hazlo hueco
        huesos huevo humanas laguna leales llamaba llamaban llamado llamados llamamos llaman
        llamas llamo malvinas mejora menor necesaria necesarias necesarios necesidades
        necesita necesitan necesitar necesitas necesite necesites obrador ocupa operar
        oponerse pablo pasaje perdona perdonar personaje personajes personales plastica
        ponerle ponerte pongan porta portavoz practicar precio precios precioso precisa
        prefiere prefieren prefieres premier puedas quedamos quedes quereis queres queria
        queriamos queridos queso quiera quiere quisieran quisieron recuerdos recurso refiero
        rentas representan representando requiere requieren responsables robo robos seguras
        seguro servicios servido solicita solicitado solicitar solicitud soporta suenos
        sugerir superar superiores supero supervision tarde tecnica tecnicos telefonia
        telefonica tenes tenga tienda tiende tienden trabajado trabajadora trabajadoras
        trabajadores trabajamos trabajando trabajar trabajaron traia traigo trata tratan
        tratas trenes turistica turisticos urgentes vega venas venda vengan vengas vengo
        venia venta verdaderas verdaderos verdades verga viaje vienen vienes""",
    "fr": """affaires aidera aides aient aimais aimer aimerai aimerait aimez appel appelee
        appeles appelles apple argent assez assistante assistants assurances assurant
        automne autorite autres besoins bonne casser center centres change changer chanter
        chargee charger charges charme charte chatte chercher cherches cherchez
        collaborateurs collecte college colleges collegues colloque commerciale commerciales
        commerciaux communique conne connecte connectes consacre consacrer conseille
        conserver constante constate constater contacts contente contenter conteste
        contester contexte contraste contre convertir delire demanda demandee demander
        demandes demandez desir desirez desirs dialogue dialogues directe directs dirige
        dirigee diriger diriges discute dispute disputer donna donnee donner donnes echange
        echanges echapper emettre emploie employer employes employeur entier entre entree
        entres entretenu equipee equipes equite etranger exiger experts frais human humides
        immobiliere immobiliers irais lait lettre machin machines maintenance manuels
        membres metre mette mettra moindre operateurs orient oriental oriente outre pale
        pardonne pare parie parier parker parlera parles parlez parole parte passee passera
        passes perle personnage personnages personnel personnels physiques pisser plaie
        plaint plat preferee preferer preferes preferez prendra quelque quelques rappel
        rappelez rappellent rappeur reaction rebelle reclamer redaction rediger reelles
        regulation relatif relatifs relations relative relie relief relies religion relire
        rendre rentre rentrer representait representants representent responsables ressource
        revelation rotation services socialiste sonne souhait souhaitent souhaiter souhaitez
        soutiens soutient specialise specialisee specialisees specialises specialistes
        specialite superieur supporte supports techniciens techniques telephones tonne
        transfert transferts transforme transformer trouve trouvee trouver trouves urgences
        vais variable varie varies ventre veritables vider visant vivait vivants vivent
        voudra voudrait voulais voyager""",
    "pt": """acender adora agenda aguda ajudam ajudara ajudem ajudo alem algum algumas amanda
        analisa analisar analises analistas anda apoia apoiou arranjo assessoria assistentes
        atende atendendo atendeu atentado atingida atingido avenida banda brigada calar cama
        chamam chamas chamei chamo chapa charme chase chata chave ciente clientes
        colaboradores colaborar colegas coleta coletar colocam coloco coloquei coloquem
        comecar comentar comunicado condutor conectado confessar consertar consulta
        consultar consultoria consumido consumidores consumir contada contado contador
        contando contar contaram contatos contava contexto contratar contrato conversa
        conversao conversas conversei conversou converter departamentos deseja desejos
        dialogo dialogos dutra empregada empregados emprego emprestado entra entram equipas
        equipes escala escalao escapar escolar especialistas exista existem exito fala falam
        falas falei falhar faltar fazem financeira financeiras financeiros funcionando
        funcionar funcionarios gesto gostar gostaram gostariam human humanas leais lembro
        lobos made mandam mandar mandei mando manga manha mania mante medir membros
        necessita necessitam obriga obrigacao obrigados obrigando obrigar operado operadoras
        operadores operando operar ouro outras outros panda passam passara passaro passear
        pedi pedia pediu pessoais pessoal preciosa precioso precisam precisao precisar
        precisara precisas precisavam precise precisou queira querem queres queriam
        queriamos querida queridos recurso recusou reis representando representantes
        responsaveis roubos seguras seguro service servicos servido servio solicitado
        solicitar solicitou superior supervisao suporta tecnica tecnicos telefones telefonia
        transferidos transforma traseira valem verdadeiras verdadeiros verdades""",
    "it": """acuto addetti aiuta aiutarci aiutarlo aiutarti aiutatemi alta alto altre altri amano
        assicurati assicurato assicurazione assistenti assistere auto automatica avente
        aventi avuti avuto bisogna bisogni caccia cane canne cantanti cantare cantato care
        carte cento centri chiamano chiamarlo chiamata chiamati chiamato chiamava chiamo
        chiara chiare chiari chiarire chiavi chieda chiede chiedi chiudo client collaborare
        collaborato collaboratori collegata collegati collegato college collegi collegio
        cominciare commento commessi commettere compenso complesso comunica comunicati
        comunicato concerti concesso concetti concetto condotti condotto confermare confesso
        confrontare connessi connesso consente conservare consolato consulenza consulta
        consumato consumo contano contanti contenti contento contessa contesti contesto
        contrastare contrasti contrasto contratti contratto contro costanti costato decidere
        dentro desidera desiderano desiderato desideri desiderio dipendenti dipendenza
        dipendenze dirette direttive diretto direttori dubito emettere entrate entro esista
        esito esperta esperti esser esserci essermi esserne essersi estere esteri facci
        faccio farli farne fascia fatevi favole favori fisici fisico foglio funzionali
        funzionano funzionare funzionari funzionato girati grazia immobiliari impegnata
        impegnato impiegati impiego incarico incontrare inoltre lettere macchia macchie
        machine mandate mandati mani mano maschile membri mentire mettera metterci metterla
        metterlo mettersi metterti necessita operare operativi operato pali pari parla
        parlano parlata parlate parlavo parlo partendo parti passaggi passanti passata
        passati passato perdendo perdere potendo preferisce preferisci preferiscono
        preferite preferiti preferito premere prende prendendo prendera prenderla prenderlo
        prendermi prenderne prendero prendersi prenderti prendete prendeva prendo presento
        pretende pretendere pretesto prevedere qualcun qualcuna rappresentano rappresentanti
        rappresentanza rappresentare rappresentata rappresentate rappresentati rappresentato
        real reati reclamo regali rendere reparti resiste responsabili richiamo richiede
        richiedono richiesto risorsa sale salva salvi salvo scavare scrive scriveva sembro
        sentite sere serie serva server servi serviti servito servizi servo smettere
        socialista sopporto sostengono specialisti specialita subiti superiore supervisione
        suppongo supporta supportato tecnici telefonata telefonate telefoni telefonia
        telefonica tessere tirare trasferirsi trasferita trasferiti trasferito trasferta
        turisti turistica turistiche uffici ultra umane urgenti usano viaggi viaggia voglia
        vogliano vogliono voleva volevi vorrai""",
}
