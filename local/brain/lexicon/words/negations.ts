import type { Locale } from "#core/factory/specification/specification.ts";

/** How a language says that something is not wanted. */
export interface Negations {
  /** Before what is not wanted: "without tags". */
  readonly pre: readonly string[];
  /** After it: "tags are not needed". */
  readonly post: readonly string[];
  /** Phrases that contain a negation and mean none: "not only". */
  readonly pseudo: readonly string[];
  /** Words that end the reach of a negation. */
  readonly ends: readonly string[];
}

const list = (text: string): string[] => text.split(/\s*,\s*/);

export const NEGATIONS: Readonly<Record<Locale, Negations>> = {
  en: {
    pre: list(
      "no, not, not a, without, without any, don't, dont, don't need, do not need, don't want, do not want, don't use, do not use, don't add, no need for, does not need, doesn't need, doesn't have to have, skip, leave out, leave off, exclude, excluding, except, except for, instead of, rather than, avoid, never, minus, neither, nor, free of, other than, remove, drop, anything but, nothing with, hate, dislike, get rid of, do without, can do without, could do without, forget about",
    ),
    post: list(
      "no, not needed, is not needed, are not needed, isn't needed, aren't needed, not necessary, not required, unnecessary, is unnecessary, are unnecessary, not wanted, can wait, later, not now, not yet, can be left out, can be skipped, excluded, not included, off",
    ),
    pseudo: list(
      "no more than, not more than, no less than, no fewer than, not only, not just, no later than, without losing, nothing but, don't forget, do not forget, dont forget, no matter, not sure, don't know, do not know, don't mind, why not, whether or not, if not, or not, can't wait, no problem, not to mention, so that i don't, so i don't, so i never, never forget, never miss, never lose, don't lose, not lose, no longer forget, no idea, hate it, hate it when, hate when, hate that, hate to, hate forgetting, hate losing, hate missing, hate having",
    ),
    ends: list("but, however, just, only, although, though, yet, still, because, so that, while, please"),
  },
  de: {
    pre: list(
      "kein, keine, keinen, keinem, keiner, keines, nicht, ohne, ohne jede, brauche kein, brauche keine, brauche keinen, will kein, will keine, will keinen, möchte kein, möchte keine, möchte keinen, bitte kein, bitte keine, bitte keinen, weglassen, verzichte auf, verzichten auf, außer, ausgenommen, statt, anstatt, anstelle von, niemals, nie, weder, noch, frei von, hasse, lass, lasse, lassen wir",
    ),
    post: list(
      "nicht, nein, nicht nötig, unnötig, brauche ich nicht, brauchen wir nicht, braucht es nicht, nicht gewünscht, nicht erforderlich, weglassen, überflüssig, später, kann warten, können warten, noch nicht, erst später, ist nicht nötig, sind nicht nötig",
    ),
    pseudo: list(
      "nicht nur, nicht mehr als, nicht weniger als, nicht später als, keine ahnung, nicht vergessen, nicht sicher, weiß nicht, nichts als, ohne zu verlieren, egal ob, ob oder nicht, kein problem, damit ich nicht, damit ich nichts, damit ich keine, nie wieder, nie mehr, nichts vergessen, nicht verpassen, warum nicht, oder nicht, nicht zuletzt, lass mich, lass uns, hasse es",
    ),
    ends: list(
      "aber, sondern, jedoch, nur, obwohl, trotzdem, weil, damit, während, bitte, dafür, allerdings, doch",
    ),
  },
  fr: {
    pre: list(
      "pas, pas de, pas d', aucun besoin de, aucun besoin d', sans, sans aucun, sans aucune, aucun, aucune, ni, jamais, jamais de, ne pas, n'ai pas besoin de, pas besoin de, pas besoin d', je ne veux pas de, je ne veux pas, évite, éviter, sauf, excepté, hormis, à part, au lieu de, plutôt que, hors, retire, enlève, déteste, oublie, oublie les, laisse tomber, laisse de côté, omets, exclus, exclure",
    ),
    post: list(
      "non, pas nécessaire, n'est pas nécessaire, ne sont pas nécessaires, inutile, inutiles, superflu, plus tard, pas maintenant, peut attendre, peuvent attendre, pas encore, à exclure, pas utile, pas besoin",
    ),
    pseudo: list(
      "pas plus de, pas plus que, pas moins de, pas seulement, non seulement, pas uniquement, ne pas oublier, n'oublie pas, n'oubliez pas, pas plus tard que, sans perdre, rien que, peu importe, je ne sais pas, pas sûr, pas sûre, pourquoi pas, ou non, ou pas, pour ne pas oublier, pour ne plus oublier, ne jamais oublier, pas de problème, aucune idée, sans oublier",
    ),
    ends: list(
      "mais, cependant, juste, seulement, uniquement, bien que, parce que, car, pour que, pendant que, toutefois",
    ),
  },
  es: {
    pre: list(
      "no, nada de, sin, sin ningún, sin ninguna, ningún, ninguno, ninguna, ni, nunca, jamás, no quiero, no necesito, no hace falta, no hacen falta, no uses, no usar, no pongas, evita, evitar, excepto, salvo, menos, en lugar de, en vez de, excluye, excluyendo, quita, tampoco, odio, deja fuera, dejar fuera, omite, omitir, excluir, olvida, olvida lo de, prescinde de",
    ),
    post: list(
      "no, no hace falta, no hacen falta, no es necesario, no es necesaria, no son necesarios, no son necesarias, innecesario, innecesaria, sobra, sobran, más tarde, más adelante, ahora no, puede esperar, pueden esperar, todavía no, aún no, no los necesito, no lo necesito, no la necesito",
    ),
    pseudo: list(
      "no más de, no menos de, no solo, no sólo, no solamente, no olvides, no olvidar, no te olvides, no más tarde que, sin perder, nada más que, no importa, no sé, no lo sé, no estoy seguro, no estoy segura, por qué no, o no, para no olvidar, para no perder, no perder, nunca olvidar, ni idea, sin olvidar, no hay problema",
    ),
    ends: list(
      "pero, sino, sin embargo, aunque, porque, para que, mientras, solo, sólo, solamente, únicamente",
    ),
  },
};
