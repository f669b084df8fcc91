import { rowsOf, wordsFrom } from "#local/brain/lexicon/table.ts";
import type { Term, Text } from "#local/brain/lexicon/types.ts";
import { BEYOND } from "./beyond.ts";

/** A thing that is no app of records, and what an app without a model can keep of it. */
export interface Offer extends Term {
  /** Key of the noun that is offered instead; null if there is none. */
  readonly noun: string | null;
  /** Why it cannot be built. */
  readonly reason: Text;
}

const same = (names: string) => `${names} | ${names} | ${names} | ${names}`;

/** `noun or - | key in BEYOND | en | de | fr | es` */
export const OFFERS: readonly Offer[] = rowsOf(
  `
blog_post     | sharing  | blog, weblog, personal blog, travel blog, food blog | Blog, Weblog, Reiseblog, Foodblog | blog, blogue, blog de voyage | blog, bitácora personal, blog de viajes
family_member | advanced | family tree, genealogy tree, ancestry tree | Stammbaum, Familienstammbaum, Ahnentafel | arbre généalogique | árbol genealógico
procedure     | sharing  | wiki, company wiki, knowledge base | Wiki, Wissensdatenbank | wiki, base de connaissances | wiki, base de conocimientos
question      | sharing  | forum, message board, discussion board | Forum, Diskussionsforum | forum, forum de discussion | foro, foro de discusión
person        | sharing  | dating app, dating site | Dating-App, Partnerbörse | application de rencontre, site de rencontre | aplicación de citas, web de citas
person        | sharing  | ${same("tinder, bumble, hinge, okcupid, grindr, parship")}
booking       | sharing  | ${same("uber, lyft, blablacar, taskrabbit")}
order         | payments | ${same("doordash, deliveroo, lieferando, uber eats, ubereats, instacart, glovo")}
product       | payments | ${same("amazon, ebay, vinted, craigslist, aliexpress, kleinanzeigen, leboncoin, wallapop, alibaba")}
bookmark      | video    | ${same("youtube, tiktok, twitch, vimeo, dailymotion, hulu, disney plus")}
photo_entry   | sharing  | ${same("snapchat, bereal")}
meeting       | realtime | ${same("zoom, skype, google meet")}
place         | maps     | ${same("google maps, waze, apple maps")}
question      | sharing  | ${same("quora, stack overflow, stackoverflow")}
note          | sharing  | ${same("wikipedia")}
document      | sync     | ${same("icloud, onedrive")}
campaign      | payments | ${same("kickstarter, gofundme, patreon")}
-             | realtime | ${same("whatsapp web, signal messenger, facebook messenger, snap chat")}
`,
  6,
).map(([noun = "", why = "", ...cells]) => ({
  key: noun,
  noun: noun === "-" ? null : noun,
  reason: reasonOf(why),
  words: wordsFrom(cells),
}));

function reasonOf(key: string): Text {
  const beyond = BEYOND.find((each) => each.key === key);
  if (!beyond) throw new Error(`'${key}' is no reason.`);
  return beyond.reason;
}
