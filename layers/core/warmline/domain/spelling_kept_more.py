"""Right words that are a letter or two away from a key word: the other languages."""

# letters of other scripts look like Latin ones, and are meant

KEPT: dict[str, str] = {
    "de": """abnehmen abteilungen achte achten anderem anderer andern andert anderte andre
        angestellt angestellte annehmen anstalt aufgefordert aufnahme aufnahmen aufsehen
        aufteilung aufzunehmen ausnahmen bearbeiten bearbeitet beinen bekamen bekommst
        bekommt benotigen benotigt benotigte benotigten beschwerde beschwerden beschwert
        besprechung besprochen betreiber betreten betreut betruger beute bevorzugen
        bevorzugt biete bitten bitter bittet branche braten brauch brauchen braucht brauchte
        college dance dank danken dante denke diensten dienstes dient diente dingen direkte
        drangen drinnen eben ehrliche enden erden erreicht erreichte erreichten errichten
        externen fachkrafte fahren feinen fieber fordern fordert forderte fuhlen fuhre
        fuhrer fuhrten gaben gebe gebet gegen gehen gekommen gelben geraten gesprache
        gesprachen gute gutem guter gutes hall halle hatten heben helden helen helfe helfer
        helft hellen heute hilf hilfen hunden irgendein irgendwann irgendwas irgendwer
        irgendwie irgendwo jeden keines kennen kleinen kontakte kunde kurden laute leben
        lebendig lebendige leber lebte lebten legende legenden legte legten leiden leidet
        leihen leisten leistet leiter leitete liebe lieben liebes lieder liegenden machte
        manchen mangel mannchen mantel meiden meinem meinen melde meldete menschlich mischen
        mitarbeit mitarbeiterin mitarbeitern mitte mochten munchen neben niemand niemanden
        nochmals operation personal personliche personliches qualifiziert qualifizierte
        quatsch real rebellen rechten rechter rechts redet regen reichte reinen reiten
        reiter richten richter richtete richtig richtiges richtungen rollen ruhren runden
        schaden schaffen schale schalke schalter schaltet schamen scharfen schatten schatzen
        schauen schaute scheibe scheiben scheiden scheinen schieben schlafen schlagen
        schmalen schneiden schnelle schrauben schrecken schreib schreibe schreiber schreibst
        schreibt schreien schrieben schulden schulen schulter schultern schweigen seinem
        seinen seiten senden services setzt sollen sozialisten spalten sprach sprache
        sprachen sprecher sprecherin sprich spruch spruche stechen stehlen stellt stellte
        stellten stille stillen strecken streichen sunden techniken technisch tollen traten
        ubergab ubergabe uberleben uberlegen ubernahme ubernahmen ubernommen ubersehen uhren
        umgeben umgehen unterhalt unternehmen unterstutzen verantwortlich verband verbande
        verbandes verbieten verbietet verbindungen verbringen verbundene verbundenen
        verbundeten vereine vereinen vereinten vergangen verhindern verhindert verkundet
        verlag verlage verlangen verlangern verlangert verlangt verlangte vermieden
        vermieter versichern versicherungen vertreten vertretern vertrieben vertritt
        verwenden verwendet verwendung vollen vorgange vorgesetzten vorlage wanden weiber
        weiden weinen weite weitem weiten weitere weitergegeben weitergehen weiters wellen
        wende wendet werden western wetter wichtige wichtigen wichtiger willen wirklich
        wirkliche wolken wolle wollten wunden wunsch wunschen wunscht wunschte zustandig
        zustandige zweiter""",
    "nl": """aanklagen aanraden aanraken aanslagen adviseert adviseren adviseurs afdelingen
        afvragen anderen anders andre anker ballen bedekken bedenken bedoelde bedreigen
        behoeften behoeve bekeken belgen belle belofte benoemde beoogde beperken bereiden
        bereik bereikt bereikte bereikten berekend beroemde besefte bestaan betrekken
        bevoegd bewerken bezorgde billen breiden breken cellen college computers consument
        consumenten contacten contant contract deskundigen diens dient dingen directe draag
        dringen dringende drinken dwingen echter eens ellen experts export geert geest
        gehouden gelopen gent geroepen gestegen gevolgen geworpen gilde gister graad graaf
        graan hall hechten heeft helden helen helft hello help heupen hielpen iemands julie
        kanten kranten kringen kwetsen lager lange langere leeft legende lens leven levens
        lever leverde lieve lieverd machines managers mannelijk mannelijke mans medewerkers
        meewerken menen mengen menu messen meten milde misselijk nader nadere niemand nodige
        nodigt onder ondernemen ondersteunen oorbellen operatie opnamen opstellen opvallen
        overeen overheden overheen overkomen overleden overleeft overleven overname
        overweegt overwegen persen personal piraten plaat plaatse plaatst planten platen
        praag preek rechte rechter rellen richten roots sander schakelt schaken schatten
        services servie specialisten spraken spreekt spreker streek streken technisch tellen
        traag under vechten verantwoordelijk verband verbannen verbetering verbieden
        verbinding verbindt verboden verbond verbonden verbranden verlangt vermijden
        vertegenwoordigen vertegenwoordigers verzekeren verzekeringen verzinnen verzonden
        vraag wenen wennen werknemers wild wilden zanger zevende""",
    "pl": """adam bezposredni bezposrednie bezposredniego bezposrednim bolem chcialaby chcialabys
        chcialam chcialby chcialbys chcialem chcialy cisnienia czesci czlowiekowi czlowieku
        dobr dobra dobre dobro dobrym dobrzy dolacz dolaczyc dolnym doradca dostal dusze
        dzial dziala dziale dzialo dzieje dziekujemy dziel dzielem dzwonic gada handlowe
        handlowej handlowych handlowym inny innymi jadac kariere kierowac kierownik
        kierownika klient klientem kogo kogokolwiek kolegi kolego komu konsultacji kontaktow
        kontakty kontekscie kontekstu kontrakt kontraktu laczy leczyc liczyc ludzki maszyn
        maszyny mowi mowia mowiac mowie mowil musza napisal normalna normalne normalnej
        normalnie normalny normalnych ochote opisac osob pilne pisal piszac placz podroze
        polacy polaczen polaczenia polaczeniu polaczone polecenie polega polozenie polozyc
        pomagam pomoga pomoge pomogla pomoglo pomoz ponoc poprosic poprosil poprostu postac
        potem potrzeb potrzeba potrzebe potrzebie potrzebne potrzebuja potrzebujemy
        potrzebujesz potrzeby pracownicy pracownik pracownika pracownikami pracownikiem
        pracownikom pracownikow prawdzie prawdziwe prawdziwej prawdziwi prawdziwie
        prawdziwych prosbe prosi prosil proste przedstawiciela przedstawicielami
        przedstawiciele przedstawicieli przejac przekazal przekazane przekazanie przekazu
        przekazuje przekonac przeraza przewaznie przeznaczenie realne reprezentantow robote
        roboty rozmawia rozmawiaja rozmawiamy rozmow rozmowie rozowy silnie skierowana
        skierowane skierowany soba sobie sobota specjalisci specjalista specjalistow
        swietowac szesc szuka szukac szukaj szukal szukamy szybka szybki technicznej
        technicznie technicznych trzema udzialem udzialu witaj witamy wlaczyc wolny wpisac
        wsparciu wymaga wymagac wymagan wzialem zadac zadan zadzwon zapisac zespol zespole
        zespoly zostac zwykly zycie zyczy""",
    "tr": """acabilir acayip acilan aglar almadi almasini amiral anabilim anlasilir anlatilir
        anormal antik aracin arasi arasina arasinda arasindan arayan arkada arkadan arkadasa
        arkadasi arkadasim arkadasima arkadasimin arkadasimiz arkadasimla arkadasin
        arkadasina arkadasini arkadasinin arkadasiyla arkadaslar arkadaslara arkadaslari
        arkadaslarim arkadaslarima arkadaslarimin arkadaslarimiz arkadaslarin arkadaslarina
        arkadaslarini arkadaslarinin arkadaslariyla arkadaslik arti artis aska atik atti
        attik baglama baglanan baglanir baglanmis baglantili baglantisi baglari baglayan
        bakiyorum bakmayin banka barisi basa basak baskan baski basla baslamak baslamasi
        baslandi baslar baslasin baslatti baslayan baslayin baslayip basliyorum basta
        bekliyor bekliyoruz beter bilgileri bilimleri bilinen biliyorum birbirine birbiriyle
        birbirleriyle birden birilerine birilerini birimi birimler birimleri birinci birinde
        birinin biriniz birisin birisini birisinin birligine birlikleri bitkileri bizleri
        bonus budur caglar calinan calisacagiz calisacak calisani calisanlar calisanlari
        calisanlarin calisarak calisin caliskan calismanin cani capli cinli daglar danisma
        danismani danismanlik derdin dersin destekler destekli devlet devletin devre direk
        donus durmak elemani elemanlari etkili gecer gecim gecin gecip geciren gecirip
        gecirir gecis gecit gecme gecmez gelir gelmek gerekce gereken gerekir gerekiyordu
        gerekiyorsa gerekse gereksiz getir getirin gezmek girisi gogus gorecek gorelim
        gorevi gorevinden gorevine gorevini gorevler gorevleri gorevlerini gorevlileri
        gorevlisi gormek gormeye gormus gorulebilir gorulecek gorulmeye gorun gorunmek
        gorunmez goruntu gorunum gorup gorur gorusmeler gorusmesi gorustu gorusu gorusuruz
        goturmek gucler guler gunlere gunleri hakimi hakkari hakki haklar halep hatlari
        hatta hazretleri hikmet hizmete hizmeti hizmetler ihsan ihtiyaci ihtiyacimiz
        ihtiyacin ihtiyacini ihtiyar iletisimi iliskiler iliskilerin iliskilerini iliskili
        inan inanan insa insanda insanim insanin insanlar insanlara insanlarda insanlardan
        insanlari insanlarin insansin istedi istedik istegim isteme istemedim istemek
        istemez istemiyor istendi istersin istesem istiyor istiyordu istiyordum istiyorsa
        istiyorsun izliyorum izliyoruz kalmasi kalmayi kanallari kanatlari kanli kaynaklar
        kaynaklarin kaynaklarini kaynakli kazim kime kimseler kimseye kimseyi kirmak kisiyi
        konu konuk konum konuma konusan konusarak konusmalar konusmasi konusmayi konustu
        konustuk konusu konusudur konusun konusup konusur konusurken konut korumak korumaya
        kostum kurma kurmay macina makineler merkeze merkezi mersin mudurlugu muduru nazim
        nisan norman olabilir personeli peter saglar sanli sarayin satti secmek selim
        sohbeti sorumludur sorumlulugu sorumlulugunu sorumluluk sorumlusu sorunlu sorusturma
        sorusturmasi sudur talip tamir telefon telefona telefondan telefonla telefonlar
        telefonum telefonun temas temasi temsil temsilcileri temsilcisi temsili tercihi
        ulasabilirsiniz ulasim ulasir ustunu uzmani uzmanlar uzmanlik varsin verdin vurmak
        yagis yapan yapar yapimci yardimcisi yardimi yarim yaris yarisma yatay yazdim yazi
        yazik yazim yazin yazip yazisi yazmak yazmis yener yerime yerin yerinde yerini
        yeteri yetkililer yetkilileri yetkisi yoneticiler yoneticileri yoneticisi yonetimi
        yonetimin yonetiminde yonetimindeki yonetimine yonetimini yonetiminin""",
    "ar": """ابان ابدا ابدي ابقي ابكي ابني اتصالات اتصلت اثاره احبه احداث احدكم احدهما احدي احصل
        احلم احلي احنا اداه ادري ادعي ادلب ادني اراد ارجاء ارجع ارسال ارسلت اريك ازاله اسلام
        اسلم اسمي اسنان اسيا اشاره اشرف اصدر اطلع اطلق اعلان اعلم اعلي اعمل اعني اعيد اغلب
        افعل اكرم اكمل اكيد الاب الابن الات الاتجاهات الاتهامات الاتي الاحتفالات الاخ الاذن
        الاذي الاسلام الاصابات الاصلي الاعلي الاف الالف الالم الاله الاليه الام الامن الانف
        الاهلي الاولي البحريه البريه البشره البشري البصريه البكاء التالي التحدي التحديث
        التعلم التوصل الجميل الجن الجو الحادث الحادثه الحاديه الحاله الحالي الحداثه الحدث
        الحديثه الحديد الخاص الزمني السلاح السلامه السلم السليم السن الشان الطالب الطب الطلب
        الظلام الظن العالي العلماء العلي العمال العمل العملات العملاق العمله العميد العميق
        الغالي الفا الفضل الفن الكرام الكلاب الكلي الكم اللا اللي الماده الماديه المالي
        المبادره المتحدث المحادثات المحاسبه المحافظه المحاكمه المحاوله المحترفين المحدده
        المساعده المستخدم المستخدمه المشاركون المشاركين المشترك المشتركه المضاده المعادله
        المعاديه الملا المواد الموسف الموقف المولف المومنين الوان اليات الياس اليد اليس اليك
        اليكم الينا اليها اماره امان امثله امكن امني امين انتاج انتشر انتظار انظر انمي اهالي
        ايصال ايمي باحد باداره باري بافضل بالاتصال بالحديث بالكلام بايت بحاله بحجه بحري
        بحريه بخير بسلام بشرط بشير بطلب بغير بغيه بفضل بقيت بمثل بمساعده بنيت بيري تامل
        تتحدث تتصل تتكلم تتمني تجيب تحتاج تحتاجه تحدثت تحدد تحدي تحديث تحكي تحليل تحميل تحول
        تحوي تخصص تدير ترسل ترغب تريد تساعد تطالب تطلب تعامل تعني تعيد تفضل تكلم تمثل تمكن
        تمويل تميل تنادي تنتظر توصل جايزه جدير جراء جميل حاجه حادث حادثه حاده حازم حافه
        حالات حالك حاله حاليا حامل حاملا حاولوا حريق حسابه حصلوا حقبه حقيقه حولنا حولها حولي
        خطير داني دعونا دعوي دورا ديني رايد رجال رفيق روبرت رييسا رييسه رييسي زميله ساعد
        سالم سرعه سلاح سلامه سليم شابه شامل شخصي شخصيا شكري شكلا شهرا صعيد صورا صيني ضروره
        ضروريه طالب طريق عاجل عادت عادل عاده عاديه عالم عالي عاليا عاما عامر عاملا عامله
        عامه عامي عامين عاني عايد عايشه عايله عبارات عجوز عزيز عقلي علام عليا عليك عليكي
        عليهم عمال عميل عندي عوامل غابه فاضل فايق فذلك فريد فريقا فريقه فضلا فعلا فعلت فعله
        فعليا فعليك فلان فمثلا فورد فوري كاحد كامل كبير كرييس كلام كليا لاحد لاداره لافضل
        لتامين لتحويل لتصل لرييس لطلب لعلي لفريق للاتصال للاتصالات للحديث للسلام للمستخدمين
        لمثل لمساعده لنادي مادي مالا مباشره متخصصه متصل مثلا مثله مثير مثيرا مجيد مختصر مخصص
        مدار مديره مساعد مستعده مستوي مسكن مسووله مسوولي مشيرا مصرف مصير مطالب معرفه معني
        مماثل مماثله ممثلي ممكنا ممكنه منتظم منظر منير موضع موقف موقفا مولف نابولي ناجي نادر
        نادرا ناديه ناري نامل نتعلم نتمني نجيب نرجو نطالب نطلب نقدر نقلا نقلت نقله ننتظر
        نهار نورا هادي واتمني واحدا واحده واحمد واداره وادي وارد واصل وافضل واكد والا
        والاتصالات والان والتواصل والحديث والد والسلام وايل وتحدث وجاء ورييس وشكرا وصلنا
        وطالب وطلب وعلي وقيل وكيف ولان ومثل ومدير يتحدث يتكلم يتمني يحتاج يحتاجه يحدث يحصل
        يحكي يدير يرسل يرغب يريد يساعدك يستعد يطالب يطلب يعني يفصل يفضل يمثل يميل ينتظر
        يواصل""",
    "hi": """agenda agents connected insaaf inspire manage managed operation services अधिकतर
        इंतजाम इंसाफ कम्प्यूटर करवाए करेंगी कहूंगा कृपा कृप्या चाहत चाहने चाहा चाहे जरुरत
        जरूर जरूरी जल्द जिंदल जिम्मेदारी जीवंत निंदा पोर्ट प्रबंध प्रबंधन बदलना बुलाए बोलता
        बोलने बोला मलिक मालिश मासिक मिलेगी मौलिक वास्तव वास्तविकता विशेषज्ञता विशेषज्ञों
        व्यक्त संचालन सेक्टर स्टार स्विस हल्दी""",
}
