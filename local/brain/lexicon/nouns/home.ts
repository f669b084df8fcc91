import { nouns } from "./read.ts";

export const HOME = nouns(
  "home",
  `
chore | chore~s, household task~s, housework, cleaning task~s, cleaning schedule~s, chore chart~s, cleaning plan~s | Hausarbeit~en, Haushaltsaufgabe~n, Putzaufgabe~n, Putzplan/Putzpläne | tâche ménagère/tâches ménagères, corvée~s, planning de ménage/plannings de ménage | tarea doméstica/tareas domésticas, quehacer~es, plan de limpieza/planes de limpieza | title! room assignee due_date repeat_every done | calendar(due_date) due(due_date,done) recurrence(due_date,repeat_every)
household_item | household item~s, belonging~s, possession~s, home inventory/home inventories | Haushaltsgegenstand/Haushaltsgegenstände, Hausrat, Besitz | bien~s du foyer, objet de la maison/objets de la maison | objeto del hogar/objetos del hogar, pertenencia~s | name! room category(household_category) bought_on value serial_number warranty_until photo | gallery(photo) totals(value) table(value)
item | item~s, object~s | Gegenstand/Gegenstände, Objekt~e | objet~s | objeto~s | name! category quantity location photo notes | gallery(photo)
appliance | appliance~s, household appliance~s | Haushaltsgerät~e, Elektrogerät~e | appareil électroménager/appareils électroménagers, électroménager | electrodoméstico~s | name! brand model serial_number bought_on warranty_until file photo | reminder(warranty_until,30)
warranty | warranty/warranties, guarantee~s | Garantie~n, Gewährleistung~en | garantie~s | garantía~s | name! shop bought_on price warranty_until receipt notes | reminder(warranty_until,30)
repair | repair~s, household repair~s | Reparatur~en | réparation~s, dépannage~s | reparación/reparaciones, arreglo~s | title! room status due_date cost contractor-> photo notes | board(status) totals(cost)
renovation | renovation~s, home improvement~s, home project~s | Renovierung~en, Umbau~ten, Sanierung~en | rénovation~s, chantier de rénovation/chantiers de rénovation | reforma~s, renovación/renovaciones | name! room status start_date budget cost photo notes | board(status) totals(budget,cost)
meter_reading | meter reading~s | Zählerstand/Zählerstände, Zählerablesung~en | relevé de compteur/relevés de compteur | lectura del contador/lecturas del contador | date! meter reading notes photo | chart(date,reading,line)
moving_box | moving box/moving boxes, box/boxes | Umzugskarton~s, Umzugskiste~n, Karton~s, Kiste~n | carton de déménagement/cartons de déménagement, carton~s | caja de mudanza/cajas de mudanza, caja~s | name! room contents:long_text fragile unpacked photo | filter(room)
loaned_item | loaned item~s, lent item~s, borrowed item~s | Leihgabe~n, verliehener Gegenstand/verliehene Gegenstände | objet prêté/objets prêtés | objeto prestado/objetos prestados, préstamo de objeto/préstamos de objetos | name! borrower lent_on due_date returned photo notes | due(due_date,returned)
gift | gift~s, present~s, gift idea~s | Geschenk~e, Geschenkidee~n | cadeau~x, idée cadeau/idées cadeaux | regalo~s, idea de regalo/ideas de regalo | name! recipient occasion price link bought notes | totals(price)
wish | wish/wishes, wishlist item~s, wishlist~s, wish list~s | Wunsch/Wünsche, Wunschliste~n, Wunschzettel | souhait~s, liste de souhaits/listes de souhaits, liste d'envies/listes d'envies | deseo~s, lista de deseos/listas de deseos | name! price priority link photo bought | gallery(photo) totals(price)
parcel | parcel~s, package~s | Paket~e, Päckchen | colis | paquete~s, envío recibido/envíos recibidos | name! shop carrier tracking_number ordered_on expected_on status(parcel_status) | board(status) calendar(expected_on) due(expected_on,status)
clothing_item | clothing item~s, piece of clothing/pieces of clothing, garment~s, clothes, wardrobe~s, closet~s | Kleidungsstück~e, Kleidung, Kleiderschrank/Kleiderschränke, Garderobe~n | vêtement~s, garde-robe~s, dressing~s | prenda~s, prenda de ropa/prendas de ropa, ropa, armario~s, guardarropa~s | name! category(clothing_category) color size brand season photo | gallery(photo)
outfit | outfit~s | Outfit~s | tenue~s | conjunto~s, atuendo~s | name! clothing_item->> occasion season photo rating | gallery(photo)
furniture | piece of furniture/pieces of furniture, furniture | Möbelstück~e, Möbel | meuble~s | mueble~s | name! room width depth height bought_on price photo | gallery(photo) totals(price)
contractor | contractor~s, craftsman/craftsmen, handyman/handymen, tradesman/tradesmen, tradesperson/tradespeople | Handwerker, Handwerksbetrieb~e | artisan~s, prestataire~s | contratista~s, profesional de reformas/profesionales de reformas | name! trade phone email address rating last_used_on notes | favorite
emergency_contact | emergency contact~s, emergency number~s | Notfallkontakt~e, Notrufnummer~n | contact d'urgence/contacts d'urgence | contacto de emergencia/contactos de emergencia | name! phone relationship address notes |
birthday | birthday~s, anniversary/anniversaries | Geburtstag~e, Jahrestag~e, Jubiläum/Jubiläen | anniversaire~s | cumpleaños, aniversario~s | name! date relationship gift_idea notes | calendar(date) reminder(date,7)
`,
);
