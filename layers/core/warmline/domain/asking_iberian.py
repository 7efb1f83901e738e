"""How Spanish and Portuguese ask for a human; the roles are in `asking_words`."""

from warmline.domain.asking_words import Lexicon

SPANISH_WORDS: Lexicon = {
    "c": """hablar hablarle hablarlo hablo hable hablen conversar charlar contactar
        contactarme contacto comunicarme comunicar comunicarse comunicarnos comuniquen chatear
        platicar atender atienda atiendan atenderme atiende atendido atendida contactarlos
        contactarles dialogar tratar comunicacion escribir consultar""",
    "K": "llamar llame llamen llameme llamada contacte contacten",
    "m": """transferir transfiera transfiere pasarme pasar pasen pase conectarme conectar
        conecte conecten derivarme derivar derive deriven pon ponga redirigir redirija
        transfieran escalar escalen enlazar enlace comunica poner""",
    "v": """transferirme transfiereme transfierame transfieranme transferirnos pasame paseme
        pasenme comunicame comuniqueme comuniquenme conectame conecteme conectenme deriveme
        derivame derivenme ponme pongame ponganme redirigeme enlazame enlaceme contactame
        contacteme comuniquenos""",
    "w": """quiero necesito quisiera deseo prefiero exijo solicito querria queremos
        necesitamos pido demando busco traiga requiero ocupo preferiria precisaria preciso
        llama venga traigan""",
    "p": """humano humana humanos asesor asesora asesores operador operadora operadores
        representante representantes teleoperador teleoperadora ejecutivo ejecutiva encargado
        encargada supervisor supervisora gerente responsable empleado empleada jefe jefa
        funcionario dependiente consejero consejera ejecutivos telefonista companero companera
        superior""",
    "f": "persona agente agentes personas",
    "a": """alguien equipo alguno alguna especialista experto colaborador trabajador tecnico
        asistente""",
    "E": "gente",
    "b": "bot robot maquina maquinas robots bots automatico automatica contestadora ia",
    "t": """con un una uno a al el la los las de del su sus por favor para que lo se le tu
        ustedes vuestro algun en y mas sobre podria podrian puede pueden puedo puedes podemos
        es poder gustaria esto mi hacia sino pero""",
    "j": """real reales verdadero verdadera verdad otra otro viva vivo carne hueso
        especializado fisica""",
    "e": "me nos conmigo",
    "u": "usted vos",
    "h": "ayuda ayude ayudar ayudarme asista ayuden ayudeme atencion",
    "y": """gracias ahora hola si ya solo inmediatamente urgente buenas buenos dias tardes
        ahorita mejor aqui ahi xfa porfa porfavor pls""",
    "i": """horario horarios hora horas numero telefono correo direccion abre abren cierra
        cierran email cuando""",
    "z": "inmobiliario inmobiliaria seguros viajes fiscal recursos financiero aduanas detras",
    "d": "no ninguna ningun sin",
    "o": "quien porque como",
    "S": "apoyo asistencia",
    "A": "disponible disponibles",
    "V": "dame deme denme mandame mandeme traeme traigame",
    "R": "responder responda responderme revise revisar mire conteste contestar",
}

SPANISH_PHRASES: Lexicon = {
    "p": """ser humano|persona real|persona fisica|agente humano|persona de verdad
        |carne y hueso|agente en vivo|agente real|atencion humana|personal humano
        |agente de verdad|alguien real|alguien de verdad|gente real|gente de verdad
        |persona humana|soporte humano|quien manda|asistencia humana|ayuda humana|trato humano
        |contacto humano|servicio humano|atencion personal humana""",
    "s": """atencion al cliente|servicio al cliente|servicio de atencion|soporte
        |soporte tecnico|atencion a clientes|servicio a clientes|servicio a cliente
        |atencion a cliente|centro de llamadas|centro de atencion|mesa de ayuda
        |asistencia al cliente|el servicio de ayuda|soporte al cliente|chat en vivo
        |departamento de|area de|equipo de|servicio de atencion al cliente
        |servicio de atencion al consumidor""",
    "a": "algun empleado|uno de ustedes",
    "c": """ponerme en contacto|en contacto|ponerse en contacto|entrar en contacto
        |cuanto hablar|solo hablo con""",
    "v": """ponme con|me pasa|me pasas|me comunica|me comunicas|me pone|me pones|me conecta
        |me conectas|me transfiere|me transfieres|me pasen|me comuniquen|me transfieran
        |me deriva|me derivan|me puede pasar|me puedes pasar|me puede comunicar
        |me puedes comunicar|a quien puedo hablar""",
    "g": "hay|hay alguna|hay algun|tienen|tiene|existe|hay algun modo|tienes",
    "q": """eres|es usted|sois|estoy hablando|estoy chateando|hablo con|usted es|tu eres
        |estoy hablando con|son ustedes""",
    "n": """no quiero|no necesito|no deseo|no hace falta|no quisiera|no me pase|no me pases
        |no me hace falta|no quiero que|no es necesario|sin necesidad de|no preciso
        |ya no quiero|ya no necesito""",
    "x": """agente de seguros|agente de viajes|agente inmobiliario|operador turistico|ya hable
        |hable ayer|recursos humanos|operador de mi|operadora de mi|otra persona
        |representante de ventas|representante legal|por persona|no hablo""",
    "w": """me gustaria|me hace falta|me urge|me da|hace falta|estaria bien|quiero que
        |necesito que|me dan|sigo esperando|esperando a|estoy esperando|espero a""",
    "r": """harto de|harta de|cansado de|cansada de|basta de|no me sirve|dejen de
        |estoy harto de|no soporto|me niego a|rechazo|no voy a|odio""",
    "K": """que me llame|que me llamen|me puede llamar|me puede contactar|me llame|me llamen
        |se comunique conmigo|se ponga en contacto|se comuniquen conmigo""",
    "l": "al telefono|por telefono|en linea",
    "Z": """con quien puedo hablar|con quien hablo|con quien puedo comunicarme|escalar mi caso
        |quiero escalar|escalar el caso""",
    "o": "gracias al|gracias a la|gracias a los|gracias por",
    "i": "que hora|a que hora",
    "H": "eres real|hay un humano detras|hay alguien detras|es usted real",
}

