/** Crafts, repairs, houses and shops. */
export const CRAFT = `
# plumber #1d4ed8 services hours faq
en plumber, plumbers, plumbing, heating engineer, heating | When water goes where it should not | We repair, replace and install, and leave the room as we found it. | Repairs; Bathrooms; Heating; Emergencies
de klempner, installateur, sanitär, heizungsbauer, heizung | Wenn Wasser dahin läuft, wo es nicht soll | Wir reparieren, tauschen und bauen ein, und hinterlassen den Raum, wie wir ihn vorgefunden haben. | Reparaturen; Bäder; Heizung; Notfälle
fr plombier, plomberie, chauffagiste | Quand l’eau va où il ne faut pas | Nous réparons, remplaçons et installons, et laissons la pièce comme nous l’avons trouvée. | Réparations; Salles de bains; Chauffage; Urgences
es fontanero, fontanera, fontanería, calefacción | Cuando el agua va adonde no debe | Reparamos, cambiamos e instalamos, y dejamos la habitación como la encontramos. | Reparaciones; Baños; Calefacción; Urgencias
# electrician #ca8a04 services faq
en electrician, electricians, electrical contractor, solar installer | Power where you need it | We wire, repair and check, and explain what we do. | Installation; Repairs; Lighting; Solar
de elektriker, elektrikerin, elektrobetrieb, elektroinstallateur, solarteur | Strom, wo Sie ihn brauchen | Wir verlegen, reparieren und prüfen, und erklären, was wir tun. | Installation; Reparaturen; Beleuchtung; Solar
fr électricien, électricienne, entreprise d’électricité | Le courant là où il le faut | Nous installons, réparons et contrôlons, et nous expliquons ce que nous faisons. | Installation; Réparations; Éclairage; Solaire
es electricista, instalador eléctrico, instalador solar | Electricidad donde la necesitas | Instalamos, reparamos y revisamos, y explicamos lo que hacemos. | Instalación; Reparaciones; Iluminación; Solar
# carpenter #854d0e services gallery testimonials
en carpenter, carpenters, joiner, joinery, cabinet maker, furniture maker, woodworker, workshop | Made of wood, made to stay | We build furniture and fittings to measure, from the first drawing to the last screw. | Furniture; Kitchens; Stairs and doors; Repairs
de tischler, tischlerei, schreiner, schreinerei, zimmerei, möbelbauer, werkstatt | Aus Holz gemacht, um zu bleiben | Wir bauen Möbel und Einbauten nach Maß, von der ersten Zeichnung bis zur letzten Schraube. | Möbel; Küchen; Treppen und Türen; Reparaturen
fr menuisier, menuiserie, ébéniste, charpentier, atelier | En bois, fait pour durer | Nous fabriquons des meubles et agencements sur mesure, du premier dessin à la dernière vis. | Meubles; Cuisines; Escaliers et portes; Réparations
es carpintero, carpintera, carpintería, ebanista, taller | Hecho de madera, hecho para durar | Hacemos muebles a medida, del primer dibujo al último tornillo. | Muebles; Cocinas; Escaleras y puertas; Reparaciones
# painter #7c3aed services gallery faq
en house painter, painter and decorator, decorator, painters, builder, renovation company, roofer | A new coat, a new room | We paint, plaster and paper, and cover what should stay clean. | Walls; Facades; Wallpaper; Floors
de maler, malerbetrieb, malermeister, bauunternehmen, dachdecker, renovierung | Neue Farbe, neuer Raum | Wir streichen, verputzen und tapezieren, und decken ab, was sauber bleiben soll. | Wände; Fassaden; Tapeten; Böden
fr peintre en bâtiment, entreprise de peinture, couvreur, rénovation | Une couleur, une nouvelle pièce | Nous peignons, enduisons et tapissons, en protégeant ce qui doit rester propre. | Murs; Façades; Papiers peints; Sols
es pintor de casas, empresa de pintura, reformas, albañil, techador | Otra pintura, otra habitación | Pintamos, enlucimos y empapelamos, y cubrimos lo que debe quedar limpio. | Paredes; Fachadas; Papel pintado; Suelos
# gardener #3f6212 services gallery
en gardener, landscaper, landscape gardener, gardening service, garden designer | A garden that feels like yours | We plan, plant and look after gardens, large and small. | Planning; Planting; Care; Trees
de gärtner, gärtnerin, gartenbau, landschaftsgärtner, gartenplanung | Ein Garten, der zu Ihnen passt | Wir planen, pflanzen und pflegen Gärten, große und kleine. | Planung; Bepflanzung; Pflege; Bäume
fr jardinier, jardinière, paysagiste, entretien de jardin | Un jardin qui vous ressemble | Nous dessinons, plantons et entretenons les jardins, grands et petits. | Conception; Plantation; Entretien; Arbres
es jardinero, jardinera, jardinería, paisajista | Un jardín que se parece a ti | Diseñamos, plantamos y cuidamos jardines, grandes y pequeños. | Diseño; Plantación; Cuidado; Árboles
# florist #be185d services hours map gallery
en florist, flower shop, florists | Flowers say it | We bind what fits the day: small, large, or for someone in particular. | Bouquets; Weddings; Funerals; Plants
de florist, floristin, blumenladen, blumengeschäft | Blumen sagen es | Wir binden, was zum Tag passt: klein, groß oder für jemand Bestimmtes. | Sträuße; Hochzeiten; Trauerfeiern; Pflanzen
fr fleuriste, boutique de fleurs | Dites-le avec des fleurs | Nous composons ce qui va avec le jour: petit, grand, ou pour une personne en particulier. | Bouquets; Mariages; Deuil; Plantes
es floristería, florista, tienda de flores | Dilo con flores | Hacemos lo que va con el día: pequeño, grande o para alguien en particular. | Ramos; Bodas; Funerales; Plantas
# car_repair #b91c1c services hours map
en car repair shop, car repair, auto repair, garage, mechanic, tyre service | Back on the road | We find the fault, tell you what it costs, and then repair it. | Inspection; Repairs; Tyres; Bodywork
de autowerkstatt, kfz-werkstatt, kfz werkstatt, mechaniker, reifenservice | Wieder auf die Straße | Wir finden den Fehler, sagen, was es kostet, und reparieren dann. | Inspektion; Reparaturen; Reifen; Karosserie
fr garage, garagiste, mécanicien, atelier de réparation | De retour sur la route | Nous trouvons la panne, disons ce que cela coûte, puis réparons. | Révision; Réparations; Pneus; Carrosserie
es taller mecánico, taller de coches, mecánico, mecánica | De vuelta a la carretera | Encontramos la avería, decimos cuánto cuesta y luego la reparamos. | Revisión; Reparaciones; Neumáticos; Carrocería
# bike_shop #0f766e services hours map
en bike shop, bicycle shop, bike repair, cycle shop | Everything that rolls on two wheels | We sell, repair and adjust bicycles until they fit. | Bicycles; Repairs; Test rides; Accessories
de fahrradladen, fahrradgeschäft, fahrradwerkstatt, radladen | Alles, was auf zwei Rädern rollt | Wir verkaufen, reparieren und richten Fahrräder ein, bis sie passen. | Fahrräder; Reparaturen; Probefahrten; Zubehör
fr magasin de vélos, atelier vélo, vélociste | Tout ce qui roule sur deux roues | Nous vendons, réparons et réglons les vélos jusqu’à ce qu’ils vous aillent. | Vélos; Réparations; Essais; Accessoires
es tienda de bicicletas, taller de bicicletas | Todo lo que rueda sobre dos ruedas | Vendemos, reparamos y ajustamos bicicletas hasta que encajan. | Bicicletas; Reparaciones; Pruebas; Accesorios
# cleaning #0284c7 services faq testimonials
en cleaning company, cleaning service, cleaner, cleaners, window cleaner | Come home to clean | We clean homes, offices and windows, as often as you like. | Homes; Offices; Windows; Moving out
de reinigungsfirma, reinigungsservice, putzfirma, gebäudereinigung, fensterputzer | Nach Hause kommen, und es ist sauber | Wir reinigen Wohnungen, Büros und Fenster, so oft Sie möchten. | Wohnungen; Büros; Fenster; Auszug
fr entreprise de nettoyage, service de ménage, laveur de vitres | Rentrer, et c’est propre | Nous nettoyons logements, bureaux et vitres, aussi souvent que vous le voulez. | Logements; Bureaux; Vitres; Départs
es empresa de limpieza, servicio de limpieza, limpiacristales | Llegar a casa y que esté limpia | Limpiamos casas, oficinas y ventanas, tan a menudo como quieras. | Casas; Oficinas; Ventanas; Mudanzas
# movers #c2410c services faq
en moving company, movers, removals, courier, taxi | From here to there, in one piece | We pack, carry and unpack, and count every box. | Moves; Packing; Storage; Transport
de umzugsfirma, umzugsunternehmen, umzüge, kurierdienst, taxi | Von hier nach dort, heil | Wir packen, tragen und packen aus, und zählen jeden Karton. | Umzüge; Packen; Lager; Transporte
fr entreprise de déménagement, déménageurs, coursier, taxi | D’ici à là, sans casse | Nous emballons, portons et déballons, et comptons chaque carton. | Déménagements; Emballage; Garde-meubles; Transport
es empresa de mudanzas, mudanzas, mensajería, taxi | De aquí a allá, de una pieza | Empaquetamos, cargamos y desempaquetamos, y contamos cada caja. | Mudanzas; Embalaje; Almacén; Transporte
# tailor #6d28d9 services hours gallery
en tailor, dressmaker*, seamstress*, alterations, fashion label, clothing shop, boutique | It should fit you | We sew, alter and mend, so that clothes follow you and not the other way round. / I sew, alter and mend, so that clothes follow you and not the other way round. | Made to measure; Alterations; Repairs; Bridal wear
de schneider, schneiderei, schneiderin*, änderungsschneiderei, modegeschäft, boutique, modelabel | Es soll Ihnen passen | Wir nähen, ändern und flicken, damit sich die Kleidung nach Ihnen richtet. / Ich nähe, ändere und flicke, damit sich die Kleidung nach Ihnen richtet. | Maßanfertigung; Änderungen; Reparaturen; Brautmode
fr couturier, couturière*, tailleur, atelier de couture, boutique de mode, boutique | Cela doit vous aller | Nous cousons, retouchons et réparons, pour que le vêtement vous suive. / Je couds, retouche et répare, pour que le vêtement vous suive. | Sur mesure; Retouches; Réparations; Robes de mariée
es sastre, sastrería, modista*, taller de costura, boutique, tienda de ropa | Tiene que quedarte bien | Cosemos, arreglamos y remendamos, para que la ropa se adapte a ti. / Coso, arreglo y remiendo, para que la ropa se adapte a ti. | A medida; Arreglos; Reparaciones; Vestidos de novia
# jeweller #a16207 services hours gallery
en jeweller, jeweler, jewelry shop, jewellery shop, goldsmith, watchmaker | Small things that stay | We make, repair and resize jewellery, by hand. | Rings; Own pieces; Repairs; Watches
de juwelier, goldschmied, goldschmiedin, schmuckladen, uhrmacher | Kleine Dinge, die bleiben | Wir fertigen, reparieren und ändern Schmuck, von Hand. | Ringe; Einzelstücke; Reparaturen; Uhren
fr bijoutier, bijouterie, joaillier, horloger | De petites choses qui restent | Nous créons, réparons et ajustons des bijoux, à la main. | Bagues; Pièces uniques; Réparations; Montres
es joyería, joyero, joyera, orfebre, relojero | Cosas pequeñas que se quedan | Creamos, reparamos y ajustamos joyas, a mano. | Anillos; Piezas únicas; Arreglos; Relojes
# bookshop #9a3412 services hours map events
en bookshop, bookstore, book store, library, record shop, toy shop, gift shop | A shop to get lost in | We read what we sell. Ask us, or just look around. | Recommendations; Orders; Gifts; Readings
de buchhandlung, buchladen, bibliothek, plattenladen, spielzeugladen, geschenkeladen | Ein Laden zum Verlieren | Wir lesen, was wir verkaufen. Fragen Sie uns, oder sehen Sie sich einfach um. | Empfehlungen; Bestellungen; Geschenke; Lesungen
fr librairie, libraire, bibliothèque, disquaire, magasin de jouets | Une boutique où se perdre | Nous lisons ce que nous vendons. Demandez-nous, ou regardez simplement. | Conseils; Commandes; Cadeaux; Lectures
es librería, librero, biblioteca, tienda de discos, juguetería | Una tienda para perderse | Leemos lo que vendemos. Pregúntanos, o simplemente mira. | Recomendaciones; Encargos; Regalos; Lecturas
# hotel #155e75 services gallery map testimonials faq
en hotel, hotels, bed and breakfast, b&b, guest house, guesthouse, holiday home, holiday flat, campsite, hostel | Stay a little | A bed, a breakfast, and someone who knows the way. | Rooms; Breakfast; Families; Trips from here
de hotel, pension, gästehaus, ferienwohnung, ferienhaus, campingplatz, hostel | Bleiben Sie ein wenig | Ein Bett, ein Frühstück und jemand, der den Weg kennt. | Zimmer; Frühstück; Familien; Ausflüge
fr hôtel, chambre d’hôtes, gîte, maison d’hôtes, camping, auberge | Restez un peu | Un lit, un petit-déjeuner et quelqu’un qui connaît le chemin. | Chambres; Petit-déjeuner; Familles; Balades
es hotel, casa rural, pensión, hostal, apartamento turístico, camping, albergue | Quédate un poco | Una cama, un desayuno y alguien que conoce el camino. | Habitaciones; Desayuno; Familias; Excursiones
`;
