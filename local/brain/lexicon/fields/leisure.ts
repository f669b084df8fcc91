import { fields } from "./read.ts";

/** Details of media, collections and creative work. */
export const LEISURE = fields(`
director       | text    | Director, directed by | Regie, Regisseur, Regisseurin | Réalisateur, réalisatrice, réalisation | Director, directora, dirección de cine
streaming_service | text | Streaming service, where to watch | Streamingdienst, zu sehen bei | Service de streaming, où regarder | Servicio de streaming, dónde ver
season_number  | integer min=1 | Season number | Staffel | Numéro de saison | Número de temporada
episode_number | integer min=0 | Episode, episode number | Folge, Episode | Épisode, numéro d'épisode | Episodio, número de episodio
watched_on     | date    | Watched on, date watched | Gesehen am | Vu le | Visto el
platform       | choice options=game_platform | Platform, console | Plattform, Konsole | Plateforme, console | Plataforma, consola
hours_played   | decimal min=0 unit=hours | Hours played, playtime | Spielstunden, Spielzeit | Heures de jeu, temps de jeu | Horas jugadas, tiempo de juego
min_players    | integer min=1 | Players from, minimum players | Spieler ab, Mindestspielerzahl | Joueurs minimum | Jugadores mínimos
max_players    | integer min=1 | Players up to, maximum players | Spieler bis, Höchstspielerzahl | Joueurs maximum | Jugadores máximos
age_from       | integer min=0 unit=years | Age from, minimum age, recommended age | Alter ab, Mindestalter | Âge minimum, âge conseillé | Edad mínima, edad recomendada
format         | choice options=music_format | Format | Format | Format | Formato
musical_key    | text    | Musical key, song key | Tonart | Tonalité | Tonalidad
tempo          | integer min=1 unit=bpm | Tempo, bpm, beats per minute | Tempo | Tempo | Tempo
lyrics         | long_text | Lyrics, song text | Liedtext, Songtext | Paroles | Letra de la canción, letra
listened       | boolean | Listened to, already listened to | Gehört | Écouté | Escuchado
read           | boolean | Already read | Gelesen | Lu | Leído
publisher      | text    | Publisher, publishing house | Verlag | Éditeur, maison d'édition | Editorial
series_title   | text    | Series, series title | Reihe, Serie | Série, titre de la série | Serie, título de la serie
issue_number   | integer min=0 | Issue number, volume number | Heftnummer, Ausgabennummer, Bandnummer | Numéro du tome, tome | Número del ejemplar, tomo
card_set       | text    | Card set, edition | Kartenset, Edition, Auflage | Extension, édition | Colección, edición
rarity         | choice options=rarity | Rarity | Seltenheit | Rareté | Rareza
scent_notes    | tags    | Scent notes | Duftnoten | Notes olfactives | Notas olfativas
lucid          | boolean | Lucid, lucid dream | Luzid, Klartraum | Lucide | Lúcido
destination    | text    | Destination, travel destination | Reiseziel, Zielort | Destination | Destino
booked         | boolean | Booked, reserved | Gebucht, reserviert | Réservé | Reservado
booking_code   | text    | Booking code, booking reference, confirmation number | Buchungscode, Buchungsnummer, Bestätigungsnummer | Code de réservation, numéro de réservation | Código de reserva, localizador
flight_number  | text    | Flight number | Flugnummer | Numéro de vol | Número de vuelo
departure_place | text   | Departure place, departure, departure airport, start point | Startort, Abflugort, Abfahrtsort | Lieu de départ, départ | Lugar de salida, salida, origen
arrival_place  | text    | Arrival place, arrival, arrival airport, end point | Ankunftsort, Zielflughafen | Lieu d'arrivée, arrivée | Lugar de llegada, llegada
country        | text    | Country, country of origin | Land, Herkunftsland | Pays, pays d'origine | País, país de origen
continent      | choice options=continent | Continent | Kontinent | Continent | Continente
amenities      | tags    | Amenities, facilities | Ausstattung, Annehmlichkeiten | Équipements, commodités | Servicios, comodidades
stops          | long_text | Stops, waypoints | Stationen, Haltepunkte | Arrêts, haltes | Paradas
bait           | text    | Bait | Köder | Appât | Cebo
`);
