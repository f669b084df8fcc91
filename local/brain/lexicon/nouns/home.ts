import { nouns } from "./read.ts";

export const HOME = nouns(
  "home",
  `
plant | plant~s, houseplant~s | Pflanze~n, Zimmerpflanze~n | plante~s, plante d'intérieur/plantes d'intérieur | planta~s, planta de interior/plantas de interior | name! species room photo last_watered water_every next_watering notes | calendar(next_watering) gallery(photo) due(next_watering)
pet | pet~s, animal~s | Haustier~e, Tier~e | animal de compagnie/animaux de compagnie, animal/animaux | mascota~s, animal~es | name! species breed birthday weight photo notes | gallery(photo)
chore | chore~s, household task~s, housework | Hausarbeit~en, Haushaltsaufgabe~n | tâche ménagère/tâches ménagères, corvée~s | tarea doméstica/tareas domésticas, quehacer~es | title! room assignee due_date frequency done | calendar(due_date) due(due_date,done)
`,
);
