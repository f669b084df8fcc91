import { optionSets } from "./read.ts";

/** Options that fit records of every domain. */
export const COMMON_OPTIONS = optionSets(`
category     | personal, work, home, other | Personal, Work, Home, Other | Persönlich, Arbeit, Zuhause, Sonstiges | Personnel, Travail, Maison, Autre | Personal, Trabajo, Casa, Otros
task_status  | to_do, in_progress, done* | To do, In progress, Done | Offen, In Arbeit, Erledigt | À faire, En cours, Terminé | Pendiente, En curso, Hecho
priority     | low, medium, high | Low, Medium, High | Niedrig, Mittel, Hoch | Basse, Moyenne, Haute | Baja, Media, Alta
level        | low, medium, high | Low, Medium, High | Gering, Mittel, Hoch | Faible, Moyen, Élevé | Bajo, Medio, Alto
difficulty   | easy, medium, hard | Easy, Medium, Hard | Leicht, Mittel, Schwer | Facile, Moyen, Difficile | Fácil, Media, Difícil
frequency    | daily, weekly, monthly, yearly | Daily, Weekly, Monthly, Yearly | Täglich, Wöchentlich, Monatlich, Jährlich | Quotidien, Hebdomadaire, Mensuel, Annuel | Diario, Semanal, Mensual, Anual
weekday      | monday, tuesday, wednesday, thursday, friday, saturday, sunday | Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday | Montag, Dienstag, Mittwoch, Donnerstag, Freitag, Samstag, Sonntag | Lundi, Mardi, Mercredi, Jeudi, Vendredi, Samedi, Dimanche | Lunes, Martes, Miércoles, Jueves, Viernes, Sábado, Domingo
season       | spring, summer, autumn, winter, all_year | Spring, Summer, Autumn, Winter, All year | Frühling, Sommer, Herbst, Winter, Ganzjährig | Printemps, Été, Automne, Hiver, Toute l'année | Primavera, Verano, Otoño, Invierno, Todo el año
unit         | piece, gram, kilogram, millilitre, litre, teaspoon, tablespoon, cup, pack | piece, g, kg, ml, l, teaspoon, tablespoon, cup, pack | Stück, g, kg, ml, l, Teelöffel, Esslöffel, Tasse, Packung | pièce, g, kg, ml, l, cuillère à café, cuillère à soupe, tasse, paquet | unidad, g, kg, ml, l, cucharadita, cucharada, taza, paquete
condition    | new, very_good, good, worn, broken | New, Very good, Good, Worn, Broken | Neu, Sehr gut, Gut, Abgenutzt, Defekt | Neuf, Très bon, Bon, Usé, Cassé | Nuevo, Muy bueno, Bueno, Gastado, Roto
relationship | family, friend, colleague, neighbour, other | Family, Friend, Colleague, Neighbor, Other | Familie, Freundschaft, Arbeit, Nachbarschaft, Sonstige | Famille, Ami, Collègue, Voisin, Autre | Familia, Amistad, Trabajo, Vecindario, Otra
request_status | open, in_review, approved*, rejected* | Open, In review, Approved, Rejected | Offen, In Prüfung, Genehmigt, Abgelehnt | Ouvert, À l'étude, Approuvé, Refusé | Abierta, En revisión, Aprobada, Rechazada
goal_status  | planned, in_progress, achieved*, abandoned* | Planned, In progress, Achieved, Abandoned | Geplant, In Arbeit, Erreicht, Aufgegeben | Prévu, En cours, Atteint, Abandonné | Planificado, En curso, Alcanzado, Abandonado
publish_status | idea, draft, scheduled, published* | Idea, Draft, Scheduled, Published | Idee, Entwurf, Geplant, Veröffentlicht | Idée, Brouillon, Programmé, Publié | Idea, Borrador, Programado, Publicado
idea_status  | new, considered, planned, built*, declined* | New, Under consideration, Planned, Implemented, Declined | Neu, In Überlegung, Geplant, Umgesetzt, Abgelehnt | Nouvelle, À l'étude, Planifiée, Réalisée, Rejetée | Nueva, En estudio, Planificada, Realizada, Descartada
document_category | identity, contract, insurance, finance, health, certificate, other | Identity, Contract, Insurance, Finance, Health, Certificate, Other | Ausweis, Vertrag, Versicherung, Finanzen, Gesundheit, Zeugnis, Sonstiges | Identité, Contrat, Assurance, Finances, Santé, Diplôme, Autre | Identidad, Contrato, Seguro, Finanzas, Salud, Certificado, Otros
channel      | email, phone, in_person, website, social_media, other | E-mail, Phone, In person, Website, Social media, Other | E-Mail, Telefon, Persönlich, Website, Soziale Medien, Sonstiger | E-mail, Téléphone, En personne, Site web, Réseaux sociaux, Autre | Correo, Teléfono, En persona, Sitio web, Redes sociales, Otro
`);
