/** How a language says that code was left out. The patterns are for lower case, without dots and final punctuation. */
interface LeftOut {
  /** All of a comment. */
  readonly whole: readonly RegExp[];
  /** All of a comment beside dots that stand for code. */
  readonly dotted: readonly RegExp[];
}

const WORD = String.raw`[\p{L}\d_/&’-]+`;
/** So many words more, at most. */
const words = (most: number): string => `(?: ${WORD}){0,${most}}`;
const all = (pattern: string): RegExp => new RegExp(`^(?:${pattern})$`, "u");

const CODE_EN =
  "(?:code|files?|functions?|methods?|components?|class(?:es)?|modules?|imports?|exports?|styles?|stylesheet|css|markup|html|jsx|contents?|implementation|logic|tests?|handlers?|routes?|script|template|body|app|page|form|view|program|layout|sections?)";
const OWN_EN =
  "(?:code|functions?|methods?|imports?|styles?|css|markup|html|jsx|contents?|implementation|logic|tests?|handlers?|body)";
const REST_EN = `(?:(?:and|the|all|your|any|plus|with) )*(?:rest|remainder|everything else|others|(?:rest|remainder) of${words(5)}|(?:remaining|existing|other|previous|original)(?: ${WORD}){1,4})`;
const BEFORE_EN = `(?:(?:the )?(?:one |code |version )?(?:before|above|earlier)|(?:in |from )?(?:the )?(?:previous|original|first|last|earlier|existing|current|old)(?: ${WORD})?|(?:in |from )?(?:version|step|v) ?\\d+)`;
const SAME_EN = `(?:unchanged|untouched|(?:exactly )?(?:the )?same(?: as ${BEFORE_EN})?|identical|as (?:is|it is|it was|they are|they were|${BEFORE_EN})|omitted|left out|elided|truncated|skipped|not shown|not repeated)(?: here| for (?:brevity|clarity|readability|space|now)| to save space)*`;

export const LEFT_OUT_EN: LeftOut = {
  whole: [
    /** `rest of the code`, `remaining functions`, `existing markup`. */
    all(
      `(?:(?:and|the|all|your|any|keep|include|insert|copy) )*(?:(?:rest|remainder) of (?:(?:the|your|this|these|my|all) )*(?:${WORD} ){0,2}${CODE_EN}|(?:remaining|existing|previous|original|unchanged) (?:${WORD} )?${CODE_EN})(?: here| below)?`,
    ),
    /** `rest is identical`, `remaining cases stay as they are`, `code unchanged`. */
    all(
      `(?:(?:keep|leave) )?(?:${REST_EN}|(?:the |all )*(?:(?:function|method|component|class|event|helper) )?${OWN_EN}) (?:(?:is|are|was|were|stays?|remains?|will (?:be|stay|remain)|has been|have been|goes|go) )?${SAME_EN}`,
    ),
    /** `other styles remain`, `rest of the page goes here`. */
    all(
      `(?:${REST_EN}|(?:the |your )*(?:${WORD} ){0,3}(?:implementation|code|logic|content|markup)) (?:(?:goes?|comes?|stays?|remains?|belongs?|follows?|continues?)(?: here| below)|remains?|stays?|follows?)`,
    ),
    /** `unchanged`, `same as before`, `same implementation as in version 1`. */
    all(
      `unchanged|omitted|truncated|not shown|as (?:before|above)|(?:the |exactly )*same (?:${WORD} ){0,2}as ${BEFORE_EN}|(?:(?:and|or) )?(?:etc|so on|so forth)|snip(?:ped)?`,
    ),
    all(`.{1,60} for (?:brevity|readability)`),
    all(`(?:keep|leave) (?:the |all |your )*(?:rest|everything else)(?: of${words(3)})?(?: ${SAME_EN})?`),
    all(
      `(?:do |repeat |and )*(?:the )?(?:same|likewise|similar(?:ly)?)(?: code| logic)? for (?:the |all |each |every )*(?:others?|rest|remaining)${words(4)}`,
    ),
    /** `your logic here`, `more cards here`, `add your code here`. */
    all(
      `(?:(?:add|insert|put|place|write|implement|include|paste|define) )?(?:the |any |some |all )*(?:(?:your|more|additional|further|actual|real)(?: ${WORD}){1,4}|(?:other|remaining|existing)(?: ${WORD}){1,2}) (?:goes? )?(?:here|below)`,
    ),
    all(`(?:add|insert|put|place|write|implement|include) (?:${WORD} ){0,3}${OWN_EN} here`),
    all(
      `implement (?:me|this|it)(?: here| later| as needed)?|(?:to be|not(?: yet)?) (?:implemented|written|done)(?: yet| later)?|implementation (?:pending|needed|here)|fill in (?:the )?(?:rest|details|blanks|implementation)|placeholder (?:implementation|code|logic|function)`,
    ),
  ],
  dotted: [
    new RegExp(
      `^(?:(?:and|the|all|your|any|some|plus|with|keep) )*(?:rest|remaining|remainder|others?|more|existing|same|previous|additional|further|similar|continue[sd]?)(?!${words(3)} (?:is|are|was|were|has|have|can|will|must)(?: |$))${words(7)}$`,
      "u",
    ),
    all(`(?:your )?${OWN_EN}(?: here)?`),
  ],
};

