import { nouns } from "./read.ts";

export const WORK = nouns(
  "work",
  `
task | task~s, todo~s, to-do~s, todo item~s | Aufgabe~n, To-do~s | tâche~s, chose à faire/choses à faire | tarea~s, pendiente~s | title! status priority due_date assignee tags notes | board(status) calendar(due_date) due(due_date,status)
project | project~s | Projekt~e | projet~s | proyecto~s | name! status start_date end_date budget assignee notes | board(status) calendar(end_date)
meeting | meeting~s | Besprechung~en, Meeting~s, Sitzung~en | réunion~s | reunión/reuniones, junta~s | title! starts_at duration location description notes | calendar(starts_at)
idea | idea~s | Idee~n, Einfall/Einfälle | idée~s | idea~s | title! description category rating tags created_at | favorite
customer | customer~s, client~s | Kunde~n, Kundin~nen, Klient~en | client~s, cliente~s | cliente~s, clienta~s | name! company email phone address status(customer_status) last_contact notes | board(status)
visit | visit~s | Besuch~e | visite~s | visita~s | subject! customer-> date duration cost notes | calendar(date) totals(cost)
lead | lead~s, prospect~s, sales opportunity/sales opportunities | Lead~s, Interessent~en, Verkaufschance~n | prospect~s, opportunité commerciale/opportunités commerciales | cliente potencial/clientes potenciales, oportunidad de venta/oportunidades de venta | name! company email phone status(lead_status) value source next_contact notes | board(status) totals(value) reminder(next_contact,1)
booking | booking~s, reservation~s | Buchung~en, Reservierung~en | réservation~s | reserva~s | name! starts_at duration status(booking_status) phone price notes | calendar(starts_at) board(status)
job_application | job application~s, application for a job/applications for jobs | Bewerbung~en, Jobbewerbung~en | candidature~s | candidatura~s, solicitud de empleo/solicitudes de empleo | job_title! company status(application_status) date link contact_person notes | board(status) calendar(date)
inventory_item | inventory item~s, inventory/inventories, stock item~s | Lagerartikel, Inventar, Artikel | article de stock/articles de stock, article~s, inventaire~s | artículo de inventario/artículos de inventario, artículo~s, inventario~s | name! sku category stock reorder_level unit_price location photo | low_stock(stock,reorder_level) totals(stock) table(stock)
`,
);
