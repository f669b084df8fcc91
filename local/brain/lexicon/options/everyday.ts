import { optionSet } from "./read.ts";

/** Options of home, health, food and leisure. */
export const EVERYDAY_OPTIONS = [
  optionSet(
    "room",
    `
    living_room | Living room | Wohnzimmer   | Salon          | Salón
    kitchen     | Kitchen     | Küche        | Cuisine        | Cocina
    bedroom     | Bedroom     | Schlafzimmer | Chambre        | Dormitorio
    bathroom    | Bathroom    | Badezimmer   | Salle de bains | Baño
    office      | Office      | Arbeitszimmer | Bureau        | Despacho
    hallway     | Hallway     | Flur         | Couloir        | Pasillo
    balcony     | Balcony     | Balkon       | Balcon         | Balcón
    garden      | Garden      | Garten       | Jardin         | Jardín
    `,
  ),
  optionSet(
    "mood",
    `
    great | Great | Sehr gut      | Très bien  | Muy bien
    good  | Good  | Gut           | Bien       | Bien
    okay  | Okay  | In Ordnung    | Moyen      | Normal
    bad   | Bad   | Schlecht      | Mal        | Mal
    awful | Awful | Sehr schlecht | Très mal   | Muy mal
    `,
  ),
  optionSet(
    "sport",
    `
    running  | Running           | Laufen       | Course à pied | Correr
    strength | Strength training | Krafttraining | Musculation  | Musculación
    cycling  | Cycling           | Radfahren    | Vélo          | Ciclismo
    swimming | Swimming          | Schwimmen    | Natation      | Natación
    yoga     | Yoga              | Yoga         | Yoga          | Yoga
    hiking   | Hiking            | Wandern      | Randonnée     | Senderismo
    other    | Other             | Sonstiges    | Autre         | Otro
    `,
  ),
  optionSet(
    "cuisine",
    `
    italian  | Italian  | Italienisch  | Italienne    | Italiana
    french   | French   | Französisch  | Française    | Francesa
    german   | German   | Deutsch      | Allemande    | Alemana
    spanish  | Spanish  | Spanisch     | Espagnole    | Española
    mexican  | Mexican  | Mexikanisch  | Mexicaine    | Mexicana
    indian   | Indian   | Indisch      | Indienne     | India
    chinese  | Chinese  | Chinesisch   | Chinoise     | China
    japanese | Japanese | Japanisch    | Japonaise    | Japonesa
    other    | Other    | Andere       | Autre        | Otra
    `,
  ),
  optionSet(
    "genre",
    `
    fiction     | Fiction         | Belletristik    | Fiction         | Ficción
    non_fiction | Non-fiction     | Sachbuch        | Documentaire    | No ficción
    crime       | Crime           | Krimi           | Policier        | Policíaca
    fantasy     | Fantasy         | Fantasy         | Fantasy         | Fantasía
    science_fiction | Science fiction | Science-Fiction | Science-fiction | Ciencia ficción
    romance     | Romance         | Liebesroman     | Romance         | Romántica
    biography   | Biography       | Biografie       | Biographie      | Biografía
    children    | Children        | Kinderbuch      | Jeunesse        | Infantil
    other       | Other           | Sonstiges       | Autre           | Otro
    `,
  ),
  optionSet(
    "reading_status",
    `
    to_read | To read | Zu lesen   | À lire   | Por leer
    reading | Reading | Lese ich   | En cours | Leyendo
    read*   | Read    | Gelesen    | Lu       | Leído
    `,
  ),
];