const CODE_DE =
  "(?:code|quellcode|datei|funktion(?:en)?|methoden?|komponenten?|klassen?|styles|stile|css|markup|html|inhalte?|implementierung|logik|tests?|importe?|seite)";
const REST_DE = `(?:(?:der|die|das|den|alle|und|mit) )*(?:rest(?: (?:des|der|vom|von)${words(3)})?|alles (?:andere|übrige|weitere)|(?:restliche|übrige|verbleibende|bestehende|vorhandene|bisherige|andere|weitere)[rsnm]?(?: ${WORD}){1,3}|${CODE_DE})`;

export const LEFT_OUT_DE: LeftOut = {
  whole: [
    all(
      `(?:(?:der|die|das|den|und|hier) )*(?:rest (?:des|der|vom|von) (?:${WORD} ){0,2}${CODE_DE}s?|(?:restliche|übrige|verbleibende|bestehende|vorhandene|bisherige)[rsnm]? ${CODE_DE})(?: hier)?`,
    ),
    all(
      `${REST_DE}(?: (?:bleib(?:t|en)|ist|sind|wird|werden))?(?: (?:hier|unverändert|gleich|identisch|unberührt|wie (?:bisher|zuvor|vorher|oben|gehabt)|ausgelassen|weggelassen|gekürzt|so))+`,
    ),
    /(?:der kürze halber|aus platzgründen)(?: (?:ausgelassen|weggelassen|gekürzt))?$/u,
    all(`unverändert|wie (?:bisher|zuvor|vorher|oben|gehabt)|ausgelassen|gekürzt|usw|und so weiter`),
    all(
      `(?:füge |ergänze )?(?:hier )?(?:dein|ihr|eigene|weitere|mehr)(?:e[rsnm]?|[rsnm])?(?: ${WORD}){1,3} (?:hier(?:hin)?(?: hin| ein| einfügen| ergänzen)?|einfügen|ergänzen)`,
    ),
    all(`hier (?:kommt|steht|folgt|gehört) (?:${WORD} ){0,3}${CODE_DE}(?: hin)?`),
    all(`(?:muss )?(?:noch|später) (?:zu )?(?:implementieren|ergänzen|implementiert werden)`),
  ],
  dotted: [
    all(
      `(?:(?:der|die|das|und|alle|hier) )*(?:rest|(?:restliche|übrige|weitere|andere|bestehende|vorhandene)[rsnm]?|mehr|gleich|code)${words(5)}`,
    ),
  ],
};

const CODE_FR =
  "(?:code|fichier|fonctions?|méthodes?|composants?|classes?|styles?|css|balisage|html|contenu|implémentation|logique|tests?|imports?|page)";
