/** What tools promise: `English | German | French | Spanish`. */
export const PROMISES = `
  Decimals are added exactly | Dezimalzahlen werden genau addiert | Les décimales sont additionnées exactement | Los decimales se suman con exactitud
  Multiplication goes before addition, by the keys on the page | Punkt vor Strich, mit den Tasten der Seite | La multiplication passe avant l’addition, avec les touches de la page | La multiplicación va antes que la suma, con las teclas de la página
  A division by zero is explained and can be corrected | Ein Teilen durch null wird erklärt und lässt sich korrigieren | Une division par zéro est expliquée et peut être corrigée | Una división entre cero se explica y se puede corregir
  Results stay in the history after a reload and can be used again | Ergebnisse sind nach dem Neuladen noch im Verlauf und lassen sich wieder verwenden | Les résultats restent dans l’historique après un rechargement et peuvent être repris | Los resultados siguen en el historial tras recargar y se pueden volver a usar
  The result can be copied | Das Ergebnis lässt sich kopieren | Le résultat peut être copié | El resultado se puede copiar
  The square root of a number is calculated | Die Quadratwurzel einer Zahl wird berechnet | La racine carrée d’un nombre est calculée | Se calcula la raíz cuadrada de un número
  A number is kept in the memory | Eine Zahl bleibt im Speicher | Un nombre est gardé en mémoire | Un número se guarda en la memoria
  Dark mode can be switched on and stays on after a reload | Der dunkle Modus lässt sich einschalten und bleibt nach dem Neuladen an | Le mode sombre peut être activé et le reste après un rechargement | El modo oscuro se puede activar y sigue activo tras recargar
  The timer shows its length at the start and can be paused | Der Timer zeigt am Anfang seine Dauer und lässt sich anhalten | Le minuteur montre sa durée au début et peut être mis en pause | El temporizador muestra su duración al principio y se puede pausar
  A timer of two seconds ends by itself | Ein Timer von zwei Sekunden endet von selbst | Un minuteur de deux secondes se termine seul | Un temporizador de dos segundos termina solo
  A preset sets the time | Eine Voreinstellung setzt die Zeit | Une durée prédéfinie règle le temps | Un tiempo predefinido fija el tiempo
  The end has a sound that can be switched off | Das Ende hat einen Ton, der sich ausschalten lässt | La fin a un son qui peut être coupé | El final tiene un sonido que se puede apagar
  A chosen time is still there after a reload | Eine gewählte Zeit ist nach dem Neuladen noch da | Un temps choisi est encore là après un rechargement | Un tiempo elegido sigue ahí tras recargar
  A pomodoro goes from focus to a short break | Ein Pomodoro geht vom Fokus in eine kurze Pause | Un pomodoro passe de la concentration à une pause courte | Un pomodoro pasa de la concentración a un descanso corto
  The stopwatch notes a lap | Die Stoppuhr notiert eine Runde | Le chronomètre note un tour | El cronómetro anota una vuelta
  Keys and keyboard count up and down | Tasten und Tastatur zählen vorwärts und rückwärts | Les touches et le clavier comptent et décomptent | Las teclas y el teclado suman y restan
  A counter can be named and reset | Ein Zähler lässt sich benennen und zurücksetzen | Un compteur peut être nommé et remis à zéro | Un contador se puede nombrar y poner a cero
  The count is still there after a reload | Der Stand ist nach dem Neuladen noch da | Le compte est encore là après un rechargement | La cuenta sigue ahí tras recargar
  A count can be undone | Ein Zählen lässt sich rückgängig machen | Un comptage peut être annulé | Una cuenta se puede deshacer
  A step of five counts five | Eine Schrittweite von fünf zählt fünf | Un pas de cinq compte cinq | Un paso de cinco cuenta cinco
  A second counter counts for itself | Ein zweiter Zähler zählt für sich | Un deuxième compteur compte à part | Un segundo contador cuenta por su cuenta
  The way to the goal is shown | Der Weg bis zum Ziel wird angezeigt | Le chemin jusqu’à l’objectif est affiché | Se muestra lo que falta hasta el objetivo
  The wheel picks one of the entries | Das Rad zieht einen der Einträge | La roue tire une des entrées | La ruleta elige una de las entradas
  The page shows the wheel with its entries | Die Seite zeigt das Rad mit seinen Einträgen | La page montre la roue avec ses entrées | La página muestra la ruleta con sus entradas
  The page shows the board in its size | Die Seite zeigt das Brett in seiner Größe | La page montre la grille dans sa taille | La página muestra el tablero en su tamaño
  The page shows the cities | Die Seite zeigt die Städte | La page montre les villes | La página muestra las ciudades
  New cards go into the deck of their topic | Neue Karten kommen in den Stapel ihres Themas | Les nouvelles cartes vont dans le paquet de leur sujet | Las tarjetas nuevas van al mazo de su tema
  The space bar spins the wheel | Die Leertaste dreht das Rad | La barre d’espace fait tourner la roue | La barra espaciadora gira la ruleta
  What was picked can be removed and put back | Gezogenes lässt sich entfernen und zurücklegen | Ce qui a été tiré peut être retiré et remis | Lo elegido se puede quitar y volver a poner
  The entries are still there after a reload | Die Einträge sind nach dem Neuladen noch da | Les entrées sont encore là après un rechargement | Las entradas siguen ahí tras recargar
  Results are counted | Ergebnisse werden gezählt | Les résultats sont comptés | Los resultados se cuentan
  Shuffling keeps all entries | Das Mischen behält alle Einträge | Le mélange garde toutes les entrées | Al mezclar se conservan todas las entradas
  Three in a row win | Drei in einer Reihe gewinnen | Trois alignés gagnent | Ganan tres en línea
  Cells are marked by touch or mouse, in turn | Felder werden abwechselnd mit Finger oder Maus belegt | Les cases sont marquées au doigt ou à la souris, à tour de rôle | Las casillas se marcan por turnos con el dedo o el ratón
  The computer answers a move | Der Computer antwortet auf einen Zug | L’ordinateur répond à un coup | El ordenador responde a una jugada
  The score is still there after a reload | Der Punktestand ist nach dem Neuladen noch da | Le score est encore là après un rechargement | El marcador sigue ahí tras recargar
  A move can be taken back | Ein Zug lässt sich zurücknehmen | Un coup peut être repris | Una jugada se puede deshacer
  O can have the first move | O kann den ersten Zug haben | O peut jouer en premier | O puede empezar
  Two cards are turned up, and that is one move | Zwei Karten werden aufgedeckt, und das ist ein Zug | Deux cartes sont retournées, et c’est un coup | Se descubren dos cartas, y eso es una jugada
  A new game starts without moves | Ein neues Spiel beginnt ohne Züge | Une nouvelle partie commence sans coups | Una partida nueva empieza sin jugadas
  The fewest moves outlast a reload and a worse game | Die wenigsten Züge überdauern ein Neuladen und ein schlechteres Spiel | Le minimum de coups survit à un rechargement et à une partie moins bonne | El mínimo de jugadas sobrevive a una recarga y a una partida peor
  A level with more pairs can be chosen | Eine Stufe mit mehr Paaren lässt sich wählen | Un niveau avec plus de paires peut être choisi | Se puede elegir un nivel con más parejas
  The time runs from the first move | Die Zeit läuft ab dem ersten Zug | Le temps court dès le premier coup | El tiempo corre desde la primera jugada
  Two people play in turn | Zwei Personen spielen abwechselnd | Deux personnes jouent à tour de rôle | Dos personas juegan por turnos
  Pushes by keyboard change the board | Schieben mit der Tastatur verändert das Feld | Pousser au clavier change le plateau | Empujar con el teclado cambia el tablero
  Pushes by touch buttons change the board, and a new game starts at 0 | Schieben mit den Tasten der Seite verändert das Feld, und ein neues Spiel beginnt bei 0 | Pousser avec les boutons change le plateau, et une nouvelle partie commence à 0 | Empujar con los botones cambia el tablero, y una partida nueva empieza en 0
  The best score outlasts a reload and a worse game | Der Rekord überdauert ein Neuladen und ein schlechteres Spiel | Le meilleur score survit à un rechargement et à une partie moins bonne | El récord sobrevive a una recarga y a una partida peor
  The game is still there after a reload | Das Spiel ist nach dem Neuladen noch da | La partie est encore là après un rechargement | La partida sigue ahí tras recargar
  A push can be undone | Ein Schieben lässt sich rückgängig machen | Une poussée peut être annulée | Un empuje se puede deshacer
  A larger board can be chosen | Ein größeres Spielfeld lässt sich wählen | Un plateau plus grand peut être choisi | Se puede elegir un tablero más grande
  An arrow key starts the game, and a wall ends it | Eine Pfeiltaste beginnt das Spiel, und eine Wand beendet es | Une flèche lance la partie, et un mur la termine | Una flecha empieza la partida, y una pared la termina
  The game can be paused and steered by touch buttons | Das Spiel lässt sich anhalten und mit den Tasten der Seite steuern | La partie peut être mise en pause et dirigée avec les boutons | La partida se puede pausar y dirigir con los botones
  The chosen speed sets the pace of the snake | Die gewählte Geschwindigkeit bestimmt das Tempo der Schlange | La vitesse choisie règle l’allure du serpent | La velocidad elegida marca el ritmo de la serpiente
  The snake gets through an open wall to the food behind it | Die Schlange kommt durch eine offene Wand zum Futter hinter ihr | Le serpent passe par un mur ouvert jusqu’à la nourriture derrière lui | La serpiente pasa por una pared abierta hasta la comida que tiene detrás
  Sound can be switched off | Der Ton lässt sich ausschalten | Le son peut être coupé | El sonido se puede apagar
  A text that is typed without mistakes ends the test with its speed and full accuracy | Ein fehlerlos getippter Text beendet den Test mit Geschwindigkeit und voller Genauigkeit | Un texte saisi sans faute termine le test avec sa vitesse et une précision totale | Un texto escrito sin errores termina la prueba con su velocidad y precisión total
  A mistake is counted although it is corrected | Ein Fehler zählt, auch wenn er korrigiert wird | Une faute est comptée même si elle est corrigée | Un error cuenta aunque se corrija
  The best speed is still there after a reload | Die beste Geschwindigkeit ist nach dem Neuladen noch da | La meilleure vitesse est encore là après un rechargement | La mejor velocidad sigue ahí tras recargar
  A longer text can be chosen | Ein längerer Text lässt sich wählen | Un texte plus long peut être choisi | Se puede elegir un texto más largo
  Keys that were missed are named | Verfehlte Tasten werden genannt | Les touches manquées sont nommées | Se nombran las teclas falladas
  A text of one's own can be typed | Ein eigener Text lässt sich tippen | Un texte personnel peut être saisi | Se puede escribir un texto propio
  A city can be added, with its own time zone | Eine Stadt lässt sich hinzufügen, mit ihrer Zeitzone | Une ville peut être ajoutée, avec son fuseau horaire | Se puede añadir una ciudad, con su zona horaria
  A city can be removed, and an unknown one is refused | Eine Stadt lässt sich entfernen, und eine unbekannte wird abgelehnt | Une ville peut être retirée, et une ville inconnue est refusée | Se puede quitar una ciudad, y una desconocida se rechaza
  The cities are still there after a reload | Die Städte sind nach dem Neuladen noch da | Les villes sont encore là après un rechargement | Las ciudades siguen ahí tras recargar
  Of a city is told how far it is ahead or behind | Von einer Stadt wird gesagt, wie weit sie voraus oder zurück ist | Pour une ville, l’avance ou le retard est indiqué | De una ciudad se dice cuánto va adelantada o atrasada
  The clock can count to twelve | Die Uhr kann bis zwölf zählen | L’horloge peut compter jusqu’à douze | El reloj puede contar hasta doce
  Seconds can be left out | Sekunden lassen sich weglassen | Les secondes peuvent être masquées | Los segundos se pueden ocultar
  The times some hours from now are shown | Die Zeiten in einigen Stunden werden angezeigt | Les heures à venir sont affichées | Se muestran las horas siguientes
  A pointer draws in the chosen color and width | Ein Zeiger zeichnet in der gewählten Farbe und Stärke | Un pointeur dessine dans la couleur et l’épaisseur choisies | Un puntero dibuja con el color y el grosor elegidos
  The keyboard draws, and everything can be cleared | Die Tastatur zeichnet, und alles lässt sich löschen | Le clavier dessine, et tout peut être effacé | El teclado dibuja, y todo se puede borrar
  The drawing is still there after a reload | Die Zeichnung ist nach dem Neuladen noch da | Le dessin est encore là après un rechargement | El dibujo sigue ahí tras recargar
  Lines and clearing can be undone and redone | Linien und Löschen lassen sich rückgängig machen und wiederholen | Les traits et l’effacement peuvent être annulés et rétablis | Las líneas y el borrado se pueden deshacer y rehacer
  A saved drawing can be opened and drawn on | Eine gespeicherte Zeichnung lässt sich öffnen und weiterzeichnen | Un dessin enregistré peut être rouvert et complété | Un dibujo guardado se puede abrir y continuar
  A file without a drawing is refused, and nothing is lost | Eine Datei ohne Zeichnung wird abgelehnt, und nichts geht verloren | Un fichier sans dessin est refusé, et rien n’est perdu | Un archivo sin dibujo se rechaza, y no se pierde nada
  The drawing can be saved as a picture | Die Zeichnung lässt sich als Bild speichern | Le dessin peut être enregistré en image | El dibujo se puede guardar como imagen
  The eraser draws with the color of the paper | Der Radierer zeichnet in der Farbe des Papiers | La gomme dessine avec la couleur du papier | El borrador dibuja con el color del papel
  The paper can have a grid | Das Papier kann ein Raster haben | Le papier peut être quadrillé | El papel puede tener cuadrícula
  It opens with the stated units | Zuerst zeigt er die genannten Einheiten | Il s’ouvre sur les unités demandées | Se abre con las unidades indicadas
  Units are converted exactly while typing | Einheiten werden beim Tippen genau umgerechnet | Les unités sont converties exactement pendant la saisie | Las unidades se convierten con exactitud al escribir
  Temperatures are converted, and the units can be swapped | Temperaturen werden umgerechnet, und die Einheiten lassen sich tauschen | Les températures sont converties, et les unités peuvent être inversées | Las temperaturas se convierten, y las unidades se pueden intercambiar
  Numbers may have a decimal point or a decimal comma | Zahlen dürfen einen Dezimalpunkt oder ein Dezimalkomma haben | Les nombres peuvent avoir un point ou une virgule décimale | Los números pueden llevar punto o coma decimal
  What is not a number is said | Was keine Zahl ist, wird gesagt | Ce qui n’est pas un nombre est signalé | Se avisa de lo que no es un número
  The value is shown in all units | Der Wert wird in allen Einheiten angezeigt | La valeur est affichée dans toutes les unités | El valor se muestra en todas las unidades
  The conversion is still there after a reload | Die Umrechnung ist nach dem Neuladen noch da | La conversion est encore là après un rechargement | La conversión sigue ahí tras recargar
  The decimal places can be chosen | Die Nachkommastellen lassen sich wählen | Le nombre de décimales peut être choisi | Los decimales se pueden elegir
  A card is flipped and moves up a box when it is known | Eine Karte wird umgedreht und rückt ein Fach weiter, wenn sie gewusst wird | Une carte est retournée et monte d’une boîte quand elle est sue | Una tarjeta se voltea y sube una caja cuando se sabe
  The keyboard flips cards, and one that was not known comes back | Die Tastatur dreht Karten um, und eine nicht gewusste kommt wieder | Le clavier retourne les cartes, et une carte non sue revient | El teclado voltea tarjetas, y una que no se sabía vuelve
  Cards have a deck, and can be changed and deleted | Karten haben einen Stapel und lassen sich ändern und löschen | Les cartes ont un paquet et peuvent être modifiées et supprimées | Las tarjetas tienen un mazo y se pueden cambiar y borrar
  A deleted card is brought back | Eine gelöschte Karte wird zurückgeholt | Une carte supprimée est ramenée | Una tarjeta borrada se recupera
  The cards of each box are counted | Die Karten jedes Fachs werden gezählt | Les cartes de chaque boîte sont comptées | Se cuentan las tarjetas de cada caja
  Cards and their boxes are still there after a reload | Karten und ihre Fächer sind nach dem Neuladen noch da | Les cartes et leurs boîtes sont encore là après un rechargement | Las tarjetas y sus cajas siguen ahí tras recargar
  Imported cards keep their box and their date | Importierte Karten behalten Fach und Datum | Les cartes importées gardent leur boîte et leur date | Las tarjetas importadas conservan su caja y su fecha
  Cards are imported from text and exported as text | Karten werden aus Text importiert und als Text exportiert | Les cartes sont importées depuis un texte et exportées en texte | Las tarjetas se importan de un texto y se exportan como texto
`;
