import { terms } from "#local/brain/lexicon/table.ts";
import type { Term } from "#local/brain/lexicon/types.ts";

/**
 * Names of apps that keep the people whom a business serves and, unless the request says what else they keep, a second
 * kind of record about them. `key of the second noun | en | de | fr | es`
 */
export const COMPANIONS: readonly Term[] = terms(`
interaction | CRM, CRM system, CRM systems, customer relationship management | CRM, CRM-System, CRM-Systeme | CRM, gestion de la relation client | CRM
`);
