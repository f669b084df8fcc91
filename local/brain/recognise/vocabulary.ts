/** Words of politeness, framing and taste, which never change what is built. */
export const FILLERS =
  `i im id ive we you he she they it can could would will shall may might must be is are was am do doe does did
  have has had get got let lets give gives help helps please thanks thank hi hello hey ok okay yes yeah sure great
  nice cool perfect lovely awesome good fine just really very quite maybe perhaps kind sort simple simply small big large
  little tiny basic minimal minimalist clean modern beautiful pretty elegant gorgeous stylish polished sleek fancy
  fast quick lightweight responsive accessible friendly mobile user usable easy intuitive useful own new personal
  private daily weekly everyday online offline web single one first working complete full whole proper decent
  to of in on at as by from into up out about each every per any also too both well now today here there so
  what when while if how who this that able allow allows allowing way ways ability option options feature features
  functionality functionality support supports supporting supported built builtin like love again more same
  different better back toggle switch button mode view page screen ui interface design layout look looks feel style
  styles styling theme font color colour homework grocery shopping wedding school work office family household house
  home student students team kid kids child children person people everyone myself me version demo project prototype
  mvp thing stuff which them only html css javascript vanilla plain frontend front end browser local localstorage
  storage desktop phone tablet laptop computer device devices based side hand time times things such lot lots few
  two three four five several many multiple different various good-looking keep keeps see show shows showing display
  displays displayed displaying view views viewing use uses using used uses make makes making set sets setting sets put
  handle handles change changes update updates looking go ahead goes then need want wants needs wanted should
  actually instead rather prettier nicer bigger smaller larger easily quickly whenever always never mind hmm hm um uh oh ah ja oui sí`
    .split(/\s+/)
    .concat([
      "looks good",
      "go ahead",
      "that is all",
      "after all",
      "dark and light",
      "mobile friendly",
      "user friendly",
    ]);

/** Words that request that something is built. */
export const BUILD =
  "build builds building create creates creating develop developing generate code write program design me make making craft prepare produce deliver ship want need like would".split(
    " ",
  );

/** Nouns for software in general; they must be followed by a purpose. */
export const GENERIC =
  "app application tool website site webapp web app web page page webpage software program something thing system product service one utility".split(
    " ",
  );

/** Start the next wish; a negation before them continues ("without search and tags"). */
export const LINKS = ["and", "or", "nor"];

/** Start the next wish; a negation before them ends ("no search but tags"). */
export const TURNS = [
  "with",
  "plus",
  "but",
  "including",
  "featuring",
  "having",
  "where",
  "that",
  "which",
  "then",
  "also",
  "include",
  "add",
  "want",
  "need",
];

/** Introduce a recipient, a purpose or a comparison, not a wish. */
export const PURPOSE = [
  "for",
  "to decide",
  "to choose",
  "to find out",
  "like",
  "similar to",
  "because",
  "since",
  "inspired by",
  "as in",
  "when",
];

/** Negate what follows. Those with `list` continue across commas. */
export const NEGATIONS: Readonly<Record<string, { readonly list: boolean }>> = {
  no: { list: false },
  not: { list: false },
  never: { list: false },
  "no need for": { list: true },
  without: { list: true },
  "without any": { list: true },
  minus: { list: true },
  "except for": { list: true },
  except: { list: true },
  "leave out": { list: true },
  "get rid of": { list: true },
  "take out": { list: true },
  "take away": { list: true },
  "turn off": { list: true },
  "switch off": { list: true },
  "dont want": { list: true },
  "dont need": { list: true },
  "dont include": { list: true },
  "dont add": { list: true },
  "do not want": { list: true },
  "do not need": { list: true },
  "do not include": { list: true },
  "do not add": { list: true },
  "doesnt need": { list: true },
  "does not need": { list: true },
  "no longer need": { list: true },
  skip: { list: true },
  omit: { list: true },
  exclude: { list: true },
  ditch: { list: true },
  disable: { list: true },
};

/** Negate what follows only if it is a feature: people also remove tasks and drop cards. */
export const DROPS = ["remove", "drop", "delete", "lose", "hide", "cut"];

/** Negate what precedes them: "search is not needed". */
export const AFTER_NEGATIONS = [
  "not needed",
  "not necessary",
  "not required",
  "not wanted",
  "isnt needed",
  "isnt necessary",
  "arent needed",
  "unnecessary",
  "off",
  "disabled",
];

/** As a reply to a feature that cannot be built: continue without it. */
export const WAIVERS = [
  "without it",
  "without them",
  "without that",
  "without this",
  "leave it out",
  "leave that out",
  "leave them out",
  "skip it",
  "skip that",
  "drop it",
  "drop that",
  "fine without",
  "thats fine",
  "that is fine",
  "plan it without",
  "never mind",
  "nevermind",
  "forget it",
  "forget that",
];
/** Phrases that agree, whatever to. */
export const AGREEMENTS = ["yes", "yeah", "ok", "okay", "sure"];
