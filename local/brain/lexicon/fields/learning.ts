import { fields } from "./read.ts";

/** Details of learning, events and clubs. */
export const LEARNING = fields(`
school_subject | text    | Subject taught, school subject | Fach, Schulfach | Matière, discipline | Asignatura, materia
grade_level    | text    | Grade level, year group | Klassenstufe, Jahrgangsstufe | Niveau scolaire | Nivel escolar, curso escolar
credits        | integer min=0 | Credits, credit points | Leistungspunkte, Credits | Crédits | Créditos
topic          | text    | Topic, theme of the lesson, subject area | Themengebiet, Thema | Sujet, thème du cours | Tema
homework       | long_text | Homework | Hausaufgaben | Devoirs, devoirs à faire | Deberes
score          | decimal | Score, mark, points achieved | Erreichte Punkte, Note, Punktestand | Résultat chiffré, note obtenue, score | Puntuación, calificación obtenida
weighting      | percent | Weighting, weight of the grade | Gewichtung | Coefficient, pondération | Ponderación, peso de la nota
front          | text    | Front side | Vorderseite | Recto | Anverso
back           | long_text | Back side | Rückseite | Verso | Reverso
box            | integer min=1 max=5 default=1 | Learning box | Lernfach | Boîte de révision | Caja de estudio
next_review    | date default=today | Next review, review next | Nächste Wiederholung | Prochaine révision | Próximo repaso
word           | text    | Word, term, expression | Wort, Begriff, Ausdruck | Mot, terme, expression | Palabra, término, expresión
translation    | text    | Translation | Übersetzung | Traduction | Traducción
example_sentence | text  | Example sentence | Beispielsatz | Phrase d'exemple | Frase de ejemplo
learned        | boolean | Learned, memorized | Gelernt, gemerkt | Appris, mémorisé | Aprendido, memorizado
attendance     | choice options=attendance | Attendance, present or absent | Anwesenheit | Présence | Asistencia
question       | text    | Question | Frage | Question | Pregunta
journal        | text    | Journal, published in | Fachzeitschrift, erschienen in | Revue, publié dans | Revista, publicado en
organizer      | text    | Organizer, organiser, organized by, hosted by | Veranstalter, Organisator | Organisateur, organisé par | Organizador, organizado por
capacity       | integer min=0 | Capacity, maximum number of people | Kapazität, maximale Teilnehmerzahl | Capacité, nombre maximal de personnes | Aforo, capacidad
table_number   | text    | Table number, table | Tischnummer, Tisch | Numéro de table, table | Número de mesa, mesa
guests         | long_text | Guests | Gäste | Invités | Invitados
guests_count   | integer min=1 default=2 | Number of guests, party size, number of people | Anzahl der Gäste, Personenzahl | Nombre de personnes, nombre de convives | Número de personas, número de comensales
sent_on        | date    | Sent on | Gesendet am, verschickt am | Envoyé le | Enviado el día
arrived        | boolean | Arrived, checked in at the door | Eingetroffen, anwesend | Arrivé, présent | Ha llegado, presente
theme          | text    | Party theme, motto | Motto | Thème de la fête | Temática de la fiesta
seat           | text    | Seat, seat number | Sitzplatz, Platznummer | Place, numéro de place, siège | Asiento, número de asiento
artist         | text    | Artist, band, musician, performer | Künstler, Künstlerin, Band, Interpret | Artiste, groupe de musique, interprète | Artista, banda, intérprete
days_left      | computed formula=days_between(today,date) unit=days | Days left, days remaining | Verbleibende Tage, Tage bis dahin | Jours restants | Días restantes
opponent       | text    | Opponent, opposing team | Gegner, gegnerische Mannschaft | Adversaire, équipe adverse | Rival, adversario, equipo contrario
home_game      | boolean default=true | Home game | Heimspiel | Match à domicile | Partido en casa
score_own      | integer min=0 | Goals scored, own points | Eigene Tore, eigene Punkte | Notre score, buts marqués | Nuestro marcador, goles a favor
score_opponent | integer min=0 | Opponent's points, goals conceded | Tore des Gegners, Punkte des Gegners | Score adverse, buts encaissés | Marcador del rival, goles en contra
player_position | choice options=player_position | Playing position, position played | Spielposition | Poste occupé, poste de jeu | Posición de juego, demarcación
shirt_number   | integer min=0 | Shirt number, jersey number, player number | Trikotnummer, Rückennummer | Numéro de maillot | Dorsal, número de camiseta
strokes        | integer min=0 | Strokes | Schläge | Coups | Golpes
handicap       | decimal | Handicap | Handicap | Handicap | Hándicap
opening        | text    | Opening | Eröffnung | Ouverture | Apertura
game           | text    | Game | Spiel | Jeu | Juego
`);
