import { optionSets } from "./read.ts";

/** Options of work, learning, clubs and software. */
export const WORK_OPTIONS = optionSets(`
application_status | saved, applied, interview, offer, accepted*, rejected* | Saved, Applied, Interview, Offer, Accepted, Rejected | Gemerkt, Beworben, Gespräch, Angebot, Angenommen, Abgelehnt | À postuler, Envoyée, Entretien, Offre, Acceptée, Refusée | Guardada, Enviada, Entrevista, Oferta, Aceptada, Rechazada
candidate_stage | new, screening, interview, offer, hired*, rejected* | New, Screening, Interview, Offer, Hired, Rejected | Neu, Vorauswahl, Gespräch, Angebot, Eingestellt, Abgelehnt | Nouveau, Présélection, Entretien, Offre, Embauché, Refusé | Nuevo, Preselección, Entrevista, Oferta, Contratado, Rechazado
opening_status | draft, open, paused, filled* | Draft, Open, Paused, Filled | Entwurf, Offen, Pausiert, Besetzt | Brouillon, Ouverte, En pause, Pourvue | Borrador, Abierta, En pausa, Cubierta
absence_kind | vacation, sickness, parental_leave, training, other | Vacation, Sickness, Parental leave, Training, Other | Urlaub, Krankheit, Elternzeit, Fortbildung, Sonstiges | Congés, Maladie, Congé parental, Formation, Autre | Vacaciones, Enfermedad, Permiso parental, Formación, Otros
skill_category | technical, language, social, creative, other | Technical, Language, Social, Creative, Other | Fachlich, Sprache, Sozial, Kreativ, Sonstiges | Technique, Langue, Relationnelle, Créative, Autre | Técnica, Idioma, Social, Creativa, Otra
skill_level  | beginner, intermediate, advanced, expert | Beginner, Intermediate, Advanced, Expert | Anfänger, Mittelstufe, Fortgeschritten, Experte | Débutant, Intermédiaire, Avancé, Expert | Principiante, Intermedio, Avanzado, Experto
decision_status | proposed, decided*, rejected* | Proposed, Decided, Rejected | Vorgeschlagen, Beschlossen, Verworfen | Proposée, Décidée, Rejetée | Propuesta, Decidida, Rechazada
team_channel | general, projects, questions, offtopic | General, Projects, Questions, Off topic | Allgemein, Projekte, Fragen, Sonstiges | Général, Projets, Questions, Hors sujet | General, Proyectos, Preguntas, Otros temas
risk_status  | open, monitored, mitigated*, occurred* | Open, Monitored, Mitigated, Occurred | Offen, Beobachtet, Gemindert, Eingetreten | Ouvert, Surveillé, Maîtrisé, Survenu | Abierto, En seguimiento, Mitigado, Materializado
case_status  | open, waiting, in_court, closed* | Open, Waiting, In court, Closed | Offen, Wartend, Vor Gericht, Abgeschlossen | Ouvert, En attente, Au tribunal, Clos | Abierto, En espera, En tribunales, Cerrado
course_status | planned, running, completed*, dropped* | Planned, In progress, Completed, Dropped | Geplant, Läuft, Abgeschlossen, Abgebrochen | Prévu, En cours, Terminé, Abandonné | Planificado, En curso, Completado, Abandonado
attendance   | present, absent, late, excused | Present, Absent, Late, Excused | Anwesend, Abwesend, Verspätet, Entschuldigt | Présent, Absent, En retard, Excusé | Presente, Ausente, Con retraso, Justificado
rsvp         | open, yes, no, maybe | No reply yet, Yes, No, Maybe | Noch offen, Zusage, Absage, Vielleicht | Sans réponse, Oui, Non, Peut-être | Sin respuesta, Sí, No, Quizás
availability | weekdays, evenings, weekends, flexible | Weekdays, Evenings, Weekends, Flexible | Wochentags, Abends, Am Wochenende, Flexibel | En semaine, Le soir, Le week-end, Flexible | Entre semana, Por la tarde, Fines de semana, Flexible
member_status | active, passive, honorary, former | Active, Passive, Honorary, Former | Aktiv, Passiv, Ehrenmitglied, Ehemalig | Actif, Passif, Honoraire, Ancien | Activo, Pasivo, Honorario, Antiguo
sponsor_level | gold, silver, bronze, other | Gold, Silver, Bronze, Other | Gold, Silber, Bronze, Sonstige | Or, Argent, Bronze, Autre | Oro, Plata, Bronce, Otro
player_position | goalkeeper, defence, midfield, attack, other | Goalkeeper, Defense, Midfield, Attack, Other | Tor, Abwehr, Mittelfeld, Angriff, Sonstige | Gardien, Défense, Milieu, Attaque, Autre | Portería, Defensa, Centro del campo, Ataque, Otra
game_result  | win, draw, loss | Win, Draw, Loss | Sieg, Unentschieden, Niederlage | Victoire, Nul, Défaite | Victoria, Empate, Derrota
environment  | development, testing, production | Development, Testing, Production | Entwicklung, Test, Produktion | Développement, Test, Production | Desarrollo, Pruebas, Producción
device_kind  | laptop, desktop, phone, tablet, monitor, printer, network, other | Laptop, Desktop computer, Phone, Tablet, Monitor, Printer, Network device, Other | Laptop, Desktop-PC, Telefon, Tablet, Monitor, Drucker, Netzwerkgerät, Sonstiges | Portable, Ordinateur de bureau, Téléphone, Tablette, Écran, Imprimante, Réseau, Autre | Portátil, Ordenador de sobremesa, Teléfono, Tableta, Monitor, Impresora, Red, Otro
test_status  | not_run, passed, failed, blocked | Not run, Passed, Failed, Blocked | Nicht ausgeführt, Bestanden, Fehlgeschlagen, Blockiert | Non exécuté, Réussi, Échoué, Bloqué | Sin ejecutar, Superado, Fallido, Bloqueado
`);
