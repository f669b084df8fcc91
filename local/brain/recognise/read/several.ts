/** Where a text names several people or devices that would use the app; null if it does not. */
export function severalIn(text: string): { readonly start: number; readonly end: number } | null {
  const found = MANY.exec(text) ?? TEAM.exec(text);
  return found && { start: found.index, end: found.index + found[0].length };
}

/** Whether a text names several people or devices that would use the app. */
export function isForSeveral(text: string): boolean {
  return severalIn(text) !== null;
}

const MANY =
  /\b(two|three|four|five|several|multiple|many|zwei|drei|vier|mehrere|deux|trois|plusieurs|dos|tres|varios|varias|multi)[ -](?:\w+ )?(users?|people|persons?|players?|devices|accounts|benutzer|nutzer|personen|leute|geräte|utilisateurs|personnes|appareils|usuarios|personas|dispositivos)\b/i;

/** People who work together would use the app together. */
const TEAM =
  /\b(?!\w+ (?:football|soccer|sports?|basketball|volleyball|handball|hockey|rugby|cricket|netball|swim|relay) )(?:my|our|the|whole|entire|mein|meinem|unser|unserem|das|dem|ganzes|gesamtes|mon|notre|toute l['’]|l['’]|mi|nuestro|todo el) ?(?:\w+ )?(?:team|équipe|equipo|colleagues|coworkers|co-workers|kollegen|collègues|compañeros)(?!\p{L})/iu;
