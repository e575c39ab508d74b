// The words in which dates are written, by language; in sources of other centuries with their older forms.

/** January to December; forms of one month are parted by `|`. */
const months: Readonly<Record<string, string>> = {
  en: 'january february march april may june july august september|septembre october november december',
  de: 'januar|jänner|jenner|januarius|january februar|feber|februarius|february|hornung märz|maerz|mertz|martius april|aprill mai|may|maius juni|juny|junius|juno juli|july|julius|julei august|augustus|augst september october|oktober november december|dezember',
  fr: 'janvier février|fevrier mars avril mai|may juin juillet août|aoust septembre octobre novembre décembre',
  it: 'gennaio|gennajo|gennaro|genaro febbraio|febbrajo|febraio|febraro|febbraro marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre|decembre',
  es: 'enero febrero|hebrero marzo abril mayo junio julio agosto septiembre|setiembre octubre noviembre diciembre',
  pt: 'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro',
  ca: 'gener febrer març abril maig juny juliol agost setembre octubre novembre desembre',
  nl: 'januari|januarij|louwmaand februari|februarij|sprokkelmaand maart|lentemaand april|aprilis|grasmaand mei|bloeimaand juni|junij|zomermaand juli|julij|hooimaand augustus|oogstmaand september|herfstmaand oktober|october|wijnmaand november|slachtmaand december|wintermaand',
  la: 'ianuarius|ianuarii|ianuario|ianuarij|januarius|januarii|januario|januarij februarius|februarii|februario|februarij martius|martii|martio|martij aprilis|aprili maius|maii|maji|maio|majo|maij iunius|iunii|iunio|junius|junii|junio|junij iulius|iulii|iulio|julius|julii|julio|julij augustus|augusti|augusto september|septembris|septembri october|octobris|octobri november|novembris|novembri december|decembris|decembri',
  ru: 'январь|января|январе|генварь|генваря февраль|февраля|феврале март|марта|марте апрель|апреля|апреле май|мая|мае июнь|июня|июне|іюнь|іюня|іюнѣ июль|июля|июле|іюль|іюля август|августа|августе сентябрь|сентября|сентябре октябрь|октября|октябре ноябрь|ноября|ноябре декабрь|декабря|декабре',
  uk: 'січень|січня лютий|лютого березень|березня квітень|квітня травень|травня червень|червня липень|липня серпень|серпня вересень|вересня жовтень|жовтня листопад|листопада грудень|грудня',
  pl: 'styczeń|stycznia luty|lutego marzec|marca kwiecień|kwietnia maj|maja czerwiec|czerwca lipiec|lipca sierpień|sierpnia wrzesień|września październik|października listopad|listopada grudzień|grudnia',
  cs: 'leden|ledna únor|února březen|března duben|dubna květen|května červen|června červenec|července srpen|srpna září říjen|října listopad|listopadu prosinec|prosince',
  sk: 'január|januára február|februára marec|marca apríl|apríla máj|mája jún|júna júl|júla august|augusta september|septembra október|októbra november|novembra december|decembra',
  sl: 'januar|januarja februar|februarja marec|marca april|aprila maj|maja junij|junija julij|julija avgust|avgusta september|septembra oktober|oktobra november|novembra december|decembra',
  hr: 'siječanj|siječnja veljača|veljače ožujak|ožujka travanj|travnja svibanj|svibnja lipanj|lipnja srpanj|srpnja kolovoz|kolovoza rujan|rujna listopad|listopada studeni|studenoga prosinac|prosinca',
  hu: 'január február március április május június július augusztus szeptember október november december',
  sv: 'januari|januarii februari|februarii mars|martii april|aprilis maj|maii juni|junii juli|julii augusti september oktober|october november december',
  da: 'januar|januarii februar|februarii marts|martii april|aprilis maj|maii juni|junii juli|julii august|augusti september|septembris oktober|october|octobris november|novembris december|decembris',
  nb: 'januar februar mars april mai juni juli august september oktober november desember',
  fi: 'tammikuu|tammikuuta helmikuu|helmikuuta maaliskuu|maaliskuuta huhtikuu|huhtikuuta toukokuu|toukokuuta kesäkuu|kesäkuuta heinäkuu|heinäkuuta elokuu|elokuuta syyskuu|syyskuuta lokakuu|lokakuuta marraskuu|marraskuuta joulukuu|joulukuuta',
  el: 'ιανουάριος|ιανουαρίου φεβρουάριος|φεβρουαρίου μάρτιος|μαρτίου απρίλιος|απριλίου μάιος|μαΐου ιούνιος|ιουνίου ιούλιος|ιουλίου αύγουστος|αυγούστου σεπτέμβριος|σεπτεμβρίου οκτώβριος|οκτωβρίου νοέμβριος|νοεμβρίου δεκέμβριος|δεκεμβρίου',
  ro: 'ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie',
};

/** Sunday to Saturday. */
const weekdays: Readonly<Record<string, string>> = {
  en: 'sunday monday tuesday wednesday thursday friday saturday',
  de: 'sonntag|sontag|ostersonntag|pfingstsonntag montag|ostermontag|pfingstmontag dienstag|dinstag mittwoch|mitwoch donnerstag|gründonnerstag freitag|freytag|karfreitag|charfreitag samstag|sonnabend|samßtag|karsamstag',
  fr: 'dimanche lundi mardi mercredi jeudi vendredi samedi',
  it: 'domenica lunedì martedì mercoledì|mercordì giovedì venerdì sabato|sabbato',
  es: 'domingo lunes martes miércoles jueves viernes sábado',
  pt: 'domingo segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado',
  nl: 'zondag|sondag maandag dinsdag|dingsdag woensdag donderdag vrijdag zaterdag|saterdag',
  ru: 'воскресенье|воскресение|воскресенья понедельник|понедельника вторник|вторника среда|среды четверг|четверга пятница|пятницы суббота|субботы',
  pl: 'niedziela poniedziałek wtorek środa czwartek piątek sobota',
  cs: 'neděle pondělí úterý středa čtvrtek pátek sobota',
  hu: 'vasárnap hétfő kedd szerda csütörtök péntek szombat',
  sv: 'söndag|söndagen måndag|måndagen tisdag|tisdagen onsdag|onsdagen torsdag|torsdagen fredag|fredagen lördag|lördagen',
  da: 'søndag mandag tirsdag onsdag torsdag fredag lørdag',
};

