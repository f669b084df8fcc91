import { textTable } from "#local/brain/blueprints/texts.ts";

/** What the world clock says. */
export const TEXTS = textTable(`
  title     | World Clock | Weltuhr | Horloge mondiale | Reloj mundial
  lead      | What time it is elsewhere. | Wie spät es anderswo ist. | L’heure qu’il est ailleurs. | Qué hora es en otros lugares.
  here      | Here | Hier | Ici | Aquí
  city      | City | Stadt | Ville | Ciudad
  add       | Add city | Stadt hinzufügen | Ajouter la ville | Añadir ciudad
  remove    | Remove % | % entfernen | Retirer % | Quitar %
  removed   | % was removed. | % wurde entfernt. | % a été retirée. | Se quitó %.
  added     | % was added. | % wurde hinzugefügt. | % a été ajoutée. | Se añadió %.
  unknown   | No city of this name is known. Try a larger one in the same time zone. | Eine Stadt dieses Namens ist nicht bekannt. Versuchen Sie eine größere in derselben Zeitzone. | Aucune ville de ce nom n’est connue. Essayez une ville plus grande du même fuseau. | No se conoce ninguna ciudad con ese nombre. Pruebe con una mayor de la misma zona horaria.
  twice     | This city is in the list already. | Diese Stadt steht schon in der Liste. | Cette ville est déjà dans la liste. | Esta ciudad ya está en la lista.
  none      | No cities yet. Add one above. | Noch keine Städte. Fügen Sie oben eine hinzu. | Aucune ville pour l’instant. Ajoutez-en une ci-dessus. | Aún no hay ciudades. Añada una arriba.
  cities    | Cities | Städte | Villes | Ciudades
  ahead     | % ahead | % voraus | % d’avance | % más
  behind    | % behind | % zurück | % de retard | % menos
  same      | same time | gleiche Zeit | même heure | misma hora
  seconds   | Seconds | Sekunden | Secondes | Segundos
  hours_12  | 12-hour clock | 12-Stunden-Anzeige | Format 12 heures | Formato de 12 horas
  shift     | Hours from now | Stunden ab jetzt | Heures à partir de maintenant | Horas desde ahora
  now       | Now | Jetzt | Maintenant | Ahora
  later     | In % h | In % Std. | Dans % h | Dentro de % h
  earlier   | % h ago | Vor % Std. | Il y a % h | Hace % h
`);