PORTUGUESE_WORDS: Lexicon = {
    "c": """falar falo falem falasse conversar contatar contactar comunicar contato contacto
        dialogar atendido atendida teclar atender atenda chatear fale""",
    "K": "ligar ligue ligasse telefonar contate liga",
    "m": """transfira passar passe passa conectar encaminhar encaminhe transferido transferida
        conecta conecte coloca coloque colocar transferir direciona direcione direcionar ponha
        redirecionar redirecione encaminha transfere encaminhado""",
    "v": "transfira-me passe-me conecte-me",
    "w": """quero preciso gostaria queria desejo prefiro exijo solicito necessito chama chame
        chamem chamar manda mande arranje gostava quer precisava precisamos queremos peco
        pedir""",
    "p": """humano humana humanos atendente atendentes operador operadora representante
        consultor consultora supervisor supervisora gerente assessor funcionario funcionaria
        colaborador responsavel gestor encarregado""",
    "f": "pessoa agente pessoas agentes",
    "a": "alguem especialista assistente tecnico empregado equipe equipa analista colega",
    "E": "gente",
    "s": "atendimento suporte sac!",
    "O": "chefe patrao",
    "b": "bot robo robos maquina maquinas chatbot ia",
    "t": """com um uma o os do da eu ao a as de no na por para pra pro que se seu sua vosso
        posso podia poderia podem pode poderiam em ser me e quem possa como favor vossa uns
        este mas""",
    "j": "real reais verdadeira verdadeiro verdade outra outro viva vivo",
    "e": "mim nos comigo",
    "u": "voce voces",
    "h": "ajuda ajudar ajude ajudasse auxilio",
    "y": """obrigado obrigada agora ola sim urgente oi ja imediatamente aqui ai bom dia pfv pf
        pls pfvr porfavor""",
    "i": "horario horarios telefone numero email endereco abre fecha horas hora quando",
    "z": "imobiliario imobiliaria seguros viagens recursos",
    "d": "nao nenhum nenhuma sem",
    "o": "porque ontem sobre",
    "S": "apoio",
    "A": "disponivel disponiveis",
    "C": "escalar",
    "R": "responder responda veja analise resolver",
}

PORTUGUESE_PHRASES: Lexicon = {
    "p": """ser humano|agente humano|pessoa real|atendimento humano|ajuda humana
        |pessoa de verdade|atendente humano|assistente humano|gente de verdade|gente real
        |carne e osso|suporte humano|alguem de verdade|pessoa de carne e osso|alguem real
        |pessoas reais|pessoa humana|atendente real|membro da equipe|membro da equipa
        |assistencia humana|apoio humano|contato humano|contacto humano|servico humano""",
    "s": """atendimento ao cliente|atendimento ao consumidor|suporte ao cliente
        |apoio ao cliente|servico de atendimento|central de atendimento|suporte tecnico
        |servico ao cliente|assistencia ao cliente|servico de apoio|chat ao vivo|o apoio
        |setor de|departamento de|a central|o financeiro|do financeiro
        |servico de atendimento ao cliente""",
    "a": "um de voces|outra pessoa da equipe",
    "c": """entrar em contato|em contato|entrar em contacto|em contacto|por em contacto
        |falar com|so falo com""",
    "v": """me passa|me transfere|me passe|me transfira|me conecta|me conecte|me encaminha
        |me encaminhe|me coloca|me coloque|me ponha|passa me|passe me|transfira me|ligue me a
        |me ligue com|me direcione|me passar|me transferir|me colocar|me conectar
        |me encaminhar|ponha me|coloque me|ser atendido""",
    "g": "existe|tem|tem algum|tem alguma|ha|ha alguma|ha algum|voces tem|teria|tens",
    "q": """voce e|e voce|voce e um|voce e uma|es um|estou falando|estou a falar|falo com|e um
        |estou falando com|estou a falar com|es uma|e uma|voces sao|estou conversando""",
    "n": """nao quero|nao preciso|nao desejo|nao e preciso|nao gostaria|nao precisa
        |nao necessito|em vez de|nao quero mais|nao quero falar""",
    "w": """necessito de|eu queria|preciso de|quero que|preciso que|podem pedir a|gostaria de
        |esperando um|esperando por|aguardando um|esperando uma|ainda esperando|posso ter""",
    "x": """agente imobiliario|agente de seguros|agente de viagens|ja falei|recursos humanos
        |outra pessoa|por pessoa|minha operadora|operadora de|falei com""",
    "r": """cansado de|cansada de|chega de|farto de|farta de|chega desse|cansei de|basta de
        |me recuso a|recuso me a|nao vou|odeio""",
    "K": """me ligue|me ligar|me ligasse|que me ligue|me contate|ligar me|ligue para mim
        |me contactar|entre em contato|entrem em contato|entre em contacto
        |entre em contato comigo""",
    "l": "no telefone|por telefone|na linha",
    "Z": "com quem posso falar|com quem falo|com quem eu falo|escalar meu caso|quero escalar",
    "o": "obrigado ao|obrigada ao|obrigado a|obrigada a",
    "V": "me da|me de|me arranja|me chama|chama ai",
    "z": "por tras",
    "i": "que horas|a que horas",
    "H": "voce e real|e real",
}
