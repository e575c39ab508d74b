/**
 * The countries of ISO 3166-1 that Natural Earth has borders of, one a line: codes of two letters, of three, and of three
 * figures; then names in English, German, French, Italian, Spanish, Portuguese, Dutch, Danish, Swedish, Polish, Czech,
 * Hungarian, Russian, Ukrainian, Greek, Korean and Chinese, each once. The names are those of the Unicode Common Locale
 * Data Repository, version 48 (Unicode License v3).
 * It is a function so that a run which asks for no country has nothing of it in memory.
 */
export const countryNames = (): string => `
AD|AND|020|Andorra|Andorre|Andora|Андорра|Ανδόρα|안도라|安道尔
AE|ARE|784|United Arab Emirates|Vereinigte Arabische Emirate|Émirats arabes unis|Emirati Arabi Uniti|Emiratos Árabes Unidos|Emirados Árabes Unidos|Verenigde Arabische Emiraten|De Forenede Arabiske Emirater|Förenade Arabemiraten|Zjednoczone Emiraty Arabskie|Spojené arabské emiráty|Egyesült Arab Emírségek|ОАЭ|Обʼєднані Арабські Емірати|Ηνωμένα Αραβικά Εμιράτα|아랍에미리트|阿拉伯联合酋长国
AF|AFG|004|Afghanistan|Afganistán|Afeganistão|Afganisztán|Афганистан|Афганістан|Αφγανιστάν|아프가니스탄|阿富汗
AG|ATG|028|Antigua & Barbuda|Antigua und Barbuda|Antigua-et-Barbuda|Antigua e Barbuda|Antigua y Barbuda|Antigua en Barbuda|Antigua og Barbuda|Antigua och Barbuda|Antigua i Barbuda|Antigua a Barbuda|Antigua és Barbuda|Антигуа и Барбуда|Антигуа і Барбуда|Αντίγκουα και Μπαρμπούντα|앤티가 바부다|安提瓜和巴布达
AI|AIA|660|Anguilla|Anguila|Ангилья|Ангілья|Ανγκουίλα|앵귈라|安圭拉
AL|ALB|008|Albania|Albanien|Albanie|Албания|Албанія|Αλβανία|알바니아|阿尔巴尼亚
AM|ARM|051|Armenia|Armenien|Arménie|Örményország|Армения|Вірменія|Αρμενία|아르메니아|亚美尼亚
AO|AGO|024|Angola|Ангола|Αγκόλα|앙골라|安哥拉
AQ|ATA|010|Antarctica|Antarktis|Antarctique|Antartide|Antártida|Antarktyda|Antarktida|Antarktisz|Антарктида|Антарктика|Ανταρκτική|남극 대륙|南极洲
AR|ARG|032|Argentina|Argentinien|Argentine|Argentinië|Argentyna|Аргентина|Αργεντινή|아르헨티나|阿根廷
AS|ASM|016|American Samoa|Amerikanisch-Samoa|Samoa américaines|Samoa Americane|Samoa Americana|Amerikaans-Samoa|Amerikansk Samoa|Amerikanska Samoa|Samoa Amerykańskie|Americká Samoa|Amerikai Szamoa|Американское Самоа|Американське Самоа|Αμερικανική Σαμόα|아메리칸 사모아|美属萨摩亚
AT|AUT|040|Austria|Österreich|Autriche|Oostenrijk|Østrig|Österrike|Rakousko|Ausztria|Австрия|Австрія|Αυστρία|오스트리아|奥地利
AU|AUS|036|Australia|Australien|Australie|Ausztrália|Австралия|Австралія|Αυστραλία|오스트레일리아|澳大利亚
AW|ABW|533|Aruba|Аруба|Αρούμπα|아루바|阿鲁巴
AX|ALA|248|Åland Islands|Ålandinseln|Îles Åland|Isole Åland|Islas Aland|Ilhas Aland|Åland|Wyspy Alandzkie|Ålandy|Åland-szigetek|Аландские о-ва|Аландські Острови|Νήσοι Όλαντ|올란드 제도|奥兰群岛
AZ|AZE|031|Azerbaijan|Aserbaidschan|Azerbaïdjan|Azerbaigian|Azerbaiyán|Azerbaijão|Azerbeidzjan|Aserbajdsjan|Azerbajdzjan|Azerbejdżan|Ázerbájdžán|Azerbajdzsán|Азербайджан|Αζερμπαϊτζάν|아제르바이잔|阿塞拜疆
BA|BIH|070|Bosnia & Herzegovina|Bosnien und Herzegowina|Bosnie-Herzégovine|Bosnia ed Erzegovina|Bosnia y Herzegovina|Bósnia e Herzegovina|Bosnië en Herzegovina|Bosnien-Hercegovina|Bosnien och Hercegovina|Bośnia i Hercegowina|Bosna a Hercegovina|Bosznia-Hercegovina|Босния и Герцеговина|Боснія і Герцеговина|Βοσνία - Ερζεγοβίνη|보스니아 헤르체고비나|波斯尼亚和黑塞哥维那
BB|BRB|052|Barbados|Barbade|Барбадос|Μπαρμπέιντος|바베이도스|巴巴多斯
BD|BGD|050|Bangladesh|Bangladesch|Bangladés|Bangladesz|Бангладеш|Μπανγκλαντές|방글라데시|孟加拉国
BE|BEL|056|Belgium|Belgien|Belgique|Belgio|Bélgica|België|Belgia|Бельгия|Бельгія|Βέλγιο|벨기에|比利时
BF|BFA|854|Burkina Faso|Burquina Faso|Буркина-Фасо|Буркіна-Фасо|Μπουρκίνα Φάσο|부르키나파소|布基纳法索
BG|BGR|100|Bulgaria|Bulgarien|Bulgarie|Bulgarije|Bułgaria|Bulharsko|Болгария|Болгарія|Βουλγαρία|불가리아|保加利亚
BH|BHR|048|Bahrain|Bahreïn|Baréin|Bahrajn|Бахрейн|Μπαχρέιν|바레인|巴林
BI|BDI|108|Burundi|Бурунди|Бурунді|Μπουρούντι|부룬디|布隆迪
BJ|BEN|204|Benin|Бенин|Бенін|Μπενίν|베냉|贝宁
BL|BLM|652|St. Barthélemy|Saint-Barthélemy|San Bartolomé|São Bartolomeu|Saint Barthélemy|S:t Barthélemy|Svatý Bartoloměj|Сен-Бартелеми|Сен-Бартелемі|Άγιος Βαρθολομαίος|생바르텔레미|圣巴泰勒米
BM|BMU|060|Bermuda|Bermudes|Bermudas|Bermudy|Бермудские о-ва|Бермудські Острови|Βερμούδες|버뮤다|百慕大
BN|BRN|096|Brunei|Brunei Darussalam|Brunej|Бруней|Μπρουνέι|브루나이|文莱
BO|BOL|068|Bolivia|Bolivien|Bolivie|Boliwia|Боливия|Болівія|Βολιβία|볼리비아|玻利维亚
BR|BRA|076|Brazil|Brasilien|Brésil|Brasile|Brasil|Brazilië|Brazylia|Brazília|Бразилия|Бразилія|Βραζιλία|브라질|巴西
BS|BHS|044|Bahamas|Bahama’s|Bahamy|Bahama-szigetek|Багамы|Багамські Острови|Μπαχάμες|바하마|巴哈马
BT|BTN|064|Bhutan|Bhoutan|Bután|Butão|Бутан|Μπουτάν|부탄|不丹
BW|BWA|072|Botswana|Botsuana|Ботсвана|Μποτσουάνα|보츠와나|博茨瓦纳
BY|BLR|112|Belarus|Biélorussie|Bielorussia|Bielorrusia|Bielorrússia|Białoruś|Bělorusko|Belarusz|Беларусь|Білорусь|Λευκορωσία|벨라루스|白俄罗斯
BZ|BLZ|084|Belize|Belice|Белиз|Беліз|Μπελίζ|벨리즈|伯利兹
CA|CAN|124|Canada|Kanada|Канада|Καναδάς|캐나다|加拿大
CD|COD|180|Congo - Kinshasa|Kongo-Kinshasa|Congo-Kinshasa|República Democrática del Congo|Demokratyczna Republika Konga|Kongo – Kinshasa|Конго - Киншаса|Конго – Кіншаса|Κονγκό - Κινσάσα|콩고-킨샤사|刚果（金）
CF|CAF|140|Central African Republic|Zentralafrikanische Republik|République centrafricaine|Repubblica Centrafricana|República Centroafricana|República Centro-Africana|Centraal-Afrikaanse Republiek|Den Centralafrikanske Republik|Centralafrikanska republiken|Republika Środkowoafrykańska|Středoafrická republika|Közép-afrikai Köztársaság|Центрально-Африканская Республика|Центральноафриканська Республіка|Κεντροαφρικανική Δημοκρατία|중앙 아프리카 공화국|中非共和国
CG|COG|178|Congo - Brazzaville|Kongo-Brazzaville|Congo-Brazzaville|Congo|República do Congo|Kongo|Kongo – Brazzaville|Конго - Браззавиль|Конго – Браззавіль|Κονγκό - Μπραζαβίλ|콩고-브라자빌|刚果（布）
CH|CHE|756|Switzerland|Schweiz|Suisse|Svizzera|Suiza|Suíça|Zwitserland|Szwajcaria|Švýcarsko|Svájc|Швейцария|Швейцарія|Ελβετία|스위스|瑞士
CI|CIV|384|Côte d’Ivoire|Costa d’Avorio|Costa do Marfim|Ivoorkust|Elfenbenskysten|Elfenbenskusten|Pobřeží slonoviny|Elefántcsontpart|Кот-д’Ивуар|Кот-дʼІвуар|Ακτή Ελεφαντοστού|코트디부아르|科特迪瓦
CK|COK|184|Cook Islands|Cookinseln|Îles Cook|Isole Cook|Islas Cook|Ilhas Cook|Cookeilanden|Cookøerne|Cooköarna|Wyspy Cooka|Cookovy ostrovy|Cook-szigetek|о-ва Кука|Острови Кука|Νήσοι Κουκ|쿡 제도|库克群岛
CL|CHL|152|Chile|Chili|Cile|Чили|Чилі|Χιλή|칠레|智利
CM|CMR|120|Cameroon|Kamerun|Cameroun|Camerun|Camarões|Kameroen|Камерун|Καμερούν|카메룬|喀麦隆
CN|CHN|156|China|Chine|Cina|Kina|Chiny|Китай|Κίνα|중국|中国
CO|COL|170|Colombia|Kolumbien|Colombie|Kolumbia|Kolumbie|Колумбия|Колумбія|Κολομβία|콜롬비아|哥伦比亚
CR|CRI|188|Costa Rica|Kostaryka|Kostarika|Коста-Рика|Κόστα Ρίκα|코스타리카|哥斯达黎加
CU|CUB|192|Cuba|Kuba|Куба|Κούβα|쿠바|古巴
CV|CPV|132|Cape Verde|Cabo Verde|Cap-Vert|Capo Verde|Kaapverdië|Kap Verde|Republika Zielonego Przylądka|Kapverdy|Zöld-foki Köztársaság|Кабо-Верде|Πράσινο Ακρωτήριο|카보베르데|佛得角
CW|CUW|531|Curaçao|Curazao|Кюрасао|Κουρασάο|퀴라소|库拉索
CY|CYP|196|Cyprus|Zypern|Chypre|Cipro|Chipre|Cypern|Cypr|Kypr|Ciprus|Кипр|Кіпр|Κύπρος|키프로스|塞浦路斯
CZ|CZE|203|Czechia|Tschechien|Tchéquie|Cechia|Chequia|Tchéquia|Tsjechië|Tjekkiet|Tjeckien|Czechy|Česko|Csehország|Чехия|Чехія|Τσεχία|체코|捷克
DE|DEU|276|Germany|Deutschland|Allemagne|Germania|Alemania|Alemanha|Duitsland|Tyskland|Niemcy|Německo|Németország|Германия|Німеччина|Γερμανία|독일|德国
DJ|DJI|262|Djibouti|Dschibuti|Gibuti|Yibuti|Djibuti|Dżibuti|Džibutsko|Dzsibuti|Джибути|Джибуті|Τζιμπουτί|지부티|吉布提
DK|DNK|208|Denmark|Dänemark|Danimarca|Dinamarca|Denemarken|Danmark|Dania|Dánsko|Дания|Данія|Δανία|덴마크|丹麦
DM|DMA|212|Dominica|Dominique|Dominika|Доминика|Домініка|Ντομίνικα|도미니카|多米尼克
DO|DOM|214|Dominican Republic|Dominikanische Republik|République dominicaine|Repubblica Dominicana|República Dominicana|Dominicaanse Republiek|Den Dominikanske Republik|Dominikanska republiken|Dominikana|Dominikánská republika|Dominikai Köztársaság|Доминиканская Республика|Домініканська Республіка|Δομινικανή Δημοκρατία|도미니카 공화국|多米尼加共和国
DZ|DZA|012|Algeria|Algerien|Algérie|Argelia|Algerije|Algeriet|Algieria|Alžírsko|Алжир|Αλγερία|알제리|阿尔及利亚
EC|ECU|218|Ecuador|Équateur|Equador|Ekwador|Ekvádor|Эквадор|Еквадор|Ισημερινός|에콰도르|厄瓜多尔
EE|EST|233|Estonia|Estland|Estonie|Estonsko|Észtország|Эстония|Естонія|Εσθονία|에스토니아|爱沙尼亚
EG|EGY|818|Egypt|Ägypten|Égypte|Egitto|Egipto|Egito|Egypten|Egipt|Egyiptom|Египет|Єгипет|Αίγυπτος|이집트|埃及
EH|ESH|732|Western Sahara|Westsahara|Sahara occidental|Sahara Occidentale|Saara Ocidental|Westelijke Sahara|Vestsahara|Västsahara|Sahara Zachodnia|Západní Sahara|Nyugat-Szahara|Западная Сахара|Західна Сахара|Δυτική Σαχάρα|서사하라|西撒哈拉
ER|ERI|232|Eritrea|Érythrée|Eritreia|Erytrea|Эритрея|Еритрея|Ερυθραία|에리트리아|厄立特里亚
ES|ESP|724|Spain|Spanien|Espagne|Spagna|España|Espanha|Spanje|Hiszpania|Španělsko|Spanyolország|Испания|Іспанія|Ισπανία|스페인|西班牙
ET|ETH|231|Ethiopia|Äthiopien|Éthiopie|Etiopia|Etiopien|Etiopie|Эфиопия|Ефіопія|Αιθιοπία|에티오피아|埃塞俄比亚
FI|FIN|246|Finland|Finnland|Finlande|Finlandia|Finsko|Finnország|Финляндия|Фінляндія|Φινλανδία|핀란드|芬兰
FJ|FJI|242|Fiji|Fidschi|Fidji|Figi|Fiyi|Fidżi|Fidzsi|Фиджи|Фіджі|Φίτζι|피지|斐济
FK|FLK|238|Falkland Islands|Falklandinseln|Îles Malouines|Isole Falkland|Islas Malvinas|Ilhas Malvinas|Falklandeilanden|Falklandsøerne|Falklandsöarna|Falklandy|Falklandské ostrovy|Falkland-szigetek|Фолклендские о-ва|Фолклендські Острови|Νήσοι Φόκλαντ|포클랜드 제도|福克兰群岛
FM|FSM|583|Micronesia|Mikronesien|Micronésie|Mikronezja|Mikronésie|Mikronézia|Федеративные Штаты Микронезии|Мікронезія|Μικρονησία|미크로네시아|密克罗尼西亚
FO|FRO|234|Faroe Islands|Färöer|Îles Féroé|Isole Fær Øer|Islas Feroe|Ilhas Faroé|Faeröer|Færøerne|Färöarna|Wyspy Owcze|Faerské ostrovy|Feröer szigetek|Фарерские о-ва|Фарерські Острови|Νήσοι Φερόες|페로 제도|法罗群岛
FR|FRA|250|France|Frankreich|Francia|França|Frankrijk|Frankrig|Frankrike|Francja|Francie|Franciaország|Франция|Франція|Γαλλία|프랑스|法国
GA|GAB|266|Gabon|Gabun|Gabão|Габон|Γκαμπόν|가봉|加蓬
GB|GBR|826|United Kingdom|Vereinigtes Königreich|Royaume-Uni|Regno Unito|Reino Unido|Verenigd Koninkrijk|Storbritannien|Wielka Brytania|Spojené království|Egyesült Királyság|Великобритания|Велика Британія|Ηνωμένο Βασίλειο|영국|英国
GD|GRD|308|Grenada|Grenade|Granada|Гренада|Γρενάδα|그레나다|格林纳达
GE|GEO|268|Georgia|Georgien|Géorgie|Gruzja|Gruzie|Grúzia|Грузия|Грузія|Γεωργία|조지아|格鲁吉亚
GG|GGY|831|Guernsey|Guernesey|Гернси|Гернсі|Γκέρνζι|건지|根西岛
GH|GHA|288|Ghana|Gana|Гана|Γκάνα|가나|加纳
GL|GRL|304|Greenland|Grönland|Groenland|Groenlandia|Grønland|Grenlandia|Grónsko|Гренландия|Гренландія|Γροιλανδία|그린란드|格陵兰
GM|GMB|270|Gambia|Gambie|Гамбия|Гамбія|Γκάμπια|감비아|冈比亚
GN|GIN|324|Guinea|Guinée|Guiné|Gwinea|Гвинея|Гвінея|Γουινέα|기니|几内亚
GQ|GNQ|226|Equatorial Guinea|Äquatorialguinea|Guinée équatoriale|Guinea Equatoriale|Guinea Ecuatorial|Guiné Equatorial|Equatoriaal-Guinea|Ækvatorialguinea|Ekvatorialguinea|Gwinea Równikowa|Rovníková Guinea|Egyenlítői-Guinea|Экваториальная Гвинея|Екваторіальна Гвінея|Ισημερινή Γουινέα|적도 기니|赤道几内亚
GR|GRC|300|Greece|Griechenland|Grèce|Grecia|Griekenland|Grækenland|Grekland|Grecja|Řecko|Görögország|Греция|Греція|Ελλάδα|그리스|希腊
GS|SGS|239|South Georgia & South Sandwich Islands|Südgeorgien und die Südlichen Sandwichinseln|Géorgie du Sud-et-les Îles Sandwich du Sud|Georgia del Sud e Sandwich Australi|Islas Georgia del Sur y Sandwich del Sur|Ilhas Geórgia do Sul e Sandwich do Sul|Zuid-Georgia en Zuidelijke Sandwicheilanden|South Georgia og De Sydlige Sandwichøer|Sydgeorgien och Sydsandwichöarna|Georgia Południowa i Sandwich Południowy|Jižní Georgie a Jižní Sandwichovy ostrovy|Déli-Georgia és Déli-Sandwich-szigetek|Южная Георгия и Южные Сандвичевы о-ва|Південна Джорджія та Південні Сандвічеві Острови|Νήσοι Νότια Γεωργία και Νότιες Σάντουιτς|사우스조지아 사우스샌드위치 제도|南乔治亚和南桑威奇群岛
GT|GTM|320|Guatemala|Gwatemala|Гватемала|Γουατεμάλα|과테말라|危地马拉
GU|GUM|316|Guam|Гуам|Γκουάμ|괌|关岛
GW|GNB|624|Guinea-Bissau|Guinée-Bissau|Guinea-Bisáu|Guiné-Bissau|Gwinea Bissau|Bissau-Guinea|Гвинея-Бисау|Гвінея-Бісау|Γουινέα Μπισάου|기니비사우|几内亚比绍
GY|GUY|328|Guyana|Guiana|Gujana|Гайана|Гаяна|Γουιάνα|가이아나|圭亚那
HK|HKG|344|Hong Kong SAR China|Sonderverwaltungsregion Hongkong|R.A.S. chinoise de Hong Kong|RAS di Hong Kong|RAE de Hong Kong (China)|Hong Kong, RAE da China|Hongkong SAR van China|SAR Hongkong|Hongkong SAR|SRA Hongkong (Chiny)|Hongkong – ZAO Číny|Hongkong KKT|Гонконг (САР)|Гонконг, ОАР Китаю|Χονγκ Κονγκ ΕΔΠ Κίνας|홍콩(중국 특별행정구)|中国香港特别行政区
HM|HMD|334|Heard & McDonald Islands|Heard und McDonaldinseln|Îles Heard-et-MacDonald|Isole Heard e McDonald|Islas Heard y McDonald|Ilhas Heard e McDonald|Heard en McDonaldeilanden|Heard Island og McDonald Islands|Heardön och McDonaldöarna|Wyspy Heard i McDonalda|Heardův ostrov a McDonaldovy ostrovy|Heard-sziget és McDonald-szigetek|о-ва Херд и Макдональд|Острови Герд і Макдоналд|Νήσοι Χερντ και Μακντόναλντ|허드 맥도널드 제도|赫德岛和麦克唐纳群岛
HN|HND|340|Honduras|Гондурас|Ονδούρα|온두라스|洪都拉斯
HR|HRV|191|Croatia|Kroatien|Croatie|Croazia|Croacia|Kroatië|Chorwacja|Chorvatsko|Horvátország|Хорватия|Хорватія|Κροατία|크로아티아|克罗地亚
HT|HTI|332|Haiti|Гаити|Гаїті|Αϊτή|아이티|海地
HU|HUN|348|Hungary|Ungarn|Hongrie|Ungheria|Hungría|Hongarije|Ungern|Węgry|Maďarsko|Magyarország|Венгрия|Угорщина|Ουγγαρία|헝가리|匈牙利
ID|IDN|360|Indonesia|Indonesien|Indonésie|Indonezja|Indonézia|Индонезия|Індонезія|Ινδονησία|인도네시아|印度尼西亚
IE|IRL|372|Ireland|Irland|Irlande|Irlanda|Ierland|Irlandia|Irsko|Írország|Ирландия|Ірландія|Ιρλανδία|아일랜드|爱尔兰
IL|ISR|376|Israel|Israele|Izrael|Израиль|Ізраїль|Ισραήλ|이스라엘|以色列
IM|IMN|833|Isle of Man|Île de Man|Isola di Man|Isla de Man|Ilha de Man|Wyspa Man|Ostrov Man|Man-sziget|о-в Мэн|Острів Мен|Νήσος του Μαν|맨섬|马恩岛
IN|IND|356|India|Indien|Inde|Indie|Индия|Індія|Ινδία|인도|印度
IO|IOT|086|British Indian Ocean Territory|Britisches Territorium im Indischen Ozean|Territoire britannique de l’océan Indien|Territorio Britannico dell’Oceano Indiano|Territorio Británico del Océano Índico|Território Britânico do Oceano Índico|Brits Indische Oceaanterritorium|Det Britiske Territorium i Det Indiske Ocean|Brittiska territoriet i Indiska oceanen|Brytyjskie Terytorium Oceanu Indyjskiego|Britské indickooceánské území|Brit Indiai-óceáni Terület|Британская территория в Индийском океане|Британська територія в Індійському океані|Βρετανικά Εδάφη Ινδικού Ωκεανού|영국령 인도양 지역|英属印度洋领地
IQ|IRQ|368|Iraq|Irak|Iraque|Ирак|Ірак|Ιράκ|이라크|伊拉克
IR|IRN|364|Iran|Irã|Иран|Іран|Ιράν|이란|伊朗
IS|ISL|352|Iceland|Island|Islande|Islanda|Islandia|IJsland|Izland|Исландия|Ісландія|Ισλανδία|아이슬란드|冰岛
IT|ITA|380|Italy|Italien|Italie|Italia|Włochy|Olaszország|Италия|Італія|Ιταλία|이탈리아|意大利
JE|JEY|832|Jersey|Джерси|Джерсі|Τζέρζι|저지|泽西岛
JM|JAM|388|Jamaica|Jamaika|Jamaïque|Giamaica|Jamajka|Ямайка|Τζαμάικα|자메이카|牙买加
JO|JOR|400|Jordan|Jordanien|Jordanie|Giordania|Jordania|Jordánsko|Иордания|Йорданія|Ιορδανία|요르단|约旦
JP|JPN|392|Japan|Japon|Giappone|Japão|Japonia|Japonsko|Япония|Японія|Ιαπωνία|일본|日本
KE|KEN|404|Kenya|Kenia|Quênia|Keňa|Кения|Кенія|Κένυα|케냐|肯尼亚
KG|KGZ|417|Kyrgyzstan|Kirgisistan|Kirghizstan|Kirghizistan|Kirguistán|Quirguistão|Kirgizië|Kirgizistan|Kirgistan|Kirgizisztán|Киргизия|Киргизстан|Κιργιστάν|키르기스스탄|吉尔吉斯斯坦
KH|KHM|116|Cambodia|Kambodscha|Cambodge|Cambogia|Camboya|Camboja|Cambodja|Kambodja|Kambodża|Kambodzsa|Камбоджа|Καμπότζη|캄보디아|柬埔寨
KI|KIR|296|Kiribati|Quiribati|Кирибати|Кірибаті|Κιριμπάτι|키리바시|基里巴斯
KM|COM|174|Comoros|Komoren|Comores|Comore|Comoras|Comoren|Comorerne|Komorerna|Komory|Comore-szigetek|Коморы|Комори|Κομόρες|코모로|科摩罗
KN|KNA|659|St. Kitts & Nevis|St. Kitts und Nevis|Saint-Christophe-et-Niévès|Saint Kitts e Nevis|San Cristóbal y Nieves|São Cristóvão e Névis|Saint Kitts en Nevis|Saint Kitts og Nevis|S:t Kitts och Nevis|Saint Kitts i Nevis|Svatý Kryštof a Nevis|Saint Kitts és Nevis|Сент-Китс и Невис|Сент-Кітс і Невіс|Σεν Κιτς και Νέβις|세인트키츠 네비스|圣基茨和尼维斯
KP|PRK|408|North Korea|Nordkorea|Corée du Nord|Corea del Nord|Corea del Norte|Coreia do Norte|Noord-Korea|Korea Północna|Severní Korea|Észak-Korea|КНДР|Північна Корея|Βόρεια Κορέα|북한|朝鲜
KR|KOR|410|South Korea|Südkorea|Corée du Sud|Corea del Sud|Corea del Sur|Coreia do Sul|Zuid-Korea|Sydkorea|Korea Południowa|Jižní Korea|Dél-Korea|Республика Корея|Південна Корея|Νότια Κορέα|대한민국|韩国
KW|KWT|414|Kuwait|Koweït|Koeweit|Kuwejt|Kuvajt|Kuvait|Кувейт|Κουβέιτ|쿠웨이트|科威特
KY|CYM|136|Cayman Islands|Kaimaninseln|Îles Caïmans|Isole Cayman|Islas Caimán|Ilhas Cayman|Kaaimaneilanden|Caymanøerne|Caymanöarna|Kajmany|Kajmanské ostrovy|Kajmán-szigetek|о-ва Кайман|Кайманові Острови|Νήσοι Κέιμαν|케이맨 제도|开曼群岛
KZ|KAZ|398|Kazakhstan|Kasachstan|Kazakistan|Kazajistán|Cazaquistão|Kazachstan|Kasakhstan|Kazakstan|Kazahsztán|Казахстан|Καζακστάν|카자흐스탄|哈萨克斯坦
LA|LAO|418|Laos|Laosz|Лаос|Λάος|라오스|老挝
LB|LBN|422|Lebanon|Libanon|Liban|Libano|Ливан|Ліван|Λίβανος|레바논|黎巴嫩
LC|LCA|662|St. Lucia|Sainte-Lucie|Saint Lucia|Santa Lucía|S:t Lucia|Svatá Lucie|Сент-Люсия|Сент-Люсія|Αγία Λουκία|세인트루시아|圣卢西亚
LI|LIE|438|Liechtenstein|Lichtenštejnsko|Лихтенштейн|Ліхтенштейн|Λιχτενστάιν|리히텐슈타인|列支敦士登
LK|LKA|144|Sri Lanka|Шри-Ланка|Шрі-Ланка|Σρι Λάνκα|스리랑카|斯里兰卡
LR|LBR|430|Liberia|Libérie|Либерия|Ліберія|Λιβερία|라이베리아|利比里亚
LS|LSO|426|Lesotho|Lesoto|Лесото|Λεσότο|레소토|莱索托
LT|LTU|440|Lithuania|Litauen|Lituanie|Lituania|Litouwen|Litwa|Litva|Litvánia|Литва|Λιθουανία|리투아니아|立陶宛
LU|LUX|442|Luxembourg|Luxemburg|Lussemburgo|Luxemburgo|Luksemburg|Lucembursko|Люксембург|Λουξεμβούργο|룩셈부르크|卢森堡
LV|LVA|428|Latvia|Lettland|Lettonie|Lettonia|Letonia|Letland|Łotwa|Lotyšsko|Lettország|Латвия|Латвія|Λετονία|라트비아|拉脱维亚
LY|LBY|434|Libya|Libyen|Libye|Libia|Libië|Ливия|Лівія|Λιβύη|리비아|利比亚
MA|MAR|504|Morocco|Marokko|Maroc|Marocco|Marruecos|Marrocos|Marocko|Maroko|Марокко|Μαρόκο|모로코|摩洛哥
MC|MCO|492|Monaco|Monako|Монако|Μονακό|모나코|摩纳哥
MD|MDA|498|Moldova|Republik Moldau|Moldavie|Moldavia|Moldavien|Mołdawia|Moldavsko|Молдова|Μολδαβία|몰도바|摩尔多瓦
ME|MNE|499|Montenegro|Czarnogóra|Černá Hora|Черногория|Чорногорія|Μαυροβούνιο|몬테네그로|黑山
MF|MAF|663|St. Martin|Saint-Martin|Saint Martin|San Martín|São Martinho|Svatý Martin (Francie)|Сен-Мартен|Άγιος Μαρτίνος (Γαλλικό τμήμα)|생마르탱|法属圣马丁
MG|MDG|450|Madagascar|Madagaskar|Madagaszkár|Мадагаскар|Μαδαγασκάρη|마다가스카르|马达加斯加
MH|MHL|584|Marshall Islands|Marshallinseln|Îles Marshall|Isole Marshall|Islas Marshall|Ilhas Marshall|Marshalleilanden|Marshalløerne|Marshallöarna|Wyspy Marshalla|Marshallovy ostrovy|Marshall-szigetek|Маршалловы о-ва|Маршаллові Острови|Νήσοι Μάρσαλ|마셜 제도|马绍尔群岛
MK|MKD|807|North Macedonia|Nordmazedonien|Macédoine du Nord|Macedonia del Nord|Macedonia del Norte|Macedônia do Norte|Noord-Macedonië|Nordmakedonien|Macedonia Północna|Severní Makedonie|Észak-Macedónia|Северная Македония|Північна Македонія|Βόρεια Μακεδονία|북마케도니아|北马其顿
ML|MLI|466|Mali|Мали|Малі|Μάλι|말리|马里
MM|MMR|104|Myanmar (Burma)|Myanmar|Myanmar (Birmanie)|Myanmar (Birmania)|Mianmar (Birmânia)|Myanmar (Birma)|Mjanma (Birma)|Myanmar (Barma)|Mianmar|Мьянма (Бирма)|Мʼянма (Бірма)|Μιανμάρ (Βιρμανία)|미얀마|缅甸
MN|MNG|496|Mongolia|Mongolei|Mongolie|Mongoliet|Mongolsko|Монголия|Монголія|Μογγολία|몽골|蒙古
MO|MAC|446|Macao SAR China|Sonderverwaltungsregion Macau|R.A.S. chinoise de Macao|RAS di Macao|RAE de Macao (China)|Macau, RAE da China|Macau SAR van China|SAR Macao|Macao SAR|SRA Makau (Chiny)|Macao – ZAO Číny|Makaó KKT|Макао (САР)|Макао, ОАР Китаю|Μακάο ΕΔΠ Κίνας|마카오(중국 특별행정구)|中国澳门特别行政区
MP|MNP|580|Northern Mariana Islands|Nördliche Marianen|Îles Mariannes du Nord|Isole Marianne Settentrionali|Islas Marianas del Norte|Ilhas Marianas do Norte|Noordelijke Marianen|Nordmarianerne|Nordmarianerna|Mariany Północne|Severní Mariany|Északi Mariana-szigetek|Северные Марианские о-ва|Північні Маріанські Острови|Νήσοι Βόρειες Μαριάνες|북마리아나제도|北马里亚纳群岛
MR|MRT|478|Mauritania|Mauretanien|Mauritanie|Mauretania|Мавритания|Мавританія|Μαυριτανία|모리타니|毛里塔尼亚
MS|MSR|500|Montserrat|Монтсеррат|Μονσεράτ|몬트세라트|蒙特塞拉特
MT|MLT|470|Malta|Malte|Мальта|Μάλτα|몰타|马耳他
MU|MUS|480|Mauritius|Maurice|Mauricio|Mauricius|Маврикий|Маврикій|Μαυρίκιος|모리셔스|毛里求斯
MV|MDV|462|Maldives|Malediven|Maldive|Maldivas|Maldiven|Maldiverne|Maldiverna|Malediwy|Maledivy|Maldív-szigetek|Мальдивы|Мальдіви|Μαλδίβες|몰디브|马尔代夫
MW|MWI|454|Malawi|Malaui|Малави|Малаві|Μαλάουι|말라위|马拉维
MX|MEX|484|Mexico|Mexiko|Mexique|Messico|Meksyk|Мексика|Μεξικό|멕시코|墨西哥
MY|MYS|458|Malaysia|Malaisie|Malasia|Maleisië|Malezja|Malajsie|Malajzia|Малайзия|Малайзія|Μαλαισία|말레이시아|马来西亚
MZ|MOZ|508|Mozambique|Mosambik|Mozambico|Moçambique|Mozambik|Мозамбик|Мозамбік|Μοζαμβίκη|모잠비크|莫桑比克
NA|NAM|516|Namibia|Namibie|Намибия|Намібія|Ναμίμπια|나미비아|纳米比亚
NC|NCL|540|New Caledonia|Neukaledonien|Nouvelle-Calédonie|Nuova Caledonia|Nueva Caledonia|Nova Caledônia|Nieuw-Caledonië|Ny Kaledonien|Nya Kaledonien|Nowa Kaledonia|Nová Kaledonie|Új-Kaledónia|Новая Каледония|Нова Каледонія|Νέα Καληδονία|뉴칼레도니아|新喀里多尼亚
NE|NER|562|Niger|Нигер|Нігер|Νίγηρας|니제르|尼日尔
NF|NFK|574|Norfolk Island|Norfolkinsel|Île Norfolk|Isola Norfolk|Isla Norfolk|Ilha Norfolk|Norfolk|Norfolkön|Norfolk-sziget|о-в Норфолк|Острів Норфолк|Νήσος Νόρφολκ|노퍽섬|诺福克岛
NG|NGA|566|Nigeria|Nigérie|Нигерия|Нігерія|Νιγηρία|나이지리아|尼日利亚
NI|NIC|558|Nicaragua|Nikaragua|Никарагуа|Нікарагуа|Νικαράγουα|니카라과|尼加拉瓜
NL|NLD|528|Netherlands|Niederlande|Pays-Bas|Paesi Bassi|Países Bajos|Países Baixos|Nederland|Nederlandene|Nederländerna|Holandia|Nizozemsko|Hollandia|Нидерланды|Нідерланди|Κάτω Χώρες|네덜란드|荷兰
NO|NOR|578|Norway|Norwegen|Norvège|Norvegia|Noruega|Noorwegen|Norge|Norwegia|Norsko|Норвегия|Норвегія|Νορβηγία|노르웨이|挪威
NP|NPL|524|Nepal|Непал|Νεπάλ|네팔|尼泊尔
NR|NRU|520|Nauru|Науру|Ναουρού|나우루|瑙鲁
NU|NIU|570|Niue|Ниуэ|Ніуе|Νιούε|니우에|纽埃
NZ|NZL|554|New Zealand|Neuseeland|Nouvelle-Zélande|Nuova Zelanda|Nueva Zelanda|Nova Zelândia|Nieuw-Zeeland|Nya Zeeland|Nowa Zelandia|Nový Zéland|Új-Zéland|Новая Зеландия|Нова Зеландія|Νέα Ζηλανδία|뉴질랜드|新西兰
OM|OMN|512|Oman|Omã|Оман|Ομάν|오만|阿曼
PA|PAN|591|Panama|Панама|Παναμάς|파나마|巴拿马
PE|PER|604|Peru|Pérou|Перу|Περού|페루|秘鲁
PF|PYF|258|French Polynesia|Französisch-Polynesien|Polynésie française|Polinesia Francese|Polinesia Francesa|Frans-Polynesië|Fransk Polynesien|Franska Polynesien|Polinezja Francuska|Francouzská Polynésie|Francia Polinézia|Французская Полинезия|Французька Полінезія|Γαλλική Πολυνησία|프랑스령 폴리네시아|法属波利尼西亚
PG|PNG|598|Papua New Guinea|Papua-Neuguinea|Papouasie-Nouvelle-Guinée|Papua Nuova Guinea|Papúa Nueva Guinea|Papua-Nova Guiné|Papoea-Nieuw-Guinea|Papua Ny Guinea|Papua Nya Guinea|Papua-Nowa Gwinea|Papua-Nová Guinea|Pápua Új-Guinea|Папуа — Новая Гвинея|Папуа-Нова Гвінея|Παπούα Νέα Γουινέα|파푸아뉴기니|巴布亚新几内亚
PH|PHL|608|Philippines|Philippinen|Filippine|Filipinas|Filipijnen|Filippinerne|Filippinerna|Filipiny|Fülöp-szigetek|Филиппины|Філіппіни|Φιλιππίνες|필리핀|菲律宾
PK|PAK|586|Pakistan|Paquistão|Pakisztán|Пакистан|Πακιστάν|파키스탄|巴基斯坦
PL|POL|616|Poland|Polen|Pologne|Polonia|Polska|Polsko|Lengyelország|Польша|Польща|Πολωνία|폴란드|波兰
PM|SPM|666|St. Pierre & Miquelon|St. Pierre und Miquelon|Saint-Pierre-et-Miquelon|Saint-Pierre e Miquelon|San Pedro y Miquelón|São Pedro e Miquelão|Saint-Pierre en Miquelon|Saint Pierre og Miquelon|S:t Pierre och Miquelon|Saint-Pierre i Miquelon|Saint-Pierre a Miquelon|Saint-Pierre és Miquelon|Сен-Пьер и Микелон|Сен-Пʼєр і Мікелон|Σεν Πιερ και Μικελόν|생피에르 미클롱|圣皮埃尔和密克隆群岛
PN|PCN|612|Pitcairn Islands|Pitcairninseln|Îles Pitcairn|Isole Pitcairn|Islas Pitcairn|Ilhas Pitcairn|Pitcairneilanden|Pitcairn|Pitcairnöarna|Pitcairnovy ostrovy|Pitcairn-szigetek|о-ва Питкэрн|Острови Піткерн|Νήσοι Πίτκερν|핏케언 제도|皮特凯恩群岛
PR|PRI|630|Puerto Rico|Porto Rico|Portorico|Portoryko|Portoriko|Пуэрто-Рико|Пуерто-Рико|Πουέρτο Ρίκο|푸에르토리코|波多黎各
PS|PSE|275|Palestinian Territories|Palästinensische Autonomiegebiete|Territoires palestiniens|Territori Palestinesi|Territorios Palestinos|Palestijnse gebieden|De palæstinensiske områder|Palestinska territorierna|Terytoria Palestyńskie|Palestinská území|Palesztin Autonómia|Палестинские территории|Палестинські території|Παλαιστινιακά Εδάφη|팔레스타인 지구|巴勒斯坦领土
PT|PRT|620|Portugal|Portogallo|Portugalia|Portugalsko|Португалия|Португалія|Πορτογαλία|포르투갈|葡萄牙
PW|PLW|585|Palau|Palaos|Палау|Παλάου|팔라우|帕劳
PY|PRY|600|Paraguay|Paraguai|Paragwaj|Парагвай|Παραγουάη|파라과이|巴拉圭
QA|QAT|634|Qatar|Katar|Catar|Катар|Κατάρ|카타르|卡塔尔
RO|ROU|642|Romania|Rumänien|Roumanie|Rumanía|Romênia|Roemenië|Rumænien|Rumunia|Rumunsko|Румыния|Румунія|Ρουμανία|루마니아|罗马尼亚
RS|SRB|688|Serbia|Serbien|Serbie|Sérvia|Servië|Srbsko|Szerbia|Сербия|Сербія|Σερβία|세르비아|塞尔维亚
RU|RUS|643|Russia|Russland|Russie|Rusia|Rusland|Ryssland|Rosja|Rusko|Oroszország|Россия|Росія|Ρωσία|러시아|俄罗斯
RW|RWA|646|Rwanda|Ruanda|Руанда|Ρουάντα|르완다|卢旺达
SA|SAU|682|Saudi Arabia|Saudi-Arabien|Arabie saoudite|Arabia Saudita|Arabia Saudí|Saoedi-Arabië|Saudiarabien|Arabia Saudyjska|Saúdská Arábie|Szaúd-Arábia|Саудовская Аравия|Саудівська Аравія|Σαουδική Αραβία|사우디아라비아|沙特阿拉伯
SB|SLB|090|Solomon Islands|Salomonen|Îles Salomon|Isole Salomone|Islas Salomón|Ilhas Salomão|Salomonseilanden|Salomonøerne|Salomonöarna|Wyspy Salomona|Šalamounovy ostrovy|Salamon-szigetek|Соломоновы о-ва|Соломонові Острови|Νήσοι Σολομώντος|솔로몬 제도|所罗门群岛
SC|SYC|690|Seychelles|Seychellen|Seicheles|Seychellerne|Seychellerna|Seszele|Seychely|Seychelle-szigetek|Сейшельские о-ва|Сейшельські Острови|Σεϋχέλλες|세이셸|塞舌尔
SD|SDN|729|Sudan|Soudan|Sudão|Soedan|Szudán|Судан|Σουδάν|수단|苏丹
SE|SWE|752|Sweden|Schweden|Suède|Svezia|Suecia|Zweden|Sverige|Szwecja|Švédsko|Svédország|Швеция|Швеція|Σουηδία|스웨덴|瑞典
SG|SGP|702|Singapore|Singapur|Singapour|Singapura|Szingapúr|Сингапур|Сінгапур|Σιγκαπούρη|싱가포르|新加坡
SH|SHN|654|St. Helena|Sainte-Hélène|Sant’Elena|Santa Elena|Santa Helena|Sint-Helena|S:t Helena|Wyspa Świętej Heleny|Svatá Helena|Szent Ilona|о-в Св. Елены|Острів Святої Єлени|Αγία Ελένη|세인트헬레나|圣赫勒拿
SI|SVN|705|Slovenia|Slowenien|Slovénie|Eslovenia|Slovenien|Słowenia|Slovinsko|Szlovénia|Словения|Словенія|Σλοβενία|슬로베니아|斯洛文尼亚
SK|SVK|703|Slovakia|Slowakei|Slovaquie|Slovacchia|Eslovaquia|Slowakije|Slovakiet|Slovakien|Słowacja|Slovensko|Szlovákia|Словакия|Словаччина|Σλοβακία|슬로바키아|斯洛伐克
SL|SLE|694|Sierra Leone|Sierra Leona|Serra Leoa|Сьерра-Леоне|Сьєрра-Леоне|Σιέρα Λεόνε|시에라리온|塞拉利昂
SM|SMR|674|San Marino|Saint-Marin|Сан-Марино|Άγιος Μαρίνος|산마리노|圣马力诺
SN|SEN|686|Senegal|Szenegál|Сенегал|Σενεγάλη|세네갈|塞内加尔
SO|SOM|706|Somalia|Somalie|Somálsko|Szomália|Сомали|Сомалі|Σομαλία|소말리아|索马里
SR|SUR|740|Suriname|Surinam|Суринам|Σουρινάμ|수리남|苏里南
SS|SSD|728|South Sudan|Südsudan|Soudan du Sud|Sud Sudan|Sudán del Sur|Sudão do Sul|Zuid-Soedan|Sydsudan|Sudan Południowy|Jižní Súdán|Dél-Szudán|Южный Судан|Південний Судан|Νότιο Σουδάν|남수단|南苏丹
ST|STP|678|São Tomé & Príncipe|São Tomé und Príncipe|Sao Tomé-et-Principe|São Tomé e Príncipe|Santo Tomé y Príncipe|Sao Tomé en Principe|São Tomé og Príncipe|São Tomé och Príncipe|Wyspy Świętego Tomasza i Książęca|Svatý Tomáš a Princův ostrov|São Tomé és Príncipe|Сан-Томе и Принсипи|Сан-Томе і Принсіпі|Σάο Τομέ και Πρίνσιπε|상투메 프린시페|圣多美和普林西比
SV|SLV|222|El Salvador|Salvador|Salwador|Сальвадор|Ελ Σαλβαδόρ|엘살바도르|萨尔瓦多
SX|SXM|534|Sint Maarten|Saint-Martin (partie néerlandaise)|Sint-Maarten|Svatý Martin (Nizozemsko)|Синт-Мартен|Сінт-Мартен|Άγιος Μαρτίνος (Ολλανδικό τμήμα)|신트마르턴|荷属圣马丁
SY|SYR|760|Syria|Syrien|Syrie|Siria|Szíria|Сирия|Сирія|Συρία|시리아|叙利亚
SZ|SWZ|748|Eswatini|Esuatini|Essuatíni|Szváziföld|Эсватини|Есватіні|Εσουατίνι|에스와티니|斯威士兰
TC|TCA|796|Turks & Caicos Islands|Turks- und Caicosinseln|Îles Turques-et-Caïques|Isole Turks e Caicos|Islas Turcas y Caicos|Ilhas Turcas e Caicos|Turks- en Caicoseilanden|Turks- og Caicosøerne|Turks- och Caicosöarna|Turks i Caicos|Turks a Caicos|Turks- és Caicos-szigetek|Тёркс и Кайкос|Острови Теркс і Кайкос|Νήσοι Τερκς και Κάικος|터크스 케이커스 제도|特克斯和凯科斯群岛
TD|TCD|148|Chad|Tschad|Tchad|Ciad|Chade|Tsjaad|Czad|Čad|Csád|Чад|Τσαντ|차드|乍得
TF|ATF|260|French Southern Territories|Französische Süd- und Antarktisgebiete|Terres australes françaises|Terre Australi Francesi|Territorios Australes Franceses|Territórios Franceses do Sul|Franse Gebieden in de zuidelijke Indische Oceaan|De Franske Besiddelser i Det Sydlige Indiske Ocean og Antarktis|Franska sydterritorierna|Francuskie Terytoria Południowe i Antarktyczne|Francouzská jižní území|Francia Déli Területek|Французские Южные территории|Французькі Південні Території|Γαλλικά Νότια Εδάφη|프랑스령 남방 지역|法属南部领地
TG|TGO|768|Togo|Того|Τόγκο|토고|多哥
TH|THA|764|Thailand|Thaïlande|Thailandia|Tailandia|Tajlandia|Thajsko|Thaiföld|Таиланд|Таїланд|Ταϊλάνδη|태국|泰国
TJ|TJK|762|Tajikistan|Tadschikistan|Tadjikistan|Tagikistan|Tayikistán|Tadjiquistão|Tadzjikistan|Tadsjikistan|Tadżykistan|Tádžikistán|Tádzsikisztán|Таджикистан|Τατζικιστάν|타지키스탄|塔吉克斯坦
TL|TLS|626|Timor-Leste|Timor oriental|Timor Est|Oost-Timor|Östtimor|Timor Wschodni|Východní Timor|Kelet-Timor|Восточный Тимор|Тимор-Лешті|Τιμόρ-Λέστε|동티모르|东帝汶
TM|TKM|795|Turkmenistan|Turcomenistão|Türkmenisztán|Туркменистан|Туркменістан|Τουρκμενιστάν|투르크메니스탄|土库曼斯坦
TN|TUN|788|Tunisia|Tunesien|Tunisie|Túnez|Tunesië|Tunisien|Tunezja|Tunisko|Tunézia|Тунис|Туніс|Τυνησία|튀니지|突尼斯
TO|TON|776|Tonga|Тонга|Τόνγκα|통가|汤加
TR|TUR|792|Türkiye|Türkei|Turquie|Turchia|Turquía|Turkije|Tyrkiet|Turkiet|Turcja|Turecko|Törökország|Турция|Туреччина|Τουρκία|튀르키예|土耳其
TT|TTO|780|Trinidad & Tobago|Trinidad und Tobago|Trinité-et-Tobago|Trinidad e Tobago|Trinidad y Tobago|Trinidad en Tobago|Trinidad og Tobago|Trinidad och Tobago|Trynidad i Tobago|Trinidad a Tobago|Trinidad és Tobago|Тринидад и Тобаго|Тринідад і Тобаго|Τρινιντάντ και Τομπάγκο|트리니다드 토바고|特立尼达和多巴哥
TW|TWN|158|Taiwan|Tajwan|Tchaj-wan|Tajvan|Тайвань|Ταϊβάν|대만|台湾
TZ|TZA|834|Tanzania|Tansania|Tanzanie|Танзания|Танзанія|Τανζανία|탄자니아|坦桑尼亚
UA|UKR|804|Ukraine|Ucraina|Ucrania|Oekraïne|Ukraina|Ukrajina|Ukrajna|Украина|Україна|Ουκρανία|우크라이나|乌克兰
UG|UGA|800|Uganda|Ouganda|Oeganda|Уганда|Ουγκάντα|우간다|乌干达
US|USA|840|United States|Vereinigte Staaten|États-Unis|Stati Uniti|Estados Unidos|Verenigde Staten|USA|Stany Zjednoczone|Spojené státy|Egyesült Államok|Соединенные Штаты|Сполучені Штати|Ηνωμένες Πολιτείες|미국|美国
UY|URY|858|Uruguay|Uruguai|Urugwaj|Уругвай|Ουρουγουάη|우루과이|乌拉圭
UZ|UZB|860|Uzbekistan|Usbekistan|Ouzbékistan|Uzbequistão|Oezbekistan|Üzbegisztán|Узбекистан|Ουζμπεκιστάν|우즈베키스탄|乌兹别克斯坦
VA|VAT|336|Vatican City|Vatikanstadt|État de la Cité du Vatican|Città del Vaticano|Ciudad del Vaticano|Cidade do Vaticano|Vaticaanstad|Vatikanstaten|Watykan|Vatikán|Ватикан|Βατικανό|바티칸 시국|梵蒂冈
VC|VCT|670|St. Vincent & Grenadines|St. Vincent und die Grenadinen|Saint-Vincent-et-les Grenadines|Saint Vincent e Grenadine|San Vicente y las Granadinas|São Vicente e Granadinas|Saint Vincent en de Grenadines|Saint Vincent og Grenadinerne|S:t Vincent och Grenadinerna|Saint Vincent i Grenadyny|Svatý Vincenc a Grenadiny|Saint Vincent és a Grenadine-szigetek|Сент-Винсент и Гренадины|Сент-Вінсент і Гренадіни|Άγιος Βικέντιος και Γρεναδίνες|세인트빈센트그레나딘|圣文森特和格林纳丁斯
VE|VEN|862|Venezuela|Wenezuela|Венесуэла|Венесуела|Βενεζουέλα|베네수엘라|委内瑞拉
VG|VGB|092|British Virgin Islands|Britische Jungferninseln|Îles Vierges britanniques|Isole Vergini Britanniche|Islas Vírgenes Británicas|Ilhas Virgens Britânicas|Britse Maagdeneilanden|De Britiske Jomfruøer|Brittiska Jungfruöarna|Brytyjskie Wyspy Dziewicze|Britské Panenské ostrovy|Brit Virgin-szigetek|Виргинские о-ва (Великобритания)|Британські Віргінські острови|Βρετανικές Παρθένες Νήσοι|영국령 버진아일랜드|英属维尔京群岛
VI|VIR|850|U.S. Virgin Islands|Amerikanische Jungferninseln|Îles Vierges des États-Unis|Isole Vergini Americane|Islas Vírgenes de EE. UU.|Ilhas Virgens Americanas|Amerikaanse Maagdeneilanden|De Amerikanske Jomfruøer|Amerikanska Jungfruöarna|Wyspy Dziewicze Stanów Zjednoczonych|Americké Panenské ostrovy|Amerikai Virgin-szigetek|Виргинские о-ва (США)|Віргінські Острови (США)|Αμερικανικές Παρθένες Νήσοι|미국령 버진아일랜드|美属维尔京群岛
VN|VNM|704|Vietnam|Viêt Nam|Vietnã|Wietnam|Вьетнам|Вʼєтнам|Βιετνάμ|베트남|越南
VU|VUT|548|Vanuatu|Вануату|Βανουάτου|바누아투|瓦努阿图
WF|WLF|876|Wallis & Futuna|Wallis und Futuna|Wallis-et-Futuna|Wallis e Futuna|Wallis y Futuna|Wallis en Futuna|Wallis og Futuna|Wallis- och Futunaöarna|Wallis i Futuna|Wallis a Futuna|Wallis és Futuna|Уоллис и Футуна|Уолліс і Футуна|Γουάλις και Φουτούνα|왈리스-푸투나 제도|瓦利斯和富图纳
WS|WSM|882|Samoa|Szamoa|Самоа|Σαμόα|사모아|萨摩亚
YE|YEM|887|Yemen|Jemen|Iêmen|Йемен|Ємен|Υεμένη|예멘|也门
ZA|ZAF|710|South Africa|Südafrika|Afrique du Sud|Sudafrica|África do Sul|Zuid-Afrika|Sydafrika|Republika Południowej Afryki|Jihoafrická republika|Dél-afrikai Köztársaság|Южно-Африканская Республика|Південно-Африканська Республіка|Νότια Αφρική|남아프리카|南非
ZM|ZMB|894|Zambia|Sambia|Zambie|Замбия|Замбія|Ζάμπια|잠비아|赞比亚
ZW|ZWE|716|Zimbabwe|Simbabwe|Zimbabue|Зимбабве|Зімбабве|Ζιμπάμπουε|짐바브웨|津巴布韦
`;
