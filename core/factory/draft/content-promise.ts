/**
 * What a promise begins with that is about the page itself, in the languages of plans: `The page shows our opening hours`.
 * Its content is all there is to see; whatever else is promised has to be done first.
 */
const ABOUT_PAGE =
  /^(?:(?:the|every|each|die|jede|la|chaque|cada|el|le)\s+)?(?:page|home ?page|start page|site|website|seite|startseite|webseite|página|sitio(?: web)?|site web|page d[’']accueil)\s+(?:shows|lists|names|contains|has|says|zeigt|nennt|enthält|hat|montre|présente|contient|indique|muestra|presenta|contiene|indica)\s/i;

/** What makes the content depend on something that has to happen first. */
const CONDITION =
  /(?<!\p{L})(?:after|when|whenever|once|if|while|nach|nachdem|wenn|sobald|falls|après|quand|lorsque|dès|si|después|cuando|tras|al)(?!\p{L})/iu;

/** Whether a promise says what the page shows from the start. */
export const isAboutContent = (promise: string): boolean =>
  ABOUT_PAGE.test(promise.trim()) && !CONDITION.test(promise);
