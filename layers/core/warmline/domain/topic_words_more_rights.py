"""Words of law, hardship, complaint and press in the other languages of the rules."""

TOPICS_OF_RIGHTS_MORE: dict[str, str] = {
    "legal": """
        (abogado|abogada|abogados|demanda judicial|demandar|demandare|demandarlos|demandarles|
            denunciar|denunciare|denuncia|juzgado|tribunal|tribunales|acciones legales|juicio|
            proteccion de datos|via judicial|hoja de reclamaciones)
        (avocat|avocate|avocats|porter plainte|poursuivre en justice|en justice|tribunal|
            mise en demeure|assigner|action en justice|poursuites|huissier|conciliateur|rgpd)
        (anwalt|anwaltin|rechtsanwalt|rechtsanwaltin|anwalte|klage|verklagen|verklage|gericht|
            anzeige erstatten|rechtliche|rechtlichen|rechtsstreit|mahnbescheid|dsgvo|
            verbraucherzentrale|strafanzeige|abmahnung)
        (processo|acao|queixa crime) (contra|judicial)
        (advogado|advogada|processar|processo judicial|justica|tribunal|procon|acao judicial|
            juizado|lgpd|livro de reclamacoes)
        (avvocato|avvocati|denuncia|denunciare|denunciero|tribunale|causa legale|vie legali|
            azioni legali|querela|diffida)
        (advocaat|rechtszaak|rechtbank|aanklagen|juridische|aangifte|dagvaarden|dagvaarding|
            ingebrekestelling|geschillencommissie)
        (prawnik|prawnika|prawnikiem|adwokat|adwokata|pozew|pozwac|pozwe|sadu|do sadu|
            rzecznik praw|uokik|pozwiemy)
        (avukat|avukatim|avukata|dava|davaci|mahkeme|mahkemeye|savci|savciliga|
            sikayetci olacagim|tuketici hakem|yasal islem|hukuki)
        (محامي|محاميه|المحامي|محكمه|المحكمه|قضيه|دعوي|مقاضاه|ساقاضيكم|القضاء|اجراءات قانونيه|
            شرطه|الشرطه|قانوني)
        (वकील|अदालत|कोर्ट|मुकदमा|कानूनी|पुलिस|केस करूंगा|उपभोक्ता फोरम|vakil|consumer court|
            court case)
    """,
    "hardship": """
        (no puedo pagar|no me alcanza|perdi mi trabajo|perdi el trabajo|me despidieron|
            estoy en paro|sin trabajo|sin dinero|desahucio|desahuciado|bancarrota|
            dificultades economicas|deudas)
        (au chomage|licencie|licenciee|surendettement|surendette|expulse|faillite|
            difficultes financieres|plus d argent|n arrive plus a payer)
        je (ne peux|peux|n arrive|ne pourrai) (pas|plus) (a )?payer
        (perdu) (mon|mon) (emploi|travail|boulot)
        (arbeitslos|zahlungsunfahig|insolvenz|privatinsolvenz|geldnot|uberschuldet|
            schuldnerberatung|zwangsraumung|pleite)
        (kann|konnen) .. .. nicht (mehr )?(zahlen|bezahlen|aufbringen|leisten)
        (job|arbeit|arbeitsplatz|wohnung) verloren
        (nao consigo pagar|nao posso pagar|nao tenho como pagar|perdi o emprego|
            perdi meu emprego|desempregado|desempregada|endividado|endividada|despejado|despejo|
            falencia|sem dinheiro|dificuldades financeiras)
        (non posso pagare|non riesco a pagare|perso il lavoro|disoccupato|disoccupata|sfratto|
            sfrattato|sfrattata|fallimento|difficolta economiche|senza soldi|licenziato|
            licenziata|indebitato)
        (kan niet betalen|kan het niet betalen|baan kwijt|baan verloren|werkloos|schulden|
            schuldhulp|failliet|uit huis gezet|geldproblemen|ontslagen)
        (kan|kunnen) .. niet (meer )?betalen
        (nie moge zaplacic|nie stac mnie|stracilem prace|stracilam prace|bezrobotny|bezrobotna|
            zadluzony|zadluzona|eksmisja|eksmisji|bankructwo|upadlosc|nie mam pieniedzy|
            nie mam z czego)
        (odeyemiyorum|odeyemem|isimi kaybettim|issizim|issiz kaldim|isten cikarildim|
            borc batagi|iflas|evden cikarildim|param yok|maddi zorluk|maddi sikinti)
        (لا استطيع الدفع|لا اقدر ادفع|ما اقدر ادفع|فقدت عملي|فقدت وظيفتي|عاطل|عاطله|مفلس|افلاس|
            ديون|طردت من البيت|لا املك المال|ظروف ماليه|ضائقه ماليه)
        (भुगतान नहीं कर|पैसे नहीं हैं|नौकरी चली गई|नौकरी छूट गई|बेरोजगार|कर्ज|दिवालिया|
            आर्थिक तंगी|naukri chali gayi|paise nahi hai)
    """,
    "complaint": """
        (reclamacion|reclamaciones|queja|quejas|quejarme|poner una queja|hacer una queja|
            reclamar formalmente|hoja de reclamaciones)
        (reclamation|reclamations|plainte|me plaindre|porter reclamation|
            deposer une reclamation)
        (beschwerde|beschwerden|beschweren|reklamieren|beschwere mich|mich beschweren)
        (reclamacao|reclamacoes|queixa|queixas|reclamar|queixar me|livro de reclamacoes|
            fazer uma reclamacao)
        (reclamo|reclami|lamentela|lamentarmi|sporgere reclamo|fare un reclamo)
        (klacht|klachten|klagen over|klacht indienen)
        (reklamacja|reklamacje|reklamacji|skarga|skarge|zazalenie|zlozyc skarge)
        (sikayet|sikayetim|sikayetci|sikayette|sikayetimi) (etmek|var|oluyorum|bulunmak|
            ediyorum|iletmek)?
        (شكوي|الشكوي|شكاوي|اشتكي|تقديم شكوي|رفع شكوي|اشكو)
        (शिकायत|कंप्लेंट|shikayat|complaint karni)
    """,
    "press": """
        (periodista|periodistas|reportero|reportera|prensa|articulo de prensa|
            redaccion del diario)
        (journaliste|journalistes|redaction du journal|service presse|attache de presse|
            demande presse)
        (journalist|journalistin|journalisten|reporter|reporterin|pressestelle|presseanfrage|
            redakteur|redakteurin|zeitungsartikel)
        (jornalista|jornalistas|reporter|assessoria de imprensa|imprensa|materia jornalistica)
        (giornalista|giornalisti|cronista|ufficio stampa|testata giornalistica)
        (journaliste|verslaggever|persvoorlichter|persvraag|krantenartikel)
        (dziennikarz|dziennikarka|dziennikarzem|reporter|reporterka|rzecznik prasowy|
            biuro prasowe|redakcji gazety)
        (gazeteci|gazeteciyim|muhabir|muhabiriyim|muhabiriyim|basin mensubu|basin aciklamasi|
            haber yapiyorum)
        (صحفي|صحفيه|صحافي|مراسل|مراسله|الصحافه|جريده|وسائل الاعلام)
        (पत्रकार|रिपोर्टर|अखबार|मीडिया से|संवाददाता|patrakar)
    """,
}