const LIKE_FR =
  "(?:inchangée?s?|identiques?|(?:le |la |les )?mêmes?|comme (?:avant|ci-dessus|précédemment|auparavant)|omis(?:es?)?|tronquée?s?|tel(?:le)?s? quel(?:le)?s?)";

export const LEFT_OUT_FR: LeftOut = {
  whole: [
    all(
      `(?:(?:le|la|les|et|tout) )*(?:reste (?:du|de la|des|de votre|de) ?(?:${WORD} ){0,2}${CODE_FR}|suite du code|${CODE_FR} (?:restant|existant|précédent|inchangé|omis)e?s?)(?: ici)?`,
    ),
    all(
      `(?:(?:le|la|les|et|tout) )*(?:reste(?: (?:du|de la|des)${words(3)})?|autres(?: ${WORD}){1,3}|${CODE_FR})(?: (?:est|sont|reste|restent|demeure|demeurent))? ${LIKE_FR}`,
    ),
    all(`(?:(?:le|la|les|et|tout) )*(?:reste|autres(?: ${WORD}){1,3}) ne changen?t? pas`),
    all(`inchangée?s?|comme (?:avant|ci-dessus|précédemment)|et ainsi de suite|à (?:implémenter|compléter)`),
    /(?:par souci de (?:brièveté|concision)|pour abréger)$/u,
    all(
      `(?:(?:ajoutez|ajouter|insérez|insérer|mettez|placez) )?(?:votre|vos|ton|tes|d autres|d’autres|plus de)(?: ${WORD}){1,4} ici`,
    ),
  ],
  dotted: [
    all(
      `(?:(?:le|la|les|et|tout|d|l) )*(?:d’autres|reste|restante?s?|autres?|suite|existante?s?|même|code)${words(5)}`,
    ),
  ],
};

const CODE_ES =
  "(?:código|archivo|funci(?:ón|ones)|métodos?|componentes?|clases?|estilos?|css|marcado|html|contenido|implementación|lógica|pruebas?|importaciones|página)";
const LIKE_ES =
  "(?:igual(?:es)?(?: que (?:antes|arriba))?|sin cambios|idéntic[oa]s?|(?:lo|el|la) mism[oa]|como (?:antes|arriba|estaba)|omitid[oa]s?|intact[oa]s?)";

export const LEFT_OUT_ES: LeftOut = {
  whole: [
    all(
      `(?:(?:el|la|los|las|y|todo) )*(?:resto (?:del|de la|de los|de las|de tu|de) (?:${WORD} ){0,2}${CODE_ES}|${CODE_ES} (?:restantes?|existentes?|anterior(?:es)?|omitid[oa]s?|sin cambios))(?: aquí)?`,
    ),
    all(
      `(?:(?:el|la|los|las|y|todo|todos|todas) )*(?:resto(?: (?:del|de la|de los|de las)${words(3)})?|(?:otros|otras|demás)(?: ${WORD}){1,3}|lo demás|${CODE_ES})(?: (?:es|son|está|están|queda|quedan|permanecen?|siguen?|se mantienen?))? ${LIKE_ES}`,
    ),
    all(
      `sin cambios|igual que (?:antes|arriba)|como antes|y así sucesivamente|(?:por|pendiente de) implementar|omitido por brevedad`,
    ),
    /(?:por brevedad|por razones de espacio)$/u,
    all(`(?:(?:añade|agrega|pon|inserta|escribe) )?(?:tu|tus|su|sus|más|otros|otras)(?: ${WORD}){1,4} aquí`),
    all(`aquí (?:va|van|iría) (?:${WORD} ){0,3}${CODE_ES}`),
  ],
  dotted: [
    all(
      `(?:(?:el|la|los|las|y|todo) )*(?:resto|restantes?|otr[oa]s|demás|más|existentes?|mism[oa]|igual|código)${words(5)}`,
    ),
  ],
};