/** Words that stand in dates and do not change them. */
const fillers = wordSet(
  'of the on in den der dem des am im vom de del della dell di du d le la les il lo el op te ad adi a die dies ' +
    'mensis anno ano annee an anni jahr jahre jahres year dated dag os ns г год года году р року r roku',
);

/** Times of day; at night one may count the day as over or not. */
const dayTimes = wordSet(
  'morning forenoon noon afternoon evening morgen morgens früh vormittag vormittags mittag mittags nachmittag ' +
    'nachmittags abend abends matin midi soir mattina sera mañana tarde утром днем вечером утра вечера ochtend avond',
);
const nightTimes = wordSet(
  'night midnight nacht nachts mitternacht minuit nuit notte mezzanotte noche medianoche ночь ночью ночи полночь ' +
    'middernacht',
);

/** What a word in a date is. */
export type DateWord =
  | { readonly kind: 'month' | 'weekday'; readonly numbers: ReadonlySet<number> }
  | { readonly kind: 'filler' | 'day time' | 'night time' | 'or' | 'to' };

/** Words between the two ends of a span, and between two readings of one date. */
const between = wordSet('to until till bis au al tot til do по and und et e и y en och og');
const or = wordSet('or oder ou или');

interface Meaning {
  readonly language: string;
  readonly number: number;
}

type Dictionary = ReadonlyMap<string, readonly Meaning[]>;

interface Vocabulary {
  readonly months: Dictionary;
  readonly weekdays: Dictionary;
  /** By three letters and more of a name, up to the one before its last. */
  readonly shortMonths: Dictionary;
  readonly shortWeekdays: Dictionary;
}

let vocabulary: Vocabulary | undefined;

/**
 * What a word means in a date.
 *
 * @param word folded: see `fold`
 * @param language its tag, where it is known: a word that is another month in another language is read in this one
 */
export function dateWord(word: string, language: string | undefined): DateWord | undefined {
  vocabulary ??= read();
  const numbers = (dictionary: Dictionary) => meant(dictionary.get(word), language);
  const month = numbers(vocabulary.months);
  if (month !== undefined) return { kind: 'month', numbers: month };
  const weekday = numbers(vocabulary.weekdays);
  if (weekday !== undefined) return { kind: 'weekday', numbers: weekday };
  if (between.has(word)) return { kind: 'to' };
  if (or.has(word)) return { kind: 'or' };
  if (fillers.has(word)) return { kind: 'filler' };
  if (dayTimes.has(word)) return { kind: 'day time' };
  if (nightTimes.has(word)) return { kind: 'night time' };
  const old = /^(7|8|9|10|x)(?:ber|bre|bris|bro|tember|vember|cember)$/.exec(word)?.[1];
  if (old !== undefined) {
    return {
      kind: 'month',
      numbers: new Set([old === 'x' || old === '10' ? 12 : Number(old) + 2]),
    };
  }
  const short = numbers(vocabulary.shortMonths);
  if (short !== undefined) return { kind: 'month', numbers: short };
  const shortDay = numbers(vocabulary.shortWeekdays);
  return shortDay === undefined ? undefined : { kind: 'weekday', numbers: shortDay };
}

function meant(
  meanings: readonly Meaning[] | undefined,
  language: string | undefined,
): ReadonlySet<number> | undefined {
  if (meanings === undefined) return undefined;
  const primary = language?.split('-')[0]?.toLowerCase();
  const own = meanings.filter((meaning) => meaning.language === primary);
  return new Set((own.length > 0 ? own : meanings).map(({ number }) => number));
}

function read(): Vocabulary {
  const monthNames = dictionaryOf(months, 1);
  const weekdayNames = dictionaryOf(weekdays, 0);
  return {
    months: monthNames,
    weekdays: weekdayNames,
    shortMonths: shortened(monthNames),
    shortWeekdays: shortened(weekdayNames),
  };
}

function dictionaryOf(names: Readonly<Record<string, string>>, first: number): Dictionary {
  const dictionary = new Map<string, Meaning[]>();
  for (const [language, list] of Object.entries(names)) {
    for (const [index, forms] of list.split(' ').entries())
      for (const form of forms.split('|'))
        add(dictionary, fold(form), { language, number: index + first });
  }
  return dictionary;
}

function shortened(names: Dictionary): Dictionary {
  const dictionary = new Map<string, Meaning[]>();
  for (const [name, meanings] of names) {
    for (let length = 3; length < name.length; length++)
      for (const meaning of meanings) add(dictionary, name.slice(0, length), meaning);
  }
  return dictionary;
}

function add(dictionary: Map<string, Meaning[]>, word: string, meaning: Meaning): void {
  const known = dictionary.get(word);
  if (known === undefined) dictionary.set(word, [meaning]);
  else known.push(meaning);
}

/** A text without the difference of capitals, accents and compatibility forms. */
export function fold(text: string): string {
  // Few characters of most texts have an accent.
  if (!/[^ -~]/.test(text)) return text.toLowerCase();
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss');
}

function wordSet(list: string): ReadonlySet<string> {
  return new Set(list.split(' ').map(fold));
}
