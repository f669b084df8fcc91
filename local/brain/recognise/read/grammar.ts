import type { Locale } from "#core/factory/specification/specification.ts";
import { NEGATIONS } from "#local/brain/lexicon/words/negations.ts";

/**
 * What a word does in a sentence, apart from naming something. `negate` covers what follows, `negated` what precedes;
 * `harmless` looks like a negation and is none.
 */
const ROLES = [
  "several",
  "and",
  "or",
  "with",
  "for",
  "of",
  "in",
  "by",
  "each",
  "has",
  "but",
  "that",
  "instead",
  "build",
  "add",
  "remove",
  "rename",
  "to",
  "filler",
  "restart",
  "yes",
  "no",
  "like",
  "style",
] as const;
export type Role = (typeof ROLES)[number] | "negate" | "negated" | "harmless";

type Grammar = Readonly<Record<(typeof ROLES)[number], string>>;

/** Words and phrases by role, separated by commas. */
const GRAMMAR: Readonly<Record<Locale, Grammar>> = {
  en: {
    several:
      "several, many, multiple, various, a lot of, lots of, different, a few, few, more, number of, list of its",
    and: "and, &, as well as, along with, vs, versus, +",
    or: "or, nor, and/or",
    with: "with, including, include, includes, featuring, having, contains, containing, plus, showing, shows, shown in, shown on, displayed in, displayed on, appear in, appear on, appears in, visible in, visible on, where, consisting of, comes with",
    for: "for, about, between, among",
    of: "of, from",
    in: "in, inside, within, using",
    by: "by, grouped by, group by, ordered by",
    each: "each, every, per, for each, for every, of each, of every",
    has: "has, have, had, belongs to, belong to, needs, need, got",
    but: "but, however, only, just, though, although, yet, still",
    that: "that, which, who, whose",
    instead: "instead of, rather than, in place of",
    build:
      "build, build me, create, make, make me, develop, design, generate, write, program, code, give, give me, want, id like, like to have, would like, i would like, i want to have, looking for, need an app, craft, set up, produce, prepare, help me, help, let me, lets, get me",
    add: "add, also add, also, too, additionally, put in, as well",
    remove: "remove, delete, take out, take away, lose, throw out, cut",
    rename: "rename, relabel, change the name of",
    to: "to",
    filler:
      "pls, plz, thx, forget, smth, sth, smthg, btw, asap, lol, wanna, gimme, u, ur, please, thanks, thank you, hi, hello, hey, ok, okay, simple, simply, small, little, tiny, basic, minimal, minimalist, clean, modern, beautiful, pretty, elegant, nice, nicer, good, great, cool, quick, fast, easy, useful, own, new, personal, private, daily, really, very, quite, maybe, perhaps, kind, sort, well, now, today, here, full, complete, proper, fancy, sleek, lightweight, intuitive, friendly, user friendly, easy to use, able, way, ability, option, feature, functionality, support, possibility, lovely, awesome, possible, if possible, something, thing, stuff, things, sure, always, once, twice a day, once a day, once a week, twice a week, three times a day, every morning, every evening, again, basically, like this, my own, handy, colorful, colourful, plain, super, neat, free, online, use, used, want to, field, detail, details, column, attribute, property, information, info, data, record, entry, entries, item, view, page, screen, mode, button, tab, section, button to, version, plus some, looks, look, feel, style, theme, design, project, decent, smart looking, home, at home, everyday, work with, just simple, extra, instead, yes/no, own, read, owned, bought, buy, lent, lend, borrowed, like, love, watch, watched, collect, know, visited, cook, grow, saw, play, played, drink, eat, old, ones, mark, assign, attach, track of, built, coded, implemented, to know",
    restart: "actually, start over, start again, forget that, scrap that, instead build, wait, sorry, hmm",
    yes: "yes, yeah, yep, yup, right, correct, exactly, sure, of course, y",
    no: "nope, n, nah",
    like: "like, such as, for example, for instance, similar to, inspired by, in the style of, clone of, a copy of",
    style: "clone, style, styled, like, alternative, lookalike, inspired, copy",
  },
  de: {
    several: "mehrere, mehreren, viele, vielen, verschiedene, einige, mehr, ein paar",
    and: "und, &, sowie, als auch, +",
    or: "oder, noch",
    with: "mit, samt, inklusive, inkl, einschließlich, plus, wo, worin, in der, in dem, enthält, enthalten",
    for: "für, fürs, unter, zwischen",
    of: "von, vom, meiner, unserer, deiner, seiner, ihrer, meines, unseres",
    in: "in",
    by: "nach, pro, gruppiert nach",
    each: "jeder, jede, jedes, jeden, jedem, je, pro, zu jedem, zu jeder, für jeden, für jede, für jedes, bei jedem, bei jeder, alle meine",
    has: "hat, haben, hatte, habe, gehört zu, gehören zu, braucht, brauchen",
    but: "aber, jedoch, nur, sondern, doch",
    that: "welche, welcher, welches, deren, dessen",
    instead: "statt, anstatt, anstelle von, anstelle",
    build:
      "baue, bau, mach, erstelle, erstell, mach, mache, machen, entwickle, entwirf, programmiere, schreibe, gib, möchte, will, hätte gern, hätte gerne, wünsche mir, bräuchte, brauche, brauch, bräucht, möcht, suche, ich brauche, ich möchte, ich will, erstellen, bauen",
    add: "füge, füge hinzu, hinzu, ergänze, auch, zusätzlich, außerdem, noch dazu, dazu noch, hinzufügen",
    remove: "entferne, lösche, nimm, weg, raus, streiche, entfernen",
    rename: "benenne, nenne, umbenennen, umbenannt",
    to: "in, zu",
    filler:
      "stehen, steht, erscheinen, erscheint, angezeigt, danke, hallo, hi, ok, okay, am besten, am liebsten, einfach, einfache, einfacher, einfaches, einfachen, kleine, kleiner, kleines, kleinen, schöne, schöner, schönes, schön, moderne, modern, modernes, gut, gute, gutes, neue, neues, neuen, eigene, eigenen, eigener, persönliche, persönlicher, gern, gerne, mal, schnell, praktische, praktisches, nützliche, simple, simples, möglichst, vielleicht, etwas, ding, sache, sachen, möglichkeit, funktion, funktionen, feld, felder, spalte, angabe, angaben, details, eintrag, einträge, ansicht, seite, bunt, bunte, buntes, bunter, bunten, farbenfroh, farbenfrohe, farbenfrohes, schlicht, schlichte, schlichtes, übersichtlich, übersichtliche, wir, gemeinsam nutzbare, jeweils, immer, einmal am tag, zweimal am tag, zweimal täglich, einmal pro woche, jeden morgen, jeden abend, hier, daten, design, stil, private, privat, zuhause, halt, ganz, sehr, wirklich, ja/nein, lese, gelesen, gelesene, besitze, sammle, kenne, alte, wissen",
    restart: "eigentlich, doch lieber, von vorn, neu anfangen, lieber, moment",
    yes: "ja, jawohl, genau, richtig, klar, stimmt",
    no: "nein, nö, nee",
    like: "wie, wie zum beispiel, zum beispiel, beispielsweise, ähnlich wie, im stil von",
    style: "klon, stil, artig, alternative, kopie",
  },
  fr: {
    several: "plusieurs, beaucoup de, divers, diverses, differents, differentes, quelques, plus de",
    and: "et, &, ainsi que, +",
    or: "ou, ni",
    with: "avec, incluant, inclure, comprenant, comportant, contenant, plus, où, affichant",
    for: "pour, sur les, sur mes, entre, parmi",
    of: "de, d, du, des",
    in: "en, dans",
    by: "par, groupe par, groupes par",
    each: "chaque, par, pour chaque, de chaque, chacun, chacune, pour tous les",
    has: "a, ont, avait, possede, possedent, appartient a, besoin de, a besoin de",
    but: "mais, cependant, seulement, uniquement, toutefois",
    that: "qui, que, dont",
    instead: "au lieu de, au lieu d, plutot que, a la place de",
    build:
      "construis, cree, creer, fais, faire, developpe, concois, genere, ecris, donne, veux, je veux, voudrais, je voudrais, aimerais, j aimerais, besoin d une application, besoin d un outil, j ai besoin de, j ai besoin d, jaimerais, jai besoin de, jai besoin d, jveux, souhaite, realise, il me faut",
    add: "ajoute, ajouter aussi, aussi, egalement, ajoutez, en plus",
    remove: "supprime, enleve, retire, ote",
    rename: "renomme, renommer",
    to: "en",
    filler:
      "apparaître, apparaisse, apparaissent, affichée, affichées, merci, bonjour, salut, ok, stp, svp, s il te plait, s il vous plait, simple, simples, petit, petite, moderne, joli, jolie, beau, belle, propre, bon, bonne, nouveau, nouvelle, facile, rapide, pratique, utile, personnel, personnelle, prive, quelque chose, chose, champ, champs, colonne, detail, details, information, informations, donnees, possibilite, fonction, fonctionnalite, page, vue, style, design, permettant, permet, permettre, minimaliste, colore, coloree, elegant, elegante, tres, vraiment, peut etre, quotidien, une fois par jour, deux fois par jour, chaque matin, chaque soir, ici, maintenant, entrees, fiches, eventuellement, oui/non, savoir",
    restart: "en fait, finalement, recommence, attends, plutot",
    yes: "oui, ouais, exact, exactement, correct, bien sur, tout a fait",
    no: "non",
    like: "comme, tel que, tels que, telle que, telles que, par exemple, similaire a, inspire de, dans le style de, a la",
    style: "clone, style, alternative, copie",
  },
  es: {
    several:
      "varios, varias, muchos, muchas, diferentes, distintos, distintas, algunos, algunas, multiples, mas",
    and: "y, e, &, asi como, +",
    or: "o, u, ni",
    with: "con, incluyendo, incluye, incluir, que incluya, contenga, mas, donde, mostrando",
    for: "para, sobre, entre",
    of: "de, del",
    in: "en",
    by: "por, agrupado por, agrupados por",
    each: "cada, por cada, para cada, de cada, en cada, por",
    has: "tiene, tienen, tenga, tengan, pertenece a, necesita, necesitan",
    but: "pero, sino, solo, solamente, unicamente, aunque",
    that: "que, cual, cuyo, cuya",
    instead: "en vez de, en lugar de",
    build:
      "crea, crear, creame, construye, haz, hazme, hazlo, hazla, ponlo, ponla, desarrolla, disena, genera, escribe, dame, quiero, quisiera, me gustaria, gustaria, necesito, necesitamos, hacer, queremos, deseo, busco",
    add: "añade, agrega, también, tambien, ademas, añadir también, agrega también",
    remove: "quita, elimina, borra, saca",
    rename: "renombra, cambia el nombre de",
    to: "a, por",
    filler:
      "aparezca, aparezcan, aparecer, gracias, hola, ok, por favor, simple, simples, sencilla, sencillo, pequena, pequeno, moderna, moderno, bonita, bonito, bueno, buena, nueva, nuevo, facil, rapida, rapido, practica, practico, util, personal, privada, algo, cosa, cosas, campo, campos, columna, detalle, detalles, informacion, datos, posibilidad, opcion, funcion, funcionalidad, pagina, vista, estilo, diseno, permita, permite, permitir, minimalista, colorido, colorida, elegante, muy, realmente, quiza, diaria, una vez al dia, dos veces al dia, cada manana, cada noche, aqui, ahora, propia, propio, mis propias, entradas, fichas, registrada, si/no, saber",
    restart: "en realidad, mejor, empieza de nuevo, espera",
    yes: "si, claro, exacto, correcto, vale, por supuesto",
    no: "no",
    like: "como, tal como, tales como, por ejemplo, similar a, inspirado en, al estilo de, parecido a, estilo",
    style: "clon, estilo, alternativa, copia",
  },
};

/** All phrases of a language that have a role. */
export function rolesOf(locale: Locale): (readonly [phrase: string, role: Role])[] {
  const { pre, post, pseudo } = NEGATIONS[locale];
  const roles = ROLES.flatMap((role) =>
    GRAMMAR[locale][role].split(", ").map((phrase) => [phrase, role] as const),
  );
  const taken = new Set(
    roles.filter(([, role]) => role === "remove" || role === "instead").map(([phrase]) => phrase),
  );
  const negations = pre.filter((phrase) => !taken.has(phrase));
  return [
    ...negations.map((phrase) => [phrase, "negate"] as const),
    ...post.map((phrase) => [phrase, "negated"] as const),
    ...pseudo.map((phrase) => [phrase, "harmless"] as const),
    ...roles,
  ];
}
