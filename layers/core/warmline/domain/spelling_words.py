"""What the repair of key words must know besides the key words themselves."""

# letters of other scripts look like Latin ones, and are meant

from warmline.domain.spelling_kept import KEPT as KEPT_WEST
from warmline.domain.spelling_kept_more import KEPT as KEPT_OTHERS

KEPT: dict[str, str] = KEPT_WEST | KEPT_OTHERS

# Key words that are short, and repaired all the same.
ALSO_REPAIRED: dict[str, str] = {"en": "talk talking chat", "nl": "mens", "de": "mensch"}

# Frequent words that have no role in an ask: they tell which language a message is in.
COMMON: dict[str, str] = {
    "en": """and is for be are have he by or we all his they will up out what has more do its
        their her she new how them im good only first him know see two make think back these
        go said way most much very where should really did work year years being day too
        going before off why made got many never those life say world down great last thats
        best such love man home long something use cant same used both every am come part
        state three around""",
    "es": """te este esta todo ha yo ser son fue muy tambien todos eso asi anos dos bien entre
        desde hasta hacer era vez hace nada ni donde parte algo tiempo dia mucho tan ver
        vida ese han mismo siempre tengo cada despues estan esa estado estoy mundo va ano
        les otros cosas gran menos nunca tanto antes poco sea habia tener trabajo durante
        ellos lugar creo hecho aunque contra cuenta decir gobierno pais soy todas casa estos
        forma he nuevo sido ella estas estaba estar hoy dice toda tres voy""",
    "fr": """et qu ne se ca tu elle son ai ou si sont tout fait bien ils cette faire sa meme ont
        etait ete ses lui aussi deux leur ces apres suis tres tous va encore alors avait
        entre temps ans autres dit peu france rien dire monde te fois toujours voir bon
        contre avant depuis donc notre sous jamais vie moins dont toi quoi soit trop leurs
        toute juste vraiment ainsi as grand pays francais mes beaucoup jour quelques comment
        es premier sera nos cela trois homme paris toutes vu""",
    "de": """fur sich des als er dass so bei aber sind nach noch war wenn oder wird was werden
        dann schon habe sein vor mich bis immer diese wieder alle sehr uns bin unter gut
        gibt hatte dieser gegen seine alles also geht viel zeit ab ganz machen meine damit
        dir einfach beim etwas waren zwei mein eines seit soll selbst wo dich hab heute
        kommt nichts nun leben wer macht deutschland ihm jahr ihn jahren seiner viele
        zwischen jahre ware diesem dieses wurden dabei dort mussen gerade neue erst ersten""",
    "pt": """mais dos foi sao das ou ele muito isso tambem esta meu pelo ela vai so pela bem ate
        mesmo te ter tudo ainda fazer minha anos todos entre era seus nas assim depois onde
        vou brasil mundo estao esse tempo vida essa eles tenho casa nada the ver melhor
        foram sempre ano grande vez aos apenas coisa sou suas dois nunca todo parte outros
        hoje sei tao entao nem nossa faz cidade qual deus estou trabalho durante estado
        forma novo seja dias maior primeiro sera cada la qualquer acho""",
    "it": """sono ha piu se nel anche delle questo ho su solo nella ti era stato tutti ed questa
        tutto cosa hanno tra fatto prima loro parte anni due sua ai fare cosi dalla degli
        dopo alle uno ne poi quello sempre fa chi ancora molto mai ogni altri mio quanto mia
        tempo dove vita nei gia quella quindi secondo proprio bene lavoro modo dai nelle
        casa sta te volta dire italia giorno mondo questi stata lui siamo stesso via cose
        grande primo contro de caso li mentre tutte abbiamo quel""",
    "nl": """en zijn hij ook ze uit dan was wat heeft of nog deze zo al mijn wel tot heb haar ben
        veel jaar me na waar werd goed gaan gaat onze zich doen dus tegen maken mij onder
        had hun twee nieuwe weer zien zal jij moeten eerste komt wij eens heel toch dag mee
        staat alle tijd zij zoals iets komen leven toen ga waren hem tijdens altijd tussen
        weet laten waarom alles net via gewoon grote man terug af steeds zie bent eigen keer
        maakt iedereen weg hele""",
    "pl": """ale co za po tym tego sa ma ja oraz bardzo bedzie jego sobie ich mam jesli roku tez
        jeszcze byl ktore jako jestem bylo jej nawet go no pod cos ci lat te wiec gdy gdzie
        tej jednak wiem nic wszystko przy przed wiecej chyba nas takze on byla tych rowniez
        ta takie niz dobrze zawsze wlasnie masz aby albo ty osob czas maja dzieki ktorzy
        podczas bardziej dlaczego dzieci nich raz mu nad nigdy pracy im mamy zycie dnia
        innych je temu tutaj wiele zostal beda jeden miejsce""",
    "tr": """cok daha en her var ama sonra ki ya degil buyuk yeni guzel zaman ilk iki hic ise
        oldu bile sey boyle son tek gun tum yer once gore seni turkiye ayni tarafindan turk
        dogru veya biz oldugunu diye kendi oldugu birlikte devam diger sana fazla neden
        onemli yil icinde olmak ancak bunu iste olsun karsi arasinda insanlar oyle sekilde
        butun istanbul is senin dunya genel yine adam tam uzun bizim bugun az bunun eden
        kucuk size alan bazi geri olacak gelen kadin onu uc biraz gece hem yani ayrica""",
    "ar": """هذا التي كل هذه او كان الذي ذلك بعد الله لم بين كانت قبل قد كما اي ايضا حيث انه
        اليوم خلال وهو بعض تم اذا له مثل محمد هناك يوم لك اكثر عام ولا ثم بن به ولكن شيء لكن
        وفي قال ومن فيه فيها منذ الا الذين العالم يكون عندما وقد بها عدد بشكل اخري تلك هنا
        عند كنت العام لها بان تكون عبد المتحده تحت حول وهي العربيه السعوديه العمل الوقت جدا
        جميع اجل الاول فان انها الحياه بما يتم بسبب دون لن مدينه مصر منها يجب""",
    "hi": """और हैं भी ने लिए कि इस था यह गया ये रहे अब कुछ थे दिया तक थी भारत बाद वो या वह आज
        करते जब बहुत लेकिन होता अपनी सरकार हुआ हुए फिर जा नाम जाता दिन देश हर पहले कहा गए
        काम बार अगर सभी होगा गई कभी तरह होने उनके कई इन इसके होती उसके घर रूप हुई दी द्वारा
        उन्होंने उस कम जैसे मे मोदी लोगों वे सब सबसे आपको साल उसे उन्हें जाने लिया अपना
        प्रदेश ले ऐसे पास एवं हमारे ऐसा क्यों बारे वाली""",
}
