import { fields } from "./read.ts";

/** Details of things that are owned, kept, lent and sent. */
export const THINGS = fields(`
brand          | text    | Brand, make, manufacturer brand | Marke | Marque | Marca
model          | text    | Model | Modell | Modèle | Modelo
maker          | text    | Manufacturer, maker, producer | Hersteller | Fabricant, constructeur | Fabricante
serial_number  | text    | Serial number | Seriennummer | Numéro de série | Número de serie
bought_on      | date    | Bought on, purchase date, date of purchase, date bought | Gekauft am, Kaufdatum | Acheté le, date d'achat | Comprado el, fecha de compra
shop           | text    | Shop, store, bought at, seller, merchant | Geschäft, Laden, Händler, Verkäufer | Magasin, boutique, vendeur | Tienda, comercio, vendedor
warranty_until | date    | Warranty until, warranty end, guarantee until, warranty date | Garantie bis, Garantieende | Garantie jusqu'au, fin de garantie | Garantía hasta, fin de la garantía
receipt        | image   | Receipt, receipt photo | Kassenbon, Beleg, Quittung | Ticket de caisse, reçu, justificatif | Ticket de compra, recibo, comprobante
condition      | choice options=condition | Condition, state of repair | Erhaltungszustand | État de conservation | Estado de conservación, condición
size           | text    | Size, clothing size | Größe, Kleidergröße | Taille | Talla, tamaño
width          | decimal min=0 unit=cm | Width | Breite | Largeur | Anchura, ancho
depth          | decimal min=0 unit=cm | Depth | Tiefe | Profondeur | Profundidad, fondo
length         | decimal min=0 unit=cm | Length | Länge | Longueur | Longitud, largo
running_length | decimal min=0 unit=m  | Length in meters, length in metres, yardage, meters of yarn | Lauflänge | Métrage, longueur en mètres | Metraje, longitud en metros
dimensions     | text    | Dimensions | Abmessungen, Maße | Dimensions | Dimensiones, medidas
area           | decimal min=0 unit=m2 | Area, surface, floor area | Fläche | Surface, superficie | Superficie, área
volume         | decimal min=0 unit=l  | Volume, capacity in litres | Volumen, Inhalt in Litern | Volume | Volumen
material       | text    | Material, fabric | Material | Matériau | Material
storage_place  | text    | Storage place, stored in, where it is, where it is kept, where they are, shelf, drawer, bin | Lagerplatz, Aufbewahrungsort, wo es ist, wo es liegt, wo es steht, Regal | Rangement, lieu de rangement, où il est, où c'est, étagère | Lugar de almacenamiento, dónde está, donde esta, estantería, estante
contents       | long_text | Contents | Inhalt | Contenu | Contenido
fragile        | boolean | Fragile | Zerbrechlich | Fragile | Frágil
unpacked       | boolean | Unpacked | Ausgepackt | Déballé | Desempaquetado
packed         | boolean | Packed | Eingepackt, gepackt | Emballé, mis en valise | Empaquetado
season         | choice options=season | Season | Jahreszeit, Saison | Saison | Temporada, estación del año
borrower       | text    | Borrower, lent to, borrowed by, given to | Ausgeliehen an, verliehen an, Ausleiher | Emprunteur, prêté à | Prestado a, prestatario
lent_on        | date    | Lent on, lent date, loan date, handed out on | Verliehen am, ausgeliehen am, Ausleihdatum, ausgegeben am | Prêté le, date du prêt | Prestado el, fecha de préstamo
returned       | boolean | Returned, given back | Zurückgegeben, zurück | Rendu, restitué | Devuelto
holder         | text    | Holder, keeper, in the hands of | Inhaber, Inhaberin | Détenteur, titulaire | Titular, poseedor
recipient      | text    | Recipient, for whom, addressee | Empfänger, für wen | Destinataire, pour qui | Destinatario, para quién
sender         | text    | Sender | Absender | Expéditeur | Remitente
occasion       | text    | Occasion | Gelegenheit | Occasion | Ocasión
gift_idea      | text    | Gift idea | Geschenkidee | Idée cadeau | Idea de regalo
bought         | boolean | Bought, purchased | Gekauft | Acheté | Comprado
used           | boolean | Redeemed, already used | Eingelöst, benutzt | Utilisé | Usado, canjeado
available      | boolean default=true | Available, in stock now | Verfügbar | Disponible | Disponible
sold           | boolean | Sold | Verkauft | Vendu | Vendido
repeat_every   | integer min=1 default=7 unit=days | Repeat every, interval, repeat interval | Wiederholen alle, Intervall, Turnus | Répéter tous les, intervalle | Repetir cada, intervalo
expires_on     | date    | Expires on, expiry date, expiration date, best before, use by date, expiry | Ablaufdatum, Haltbarkeitsdatum, haltbar bis, gültig bis zum | Date d'expiration, date de péremption, expire le | Fecha de caducidad, caduca el, caducidad
issued_on      | date    | Issued on, date of issue, issue date | Ausgestellt am, Ausstellungsdatum | Délivré le, date d'émission | Emitido el, fecha de emisión
issued_by      | text    | Issued by, issuer | Ausgestellt von, Aussteller | Délivré par | Emitido por
document_number | text   | Document number, passport number | Dokumentnummer, Ausweisnummer | Numéro de document | Número de documento
found_on       | date    | Found on | Gefunden am | Trouvé le | Encontrado el
meter          | choice options=meter | Meter | Zähler, Zählerart | Compteur | Contador
reading        | decimal min=0 | Meter value, counter reading | Ablesewert, abgelesener Wert | Valeur relevée | Valor leído
carrier        | text    | Carrier, courier, delivery company | Versanddienst, Paketdienst, Zusteller | Transporteur | Transportista, empresa de transporte
tracking_number | text   | Tracking number, tracking code | Sendungsnummer, Trackingnummer | Numéro de suivi | Número de seguimiento
ordered_on     | date    | Ordered on, order date | Bestellt am, Bestelldatum | Commandé le, date de commande | Pedido el, fecha del pedido
expected_on    | date    | Expected on, expected delivery, arrival date, delivery date | Erwartet am, voraussichtliche Lieferung, Lieferdatum | Attendu le, livraison prévue, date de livraison | Previsto para el, entrega prevista, fecha de entrega
shipped_on     | date    | Shipped on, shipping date | Versendet am, Versanddatum | Expédié le, date d'expédition | Enviado el, fecha de envío
trade          | text    | Trade, profession, occupation | Gewerk, Beruf, Branche des Betriebs | Métier, corps de métier, profession | Oficio, profesión
last_used_on   | date    | Last used | Zuletzt verwendet, zuletzt benutzt | Dernière utilisation | Último uso
sun_exposure   | choice options=sun_exposure | Sun exposure, light, sunlight | Lichtbedarf, Sonneneinstrahlung | Exposition, ensoleillement | Exposición al sol, luz
sow_from       | date    | Sow from | Aussaat ab | Semis à partir du | Sembrar desde
sow_until      | date    | Sow until | Aussaat bis | Semis jusqu'au | Sembrar hasta
sown_on        | date    | Sown on, sowing date | Ausgesät am, Aussaatdatum | Semé le, date de semis | Sembrado el, fecha de siembra
planted_on     | date    | Planted on, planting date | Gepflanzt am, Pflanzdatum | Planté le, date de plantation | Plantado el, fecha de plantación
harvest_on     | date    | Harvest on, harvest date, expected harvest | Ernte am, Erntedatum | Récolte le, date de récolte | Cosecha el, fecha de cosecha
chip_number    | text    | Microchip number, chip number | Chipnummer | Numéro de puce | Número de microchip
ear_tag        | text    | Ear tag | Ohrmarke | Boucle d'oreille (élevage) | Crotal
sex            | choice options=sex | Sex | Geschlecht | Sexe | Sexo
vet            | text    | Vet, veterinarian | Tierarzt, Tierärztin | Vétérinaire | Veterinario, veterinaria
next_visit     | date    | Next visit | Nächster Besuch, nächster Besuchstermin | Prochaine visite | Próxima visita
last_vet_visit | date    | Last vet visit | Letzter Tierarztbesuch | Dernière visite chez le vétérinaire | Última visita al veterinario
last_farrier   | date    | Last farrier visit | Letzter Hufschmied | Dernier passage du maréchal-ferrant | Última visita del herrador
farrier_every  | integer min=1 default=56 unit=days | Farrier every | Hufschmied alle | Maréchal-ferrant tous les | Herrador cada
next_farrier   | computed formula=add_days(last_farrier,farrier_every) | Next farrier visit | Nächster Hufschmied | Prochain passage du maréchal-ferrant | Próxima visita del herrador
food           | text    | Food, feed | Futter, Nahrung | Nourriture, aliment | Alimento, pienso
queen_year     | integer min=2000 | Queen's year, year of the queen | Jahrgang der Königin | Année de la reine | Año de la reina
last_inspection | date   | Last inspection | Letzte Durchsicht, letzte Inspektion | Dernière inspection | Última inspección
inspect_every  | integer min=1 default=14 unit=days | Inspect every | Durchsicht alle | Inspecter tous les | Inspeccionar cada
next_inspection | computed formula=add_days(last_inspection,inspect_every) | Next inspection | Nächste Durchsicht, nächste Inspektion | Prochaine inspection | Próxima inspección
last_water_change | date | Last water change, water change, water changes | Letzter Wasserwechsel, Wasserwechsel | Dernier changement d'eau | Último cambio de agua
change_water_every | integer min=1 default=14 unit=days | Change water every | Wasserwechsel alle | Changer l'eau tous les | Cambiar el agua cada
next_water_change | computed formula=add_days(last_water_change,change_water_every) | Next water change | Nächster Wasserwechsel | Prochain changement d'eau | Próximo cambio de agua
`);
