import { fields } from "./read.ts";

/** Details of buildings and vehicles. */
export const PROPERTY_FIELDS = fields(`
bedrooms       | integer min=0 | Bedrooms, number of bedrooms | Schlafzimmer, Anzahl der Schlafzimmer | Chambres, nombre de chambres | Dormitorios, número de dormitorios
bathrooms      | integer min=0 | Bathrooms, number of bathrooms | Badezimmer, Bäder | Salles de bains, nombre de salles de bains | Baños, número de baños
living_area    | decimal min=0 unit=m2 | Living area, living space, square meters, square metres, square feet | Wohnfläche, Quadratmeter | Surface habitable, mètres carrés | Superficie útil, metros cuadrados
rooms_count    | decimal min=0 | Number of rooms | Zimmeranzahl, Anzahl der Zimmer | Nombre de pièces | Número de habitaciones
floor          | text    | Floor, storey | Etage, Stockwerk | Étage | Planta, piso
floors_count   | integer min=1 | Number of floors | Stockwerke, Anzahl der Stockwerke | Nombre d'étages | Número de plantas
available_from | date    | Available from, free from | Verfügbar ab, frei ab, bezugsfrei ab | Disponible à partir du | Disponible desde
lease_start    | date    | Lease start, moved in on, move-in date | Mietbeginn, Einzugsdatum | Début du bail, date d'entrée | Inicio del contrato, fecha de entrada
lease_end      | date    | Lease end, moved out on, move-out date | Mietende, Auszugsdatum | Fin du bail, date de sortie | Fin del contrato, fecha de salida
impression     | long_text | Impression, impressions | Eindruck, Eindrücke | Impression, impressions | Impresión, impresiones
beds           | integer min=1 | Beds, number of beds | Betten, Anzahl der Betten | Lits, nombre de lits | Camas, número de camas
license_plate  | text    | License plate, licence plate, number plate, registration number | Kennzeichen, Nummernschild | Plaque d'immatriculation, immatriculation | Matrícula, placa
mileage        | integer min=0 unit=km | Mileage, odometer, odometer reading | Kilometerstand, Tachostand | Kilométrage | Kilometraje
inspection_due | date    | Inspection due, next inspection due, roadworthiness test | Hauptuntersuchung fällig, TÜV fällig, nächster TÜV | Contrôle technique, prochain contrôle technique | Próxima ITV, inspección técnica
insurance_until | date   | Insured until, insurance expires | Versichert bis | Assuré jusqu'au, fin de l'assurance | Asegurado hasta
litres         | decimal min=0 unit=l | Liters, litres, liters filled | Liter, getankte Liter | Litres | Litros
gas_station    | text    | Gas station, petrol station, filling station | Tankstelle | Station-service | Gasolinera
garage         | text    | Garage, workshop | Werkstatt | Garage, atelier | Taller, taller mecánico
next_service   | date    | Next service, next service due | Nächster Service, nächste Inspektion fällig | Prochaine révision du véhicule | Próxima revisión
business_use   | boolean | Business trip, business use | Dienstlich, geschäftlich | Professionnel, trajet professionnel | Uso profesional
frame_number   | text    | Frame number | Rahmennummer | Numéro de cadre | Número de cuadro
berth          | text    | Berth, mooring | Liegeplatz | Poste d'amarrage, mouillage | Amarre, atraque
tread_depth    | decimal min=0 unit=mm | Tread depth | Profiltiefe | Profondeur des sculptures | Profundidad del dibujo
aircraft       | text    | Aircraft, airplane, aeroplane, drone | Luftfahrzeug, Flugzeug, Drohne | Aéronef, avion, drone | Aeronave, avión, dron
arrived_on     | date    | Arrived on, date of arrival | Angekommen am, Ankunftsdatum | Arrivé le, date d'arrivée | Llegó el, fecha de llegada
`);
