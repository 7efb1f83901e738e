"""Right words that are a letter or two away from a key word: the other languages."""

# letters of other scripts look like Latin ones, and are meant

KEPT: dict[str, str] = {
    "de": """abnehmen achten angestellt angestellte annehmen aufnahme aufnahmen aufsehen
        aufzunehmen ausnahmen bearbeiten bearbeitet bekamen bekommst bekommt benotigen
        benotigt benotigte benotigten besprechung besprochen betreiber betreten betreut
        betruger beute bevorzugen bevorzugt branche braten brauch brauchen braucht brauchte
        college diensten dienstes dient diente ehrliche enden erden erreicht erreichte
        erreichten errichten externen fachkrafte fahren fordern fordert forderte fuhlen
        fuhre fuhrer fuhrten gekommen geraten gesprache gesprachen hatten helden heute
        hunden irgendein irgendwann irgendwas irgendwer irgendwie irgendwo jeden kontakte
        kunde kurden laute lebte lebten legende legte legten leiden leidet leihen leisten
        leistet leiter leitete machte manchen mannchen meiden melde meldete menschlich
        mischen mitarbeit mitarbeiterin mitarbeitern mochten munchen operation personliche
        personliches quatsch rechten rechter redet regen reiten reiter richten richter
        richtig richtiges richtungen rollen ruhren runden schaden schaffen schale schalke
        schalter schaltet schamen scharfen schatten schatzen schauen schaute scheibe
        scheiben scheiden scheinen schieben schlafen schlagen schmalen schneiden schrauben
        schrecken schreib schreibe schreiber schreibst schreibt schreien schrieben schulden
        schulen schulter schultern schweigen seiten senden services sollen sozialisten
        spalten sprach sprache sprachen sprecher sprecherin sprich spruch spruche stechen
        stehlen stellt stellte stellten stille stillen strecken streichen sunden technik
        techniken technisch technische tollen traten ubergab ubergabe uberleben uberlegen
        ubernahme ubernahmen ubernommen ubersehen uhren unterhalt unternehmen unterstutzen
        verantwortlich verband verbande verbandes verbieten verbietet verbindungen
        verbringen verbundene verbundenen verbundeten vereine vereinen vereinten vergangen
        verhindern verhindert verkundet verlag verlage verlangen verlangern verlangert
        verlangt verlangte vermieden vermieter vertreten vertretern verwenden verwendet
        verwendung vollen vorgange vorgesetzten vorlage wanden weiber weiden weite weitem
        weiten weitere weitergegeben weitergehen weiters wellen wende wendet werden wetter
        wichtigen wichtiger willen wolken wolle wollten wunden wunsch wunschen wunscht
        wunschte zweiter""",
    "nl": """adviseert adviseren adviseurs ballen bedekken bedenken bedreigen behoeften behoeve
        bekeken belgen belle belofte beperken bereiden bereik bereikt bereikte bereikten
        berekend besefte betrekken bewerken billen breiden breken cellen college computers
        consument consumenten contacten contant contract deskundigen diens dient ellen
        experts export gehouden gelopen gent geroepen gevolgen geworpen iemands julie kanten
        kranten kringen kwetsen leven levens lever lieve lieverd machines managers mannelijk
        mannelijke medewerkers meewerken menen mengen messen misselijk niemand ondernemen
        ondersteunen oorbellen operatie opnamen opstellen opvallen overeen overheden
        overheen overkomen overleden overleeft overleven overname overweegt overwegen persen
        personal piraten plaat planten platen praag preek rellen roots schakelt schaken
        schatten services servie specialisten spraken spreekt spreker streek streken
        technisch tellen verantwoordelijk verband verbannen verbieden verbinding verbindt
        verboden verbond verbonden verbranden verlangt vermijden vertegenwoordigen
        vertegenwoordigers verzinnen verzonden wenen wennen werknemers""",
    "pl": """bolem chcialaby chcialabys chcialam chcialby chcialbys chcialem chcialy cisnienia
        czlowiekowi czlowieku dacie dolacz dolaczyc doradca dzial dziala dziale dzialo
        dzielem dzwonic gada jadac kierowac kierownik kierownika klient klientem kogo
        kogokolwiek kolegi kolego komu konsultacji kontaktow kontakty kontekscie kontekstu
        kontrakt kontraktu laczy leczyc liczyc ludzki maszyn maszyny napisal opisac osob
        osobie pisal piszac placz podroze polacy polaczen polaczenia polaczeniu polaczone
        polecenie polega polozenie polozyc pomagam pomoga poprosic poprosil poprostu potem
        potrzeb potrzeba potrzebe potrzebie potrzebne potrzebuja potrzebujemy potrzebujesz
        potrzeby pracownicy pracownik pracownika pracownikami pracownikiem pracownikom
        pracownikow prawdzie prawdziwe prawdziwej prawdziwi prawdziwie prawdziwych prosbe
        prosi prosil proste przedstawiciela przedstawicielami przedstawiciele
        przedstawicieli przejac przekazal przekazane przekazanie przekazu przekazuje
        przekonac przeraza przewaznie przeznaczenie reprezentantow robote roboty rozmawia
        rozmawiaja rozmawiam rozmawiamy rozmow rozmowie rozowy skierowana skierowane
        skierowany soba sobota specjalisci specjalista specjalistow swietowac szuka szukac
        szukaj szukal szukamy technicznego technicznej technicznie techniczny udzialem
        udzialu wlaczyc wpisac wsparciu wymaga wymagac wymagan wzialem zadac zadzwon zapisac
        zespol zespole zespoly""",
    "tr": """acabilir aglar almasini anabilim anlasilir anlatilir aracin arasi arasina arasinda
        arasindan arayan arayip arkada arkadan arkadasa arkadasi arkadasim arkadasima
        arkadasimin arkadasimiz arkadasimla arkadasin arkadasina arkadasini arkadasinin
        arkadasiyla arkadaslar arkadaslara arkadaslari arkadaslarim arkadaslarima
        arkadaslarimin arkadaslarimiz arkadaslarin arkadaslarina arkadaslarini
        arkadaslarinin arkadaslariyla arkadaslik atti baglama baglanan baglanir baglanmis
        baglantili baglantisi baglari baglayan bakiyorum bakmayin barisi baslamak baslamasi
        baslandi baslar baslasin baslatti baslayan baslayin baslayip basliyorum bekliyor
        bekliyoruz bilgileri bilimleri bilinen biliyorum birbirine birbiriyle birbirleriyle
        birden birilerine birilerini birimi birimler birimleri birinci birinde birinin
        biriniz birisin birisini birisinin birligine birlikleri bitkileri bizleri budur
        caglar calinan calisacagiz calisacak calisani calisanlar calisanlari calisanlarin
        calisarak calisin caliskan calismanin daglar danisma danismani danismanlik derdin
        dersin destekler destekli devlet devletin devre durmak elemani elemanlari etkili
        gecer gecim gecin gecip geciren gecirip gecirir gecis gecit gecme gecmez gelir
        gelmek gerekir gerekiyordu gerekiyorsa getir getirin gezmek girisi gorecek gorelim
        gorevi gorevinden gorevine gorevini gorevler gorevleri gorevlerini gorevlileri
        gorevlisi gormek gormeye gorulebilir gorulecek gorulmeye gorunmek gorunmez
        gorusmeler gorusmesi gorustu gorusuruz goturmek hatta hazretleri hikmet hizmete
        hizmeti hizmetler ihsan ihtiyaci ihtiyacimiz ihtiyacin ihtiyacini ihtiyar iletisimi
        iliskiler iliskilerin iliskilerini iliskili inan inanan insa insanda insanim insanin
        insanlar insansin istedi istedik istegim istemedim istendi istersin istiyor
        istiyordu istiyordum istiyorsa istiyorsun izliyorum izliyoruz kime kimseler kimseye
        kimseyi kirmak kisiyi konuma konusan konusarak konusmalar konusmasi konusmayi
        konustu konustuk konusudur konusur konusurken korumak korumaya kurma kurmay macina
        makineler merkeze merkezi mersin mudurlugu muduru nisan olabilir personeli saglar
        sarayin satti secmek sohbeti sorumludur sorumlulugu sorumlulugunu sorumluluk
        sorumlusu sorunlu sorusturma sorusturmasi sudur temas temasi temsil temsilcileri
        temsilcisi temsili tercihi ulasabilirsiniz ulasim ulasir ustunu uzmani uzmanlar
        uzmanlik varsin verdin vurmak yapan yapar yarisma yatay yazmak yetkililer
        yetkilileri yetkisi yoneticiler yoneticileri yoneticisi yonetimi yonetimin
        yonetiminde yonetimindeki yonetimine yonetimini yonetiminin""",
    "ar": """اتصالات اثاره احدكم احدهما اداه اسنان اشاره الاتجاهات الاتهامات الاتي الاحتفالات
        الاذي الاصابات الاصلي الاعلي الالف الالم الاله الاليه الاهلي الاولي البكاء التالي
        التحدي التحديث التعلم التوصل الجميل الحادث الحادثه الحاديه الحالي الحداثه الحدث
        الحديثه الحديد الخاص الزمني الظلام العالي العلماء العلي العمال العمل العملات العملاق
        العمله العميد العميق الغالي الكرام الكلاب الكلي اللي الماده الماديه المالي المبادره
        المتحدث المحادثات المحاسبه المحافظه المحاكمه المحاوله المحترفين المحدده المستخدم
        المستخدمه المشاركون المشاركين المشترك المشتركه المضاده المعادله المعاديه الملا
        الموظف المومنين اماره امثله اهالي ايصال باداره بالاتصال بالحديث بالكلام بحريه
        بمساعده تتحدث تتكلم تحتاجه تخصص تكلم توصل حادثه روبرت فمثلا لاداره للاتصال للاتصالات
        للحديث للمستخدمين لمساعده متخصصه مثلا مثله مثيرا مخصص مديره مساعد مستعده مسووله
        مسوولي مشيرا معرفه مماثله ممثلي موقفا نتعلم واداره واصل والاتصالات والتواصل والحديث
        وتحدث يتحدث يتكلم يحتاجه يواصل""",
    "hi": """agenda agents connected insaaf inspire manage managed operation services इंसाफ
        कम्प्यूटर करवाए जिम्मेदारी पोर्ट प्रबंध प्रबंधन बदलना बुलाए बोलता बोलने बोला मलिक
        मालिश मासिक मौलिक विशेषज्ञता विशेषज्ञों व्यक्त संचालन सेक्टर स्टार स्विस""",
}
