import type { Locale } from "#core/factory/specification/specification.ts";

const UNITS_AND_TENS: Readonly<Record<Locale, string>> = {
  en: "zero=0 one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 thirteen=13 fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30 forty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90 hundred=100 thousand=1000 dozen=12 once=1 twice=2 half=0.5 couple=2",
  de: "null=0 eins=1 ein=1 eine=1 einen=1 zwei=2 zwo=2 drei=3 vier=4 fünf=5 sechs=6 sieben=7 acht=8 neun=9 zehn=10 elf=11 zwölf=12 dreizehn=13 vierzehn=14 fünfzehn=15 sechzehn=16 siebzehn=17 achtzehn=18 neunzehn=19 zwanzig=20 dreißig=30 vierzig=40 fünfzig=50 sechzig=60 siebzig=70 achtzig=80 neunzig=90 hundert=100 tausend=1000 dutzend=12 einmal=1 zweimal=2 dreimal=3 halb=0.5 halbe=0.5",
  fr: "zéro=0 un=1 une=1 deux=2 trois=3 quatre=4 cinq=5 six=6 sept=7 huit=8 neuf=9 dix=10 onze=11 douze=12 treize=13 quatorze=14 quinze=15 seize=16 vingt=20 trente=30 quarante=40 cinquante=50 soixante=60 cent=100 mille=1000 dizaine=10 douzaine=12 quinzaine=15 demi=0.5 demie=0.5",
  es: "cero=0 uno=1 un=1 una=1 dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10 once=11 doce=12 trece=13 catorce=14 quince=15 dieciséis=16 diecisiete=17 dieciocho=18 diecinueve=19 veinte=20 veintiuno=21 treinta=30 cuarenta=40 cincuenta=50 sesenta=60 setenta=70 ochenta=80 noventa=90 cien=100 ciento=100 mil=1000 decena=10 docena=12 quincena=15 medio=0.5 media=0.5",
};

/** The value of a number word, by language. */
export const NUMBER_WORDS = Object.fromEntries(
  Object.entries(UNITS_AND_TENS).map(([locale, text]) => [
    locale,
    new Map(
      text.split(" ").map((pair) => {
        const [word = "", value] = pair.split("=");
        return [word, Number(value)] as const;
      }),
    ),
  ]),
) as unknown as Readonly<Record<Locale, ReadonlyMap<string, number>>>;
