import { optionSet } from "./read.ts";

/** Options of money, work and sales. */
export const BUSINESS_OPTIONS = [
  optionSet(
    "payment_method",
    `
    cash     | Cash          | Bar         | Espèces           | Efectivo
    card     | Card          | Karte       | Carte             | Tarjeta
    transfer | Bank transfer | Überweisung | Virement          | Transferencia
    debit    | Direct debit  | Lastschrift | Prélèvement       | Domiciliación
    other    | Other         | Sonstige    | Autre             | Otra
    `,
  ),
  optionSet(
    "expense_category",
    `
    food          | Food          | Lebensmittel | Alimentation | Alimentación
    housing       | Housing       | Wohnen       | Logement     | Vivienda
    transport     | Transport     | Verkehr      | Transport    | Transporte
    health        | Health        | Gesundheit   | Santé        | Salud
    leisure       | Leisure       | Freizeit     | Loisirs      | Ocio
    clothing      | Clothing      | Kleidung     | Vêtements    | Ropa
    other         | Other         | Sonstiges    | Autre        | Otros
    `,
  ),
  optionSet(
    "lead_status",
    `
    new       | New       | Neu            | Nouveau       | Nuevo
    contacted | Contacted | Kontaktiert    | Contacté      | Contactado
    qualified | Qualified | Qualifiziert   | Qualifié      | Cualificado
    proposal  | Proposal sent | Angebot gesendet | Offre envoyée | Propuesta enviada
    won*      | Won       | Gewonnen       | Gagné         | Ganado
    lost*     | Lost      | Verloren       | Perdu         | Perdido
    `,
  ),
  optionSet(
    "customer_status",
    `
    prospect | Prospect | Interessent | Prospect | Potencial
    active   | Active   | Aktiv       | Actif    | Activo
    inactive | Inactive | Inaktiv     | Inactif  | Inactivo
    `,
  ),
  optionSet(
    "booking_status",
    `
    requested | Requested | Angefragt  | Demandé  | Solicitado
    confirmed | Confirmed | Bestätigt  | Confirmé | Confirmado
    completed* | Completed | Abgeschlossen | Terminé | Completado
    cancelled* | Cancelled | Abgesagt  | Annulé   | Cancelado
    `,
  ),
  optionSet(
    "application_status",
    `
    saved     | Saved     | Gemerkt      | À postuler | Guardada
    applied   | Applied   | Beworben     | Envoyée    | Enviada
    interview | Interview | Gespräch     | Entretien  | Entrevista
    offer     | Offer     | Angebot      | Offre      | Oferta
    accepted* | Accepted  | Angenommen   | Acceptée   | Aceptada
    rejected* | Rejected  | Abgelehnt    | Refusée    | Rechazada
    `,
  ),
];
