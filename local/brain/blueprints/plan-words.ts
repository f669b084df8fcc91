import { LOCALES, type Locale } from "#core/factory/specification/specification.ts";

import type { Values } from "#local/brain/blueprint.ts";
import { PROMISES } from "./promise-words.ts";

/** What plans say of tools, within a sentence: `English | German | French | Spanish`. */
const TABLE = `
  a counter                     | ein Zähler                        | un compteur                          | un contador
  a calculator                  | ein Taschenrechner                | une calculatrice                     | una calculadora
  a timer                       | ein Timer                         | un minuteur                          | un temporizador
  a picker wheel                | ein Glücksrad                     | une roue de la fortune               | una ruleta
  a tic-tac-toe game            | das Spiel „Drei gewinnt“          | un jeu de morpion                    | el juego de tres en raya
  a memory game                 | das Spiel Memory                  | un jeu de mémoire                    | un juego de memoria
  a 2048 game                   | das Spiel 2048                    | le jeu 2048                          | el juego 2048
  a snake game                  | das Spiel Snake                   | le jeu Snake                         | el juego Snake
  a typing test                 | ein Tipptest                      | un test de dactylographie            | una prueba de mecanografía
  a world clock                 | eine Weltuhr                      | une horloge mondiale                 | un reloj mundial
  a drawing pad                 | ein Zeichenblock                  | un bloc à dessin                     | un bloc de dibujo
  a unit converter              | ein Einheitenrechner              | un convertisseur d’unités            | un conversor de unidades
  flashcards                    | Karteikarten                      | des cartes mémoire                   | tarjetas de estudio

  Saving in the browser         | Speichern im Browser              | Enregistrement dans le navigateur    | Guardado en el navegador
  Dark mode                     | dunkler Modus                     | Mode sombre                          | Modo oscuro
  Undo                          | Rückgängig                        | Annulation                           | Deshacer
  Undo and redo                 | Rückgängig und Wiederholen        | Annuler et rétablir                  | Deshacer y rehacer
  History                       | Verlauf                           | Historique                           | Historial
  Copying the result            | Kopieren des Ergebnisses          | Copie du résultat                    | Copiar el resultado
  Scientific functions          | wissenschaftliche Funktionen      | Fonctions scientifiques              | Funciones científicas
  Memory keys                   | Speichertasten                    | Touches de mémoire                   | Teclas de memoria
  Presets                       | Voreinstellungen                  | Durées prédéfinies                   | Tiempos predefinidos
  Sound at the end              | Ton am Ende                       | Son à la fin                         | Sonido al final
  Pomodoro rounds               | Pomodoro-Runden                   | Cycles pomodoro                      | Rondas pomodoro
  Stopwatch with laps           | Stoppuhr mit Runden               | Chronomètre avec tours               | Cronómetro con vueltas
  Step size                     | Schrittweite                      | Pas                                  | Paso
  Several counters              | mehrere Zähler                    | Plusieurs compteurs                  | Varios contadores
  Goal                          | Ziel                              | Objectif                             | Objetivo
  Removing what was picked      | Entfernen des Gezogenen           | Retrait de ce qui a été tiré         | Quitar lo elegido
  List of results               | Liste der Ergebnisse              | Liste des résultats                  | Lista de resultados
  Shuffling the entries         | Mischen der Einträge              | Mélange des entrées                  | Mezclar las entradas
  Computer as opponent          | Computer als Gegner               | Ordinateur comme adversaire          | Ordenador como rival
  Score                         | Punktestand                       | Score                                | Marcador
  Choice of who starts          | Wahl, wer beginnt                 | Choix de qui commence                | Elegir quién empieza
  Best score                    | Bestwert                          | Meilleur score                       | Mejor puntuación
  Levels                        | Stufen                            | Niveaux                              | Niveles
  Time                          | Zeit                              | Temps                                | Tiempo
  Two players                   | zwei Spieler                      | Deux joueurs                         | Dos jugadores
  Larger board                  | größeres Spielfeld                | Plateau plus grand                   | Tablero más grande
  Speeds                        | Geschwindigkeiten                 | Vitesses                             | Velocidades
  Open walls                    | offene Wände                      | Murs ouverts                         | Paredes abiertas
  Sound                         | Ton                               | Son                                  | Sonido
  Best speed                    | beste Geschwindigkeit             | Meilleure vitesse                    | Mejor velocidad
  Lengths of text               | Textlängen                        | Longueurs de texte                   | Longitudes de texto
  Keys to practise              | Tasten zum Üben                   | Touches à travailler                 | Teclas para practicar
  Own text                      | eigener Text                      | Texte personnel                      | Texto propio
  Time difference               | Zeitunterschied                   | Décalage horaire                     | Diferencia horaria
  12-hour clock                 | 12-Stunden-Anzeige                | Affichage sur 12 heures              | Formato de 12 horas
  Seconds                       | Sekunden                          | Secondes                             | Segundos
  Other hours                   | andere Uhrzeiten                  | Autres heures                        | Otras horas
  Saving and opening drawings   | Zeichnungen speichern und öffnen      | Enregistrer et ouvrir des dessins    | Guardar y abrir dibujos
  Saving as PNG                 | Speichern als PNG                 | Enregistrement en PNG                | Guardar como PNG
  Eraser                        | Radierer                          | Gomme                                | Borrador
  Grid                          | Raster                            | Grille                               | Cuadrícula
  Import and export             | Import und Export                 | Importation et exportation           | Importación y exportación
  Results in all units          | Ergebnisse in allen Einheiten     | Résultats dans toutes les unités     | Resultados en todas las unidades
  Choice of decimal places      | Wahl der Nachkommastellen         | Choix du nombre de décimales         | Elección de los decimales
  Progress by box               | Fortschritt je Fach               | Progression par boîte                | Progreso por caja

  Do you need several counters? | Sollen es mehrere Zähler sein?    | Faut-il plusieurs compteurs ?        | ¿Hacen falta varios contadores?
  Should it count towards a goal? | Soll er auf ein Ziel hin zählen? | Doit-il compter vers un objectif ? | ¿Debe contar hacia un objetivo?
  Should it have scientific functions? | Soll er wissenschaftliche Funktionen haben? | Faut-il des fonctions scientifiques ? | ¿Debe tener funciones científicas?
  Should it have memory keys?   | Soll er Speichertasten haben?     | Faut-il des touches de mémoire ?     | ¿Debe tener teclas de memoria?
  Should it have pomodoro rounds? | Soll er Pomodoro-Runden haben? | Faut-il des cycles pomodoro ?           | ¿Debe tener rondas pomodoro?
  Should it have a stopwatch?   | Soll er eine Stoppuhr haben?      | Faut-il un chronomètre ?             | ¿Debe tener cronómetro?
  Should past results be listed? | Sollen frühere Ergebnisse aufgelistet werden? | Faut-il lister les résultats passés ? | ¿Se listan los resultados anteriores?
  Should moves be undoable?     | Sollen Züge zurückgenommen werden können? | Les coups doivent-ils pouvoir être annulés ? | ¿Se podrán deshacer las jugadas?
  Should two people be able to play? | Sollen zwei Personen spielen können? | Faut-il pouvoir jouer à deux ?   | ¿Podrán jugar dos personas?
  Should there be a larger board, too? | Soll es auch ein größeres Spielfeld geben? | Faut-il aussi un plateau plus grand ? | ¿Habrá también un tablero más grande?
  Should the snake be able to pass through walls? | Soll die Schlange durch Wände gehen können? | Le serpent doit-il pouvoir traverser les murs ? | ¿Podrá la serpiente atravesar las paredes?
  Should you be able to enter a text of your own? | Soll ein eigener Text eingegeben werden können? | Faut-il pouvoir saisir son propre texte ? | ¿Se podrá introducir un texto propio?
  Should it also show other hours, to plan meetings? | Soll sie auch andere Uhrzeiten zeigen, um Treffen zu planen? | Doit-elle aussi montrer d’autres heures, pour planifier des réunions ? | ¿Debe mostrar también otras horas, para planificar reuniones?
  Should the decimal places be selectable? | Sollen die Nachkommastellen wählbar sein? | Faut-il pouvoir choisir le nombre de décimales ? | ¿Se podrán elegir los decimales?
  Should the paper have a grid? | Soll das Papier ein Raster haben? | Le papier doit-il être quadrillé ?   | ¿Debe tener cuadrícula el papel?

  A counter that runs in the browser: large keys that count up and down. | Ein Zähler im Browser: große Tasten, die vorwärts und rückwärts zählen. | Un compteur dans le navigateur : de grandes touches qui comptent et décomptent. | Un contador en el navegador: teclas grandes que suman y restan.
  A calculator that runs in the browser: exact decimal arithmetic with brackets and percent, by keys or by keyboard. | Ein Taschenrechner im Browser: rechnet genau, mit Klammern und Prozent, mit Tasten oder Tastatur. | Une calculatrice dans le navigateur : calcul décimal exact, avec parenthèses et pourcentages, par les touches ou au clavier. | Una calculadora en el navegador: aritmética decimal exacta, con paréntesis y porcentajes, con las teclas o el teclado.
  A timer that runs in the browser and stays right in a background tab. | Ein Timer im Browser, der auch in einem Tab im Hintergrund richtig geht. | Un minuteur dans le navigateur, qui reste juste dans un onglet en arrière-plan. | Un temporizador en el navegador, que sigue exacto en una pestaña en segundo plano.
  A picker wheel that runs in the browser: enter names or options, spin, and one is picked. | Ein Glücksrad im Browser: Namen oder Möglichkeiten eingeben, drehen, und eine davon wird gezogen. | Une roue de la fortune dans le navigateur : saisissez des noms ou des choix, tournez, et l’un d’eux est tiré. | Una ruleta en el navegador: se escriben nombres u opciones, se gira y sale una.
  A tic-tac-toe game that runs in the browser, by touch, mouse or keyboard. | „Drei gewinnt“ im Browser, mit Finger, Maus oder Tastatur. | Un jeu de morpion dans le navigateur, au doigt, à la souris ou au clavier. | El juego de tres en raya en el navegador, con el dedo, el ratón o el teclado.
  A memory game that runs in the browser: turn up two cards at a time and find all pairs. | Das Spiel Memory im Browser: immer zwei Karten aufdecken und alle Paare finden. | Un jeu de mémoire dans le navigateur : retournez deux cartes à la fois et trouvez toutes les paires. | Un juego de memoria en el navegador: se descubren dos cartas cada vez hasta encontrar todas las parejas.
  A 2048 game that runs in the browser, by keyboard, touch buttons or swipes. | Das Spiel 2048 im Browser, mit Tastatur, Tasten auf dem Bildschirm oder Wischen. | Le jeu 2048 dans le navigateur, au clavier, avec des boutons tactiles ou en glissant. | El juego 2048 en el navegador, con el teclado, botones táctiles o deslizando.
  A snake game that runs in the browser, by keyboard, touch buttons or swipes. | Das Spiel Snake im Browser, mit Tastatur, Tasten auf dem Bildschirm oder Wischen. | Le jeu Snake dans le navigateur, au clavier, avec des boutons tactiles ou en glissant. | El juego Snake en el navegador, con el teclado, botones táctiles o deslizando.
  A typing test that runs in the browser: it measures words a minute and accuracy. | Ein Tipptest im Browser: Er misst Wörter pro Minute und Genauigkeit. | Un test de dactylographie dans le navigateur : il mesure les mots par minute et la précision. | Una prueba de mecanografía en el navegador: mide palabras por minuto y precisión.
  A world clock that runs in the browser: the time and date in any city, with summer time. | Eine Weltuhr im Browser: Zeit und Datum jeder Stadt, mit Sommerzeit. | Une horloge mondiale dans le navigateur : l’heure et la date de chaque ville, avec l’heure d’été. | Un reloj mundial en el navegador: la hora y la fecha de cualquier ciudad, con horario de verano.
  A drawing pad that runs in the browser: lines in any color and width, by pointer or keyboard. | Ein Zeichenblock im Browser: Linien in jeder Farbe und Stärke, mit Zeiger oder Tastatur. | Un bloc à dessin dans le navigateur : des traits de toute couleur et épaisseur, au pointeur ou au clavier. | Un bloc de dibujo en el navegador: líneas de cualquier color y grosor, con puntero o teclado.
  A unit converter that runs in the browser: ten kinds of units, converted exactly while you type. | Ein Einheitenrechner im Browser: zehn Arten von Einheiten, beim Tippen genau umgerechnet. | Un convertisseur d’unités dans le navigateur : dix sortes d’unités, converties exactement pendant la saisie. | Un conversor de unidades en el navegador: diez tipos de unidades, convertidas con exactitud mientras se escribe.
  Flashcards that run in the browser: decks, cards to flip, and five boxes that bring them back when due. | Karteikarten im Browser: Stapel, Karten zum Umdrehen und fünf Fächer, aus denen sie zur rechten Zeit wiederkommen. | Des cartes mémoire dans le navigateur : des paquets, des cartes à retourner et cinq boîtes qui les ramènent à temps. | Tarjetas de estudio en el navegador: mazos, tarjetas que se voltean y cinco cajas que las traen de vuelta a tiempo.
`;

const WORDS: ReadonlyMap<string, readonly string[]> = new Map(
  `${TABLE}${PROMISES}`
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => line.split(" | ").map((cell) => cell.trim()))
    .map((cells) => [cells[0] ?? "", cells]),
);

/** The names of a feature of a tool in languages other than English, by its English title. */
export const namesOf = (title: string): readonly string[] => WORDS.get(title)?.slice(1) ?? [];

/** The language in which a tool is planned. */
export const localeOf = (value: Values): Locale => LOCALES.find((each) => each === value("locale")) ?? "en";

/** What a plan says of a tool, in a language; in English where the table has no row. */
export function planWords(english: string, locale: Locale): string {
  return WORDS.get(english)?.[LOCALES.indexOf(locale)] ?? english;
}
