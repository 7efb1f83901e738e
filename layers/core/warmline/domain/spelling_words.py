"""Key words that misspelt ones are repaired to, and right words that only look misspelt."""

# Words a hurried finger turns into others: key words that a misspelt word is repaired to.
REPAIRED = """talk talking speak speaking chat chatting contact contacting calling connect
    transfer reach
    human agent person someone somebody assistant operator representative customer service
    support supervisor manager assistance
    hablar persona agente humano asesor operador representante
    humain conseiller operateur personne
    sprechen menschen mitarbeiter verbinden
    atendente pessoa humano parlare operatore medewerker
    rozmawiac czlowiekiem konsultantem temsilci musteri gorusmek baglayin"""

# Right as they are, though a letter or two away from a key word.
KEPT = """mano cutting cuttin falling failing culling walk talks tall take taken taking tale tales
    task tank balk stalk talked talks walking
    taller speaks speaker speakers peak sneak bleak break spoke spoken
    what that cat hat chart charts cheat chats char than shat coat chatted
    contract contracts contacts contacted contacless contactless content contracting contrast
    connected connection connects correct collect contracted
    transfers transferred transferring transform
    each teach beach peach react reached reaches breach
    humane humans humid humor
    agents gent urgent aget agenda agency argent
    persons personal prison parson pension personally persian
    assistants resistant assist assists assisted assistance
    operation operate operates operators operating operated
    representatives represent
    customers customs custom customized customise customize customized
    services serviced device serve server servicer
    supports supported supporting supper suppose supposed report
    managers managed manage management manger
    hablas hablara parle parles parlez personal personnel personas personnes personalized
    agentes urgente gente humanos oficina operadores
    falta falsa falhar pessoal messages message
    operatori parole parlano paten patent pratend
    mention mentions menschheit mentioned practice sprecher some something sometime somewhere
    charge charged charging changing chasing chatty catching talented eating hating
    spear spearing speed freaking breaking sneaking spending
    reading search research rich roach
    several personality passion
    supervision serious"""
