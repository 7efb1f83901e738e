"""How Polish and Turkish ask for a human; the roles are in `asking_words`."""

from warmline.domain.asking_words import Lexicon

POLISH_WORDS: Lexicon = {
    "C": """rozmawiac porozmawiac pogadac skontaktowac rozmowa rozmowe rozmowy kontakt
        kontaktu gadac kontaktowac pomowic czatowac napisac porozmawiam dogadac czat pisac
        rozmawial skonsultowac obsluzony mowic eskalacja eskalowac""",
    "K": "zadzwonic zadzwoni oddzwonic oddzwoni dzwoni zadzwonil oddzwonil skontaktuje",
    "M": """polacz polaczyc polaczcie przelacz przelaczyc przelaczcie przekieruj przekierujcie
        przekierowac polaczenie przelaczenie przekaz przekazcie przekazac przekierowanie
        skieruj skierowac eskaluj odeslij lacz laczyc""",
    "w": """chce chcialbym chcialabym potrzebuje wole poprosze potrzebny potrzebna zadam
        wolalbym wolalabym zycze domagam moge chcemy potrzebuj musze wymagam szukam dac""",
    "p": """czlowiek* konsultant* pracowni* operatorem operatora operator operatorka
        przedstawiciel* doradc* kierowni* menedzer* manager* przelozon* szef! szefem! szefa!
        konsultacje supervisor* specjalist* reprezentant* obsluguj""",
    "f": "agent agenta agentem osoba osobe osoby osobami ludzmi",
    "a": "ktos kogos kims komus ktokolwiek ekspert asystent* kolega kolege",
    "E": "ludzie ludzi",
    "b": "bot botem bota robot robotem robota maszyna chatbot chatbotem automat automatem",
    "t": """z ze do czy sie o jest tam tu to ten na w od dla mogl moglby moglbym moglabym
        mozna i lub tylko jakis jakims kto ktora ktorym ktory jak wasz waszym waszego zebym
        zeby niech moze mozecie byc by przez u pan pani""",
    "j": """prawdziwym prawdziwy prawdziwego prawdziwa zywym zywy zywego zywa innym realnym
        realny realna realnego zwyklym normalnym wolnym""",
    "e": "mnie mna mi",
    "h": "pomoc pomocy pomoze pomogl pomoglby",
    "y": """teraz dzien dobry natychmiast pilnie szybko czesc tak dziekuje bezposrednio witam
        prosze prosic juz""",
    "i": "godziny godzinach numer telefon adres email otwarte czynne kiedy czynna otwarta",
    "z": "ubezpieczeniowego ubezpieczeniowy handlowy nieruchomosci",
    "d": "zaden zadnego bez nie",
    "o": "bo wczoraj poniewaz",
    "n": "zamiast",
    "A": "dostepny dostepna dostepni",
    "R": "odpowiedziec odpowie spojrzy sprawdzi odpisze obejrzy",
    "V": "daj dajcie zawolaj poproscie",
}

POLISH_PHRASES: Lexicon = {
    "p": """zywa osoba|zywa osobe|prawdziwa osoba|prawdziwa osobe|zywy czlowiek
        |prawdziwy czlowiek|zywym czlowiekiem|ktos zywy|kogos zywego|kims zywym
        |pomoc czlowieka|kosci|zywej osoby|krwi i kosci|ktos prawdziwy|prawdziwymi ludzmi
        |czlonek zespolu|osoba z obslugi|ktos z obslugi|kims z obslugi""",
    "s": """biuro obslugi|biurem obslugi|biura obslugi|obsluga klienta|obslugi klienta
        |obsluge klienta|dzial obslugi|dzialem obslugi|dzialu obslugi|wsparcie|wsparciem
        |wsparcie techniczne|pomoc techniczna|pomoca techniczna|infolinia|infolinie|infolinii
        |centrum obslugi|wsparcia|obsluga klientow|obslugi klientow|obsluga|dzial techniczny
        |dzialem technicznym|dzialu technicznego|dzialem reklamacji|dzialu reklamacji|dzialem""",
    "C": """nawiazac kontakt|wejsc w kontakt|skontaktowac sie|w kontakcie|miec do czynienia
        |rozmawiam tylko z""",
    "g": "czy jest|czy sa|czy macie|czy ma pan|jest tu|jest tam|macie|czy mozna dostac",
    "q": """jestes|czy jestes|czy rozmawiam|rozmawiam z|czy pan|czy pani|czy to|czy ty
        |czy pisze|czy czatuje""",
    "n": """nie chce|nie potrzebuje|nie trzeba|nie musze|nie chcialbym|nie chcialabym|nie z
        |zamiast z|nie mam ochoty|nie szukam""",
    "x": """agenta ubezpieczeniowego|rozmawialem|rozmawialam|innej osobie|inna osoba|na osobe
        |moj operator|operator blokuje|ktos inny|przedstawiciel handlowy|kontakt z kurierem
        |osoba kontaktowa|osobe kontaktowa|osoby kontaktowej""",
    "r": "mam dosc|dosc tego|dosyc|nienawidze|mam dosyc|odmawiam rozmowy z|odmawiam",
    "L": "kims innym|kogos innego",
    "K": "do mnie zadzwoni|ze mna skontaktuje|niech zadzwoni|ze mna skontaktowal",
    "l": "przez telefon|na linii|do telefonu",
    "w": "czekam na|nadal czekam na|wciaz czekam na",
    "v": "polacz mnie|przelacz mnie|polaczcie mnie|przelaczcie mnie|przekieruj mnie",
    "V": "dajcie mi|daj mi|dac mi",
}

