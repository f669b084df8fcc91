import { fields } from "./read.ts";

/** Details of work, production, software and legal matters. */
export const WORK_FIELDS = fields(`
stage          | choice options=candidate_stage | Stage, pipeline stage | Phase, Stufe | Phase, étape du processus | Etapa, fase
probability    | percent | Probability, likelihood, chance | Wahrscheinlichkeit | Probabilité | Probabilidad
impact         | choice options=level | Impact, effect | Auswirkung, Auswirkungen | Impact, conséquences | Impacto, repercusión
level          | choice options=skill_level | Level, proficiency, skill level | Niveau, Kenntnisstand | Niveau | Nivel
progress       | percent | Progress, percent complete, completion | Fortschritt | Progression, avancement | Progreso, avance
expected_close | date    | Expected close, expected closing date, close date | Voraussichtlicher Abschluss, Abschlussdatum | Clôture prévue, date de clôture prévue | Cierre previsto, fecha de cierre prevista
next_step      | text    | Next step, next action | Nächster Schritt | Prochaine étape, prochaine action | Próximo paso, siguiente acción
participants   | tags    | Participants, attendees, people present | Teilnehmende, Teilnehmer | Participants | Participantes, asistentes
participants_count | integer min=0 | Number of participants | Teilnehmerzahl, Anzahl der Teilnehmenden | Nombre de participants | Número de participantes
agenda         | long_text | Agenda, agenda items | Tagesordnung, Agenda | Ordre du jour | Orden del día
decisions      | long_text | Decisions, meeting minutes, minutes of the meeting | Beschlüsse, Entscheidungen, Protokolltext | Décisions, compte rendu | Decisiones, acta
decided_by     | text    | Decided by | Entschieden von | Décidé par | Decidido por
decided        | boolean | Decided | Entschieden | Décidé | Decidido
billable       | boolean default=true | Billable, chargeable | Abrechenbar | Facturable | Facturable
applied_on     | date    | Applied on, application date | Beworben am, Bewerbungsdatum | Candidature envoyée le, date de candidature | Solicitado el, fecha de solicitud
published_on   | date    | Published on, publication date | Veröffentlicht am, Veröffentlichungsdatum | Publié le, date de publication | Publicado el, fecha de publicación
interviewer    | text    | Interviewer, interviewed by | Interviewer, Gesprächspartner | Recruteur, mené par | Entrevistador, entrevistadora
strengths      | long_text | Strengths | Stärken | Points forts | Puntos fuertes
improvements   | long_text | To improve, areas for improvement | Verbesserungsbedarf, Entwicklungsfelder | Axes d'amélioration, points à améliorer | Aspectos por mejorar
notice_date    | date    | Notice by, notice date, notice period ends | Kündigungstermin, kündbar bis | Date de préavis, préavis avant le | Fecha de preaviso, preavisar antes del
mitigation     | long_text | Countermeasure, mitigation | Gegenmaßnahme, Maßnahme | Mesure de réduction | Medida de mitigación
version        | text    | Version, version number | Version, Versionsnummer | Version, numéro de version | Versión, número de versión
review_on      | date    | Review on, review date | Überprüfen am, Prüftermin | À revoir le, date de révision | Revisar el, fecha de revisión
case_number    | text    | Case number, file number | Aktenzeichen, Fallnummer | Numéro de dossier | Número de expediente
opened_on      | date    | Opened on, opening date | Eröffnet am, geöffnet am | Ouvert le, date d'ouverture | Abierto el, fecha de apertura
reported_on    | date    | Reported on, date reported | Gemeldet am, Meldedatum | Signalé le, date de signalement | Notificado el, fecha de aviso
requester      | text    | Requested by, requester, reported by, reporter | Angefragt von, gemeldet von, Melder | Demandeur, demandé par, signalé par | Solicitante, solicitado por, notificado por
steps_to_reproduce | long_text | Steps to reproduce | Schritte zur Reproduktion, Reproduktionsschritte | Étapes de reproduction | Pasos para reproducir
votes          | integer min=0 | Votes, upvotes | Stimmen | Votes, nombre de voix | Votos
votes_yes      | integer min=0 | Votes for, yes votes | Ja-Stimmen | Voix pour | Votos a favor
votes_no       | integer min=0 | Votes against, no votes | Nein-Stimmen | Voix contre | Votos en contra
answer_options | long_text | Answer options, choices to vote on | Antwortmöglichkeiten | Réponses possibles | Opciones de respuesta
story_points   | integer min=0 | Story points, effort points | Story Points, Aufwandspunkte | Points d'effort, story points | Puntos de historia
ip_address     | text    | IP address | IP-Adresse | Adresse IP | Dirección IP
operating_system | text  | Operating system | Betriebssystem | Système d'exploitation | Sistema operativo
environment    | choice options=environment | Environment | Umgebung | Environnement | Entorno
license_code   | text    | License key, licence key, product key | Lizenzschlüssel, Produktschlüssel | Clé de licence | Clave de licencia
seats          | integer min=1 | Number of seats | Anzahl der Plätze, Plätze | Nombre de places | Número de plazas, plazas
registrar      | text    | Registrar | Registrar, Domainanbieter | Bureau d'enregistrement | Registrador
registered_on  | date    | Registered on, registration date | Registriert am, Registrierungsdatum | Enregistré le, date d'enregistrement | Registrado el, fecha de registro
expected_result | long_text | Expected result | Erwartetes Ergebnis | Résultat attendu | Resultado esperado
language       | text    | Language | Sprache | Langue | Idioma, lengua
publish_on     | date    | Publish on, scheduled for, planned publication | Veröffentlichen am, geplant für | À publier le, publication prévue | Publicar el, publicación prevista
word_count     | integer min=0 | Word count, number of words | Wortzahl, Anzahl der Wörter | Nombre de mots | Número de palabras
actions_taken  | long_text | Actions taken, measures taken | Ergriffene Maßnahmen | Mesures prises, actions menées | Medidas tomadas, acciones realizadas
inspector      | text    | Inspector, checked by | Prüfer, geprüft von | Inspecteur, contrôlé par | Inspector, revisado por
passed         | boolean | Passed | Bestanden | Conforme, réussi | Aprobado, correcto
last_maintenance | date  | Last maintenance, last service, last serviced | Letzte Wartung | Dernier entretien, dernière maintenance | Último mantenimiento
maintain_every | integer min=1 default=90 unit=days | Maintain every, maintenance interval | Wartung alle, Wartungsintervall | Entretien tous les, intervalle d'entretien | Mantenimiento cada, intervalo de mantenimiento
next_maintenance | computed formula=add_days(last_maintenance,maintain_every) | Next maintenance | Nächste Wartung | Prochain entretien | Próximo mantenimiento
produced_on    | date    | Produced on, production date | Hergestellt am, Herstellungsdatum | Produit le, date de fabrication | Producido el, fecha de fabricación
fits_model     | text    | Fits model, compatible with | Passt zu, kompatibel mit | Compatible avec | Compatible con
workers        | tags    | Workers, people on site | Arbeiter, Anwesende | Ouvriers, personnes présentes | Trabajadores, personal presente
work_done      | long_text | Work done, completed work | Ausgeführte Arbeiten | Travaux réalisés | Trabajos realizados
weather        | text    | Weather | Wetter | Météo, temps qu'il fait | Tiempo, clima
craft          | choice options=craft | Craft, technique of the craft | Handarbeitstechnik, Handwerk | Activité manuelle | Técnica artesanal
target_group   | text    | Target group, audience | Zielgruppe | Public cible | Público objetivo
`);
