import { nouns } from "./read.ts";

export const NATURE = nouns(
  "nature",
  `
plant | plant~s, houseplant~s | Pflanze~n, Zimmerpflanze~n | plante~s, plante d'intérieur/plantes d'intérieur | planta~s, planta de interior/plantas de interior | name! species room photo last_watered water_every next_watering notes | calendar(next_watering) gallery(photo) due(next_watering)
seed | seed~s, seed packet~s | Samen, Saatgut, Samentüte~n | graine~s, semence~s | semilla~s | name! species quantity sow_from sow_until expires_on photo notes | gallery(photo)
garden_bed | garden bed~s, bed~s, raised bed~s, vegetable patch/vegetable patches | Beet~e, Gartenbeet~e, Hochbeet~e | parterre~s, carré potager/carrés potagers, potager~s | bancal~es, huerto~s, parterre~s | name! location area sun_exposure photo notes | gallery(photo)
crop | crop~s, vegetable~s, vegetable garden~s, garden planner~s, garden plan~s | Gemüse, Kultur~en, Nutzpflanze~n, Gemüsegarten/Gemüsegärten, Gartenplaner | culture~s, légume~s, plan du potager/plans du potager | cultivo~s, hortaliza~s, verdura~s, plan del huerto/planes del huerto | name! species garden_bed-> sown_on planted_on harvest_on status(crop_status) notes | calendar(harvest_on) board(status)
harvest | harvest~s, yield~s | Ernte~n, Ertrag/Erträge | récolte~s | cosecha~s | name! crop-> date weight rating photo notes | chart(date,weight,bar) totals(weight)
tree | tree~s, fruit tree~s | Baum/Bäume, Obstbaum/Obstbäume | arbre~s, arbre fruitier/arbres fruitiers | árbol~es, árbol frutal/árboles frutales, frutal~es | name! species location planted_on height photo notes | gallery(photo)
garden_task | garden task~s, gardening task~s, garden job~s | Gartenarbeit~en, Gartenaufgabe~n | travail de jardin/travaux de jardin, tâche de jardinage/tâches de jardinage | tarea de jardín/tareas de jardín, tarea de jardinería/tareas de jardinería | title! garden_bed-> due_date repeat_every done notes | calendar(due_date) due(due_date,done) recurrence(due_date,repeat_every)
pet | pet~s | Haustier~e | animal de compagnie/animaux de compagnie | mascota~s | name! species(pet_species):choice breed birthday weight chip_number photo notes | gallery(photo)
animal | animal~s, livestock | Tier~e, Nutztier~e, Vieh | animal/animaux, bétail | animal~es, ganado | name! species breed sex birthday weight ear_tag photo notes | gallery(photo)
dog | dog~s, puppy/puppies | Hund~e, Welpe~n | chien~s, chiot~s | perro~s, cachorro~s | name! breed birthday weight chip_number last_vet_visit photo notes | gallery(photo)
cat | cat~s, kitten~s | Katze~n, Kater, Kätzchen | chat~s, chaton~s | gato~s, gatito~s | name! breed birthday weight chip_number last_vet_visit photo notes | gallery(photo)
horse | horse~s, pony/ponies | Pferd~e, Pony~s | cheval/chevaux, poney~s | caballo~s, poni~s | name! breed birthday height last_farrier farrier_every next_farrier photo notes | gallery(photo) due(next_farrier)
vet_visit | vet visit~s, vet appointment~s, veterinary visit~s | Tierarztbesuch~e, Tierarzttermin~e | visite chez le vétérinaire/visites chez le vétérinaire, visite vétérinaire/visites vétérinaires | visita al veterinario/visitas al veterinario | reason! pet-> date vet cost next_visit notes | calendar(date) totals(cost) reminder(next_visit,7)
feeding | feeding~s, meal for a pet/meals for a pet | Fütterung~en | repas de l'animal, nourrissage~s | toma de alimento/tomas de alimento, alimentación de mascota | food! pet-> date time quantity notes | calendar(date)
dog_walk | dog walk~s, walk~s | Gassirunde~n, Spaziergang/Spaziergänge | promenade~s, promenade du chien/promenades du chien | paseo~s, paseo del perro/paseos del perro | date! pet-> time duration distance notes | list(date) chart(date,duration,bar) totals(duration,distance)
beehive | beehive~s, hive~s, bee colony/bee colonies, beekeeping | Bienenstock/Bienenstöcke, Bienenvolk/Bienenvölker, Imkerei~en, Bienenhaltung | ruche~s, colonie d'abeilles/colonies d'abeilles, apiculture | colmena~s, apicultura | name! location queen_year rating last_inspection inspect_every next_inspection photo notes | due(next_inspection)
aquarium | aquarium~s, fish tank~s | Aquarium/Aquarien | aquarium~s | acuario~s, pecera~s | name! volume temperature last_water_change change_water_every next_water_change photo notes | due(next_water_change)
field_plot | field~s of crops, farm field~s, plot~s, parcel of land/parcels of land | Acker/Äcker, Feldstück~e, Ackerfläche~n | parcelle~s, champ cultivé/champs cultivés | parcela~s, campo de cultivo/campos de cultivo | name! area location crop-> sown_on harvest_on notes | calendar(harvest_on)
egg_collection | egg collection~s, egg count~s, eggs laid | Eierertrag/Eiererträge, Legeleistung~en | ramassage d'œufs/ramassages d'œufs, ponte~s | recogida de huevos/recogidas de huevos, puesta de huevos/puestas de huevos | date! count notes | list(date) chart(date,count,line) totals(count)
sighting | sighting~s, bird sighting~s, nature observation~s, observation~s, bird~s, birdwatching | Sichtung~en, Vogelbeobachtung~en, Naturbeobachtung~en, Beobachtung~en, Vogel/Vögel | observation~s, observation d'oiseau/observations d'oiseaux, oiseau~x | avistamiento~s, observación/observaciones, ave~s, pájaro~s | species! date time location count photo notes | calendar(date) gallery(photo)
`,
);