TURKISH_WORDS: Lexicon = {
    "C": """konusmak konusabil* konusmam konusayim konusalim gorusmek gorusebil* gorusmem
        goruseyim gorusme gorusmeye ulasmak ulasabil* ulasirim sohbet ulasayim konusma
        konustur* konusturur gorustur* yazismak iletisim iletisime gorusmeliyim konusmaliyim
        konusmaya dertlesmek mesajlasmak irtibat irtibata konusacak gorusecek konus gorus
        yazis""",
    "K": """arasin ararsa aramasini arayabilir ara arama arasinlar aramali arar ararmi arayin
        aramak arayip""",
    "M": """bagla baglayin baglar baglan baglanmak baglayabilir baglarmisiniz aktarin aktar
        aktarir yonlendirin yonlendir baglanayim baglanabilir baglanti yonlendirir aktarabilir
        yonlendirebilir cagirin cagir verin ver versin baglamani baglamanizi iletin ilet
        aktarilmak baglanmam devredin devret devral devralsin gecir gecirin""",
    "W": """istiyorum istiyoruz lazim gerek gerekiyor ihtiyacim ihtiyac rica isterim isterdim
        gerekli yeter istedim talep bekliyorum tercih isteriz alabilir""",
    "p": """insan! insanla insana insani insandan temsilci* gorevli* yetkili* operator*
        danisman* calisan* mudur* amir* uzman* personel* sorumlu* yonetici* eleman*
        supervizor* agent supervisor* manager* ustunuz* sef""",
    "f": "kisi! kisiyle kisiye agente",
    "a": """biri birisi biriyle birisiyle birine birisine birini birileri birileriyle kimse
        kimseyle ekibinizle ekip arkadas* birinden""",
    "E": "insanlarla",
    "b": "robot robotla bot botla makine makineyle makina makinayla chatbot chatbotla yapay robota",
    "t": """bir ile ve ben benim icin de da mi mu miyim olan sizin sizden sadece hemen orada
        burada bu su o nasil ne gibi hakkinda kadar olarak olur musun tane an""",
    "j": "gercek canli baska normal yetkili hakiki",
    "e": "beni bana benimle",
    "h": "yardim yardimci destek yardima",
    "y": """lutfen simdi merhaba evet tesekkurler acil acilen selam artik direkt iyi gunler
        telefonda""",
    "i": "saat numarasi numara telefonu adresi numaraniz mail acik kacta kaca saatleri",
    "z": "kaynaklari haklari sigorta",
    "d": "yok",
    "o": "dun cunku",
    "N": "istemiyorum istemiyoruz gerekmez gerekmiyor istemem",
    "A": "musait uygun",
    "R": "cevap cevaplasin baksin ilgilensin yanitlasin",
}

TURKISH_PHRASES: Lexicon = {
    "p": """canli destek|canli destege|canli destekle|musteri temsilci*|canli temsilci*
        |gercek biri*|gercek insan*|gercek kisi*|gercek bir insan*|gercek bir kisi*
        |musteri hizmetleri temsilci*|canli kanli|destek temsilci*|etten kemikten
        |yetkili kisi*|bir insan|yetkili biri*|insan destegi|gercek bir temsilci*
        |sorumlu kisi*|canli biri*|gercek birisi*|gercek biriyle|insan temsilci*
        |insan bir temsilci*|canli sohbet|sadece insanlarla|insan yardim*|telefonda bir insan""",
    "s": """musteri hizmetleri|musteri hizmetlerine|musteri hizmetleriyle|musteri hizmetlerini
        |musteri hizmet*|destek ekib*|teknik destek*|cagri merkez*|musteri destek*
        |musteri desteg*|musteri iliskileri*|destek hatti*""",
    "C": """iletisime gecmek|irtibata gecmek|iletisim kurmak|temasa gecmek|nasil ulasabilirim
        |nasil ulasirim|iletisime gecebil*|irtibat kurmak|iletisime gecir*""",
    "g": "orada biri",
    "q": "sen bir|siz bir|konustugum|sen|siz|karsimdaki",
    "Q": """misin|misiniz|musun|musunuz|mi sin|konusuyorum|mi konusuyorum|mi yazisiyorum
        |mu konusuyorum""",
    "N": """konusmak istemiyorum|gorusmek istemiyorum|gerek yok|ihtiyacim yok|istemiyorum
        |baglanmak istemiyorum|lazim degil|gerek kalmadi|gerekli degil""",
    "x": """insan kaynaklari|baska biri|baska birine|baska birisi|ile konustum|konustum
        |gorustum|baska kisi""",
    "n": "yerine",
    "r": "biktim|sikildim|biktim artik|reddediyorum",
    "G": "var mi|kimse yok mu|var midir",
    "v": "beni bagla|beni aktar|aktar beni|bagla beni|beni baglayin|beni aktarin|beni yonlendir",
    "i": "ne zaman",
}
