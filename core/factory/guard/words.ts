/** Words to look for in a text. */
export interface Words {
  in(text: string): boolean;
  /** The text with each match replaced by a space. */
  removedFrom(text: string): string;
}

/** Pattern for at most 60 characters of the same sentence. */
export const GAP = "[^.!?\\n]{0,60}?";

/** Any of these patterns as whole words. Compiled when it is first used, which keeps cold starts short. */
export function anyWord(...patterns: readonly string[]): Words {
  let compiled: RegExp | undefined;
  const matcher = () => {
    compiled ??= new RegExp(`(?<![\\p{L}\\p{N}])(?:${patterns.join("|")})(?![\\p{L}\\p{N}])`, "gu");
    return compiled;
  };
  return {
    in: (text) => text.search(matcher()) !== -1,
    removedFrom: (text) => text.replace(matcher(), " "),
  };
}

/** Behind someone's back, in several languages. */
export const SECRETLY =
  "(?:secretly|covertly|silently|quietly|stealthily|unnoticed|(?:with a |a |in a )?hidden field|without (?:\\p{L}+ )?(?:them|their|her|his|him|anyone|people|users?|visitors|the owner)(?:'s)?(?: \\p{L}+)? ?(?:knowing|noticing|knowledge|consent|permission)|behind (?:their|his|her) backs?|heimlich|unbemerkt|ohne (?:ihr|sein|deren|dessen) wissen|ohne dass (?:\\p{L}+ ){1,3}merk(?:t|en)|en secret|secretement|a (?:leur|son) insu|en secreto|a escondidas|sans qu(?:e |')(?:\\p{L}+ ){1,3}(?:sache\\p{L}*|remarque\\p{L}*|apercoive\\p{L}*)|sin que (?:\\p{L}+ ){0,2}(?:sepan?|enteren?|noten?))";
