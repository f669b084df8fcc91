import type { Locale } from "#core/factory/specification/specification.ts";

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s*,\s*/));

/** Words before a noun that only narrow what is kept: the name of the app repeats them, and nothing else follows. */
export const SUBJECTS: Readonly<Record<Locale, ReadonlySet<string>>> = {
  en: set(`vintage, rare, antique, classic, retro, ancient, used, favourite, favorite, best, indoor, outdoor, wild, exotic, tropical, local,
    foreign, international, national, regional, english, german, french, spanish, italian, japanese, chinese, american, european, asian, mexican, indian,
    vegan, vegetarian, healthy, organic, homemade, sweet, spicy, quick, low-carb, gluten-free, electric, digital, analog, manual, mechanical, wooden,
    gold, silver, bronze, ceramic, glass, paper, red, white, black, green, big, large, tall, short, long, heavy, light, fresh, frozen, dry,
    summer, winter, spring, autumn, fall, christmas, holiday, weekend, monthly, weekly, yearly, annual, seasonal, morning, evening, night,
    medical, dental, legal, financial, academic, professional, business, corporate, technical, scientific, historical, musical, athletic, physical, mental,
    social, political, religious, cultural, creative, artistic, industrial, agricultural, educational, residential, commercial, public, official,
    family, household, domestic, baby, toddler, teen, adult, senior, male, female, bridal, marital, pregnant, primary, secondary, elementary, high,
    upcoming, past, future, current, ongoing, open, closed, unread, unpaid, paid, pending, overdue, lost, missing, broken, spare, important, urgent,
    last, main, top, all, common, special, famous, popular, beloved`),
  de: set(`seltene, seltener, antike, antiker, alte, alter, gebrauchte, gebrauchter, vegane, veganer, vegetarische, gesunde, deutsche, englische,
    französische, spanische, italienische, japanische, elektrische, digitale, analoge, wöchentliche, wöchentlicher, monatliche, monatlicher, jährliche,
    tägliche, täglicher, medizinische, juristische, berufliche, geschäftliche, schulische, sportliche, musikalische, technische, offene, offener,
    geplante, vergangene, unbezahlte, bezahlte, wichtige, dringende, beste, liebste, exotische, heimische, lokale, regionale`),
  fr: set(`rares, rare, anciens, ancien, anciennes, ancienne, végane, végétarien, végétariennes, sain, saines, français, française, françaises, anglais,
    allemand, espagnol, italien, japonais, électriques, numériques, hebdomadaire, hebdomadaires, mensuel, mensuelle, mensuels, annuel, annuelle,
    quotidien, quotidiens, quotidiennes, médical, médicaux, juridique, professionnel, professionnels, scolaire, scolaires, sportif, sportifs, musical, technique, importants,
    urgents, urgentes, préférés, préférées, favoris, vintage, exotiques, locaux, régionaux`),
  es: set(`raros, raras, antiguos, antiguas, veganas, vegano, vegetarianas, saludables, español, españolas, inglés, alemán, francés, italianas,
    japonesas, eléctricos, digitales, semanal, semanales, mensual, mensuales, anual, anuales, diario, diarios, diarias, médicos, médicas, jurídicos, profesionales,
    escolares, deportivos, musicales, técnicos, importantes, urgentes, favoritos, favoritas, vintage, exóticas, locales, regionales`),
};
