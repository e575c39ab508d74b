/** Codes of three letters (ISO 639-2) of languages that have one of two, which is the one to write. */
const longer =
  'alb=sq ara=ar arm=hy aze=az baq=eu bel=be ben=bn bul=bg bur=my cat=ca ces=cs chi=zh cze=cs dan=da deu=de dut=nl ell=el eng=en epo=eo est=et eus=eu fas=fa fin=fi fra=fr fre=fr geo=ka ger=de gle=ga gre=el heb=he hin=hi hrv=hr hun=hu hye=hy ice=is ind=id isl=is ita=it jpn=ja kat=ka kaz=kk khm=km kor=ko lat=la lav=lv lit=lt mac=mk may=ms mkd=mk mon=mn msa=ms mya=my nld=nl nor=no per=fa pol=pl por=pt ron=ro rum=ro rus=ru san=sa scc=sr scr=hr slk=sk slo=sk slv=sl spa=es sqi=sq srp=sr swe=sv tam=ta tha=th tib=bo tur=tr ukr=uk vie=vi wel=cy yid=yi zho=zh';
/** Codes of countries that are taken for those of their languages. */
const countries = 'cn=zh cz=cs dk=da gb=en gr=el jp=ja ua=uk us=en vn=vi at=de il=he rs=sr';

const table = (text: string): ReadonlyMap<string, string> =>
  new Map(text.split(' ').map((pair) => pair.split('=') as [string, string]));
const shorterCodes = table(longer);
const languagesOfCountries = table(countries);

/** The code of two letters of a language that is named by one of three. */
export function shorterCode(code: string): string | undefined {
  return shorterCodes.get(code);
}

/** The code of the language of a country whose code somebody has taken for it. */
export function languageOfCountry(code: string): string | undefined {
  return languagesOfCountries.get(code);
}
