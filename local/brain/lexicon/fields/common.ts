import { fields } from "./read.ts";

/** Details that records of every domain have. */
export const COMMON = fields(`
name        | text      | Name, full name | Name, Namen, vollständiger Name | Nom, nom complet | Nombre, nombre completo
title       | text      | Title, heading, headline | Titel, Überschrift | Titre, intitulé | Título, encabezado
subject     | text      | Subject, subject line | Betreff | Objet | Asunto
description | long_text | Description, descriptions, summary | Beschreibung, Beschreibungen, Zusammenfassung | Description, résumé | Descripción, descripciones, resumen
notes       | long_text | Notes, note, comments, remarks, memo | Notizen, Notiz, Anmerkungen, Bemerkungen, Kommentare | Notes, note, remarques, commentaires | Notas, nota, observaciones, comentarios
text        | long_text | Text, content, body | Text, Inhalt | Texte, contenu | Texto, contenido
category    | choice options=category | Category, categories, group | Kategorie, Kategorien, Gruppe | Catégorie, catégories, groupe | Categoría, categorías, grupo
type        | choice options=category | Type, kind, types | Art, Typ, Arten, Typen | Type, types | Tipo, tipos, clase
tags        | tags      | Tags, tag, labels, label, keywords | Tags, Schlagwörter, Schlagwort, Stichwörter, Etiketten | Étiquettes, étiquette, tags, mots-clés | Etiquetas, etiqueta, tags, palabras clave
status      | choice options=task_status | Status, state, progress status | Status, Zustand | Statut, état, état d'avancement | Estado, situación
priority    | choice options=priority | Priority, priorities, importance, urgency | Priorität, Prioritäten, Wichtigkeit, Dringlichkeit | Priorité, priorités, importance, urgence | Prioridad, prioridades, importancia, urgencia
rating      | rating max=5 | Rating, ratings, stars, star rating | Bewertung, Bewertungen, Sterne | Évaluation, évaluations, étoiles, notation | Valoración, valoraciones, estrellas
date        | date      | Date, day | Datum, Tag | Date, jour | Fecha, día
time        | time      | Time | Uhrzeit | Heure | Hora
duration    | duration  | Duration, length of time, time spent | Dauer, Zeitaufwand | Durée, temps passé | Duración, tiempo dedicado
start_date  | date      | Start date, start, starts on, from date, begin date | Startdatum, Beginn, Anfangsdatum, Start | Date de début, début | Fecha de inicio, inicio, comienzo
end_date    | date      | End date, end, ends on, finish date | Enddatum, Ende | Date de fin, fin | Fecha de fin, fin, fecha final
starts_at   | date_time | Start, start time, starts at, begins at | Beginn, Startzeit, Anfangszeit | Début, heure de début | Comienzo, hora de inicio
ends_at     | date_time | End, end time, ends at | Ende, Endzeit | Fin, heure de fin | Final, hora de fin
due_date    | date      | Due date, due, due dates, deadline, deadlines, due on, ready by, needed by, finish by, done by | Fällig am, Fälligkeit, Fälligkeitsdatum, Frist, Fristen, Deadline, fertig bis, zu erledigen bis, abholbereit bis | Échéance, date d'échéance, date limite, délai, à rendre le, prêt le, prêt pour | Fecha límite, vencimiento, fecha de vencimiento, plazo
created_at  | created_at | Created, created on, creation date, date added, added on | Erstellt am, Erstellungsdatum, hinzugefügt am | Créé le, date de création, date d'ajout | Creado el, fecha de creación, fecha de alta
number      | auto_number | Number, running number | Nummer, laufende Nummer | Numéro | Número
photo       | image     | Photo, photos, pic, pics, picture, pictures, image, images, cover photo, cover photos, cover picture, cover image, poster, posters | Foto, Fotos, Bild, Bilder, Titelbild, Coverbild, Cover | Photo, photos, image, images, affiche, pochette, couverture, jaquette | Foto, fotos, imagen, imágenes, portada, portadas, carátula, carátulas
file        | file      | File, files, document, attachment, attachments | Datei, Dateien, Dokument, Anhang, Anhänge | Fichier, fichiers, document, pièce jointe, pièces jointes | Archivo, archivos, documento, adjunto, adjuntos
website     | url       | Website, web page, web address, homepage | Website, Webseite, Internetseite, Homepage | Site web, page web | Sitio web, página web
link        | url       | Link, links, URL | Link, Links, URL | Lien, liens, URL | Enlace, enlaces, URL
location    | location  | Location, locations, place, venue | Ort, Orte, Standort | Lieu, endroit, emplacement | Lugar, ubicación
address     | location  | Address, addresses, postal address | Adresse, Adressen, Anschrift | Adresse, adresses, adresse postale | Dirección, direcciones, domicilio
done        | boolean   | Done, completed, finished, checked | Erledigt, abgehakt, abgeschlossen, fertig | Fait, terminé, accompli | Hecho, terminado, completado
active      | boolean default=true | Active, enabled | Aktiv | Actif | Activo
important   | boolean   | Important | Wichtig | Important | Importante
favourite   | boolean   | Favorite, favourite | Favorit, Liebling | Favori | Favorito
color       | color     | Color, colour | Farbe | Couleur | Color
quantity    | decimal min=0 | Quantity, quantities, amount of items, qty | Menge, Mengen, Anzahl, Stückzahl | Quantité | Cantidad
unit        | choice options=unit | Unit, units, unit of measure | Einheit, Einheiten, Maßeinheit | Unité, unités, unité de mesure | Unidad, unidades, unidad de medida
count       | integer min=0 | Count, number of pieces, pieces | Stück, Stückzähler | Nombre, nombre d'unités | Recuento, piezas
position    | integer min=1 | Position, rank, ranking, place in order | Position, Rang, Platzierung | Position, rang, classement | Posición, puesto
source      | text      | Source, origin, reference | Quelle, Herkunft | Source, provenance | Fuente, procedencia
reason      | text      | Reason, cause, purpose | Grund, Anlass, Zweck | Motif, raison, cause | Motivo, razón, causa
code        | text      | Code, reference number | Code, Referenznummer | Code, numéro de référence | Código, número de referencia
`);
