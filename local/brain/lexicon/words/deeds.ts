import { rowsOf, wordsFrom } from "#local/brain/lexicon/table.ts";
import type { Term } from "#local/brain/lexicon/types.ts";

/** What people do that leaves a record: "to book clients" is about appointments. */
export interface Deed extends Term {
  /** Key of the noun whose records it leaves, and the one where it is done for people. */
  readonly noun: string;
  readonly forPeople: string;
}

/** `noun | noun for people | en | de | fr | es` */
export const DEEDS: readonly Deed[] = rowsOf(
  `
booking | appointment | to book, book in, booked in, be booked, can book, get booked, take bookings, taking bookings | buchen, gebucht werden, einbuchen, Termine vergeben | réserver, prendre rendez-vous, prennent rendez-vous | reservar, agendar, pedir cita
rental  | rental      | rent out, renting out, rents out, hire out, hiring out | vermieten, vermiete, vermietet | louer, loue, mettre en location | alquilar, alquilo
loaned_item | loaned_item | lend out, lending out, lends out, who borrowed, who has borrowed, who borrows, i lent, i have lent, i lend, lent to | verleihen, verleihe, ausleihen, verliehen habe, ausgeliehen hat, wer ausgeliehen | prêter, prête, j'ai prêté, à qui j'ai prêté, a emprunté | prestar, presto, he prestado, presté, a quién presté
`,
  6,
).map(([noun = "", forPeople = "", ...cells]) => ({ key: noun, noun, forPeople, words: wordsFrom(cells) }));
