import { wordTable } from "./word-table.ts";

/** What records and their text fields are called, by kind. Invented people; books, music and places that exist. */
export const NAMES = wordTable(`
person; people; patient; customer; client; lead; contact; member; guest; employee; student; pupil; player; tenant; friend; candidate; applicant; child; neighbor; neighbour; visitor; speaker; coach; trainer; teacher; instructor; driver; volunteer; donor; attendee; partner; doctor; dentist; therapist; babysitter; assignee; post author; comment author; story author; borrower; recipient; contact person; holder; requester; host; organizer; paid by; interviewer; owner; responsible; family member; birthday; emergency contact; contractor; vet | Person; Patient; Patientin; Kunde; Kundin; Interessent; Kontakt; Mitglied; Gast; Mitarbeiter; Mitarbeiterin; Schüler; Schülerin; Student; Spieler; Mieter; Freund; Kandidat; Bewerber; Kind; Nachbar; Besucher; Trainer; Lehrer; Lehrkraft; Fahrer; Teilnehmer; Spender; Ehrenamtliche; Arzt; Tierarzt; Therapeut; Zuständig; Verantwortlich; Ansprechpartner; Beitrag Autor; Ausgeliehen von; Empfänger; Gastgeber; Veranstalter; Bezahlt von; Besitzer; Familienmitglied; Geburtstag; Notfallkontakt; Handwerker | personne; patient; patiente; client; cliente; prospect; contact; membre; invité; invitée; employé; élève; étudiant; joueur; locataire; ami; candidat; enfant; voisin; visiteur; intervenant; entraîneur; professeur; conducteur; bénévole; donateur; participant; médecin; dentiste; vétérinaire; thérapeute; responsable; publication auteur; emprunteur; destinataire; hôte; organisateur; payé par; propriétaire; anniversaire; artisan | persona; paciente; cliente; contacto; miembro; invitado; invitada; empleado; alumno; estudiante; jugador; inquilino; amigo; candidato; niño; hijo; vecino; visitante; ponente; entrenador; profesor; conductor; voluntario; donante; asistente; médico; dentista; veterinario; terapeuta; responsable; publicación autor; prestado a; destinatario; anfitrión; organizador; pagado por; propietario; cumpleaños; socio
Emma Collins; James Whitfield; Priya Shah; Oliver Grant; Hannah Moore; Lucas Reed; Sofia Bennett; Daniel Hughes; Grace Turner | Anna Keller; Jonas Weber; Leyla Demir; Markus Vogel; Sophie Brandt; Paul Hoffmann; Miriam Lang; Felix Schuster; Katrin Sommer | Camille Moreau; Hugo Lambert; Inès Benali; Julien Mercier; Chloé Fontaine; Thomas Girard; Léa Perrin; Karim Haddad; Manon Roche | Lucía Navarro; Javier Molina; Carmen Ortega; Diego Fuentes; Marta Iglesias; Pablo Serrano; Elena Vidal; Andrés Castro; Sara Medina
company; supplier; employer; sponsor; vendor; event vendor; insurance; insurance provider; provider; organization; brand; manufacturer; maker; carrier | Firma; Unternehmen; Lieferant; Arbeitgeber; Sponsor; Dienstleister; Versicherung; Anbieter; Marke; Hersteller | entreprise; société; fournisseur; employeur; sponsor; prestataire; assurance; assureur; marque; fabricant | empresa; proveedor; empleador; patrocinador; aseguradora; seguro; marca; fabricante
Northfield Ltd; Harbour & Sons; Bluebird Works | Nordlicht GmbH; Weber & Söhne; Werkhof Linde | Atelier du Nord; Maison Lambert; Les Trois Pins | Talleres del Norte; Molina e Hijos; Casa Encina
plant; houseplant; house plant; seed; crop | Pflanze; Zimmerpflanze; Saatgut; Saat | plante; semence; graine | planta; semilla; cultivo
Monstera; Peace lily; Tomato | Monstera; Einblatt; Tomate | Monstera; Spathiphyllum; Tomate | Monstera; Espatifilo; Tomate
plant species; houseplant species | Pflanze Art; Zimmerpflanze Art; Pflanzenart | plante espèce | planta especie
Monstera deliciosa; Spathiphyllum wallisii; Solanum lycopersicum
species | Tierart; Art | espèce | especie
Dog; Cat; Rabbit | Hund; Katze; Kaninchen | Chien; Chat; Lapin | Perro; Gato; Conejo
tree | Baum | arbre | árbol
Apple tree; Silver birch; Walnut | Apfelbaum; Birke; Walnuss | Pommier; Bouleau; Noyer | Manzano; Abedul; Nogal
pet; animal; shelter animal; dog; cat; horse | Tier; Haustier; Hund; Katze; Pferd | animal; animal de compagnie; chien; chat; cheval | animal; mascota; perro; gato; caballo
Milo; Luna; Biscuit | Balu; Luna; Emma | Milo; Luna; Caramel | Toby; Luna; Canela
breed | Rasse | race | raza
Labrador; European shorthair; Mixed breed | Labrador; Europäisch Kurzhaar; Mischling | Labrador; Européen; Croisé | Labrador; Europeo común; Mestizo
book; audiobook; planned book; reading | Buch; Hörbuch; Lektüre | livre; lecture | libro; lectura
Pride and Prejudice; Frankenstein; The Time Machine | Der Prozess; Effi Briest; Buddenbrooks | Les Misérables; Madame Bovary; Germinal | Don Quijote de la Mancha; Niebla; Fortunata y Jacinta
author; writer | Autor; Autorin | auteur; autrice | autor; autora
Jane Austen; Mary Shelley; H. G. Wells | Franz Kafka; Theodor Fontane; Thomas Mann | Victor Hugo; Gustave Flaubert; Émile Zola | Miguel de Cervantes; Miguel de Unamuno; Benito Pérez Galdós
movie; film | Film | film | película
Metropolis; Casablanca; City Lights | Metropolis; Casablanca; Lichter der Großstadt | Metropolis; Casablanca; Les Lumières de la ville | Metrópolis; Casablanca; Luces de la ciudad
director | Regie; Regisseur | réalisateur; réalisation | director; dirección
Fritz Lang; Michael Curtiz; Charlie Chaplin
album; song; record | Album; Lied; Song; Platte | album; chanson; disque | álbum; canción; disco
The Four Seasons; Clair de lune; Moonlight Sonata | Die vier Jahreszeiten; Clair de lune; Mondscheinsonate | Les Quatre Saisons; Clair de lune; Sonate au clair de lune | Las cuatro estaciones; Claro de luna; Sonata Claro de luna
artist; composer; band | Künstler; Interpret; Komponist | artiste; compositeur | artista; compositor
Antonio Vivaldi; Claude Debussy; Ludwig van Beethoven
game; board game; video game | Spiel; Brettspiel | jeu | juego
Chess; Backgammon; Go | Schach; Backgammon; Go | Échecs; Backgammon; Go | Ajedrez; Backgammon; Go
recipe; dish; meal; planned meal; menu item | Rezept; Gericht; Speise; Mahlzeit | recette; plat; repas; menu | receta; plato; comida; menú
Tomato soup; Vegetable curry; Pancakes | Tomatensuppe; Gemüsecurry; Pfannkuchen | Soupe à la tomate; Curry de légumes; Crêpes | Sopa de tomate; Curry de verduras; Tortitas
ingredient; grocery; shopping item; pantry item; food | Zutat; Einkaufsartikel; Vorrat; Lebensmittel | ingrédient; article à acheter; provision; aliment | ingrediente; artículo de la compra; alimento; producto de despensa
Tomatoes; Rice; Potatoes | Tomaten; Reis; Kartoffeln | Tomates; Riz; Pommes de terre | Tomates; Arroz; Patatas
restaurant | Restaurant; Lokal | restaurant | restaurante
The Olive Tree; Corner Bistro; Noodle House | Zum Goldenen Hirsch; Bistro am Markt; Nudelhaus | Chez Léon; Le Bistrot du coin; La Table verte | Casa Pepa; El Olivo; La Esquina
wine | Wein | vin | vino
Riesling; Rioja Crianza; Chablis
coffee; tea | Kaffee; Tee | café; thé | café; té
Ethiopia Sidamo; Colombia Huila; Earl Grey | Äthiopien Sidamo; Kolumbien Huila; Earl Grey | Éthiopie Sidamo; Colombie Huila; Earl Grey | Etiopía Sidamo; Colombia Huila; Earl Grey
habit | Gewohnheit | habitude | hábito
Drink water; Read 20 minutes; Go for a walk | Wasser trinken; 20 Minuten lesen; Spazieren gehen | Boire de l’eau; Lire 20 minutes; Marcher | Beber agua; Leer 20 minutos; Salir a caminar
workout; exercise; activity; practice session | Training; Übung; Aktivität | entraînement; exercice; séance; activité | entrenamiento; ejercicio; actividad
Squats; Running; Yoga | Kniebeugen; Laufen; Yoga | Squats; Course à pied; Yoga | Sentadillas; Correr; Yoga
task; to-do; todo; subtask; reminder; checklist point; checklist item | Aufgabe; Erinnerung; Punkt; Erledigung | tâche; rappel; point | tarea; recordatorio; punto
Answer the letter from the bank; Book train tickets; Water the plants | Brief der Bank beantworten; Zugtickets buchen; Pflanzen gießen | Répondre à la banque; Réserver le train; Arroser les plantes | Responder al banco; Reservar el tren; Regar las plantas
chore | Hausarbeit; Putzaufgabe | corvée; tâche ménagère | quehacer; tarea doméstica
Vacuum the hallway; Clean the bathroom; Take out the paper | Flur saugen; Bad putzen; Altpapier wegbringen | Passer l’aspirateur; Nettoyer la salle de bains; Sortir le papier | Pasar la aspiradora; Limpiar el baño; Sacar el papel
room; area | Zimmer; Raum | pièce; salle | habitación; sala
Kitchen; Living room; Study | Küche; Wohnzimmer; Arbeitszimmer | Cuisine; Salon; Bureau | Cocina; Salón; Estudio
project; milestone; order; deal; renovation | Projekt; Meilenstein; Auftrag | projet; commande; chantier | proyecto; pedido
New website; Kitchen renovation; Summer party | Neue Website; Küche renovieren; Sommerfest | Nouveau site; Rénovation de la cuisine; Fête d’été | Nueva web; Reforma de la cocina; Fiesta de verano
goal; learning goal; savings goal | Ziel; Sparziel; Lernziel | objectif; but | objetivo; meta
Walk to work; Read 12 books; Sleep 8 hours | Zu Fuß zur Arbeit; 12 Bücher lesen; 8 Stunden schlafen | Aller au travail à pied; Lire 12 livres; Dormir 8 heures | Ir a pie al trabajo; Leer 12 libros; Dormir 8 horas
idea; note; story; post; blog post; article; journal entry; dream | Idee; Notiz; Beitrag; Artikel; Tagebucheintrag; Eintrag; Traum | idée; note; article; publication; histoire; rêve | idea; nota; artículo; publicación; historia; sueño
A bench by the river; Learn a new word every day; Postcards for friends | Eine Bank am Fluss; Jeden Tag ein neues Wort; Postkarten an Freunde | Un banc près de la rivière; Un mot nouveau par jour; Des cartes aux amis | Un banco junto al río; Una palabra nueva al día; Postales para amigos
expense; transaction; receipt; bill; payment; cost; shared expense | Ausgabe; Buchung; Beleg; Rechnung; Zahlung | dépense; transaction; reçu; facture; paiement | gasto; transacción; recibo; factura; pago
Groceries; Electricity; Train ticket | Wocheneinkauf; Strom; Bahnfahrkarte | Courses; Électricité; Billet de train | Compra semanal; Electricidad; Billete de tren
income | Einnahme; Einkommen | revenu; recette d’argent | ingreso
Salary; Rent received; Refund | Gehalt; Mieteinnahme; Erstattung | Salaire; Loyer reçu; Remboursement | Sueldo; Alquiler cobrado; Reembolso
subscription | Abo; Abonnement | abonnement | suscripción
Newspaper; Gym; Music streaming | Zeitung; Fitnessstudio; Musikstreaming | Journal; Salle de sport; Musique | Periódico; Gimnasio; Música
product; item; inventory item; article of stock; spare part; material; part; stock item; equipment | Produkt; Artikel; Lagerartikel; Ersatzteil; Material; Gegenstand; Ware; Gerät | produit; article; article en stock; pièce détachée; matériel; objet | producto; artículo; repuesto; material; objeto; equipo
Desk lamp; Coffee mug; Notebook A5 | Schreibtischlampe; Kaffeebecher; Notizbuch A5 | Lampe de bureau; Tasse à café; Carnet A5 | Lámpara de mesa; Taza de café; Cuaderno A5
tool; machine; workshop tool | Werkzeug; Maschine | outil; machine | herramienta; máquina
Cordless drill; Table saw; Torque wrench | Akkuschrauber; Tischkreissäge; Drehmomentschlüssel | Perceuse; Scie sur table; Clé dynamométrique | Taladro; Sierra de mesa; Llave dinamométrica
service; treatment; service record; maintenance; maintenance task; repair; work done; car service; maintenance log entry | Leistung; Behandlung; Wartung; Reparatur; Wartungseintrag | service; prestation; entretien; réparation; soin | servicio; tratamiento; mantenimiento; reparación
Oil change; Tyre change; Inspection | Ölwechsel; Reifenwechsel; Inspektion | Vidange; Changement de pneus; Révision | Cambio de aceite; Cambio de neumáticos; Revisión
vehicle; car; van | Fahrzeug; Auto; Wagen | véhicule; voiture | vehículo; coche
Blue hatchback; Camper van; Delivery van | Blauer Kombi; Campingbus; Lieferwagen | Berline bleue; Fourgon aménagé; Utilitaire | Utilitario azul; Furgoneta camper; Furgoneta de reparto
license plate | Kennzeichen | immatriculation; plaque d'immatriculation | matrícula
ABC 1234; KLM 5678; XYZ 9012 | B-AB 1234; M-KL 567; HH-XY 89 | AB-123-CD; EF-456-GH; JK-789-LM | 1234 BCD; 5678 FGH; 9012 JKL
garage; workshop; gas station | Werkstatt; Tankstelle | garage; atelier; station-service | taller; gasolinera
Hill Street Garage; Miller’s Workshop; Northside Motors | Autohaus Lindner; Werkstatt am Ring; KFZ Sommer | Garage du Parc; Atelier Mercier; Auto Nord | Taller Molina; Garaje del Parque; Autos Norte
vet visit; visit; doctor visit; reason; appointment | Tierarztbesuch; Besuch; Arztbesuch; Anlass; Grund; Termin | visite; consultation; motif; rendez-vous | visita; consulta; motivo; cita
Check-up; Vaccination; Follow-up | Vorsorge; Impfung; Nachkontrolle | Contrôle; Vaccin; Suivi | Revisión; Vacuna; Seguimiento
medication; medicine | Medikament | médicament | medicamento
Ibuprofen; Vitamin D; Antihistamine | Ibuprofen; Vitamin D; Antihistaminikum | Ibuprofène; Vitamine D; Antihistaminique | Ibuprofeno; Vitamina D; Antihistamínico
event; party; concert; class; dance class; club activity; show; meeting; event title; talk | Veranstaltung; Termin im Verein; Feier; Konzert; Kurs; Besprechung; Treffen; Vortrag | événement; fête; concert; cours; réunion; conférence | evento; fiesta; concierto; clase; reunión; charla
Summer concert; Open day; Book evening | Sommerkonzert; Tag der offenen Tür; Leseabend | Concert d’été; Portes ouvertes; Soirée lecture | Concierto de verano; Puertas abiertas; Noche de libros
course; lesson; subject; school subject; exam; topic; assignment; study session | Unterricht; Lektion; Fach; Schulfach; Prüfung; Thema; Hausaufgabe | leçon; matière; examen; sujet; devoir | curso; lección; asignatura; examen; tema; trabajo
Biology; History; Geometry | Biologie; Geschichte; Geometrie | Biologie; Histoire; Géométrie | Biología; Historia; Geometría
trip; place; place to visit; destination; itinerary item; city; town; departure; arrival | Reise; Ort; Reiseziel; Ziel der Reise; Stadt | voyage; lieu; destination; ville; étape | viaje; lugar; destino; ciudad; parada
Lisbon; Edinburgh; Kyoto | Lissabon; Edinburgh; Kyoto | Lisbonne; Édimbourg; Kyoto | Lisboa; Edimburgo; Kioto
country | Land | pays | país
Portugal; Japan; Kenya | Portugal; Japan; Kenia | Portugal; Japon; Kenya | Portugal; Japón; Kenia
packing item | Packstück; Gepäckstück | affaire à emporter | objeto del equipaje
Passport; Rain jacket; Charger | Reisepass; Regenjacke; Ladegerät | Passeport; Veste de pluie; Chargeur | Pasaporte; Chubasquero; Cargador
gift; wish; present | Geschenk; Wunsch | cadeau; souhait | regalo; deseo
A good book; Concert tickets; Warm socks | Ein gutes Buch; Konzertkarten; Warme Socken | Un bon livre; Des places de concert; Des chaussettes chaudes | Un buen libro; Entradas de concierto; Calcetines calientes
property; apartment; flat; building | Immobilie; Wohnung; Haus; Gebäude | bien; appartement; logement; immeuble | inmueble; piso; apartamento; edificio
Mill Lane 12, first floor; Garden Court 3; Station Road 8 | Lindenstraße 12, 1. OG; Gartenhof 3; Bahnhofstraße 8 | 12 rue des Tilleuls, 1er; 3 cour du Jardin; 8 rue de la Gare | Calle Mayor 12, 1.º; Patio del Jardín 3; Calle Estación 8
job title; role; position; job application; job opening; trade; specialty | Beruf; Rolle; Stelle; Bewerbung; Gewerk; Fachgebiet; Position | poste; fonction; candidature; métier; spécialité | puesto; función; candidatura; oficio; especialidad
Project manager; Bookkeeper; Gardener | Projektleitung; Buchhaltung; Gärtnerei | Chef de projet; Comptable; Jardinier | Jefa de proyecto; Contable; Jardinero
team; club; department; opponent | Mannschaft; Verein; Abteilung; Gegner | équipe; club; service interne; adversaire | equipo; club; departamento; rival
River Rovers; Hill United; Park Rangers | SV Flussaue; TSV Berg; FC Parkstadt | AS Rivière; FC Colline; US du Parc | CD Río; UD Colina; Atlético Parque
shop; store; source | Laden; Geschäft; Händler; Quelle | magasin; boutique; source | tienda; comercio; fuente
Corner shop; Market hall; Online | Laden an der Ecke; Markthalle; Online | Magasin du coin; Marché couvert; En ligne | Tienda de la esquina; Mercado; En línea
storage place; storage; shelf; box; warehouse; locker | Lagerort; Regal; Kiste; Lager; Schließfach | rangement; étagère; boîte; entrepôt; casier | almacén; estante; caja; taquilla
Shelf A; Cellar; Cupboard | Regal A; Keller; Schrank | Étagère A; Cave; Placard | Estante A; Sótano; Armario
ticket; bug; incident; issue; complaint; defect; feature request | Ticket; Fehler; Störung; Vorfall; Reklamation; Mangel | ticket; bogue; incident; réclamation; défaut | ticket; error; incidencia; reclamación; defecto
The page does not load; A letter is missing; The printer is silent | Die Seite lädt nicht; Ein Buchstabe fehlt; Der Drucker schweigt | La page ne charge pas; Il manque une lettre; L’imprimante se tait | La página no carga; Falta una letra; La impresora no responde
word; vocabulary word; front; flashcard | Vokabel; Wort; Vorderseite; Karteikarte | mot; recto; carte mémoire | palabra; anverso; tarjeta
tree; river; bridge | Baum; Fluss; Brücke | arbre; rivière; pont | árbol; río; puente
language | Sprache | langue | idioma
English; Spanish; Japanese | Englisch; Spanisch; Japanisch | Anglais; Espagnol; Japonais | Inglés; Francés; Japonés
family; household | Familie; Haushalt | famille; foyer | familia; hogar
Collins; Whitfield; Shah | Keller; Weber; Demir | Moreau; Lambert; Benali | Navarro; Molina; Ortega
instrument; musical instrument | Instrument | instrument | instrumento
Piano; Violin; Guitar | Klavier; Geige; Gitarre | Piano; Violon; Guitare | Piano; Violín; Guitarra
`);

