import { terms } from "#local/brain/lexicon/table.ts";
import type { Term } from "#local/brain/lexicon/types.ts";

/**
 * Words that name one kind of record, and another one in an app that keeps what its records belong to: the "Beiträge"
 * of a member are fees, the "notas" of a student grades, the loans of a library no debts. `key of the other noun | en | de | fr | es`
 */
export const HOMONYMS: readonly Term[] = terms(`
membership_fee | contribution, contributions | Beitrag, Beiträge, Beiträgen | contribution, contributions | contribución, contribuciones
loaned_item    | loan, loans, lending | Leihe, Leihen | prêt, prêts, emprunt, emprunts | préstamo, préstamos
invoice_item   | item, items, line, lines, position, positions | Posten, Position, Positionen, Artikel | article, articles, ligne, lignes | artículo, artículos, línea, líneas
quote          | quote, quotes | Angebot, Angebote, Angeboten | devis | presupuesto, presupuestos
work_order     | job, jobs | Auftrag, Aufträge, Aufträgen | travail, travaux, chantier, chantiers | trabajo, trabajos
grade          | result, results | Note, Noten | note, notes | nota, notas
`);
