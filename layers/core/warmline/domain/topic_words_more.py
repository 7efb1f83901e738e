"""Words of the sensitive topics in the other languages of the rules, as lines of `phrasing`."""

from warmline.domain.topic_words_more_rights import TOPICS_OF_RIGHTS_MORE

TOPICS_MORE: dict[str, str] = {
    "fraud": """
        (cargo|cargos|cobro|cobros|pago|pagos|compra|compras|transaccion|operacion|recibo|
            adeudo|movimiento) .. .. (no|nunca|jamas) (lo |la |los |he |hemos )*(reconozco|hice|
            hecho|autorice|autorizado|realice|realizado|comprado|compre|pedi)
        (prelevement|paiement|achat|transaction|debit|retrait|operation|somme) .. .. (jamais|
            pas) (ete )?(autorise|autorisee|fait|faite|effectue|effectuee|reconnais|
            donne mon accord|commande)
        (abbuchung|zahlung|buchung|lastschrift|belastung|betrag|abbuchungen|kauf) .. .. (nie|
            nicht|niemals) .. (veranlasst|autorisiert|gemacht|getatigt|erkenne|kenne|genehmigt|
            zuordnen|gekauft)
        (cobranca|compra|pagamento|transacao|saque|debito|levantamento) .. .. (nao|nunca) (a |
            o )?(fiz|autorizei|reconheco|comprei|efetuei|realizei)
        (addebito|addebiti|pagamento|transazione|acquisto|prelievo|operazione) .. .. (non|
            mai) .. (autorizzato|riconosco|fatto|effettuato|eseguito)
        (bedrag|afschrijving|betaling|transactie|aankoop) .. .. (niet|nooit) (heb )?(herken|
            gedaan|gemachtigd|toegestaan|goedgekeurd|gemaakt)
        (platnosc|transakcja|transakcje|obciazenie|przelew|platnosci|zakup|
            wyplata) .. .. nie (zrobilem|zrobilam|rozpoznaje|wykonalem|wykonalam|autoryzowalem|
            autoryzowalam|robilem|robilam|zlecalem)
        (yapmadigim|bilmedigim|tanimadigim|onaylamadigim|yapmadigimiz) .. (odeme|islem|harcama|
            cekim|alisveris|para)
        (عمليه|خصم|سحب|دفعه|مبلغ|شراء|معامله|حواله) .. .. (لم|ما) (اقم|اجرها|اجره|اعرفها|اعرفه|
            اوافق|انفذها|انفذه|اسمح|سويتها|اشتر)
        (भुगतान|लेनदेन|खर्च|खरीदारी|ट्रांजैक्शन) .. .. (नहीं) (किया|की|किए|किये|पहचानता)
        (fraude|fraudulento|fraudulenta|estafa|estafado|estafada|estafaron|hackearon|hackeado|
            hackeada|phishing|robo de)
        (robaron|robado|robada|clonaron|clonado|clonada) (la |el |mi |mis |una )?(tarjeta|
            cartera|bolso|movil|telefono|celular|cuenta|identidad)?
        (perdi|perdido|extravie|extraviado) (la |mi |el )(tarjeta|cartera|telefono|movil|
            celular)
        (cargo|cargos|pago|pagos|compra|compras|transaccion|transacciones|
            retiro) .. (no reconozco|no hice|no autorice|no he hecho|no realice|desconocido|
            desconocidos|no autorizado|sospechoso)
        (no reconozco|no hice|no autorice|no he hecho|no realice) (este |esta |ese |esa |estos |
            un |una |el |la )(cargo|cargos|pago|compra|transaccion|retiro)
        (arnaque|arnaques|escroquerie|escroque|fraude|fraudes|frauduleux|frauduleuse|
            hameconnage|pirate|piratee|pirater|usurpation)
        (vole|volee|volé|derobe|derobee) (ma |mon |la |le |mes )?(carte|portefeuille|telephone|
            sac|identite|argent)?
        (perdu) (ma |mon )(carte|portefeuille|telephone)
        (paiement|prelevement|achat|transaction|debit|retrait) .. (que je n ai pas|pas autorise|
            inconnu|suspect|je ne reconnais pas|n ai pas fait)
        (betrug|betrogen|betrugen|betruger|gehackt|phishing|gestohlen|geklaut|
            identitatsdiebstahl|diebstahl|missbraucht|abzocke)
        (karte|kreditkarte|portemonnaie|geldborse|handy|brieftasche) (ist |wurde |habe ich |
            hab ich )?(verloren|weg|gestohlen|geklaut)
        (verloren|verlor) .. (karte|kreditkarte|portemonnaie|geldborse|handy)
        (abbuchung|zahlung|buchung|lastschrift|uberweisung|belastung) .. (nicht gemacht|
            nicht getatigt|nicht autorisiert|kenne ich nicht|nicht von mir|unbekannt|
            nicht veranlasst)
        (unbekannte|unberechtigte|verdachtige|unautorisierte) (abbuchung|zahlung|buchung|
            lastschrift|abbuchungen|belastung)
        (fraude|golpe|golpista|hackearam|hackeada|roubaram|roubado|roubada|clonaram|clonado|
            clonada|furtado|furtaram)
        (perdi) (o |a |meu |minha )+(cartao|carteira|celular|telemovel)
        (cobranca|compra|pagamento|transacao|saque) .. (nao reconheco|nao fiz|nao autorizei|
            desconhecida|suspeita)
        (nao reconheco|nao fiz|nao autorizei) (essa |esta |esse |este |a |o )(cobranca|compra|
            pagamento|transacao|saque)
        (truffa|truffato|truffata|frode|fraudolento|hackerato|hackerata|hackerato|rubato|rubata|
            rubati|clonata|clonato|furto)
        (perso|smarrito) (la |il |la mia |il mio )(carta|portafoglio|telefono|cellulare|
            bancomat)
        (addebito|pagamento|transazione|acquisto|prelievo) .. (non riconosco|non ho fatto|
            non autorizzato|non ho autorizzato|sconosciuto)
        (fraude|oplichting|opgelicht|gehackt|gestolen|phishing|diefstal|identiteitsfraude)
        (pas|kaart|creditcard|portemonnee|telefoon) (is |ben ik )?(kwijt|verloren|gestolen|
            kwijtgeraakt)
        (verloren|kwijt) .. (pas|kaart|creditcard|portemonnee|telefoon)
        (afschrijving|betaling|transactie) .. (niet gedaan|herken ik niet|niet herken|
            niet van mij|onbekende)
        (oszustwo|oszustwa|oszukano|oszukany|oszukana|oszusci|phishing|kradziez|skradziono|
            ukradli|ukradziono|wlamano|wlamanie|zhakowano|zhakowane)
        (zgubilem|zgubilam|ukradziono mi|skradziono mi) (karte|portfel|telefon)
        (transakcja|platnosc|obciazenie|transakcji|platnosci) .. (nie rozpoznaje|nie zrobilem|
            nie zrobilam|nieautoryzowana|nie moja)
        (dolandirildim|dolandiricilik|calindi|calinti|calintisi|hacklendi|hackledi|sahtekarlik|
            kopyalandi)
        (kartimi|cuzdanimi|telefonumu) (kaybettim|caldilar|calmislar)
        (احتيال|نصب|سرقه|مسروقه|مسروق|سرقت|انسرقت|انسرق|سرقوا|اختراق|اخترق|مخترق|تصيد|قرصنه)
        (فقدت|ضاعت|ضاع|اضعت) (بطاقتي|محفظتي|هاتفي|جوالي|البطاقه|المحفظه)
        (عمليه|خصم|دفعه|سحب|مبلغ) .. (لم اقم|لا اعرفها|لا اعرفه|ما سويتها|غير معروف|غير مصرح|
            مشبوهه|لم اجرها)
        (धोखाधड़ी|फ्रॉड|ठगी|चोरी|हैक|स्कैम|fraud hua|chori ho gaya|chori ho gayi)
        (कार्ड|बटुआ|फोन|पर्स) (खो गया|चोरी हो गया|गुम हो गया)
    """,
    "bereavement": """
        (fallecio|fallecido|fallecida|fallecimiento|falleció|duelo|funeral|difunto|difunta|
            herencia|viuda|viudo)
        (murio|ha muerto|acaba de morir) (mi|su|nuestro|nuestra) (madre|padre|marido|mujer|
            esposo|esposa|hijo|hija|hermano|hermana|abuelo|abuela)
        (madre|padre|marido|mujer|esposo|esposa|hijo|hija|hermano|hermana|abuelo|abuela) (murio|
            ha muerto|acaba de morir)
        (decede|decedee|deces|defunt|defunte|obseques|funerailles|endeuille|veuve|veuf|deuil)
        (deceder|a perdu la vie|nous a quitte)
        (mere|pere|mari|femme|epoux|epouse|fils|fille|frere|soeur) (est mort|est morte|
            vient de mourir|nous a quittes)
        (verstorben|verstorbene|verstorbener|verstorbenen|todesfall|beerdigung|trauerfall|
            hinterbliebene|sterbeurkunde|nachlass|witwe|witwer)
        (mutter|vater|mann|frau|ehemann|ehefrau|sohn|tochter|bruder|schwester|oma|opa|mama|
            papa) (ist|sind) .. (gestorben|verstorben|tot)
        (faleceu|falecido|falecida|falecimento|obito|luto|velorio|inventario|viuva|viuvo)
        (mae|pai|marido|esposa|esposo|filho|filha|irmao|irma|avo) .. (morreu|morrer)
        (deceduto|deceduta|decesso|defunto|lutto|funerale|vedova|vedovo|scomparso|scomparsa)
        (madre|padre|marito|moglie|figlio|figlia|fratello|sorella|nonno|nonna) e .. (morto|
            morta|mancato|mancata|venuto a mancare|venuta a mancare)
        (e mancato|e mancata|e morto|e morta|e venuto a mancare|e venuta a mancare) (mio|mia|
            il mio|la mia|nostro|nostra)
        (overleden|overlijden|overleed|nabestaande|nabestaanden|begrafenis|uitvaart|weduwe|
            weduwnaar)
        (zmarl|zmarla|zgon|smierc|pogrzeb|zmarlego|zmarlej|wdowa|wdowiec|zaloba|umarl|umarla)
        (vefat|cenaze|merhum|merhume|rahmetli|taziye|olum) (etti|ettiler|belgesi|oldu|eden)?
        (annem|babam|kocam|esim|karim|oglum|kizim|kardesim) (oldu|vefat etti|hayatini kaybetti)
        (توفي|توفيت|توفى|وفاه|المتوفي|متوفي|المرحوم|ارمله|ارمل|جنازه|عزاء|ورثه)
        (देहांत|मृत्यु|निधन|गुजर गए|गुजर गई|मर गए|स्वर्गवास|अंतिम संस्कार|विधवा)
    """,
    "medical": """
        (reaccion alergica|choque anafilactico|descarga electrica|me electrocute|ambulancia|
            intoxicacion|intoxicado|intoxicada|infarto|convulsiones|no puedo respirar|
            dolor en el pecho)
        (me queme|me corte|me lesione|estoy sangrando|me lastime|estoy herido|
            estoy herida) .. (con|por|mano|cara|brazo|pierna|mucho)?
        (estoy|esta|estuve|acabe|termine) en (el )?hospital
        (reaction allergique|choc electrique|electrocute|electrocutee|ambulance|intoxication|
            crise cardiaque|convulsions|je n arrive plus a respirer|douleur a la poitrine|
            aux urgences)
        (je me suis|il s est|elle s est) (brule|brulee|coupe|coupee|blesse|blessee|electrocute)
        (a l|l) hopital
        (allergische reaktion|stromschlag|krankenwagen|notarzt|vergiftung|vergiftet|herzinfarkt|
            krampfanfall|atemnot|brustschmerzen|im krankenhaus|ins krankenhaus|
            bekomme keine luft)
        (habe|hab) mich (an |am |beim |mit )?.. (verbrannt|geschnitten|verletzt|verbruht)
        (reacao alergica|choque eletrico|ambulancia|intoxicacao|intoxicado|infarto|convulsao|
            nao consigo respirar|dor no peito|pronto socorro)
        (me queimei|me cortei|me machuquei|estou sangrando|queimei me|cortei me|magoei me)
        (no|para o|ao) hospital
        (reazione allergica|scossa elettrica|ambulanza|intossicazione|intossicato|infarto|
            convulsioni|non riesco a respirare|dolore al petto|pronto soccorso|in ospedale)
        mi sono (bruciato|bruciata|tagliato|tagliata|ferito|ferita|fatto male|fatta male)
        (allergische reactie|elektrische schok|ambulance|vergiftiging|hartaanval|
            kan niet ademen|pijn op de borst|in het ziekenhuis|naar het ziekenhuis|
            spoedeisende hulp)
        (heb|ben) (me|mijn hand) .. (verbrand|gesneden|gewond|verwond)
        (reakcja alergiczna|porazenie pradem|porazil mnie prad|karetka|pogotowie|zatrucie|zawal|
            nie moge oddychac|w szpitalu|do szpitala)
        (poparzylem|poparzylam|skaleczylem|skaleczylam|zranilem|zranilam) sie
        (alerjik reaksiyon|elektrik carpti|ambulans|zehirlenme|zehirlendim|kalp krizi|
            nefes alamiyorum|hastanede|hastaneye|yandim|elimi kestim|yaralandim)
        (حساسيه شديده|صدمه كهربائيه|كهربا ضربتني|اسعاف|الاسعاف|تسمم|نوبه قلبيه|لا استطيع التنفس|
            ما اقدر اتنفس|في المستشفي|الي المستشفي|احترقت يدي|جرحت|نزيف|انزف)
        (एलर्जी|करंट लगा|बिजली का झटका|एम्बुलेंस|अस्पताल|जहर|दिल का दौरा|सांस नहीं|जल गया|जल गई|
            खून बह|चोट लगी)
    """,
    **TOPICS_OF_RIGHTS_MORE,
}

TOPICS_IN_CHINESE: dict[str, str] = {
    "fraud": """
        诈骗|詐騙|被骗|被騙|欺诈|盗刷|盜刷|被盗|被盜|被偷|偷了|盗用|钓鱼网站|黑客|卡丢了|卡不见了|手机丢了|钱包丢了|不是我消费|
        不是我刷|不是我的交易|未授权
    """,
    "bereavement": "去世|过世|過世|逝世|死亡证明|葬礼|遗产|遺產|丧事|身亡",
    "medical": """
        过敏反应|過敏|触电|觸電|救护车|中毒|住院|急诊|受伤|受傷|烫伤|燙傷|流血|呼吸困难|心脏病|胸痛
    """,
    "legal": "律师|律師|起诉|起訴|法院|法律|告你们|告你們|报警|報警|投诉到消协|消费者协会",
    "hardship": "付不起|没钱付|還不起|还不起|失业|失業|破产|破產|没钱吃饭|欠债|负债",
    "complaint": "投诉|投訴|申诉|申訴",
    "press": "记者|記者|采访|採訪|媒体采访|报社|電視台|电视台",
}