/** Texts of several lines, by the name of the field. */
export const TEXTS = wordTable(`
note; notes; comment; comments; remarks; description; summary; impression | Notiz; Notizen; Anmerkungen; Bemerkungen; Kommentar; Beschreibung; Eindruck | note; notes; remarques; commentaire; description; résumé; impression | nota; notas; observaciones; comentario; descripción; resumen; impresión
Look at this again next week.; Nothing special this time.; Worth remembering. | Nächste Woche noch einmal ansehen.; Diesmal nichts Besonderes.; Gut zu wissen. | À revoir la semaine prochaine.; Rien de particulier cette fois.; À retenir. | Volver a mirarlo la semana que viene.; Esta vez nada especial.; Conviene recordarlo.
text; content | Text; Inhalt | texte; contenu | texto; contenido
The first tomatoes are out. Two of them already lean towards the window.; Does anyone know a quiet place to work in the old town?; Thank you all for Saturday. It was a good day. | Die ersten Tomaten sind da. Zwei neigen sich schon zum Fenster.; Kennt jemand einen ruhigen Ort zum Arbeiten in der Altstadt?; Danke an alle für den Samstag. Es war ein guter Tag. | Les premières tomates sont là. Deux penchent déjà vers la fenêtre.; Connaissez-vous un endroit calme pour travailler dans la vieille ville ?; Merci à tous pour samedi. C’était une belle journée. | Ya han salido los primeros tomates. Dos se inclinan hacia la ventana.; ¿Alguien conoce un lugar tranquilo para trabajar en el centro?; Gracias a todos por el sábado. Fue un buen día.
instructions; steps; preparation; method | Anleitung; Zubereitung; Schritte | instructions; préparation; étapes | instrucciones; preparación; pasos
Chop, simmer for 20 minutes, season.; Mix everything and let it rest.; Fry gently and serve warm. | Schneiden, 20 Minuten köcheln lassen, würzen.; Alles verrühren und ruhen lassen.; Sanft braten und warm servieren. | Couper, laisser mijoter 20 minutes, assaisonner.; Tout mélanger et laisser reposer.; Faire revenir doucement et servir chaud. | Cortar, cocer 20 minutos y sazonar.; Mezclar todo y dejar reposar.; Sofreír a fuego lento y servir caliente.
ingredients | Zutaten | ingrédients | ingredientes
Tomatoes, onions, olive oil; Rice, carrots, coconut milk; Flour, milk, eggs | Tomaten, Zwiebeln, Olivenöl; Reis, Möhren, Kokosmilch; Mehl, Milch, Eier | Tomates, oignons, huile d’olive; Riz, carottes, lait de coco; Farine, lait, œufs | Tomates, cebollas, aceite de oliva; Arroz, zanahorias, leche de coco; Harina, leche, huevos
`);

/** Where something is, as each language writes an address. */
export const ADDRESSES = {
  en: ["12 Mill Lane", "3 Garden Court", "8 Station Road"],
  de: ["Lindenstraße 12", "Gartenweg 3", "Bahnhofstraße 8"],
  fr: ["12 rue des Tilleuls", "3 allée du Jardin", "8 rue de la Gare"],
  es: ["Calle Mayor, 12", "Paseo del Jardín, 3", "Calle Estación, 8"],
} as const;

/** Times of day, by the name of the field. */
export const TIMES = wordTable(`
time | Uhrzeit | heure | hora
09:00; 14:30; 18:15
bedtime | Schlafenszeit; Ins Bett; Eingeschlafen um | heure du coucher; coucher | hora de acostarse
22:45; 23:10; 22:20
wake-up time; wake time; woke up at | Aufwachzeit; Aufgewacht um; Aufgestanden um | heure du réveil; réveil; heure du lever | hora de levantarse; hora de despertarse
06:30; 07:00; 06:15
`);
