import { nouns } from "./read.ts";

export const EVENTS = nouns(
  "events",
  `
event | event~s | Veranstaltung~en, Event~s, Ereignis~se | événement~s, évènement~s, manifestation~s | evento~s, acontecimiento~s | title! starts_at ends_at location capacity price description photo | calendar(starts_at) reminder(starts_at,1)
guest | guest~s, party guest~s, wedding guest~s, invitee~s, guest list~s | Gast/Gäste, Hochzeitsgast/Hochzeitsgäste, Partygast/Partygäste, Gästeliste~n | invité~s, invitée~s, convive~s, liste d'invités/listes d'invités | invitado~s, invitada~s, huésped~es, lista de invitados/listas de invitados | name! email phone rsvp plus_one table_number diet notes | filter(rsvp) chart(rsvp,pie)
attendee | attendee~s, participant~s, registration~s for an event | Teilnehmer, Teilnehmerin~nen, Teilnehmende | participant~s, participante~s, inscrit~s | asistente~s, participante~s, inscrito~s | name! email phone event-> paid arrived diet | filter(paid,arrived)
invitation | invitation~s, invite~s | Einladung~en | invitation~s | invitación/invitaciones | name! event-> sent_on rsvp address notes | filter(rsvp) chart(rsvp,pie)
party | party/parties, celebration~s | Party~s, Feier~n | fête~s, soirée~s | fiesta~s, celebración/celebraciones | title! starts_at location budget theme notes +guest | calendar(starts_at)
event_vendor | event vendor~s, wedding vendor~s, caterer~s | Dienstleister, Hochzeitsdienstleister, Caterer | prestataire de mariage/prestataires de mariage, traiteur~s | proveedor de bodas/proveedores de bodas, empresa de catering/empresas de catering | name! trade contact_person phone price deposit status(booking_status) notes | board(status) totals(price,deposit)
speaker | speaker~s, presenter~s | Referent~en, Referentin~nen, Redner, Vortragende | intervenant~s, intervenante~s, conférencier~s | ponente~s, conferenciante~s, orador~es | name! company topic email phone photo biography | gallery(photo)
talk | talk~s, conference session~s, presentation~s, lecture~s | Vortrag/Vorträge, Präsentation~en, Vorlesung~en | conférence~s, présentation~s, exposé~s | charla~s, ponencia~s, presentación/presentaciones, conferencia~s | title! speaker-> starts_at duration room:text topic notes | calendar(starts_at)
sponsor | sponsor~s | Sponsor~en, Förderer | sponsor~s, mécène~s | patrocinador~es | name! contact_person email amount level(sponsor_level) paid website | totals(amount) filter(paid)
event_ticket | event ticket~s, concert ticket~s, admission ticket~s, entry ticket~s | Eintrittskarte~n, Konzertkarte~n, Konzertticket~s | billet~s, billet de concert/billets de concert, place de concert/places de concert | entrada~s, entrada de concierto/entradas de concierto | name! starts_at location seat price code file | calendar(starts_at) totals(price)
concert | concert~s, gig~s, live show~s | Konzert~e, Auftritt~e | concert~s | concierto~s, actuación/actuaciones | artist! date location price rating photo notes | calendar(date) gallery(photo)
exhibition | exhibition~s, museum visit~s, museum~s, exhibit~s | Ausstellung~en, Museumsbesuch~e, Museum/Museen | exposition~s, musée~s | exposición/exposiciones, museo~s | title! location start_date end_date visited rating photo | calendar(end_date) gallery(photo)
performance | performance~s, theatre play~s, stage show~s | Theaterstück~e, Aufführung~en, Vorstellung~en | pièce de théâtre/pièces de théâtre, spectacle~s, représentation~s | obra de teatro/obras de teatro, espectáculo~s | title! date location price rating notes photo | calendar(date)
seating_table | guest table~s, seating table~s, seating plan~s | Gästetisch~e, Sitztisch~e, Sitzplan/Sitzpläne | table d'invités/tables d'invités, plan de table/plans de table | mesa de invitados/mesas de invitados, plano de mesas/planos de mesas | name! seats guests location notes | totals(seats)
countdown | countdown~s, important date~s, special day~s | Countdown~s, wichtiges Datum/wichtige Daten, besonderer Tag/besondere Tage | compte à rebours/comptes à rebours, date importante/dates importantes | cuenta atrás/cuentas atrás, fecha importante/fechas importantes | title! date days_left color photo notes | calendar(date) reminder(date,7)
poll | poll~s, vote~s, ballot~s | Abstimmung~en | vote~s, scrutin~s | votación/votaciones, encuesta de opinión/encuestas de opinión | question! answer_options due_date votes_yes votes_no decided | filter(decided)
`,
);
