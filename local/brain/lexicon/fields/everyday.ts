import { fields } from "./read.ts";

/** Details of home, health, food and leisure. */
export const EVERYDAY = fields(`
species      | text | Species, plant species, variety | Spezies, Pflanzenart, Tierart, Sorte | Espèce, variété | Especie, variedad
breed        | text | Breed | Rasse | Race | Raza
room         | choice options=room | Room, rooms | Raum, Räume, Zimmer | Pièce, pièces | Habitación, habitaciones
last_watered | date default=today | Last watered, watered on, last watering | Zuletzt gegossen, letztes Gießen, gegossen am | Dernier arrosage, arrosé le | Último riego, regado el
water_every  | integer min=1 default=7 unit=days | Water every, watering interval, how often to water | Gießen alle, Gießintervall, Gießrhythmus | Arroser tous les, fréquence d'arrosage, intervalle d'arrosage | Regar cada, frecuencia de riego, intervalo de riego
next_watering | computed formula=add_days(last_watered,water_every) | Next watering, water next, next water date | Nächstes Gießen, nächster Gießtermin | Prochain arrosage | Próximo riego
weight       | decimal min=0 unit=kg | Weight | Gewicht | Poids | Peso
height       | decimal min=0 unit=cm | Height | Höhe, Körpergröße | Hauteur | Altura, estatura
distance     | decimal min=0 unit=km | Distance | Strecke, Distanz, Entfernung | Distance | Distancia
calories     | integer min=0 unit=kcal | Calories, kcal | Kalorien, kcal | Calories, kcal | Calorías, kcal
sport        | choice options=sport | Sport, workout type, type of workout, activity type | Sportart, Art des Trainings, Trainingsart | Sport, type d'entraînement, type d'activité | Deporte, tipo de entrenamiento, tipo de actividad
mood         | choice options=mood | Mood, feeling, how I feel | Stimmung, Laune, Gefühl | Humeur, ressenti | Estado de ánimo, humor, ánimo
frequency    | choice options=frequency | Frequency, how often | Häufigkeit, Rhythmus, wie oft | Fréquence, à quelle fréquence | Frecuencia, con qué frecuencia
goal         | text | Goal, aim | Ziel | Objectif, but | Objetivo, meta
servings     | integer min=1 default=4 unit=portions | Servings, portions, serves | Portionen, Portion | Portions, parts | Raciones, porciones, comensales
prep_time    | duration | Preparation time, prep time | Zubereitungszeit, Vorbereitungszeit | Temps de préparation | Tiempo de preparación
cook_time    | duration | Cooking time, cook time, baking time | Kochzeit, Backzeit, Garzeit | Temps de cuisson | Tiempo de cocción
instructions | long_text | Instructions, steps, directions, method, preparation | Anleitung, Schritte, Zubereitung, Arbeitsschritte | Instructions, étapes, préparation | Instrucciones, pasos, preparación, elaboración
cuisine      | choice options=cuisine | Cuisine, cuisines | Küche, Küchenstil | Cuisine, type de cuisine | Cocina, tipo de cocina
author       | text | Author, authors, writer, written by | Autor, Autoren, Autorin, Verfasser, geschrieben von | Auteur, auteurs, autrice, écrit par | Autor, autores, autora, escrito por
genre        | choice options=genre | Genre, genres | Genre, Genres | Genre, genres | Género, géneros
pages        | integer min=1 | Pages, page count, number of pages | Seiten, Seitenzahl | Pages, nombre de pages | Páginas, número de páginas
year         | integer min=0 | Year, release year, publication year | Jahr, Erscheinungsjahr | Année, année de sortie, année de parution | Año, año de publicación, año de estreno
finished_on  | date | Finished on, finished date, read on, completed on | Beendet am, gelesen am, abgeschlossen am | Terminé le, lu le | Terminado el, leído el
`);
