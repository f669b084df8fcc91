import { textTable } from "#local/brain/blueprints/texts.ts";

/** The names of categories and units, and the symbols of units that differ between languages. */
export const UNIT_NAMES = textTable(`
  length                | Length | Länge | Longueur | Longitud
  millimeter            | Millimeter | Millimeter | Millimètre | Milímetro
  centimeter            | Centimeter | Zentimeter | Centimètre | Centímetro
  meter                 | Meter | Meter | Mètre | Metro
  kilometer             | Kilometer | Kilometer | Kilomètre | Kilómetro
  inch                  | Inch | Zoll | Pouce | Pulgada
  foot                  | Foot | Fuß | Pied | Pie
  yard                  | Yard | Yard | Yard | Yarda
  mile                  | Mile | Meile | Mille | Milla
  nautical_mile         | Nautical mile | Seemeile | Mille marin | Milla náutica
  nautical_mile_symbol  | nmi | sm | M | nmi

  weight                | Weight | Gewicht | Poids | Peso
  milligram             | Milligram | Milligramm | Milligramme | Miligramo
  gram                  | Gram | Gramm | Gramme | Gramo
  kilogram              | Kilogram | Kilogramm | Kilogramme | Kilogramo
  tonne                 | Metric ton | Tonne | Tonne | Tonelada
  ounce                 | Ounce | Unze | Once | Onza
  pound                 | Pound | Pfund | Livre | Libra
  stone                 | Stone | Stone | Stone | Stone

  temperature           | Temperature | Temperatur | Température | Temperatura
  celsius               | Celsius | Celsius | Celsius | Celsius
  fahrenheit            | Fahrenheit | Fahrenheit | Fahrenheit | Fahrenheit
  kelvin                | Kelvin | Kelvin | Kelvin | Kelvin

  volume                | Volume | Volumen | Volume | Volumen
  milliliter            | Milliliter | Milliliter | Millilitre | Mililitro
  centiliter            | Centiliter | Zentiliter | Centilitre | Centilitro
  liter                 | Liter | Liter | Litre | Litro
  cubic_meter           | Cubic meter | Kubikmeter | Mètre cube | Metro cúbico
  teaspoon              | Teaspoon (US) | Teelöffel (US) | Cuillère à café (US) | Cucharadita (EE. UU.)
  teaspoon_symbol       | tsp | TL | c. à c. | cdta.
  tablespoon            | Tablespoon (US) | Esslöffel (US) | Cuillère à soupe (US) | Cucharada (EE. UU.)
  tablespoon_symbol     | tbsp | EL | c. à s. | cda.
  fluid_ounce           | Fluid ounce (US) | Flüssigunze (US) | Once liquide (US) | Onza líquida (EE. UU.)
  cup                   | Cup (US) | Tasse (US) | Tasse (US) | Taza (EE. UU.)
  cup_symbol            | cup | Tasse | tasse | taza
  pint                  | Pint (UK) | Pint (UK) | Pinte (UK) | Pinta (RU)
  gallon                | Gallon (US) | Gallone (US) | Gallon (US) | Galón (EE. UU.)

  area                  | Area | Fläche | Surface | Superficie
  square_centimeter     | Square centimeter | Quadratzentimeter | Centimètre carré | Centímetro cuadrado
  square_meter          | Square meter | Quadratmeter | Mètre carré | Metro cuadrado
  hectare               | Hectare | Hektar | Hectare | Hectárea
  square_kilometer      | Square kilometer | Quadratkilometer | Kilomètre carré | Kilómetro cuadrado
  square_foot           | Square foot | Quadratfuß | Pied carré | Pie cuadrado
  acre                  | Acre | Acre | Acre | Acre
  square_mile           | Square mile | Quadratmeile | Mille carré | Milla cuadrada

  speed                 | Speed | Geschwindigkeit | Vitesse | Velocidad
  meter_per_second      | Meter per second | Meter pro Sekunde | Mètre par seconde | Metro por segundo
  kilometer_per_hour    | Kilometer per hour | Kilometer pro Stunde | Kilomètre par heure | Kilómetro por hora
  mile_per_hour         | Mile per hour | Meile pro Stunde | Mille par heure | Milla por hora
  knot                  | Knot | Knoten | Nœud | Nudo
  knot_symbol           | kn | kn | nd | kn

  time                  | Time | Zeit | Durée | Tiempo
  millisecond           | Millisecond | Millisekunde | Milliseconde | Milisegundo
  second                | Second | Sekunde | Seconde | Segundo
  minute                | Minute | Minute | Minute | Minuto
  hour                  | Hour | Stunde | Heure | Hora
  day                   | Day | Tag | Jour | Día
  day_symbol            | d | d | j | d
  week                  | Week | Woche | Semaine | Semana
  week_symbol           | wk | Wo. | sem. | sem.

  data                  | Data | Datenmenge | Données | Datos
  bit                   | Bit | Bit | Bit | Bit
  byte                  | Byte | Byte | Octet | Byte
  byte_symbol           | B | B | o | B
  kilobyte              | Kilobyte | Kilobyte | Kilooctet | Kilobyte
  kilobyte_symbol       | kB | kB | ko | kB
  megabyte              | Megabyte | Megabyte | Mégaoctet | Megabyte
  megabyte_symbol       | MB | MB | Mo | MB
  gigabyte              | Gigabyte | Gigabyte | Gigaoctet | Gigabyte
  gigabyte_symbol       | GB | GB | Go | GB
  terabyte              | Terabyte | Terabyte | Téraoctet | Terabyte
  terabyte_symbol       | TB | TB | To | TB
  kibibyte              | Kibibyte | Kibibyte | Kibioctet | Kibibyte
  kibibyte_symbol       | KiB | KiB | Kio | KiB
  mebibyte              | Mebibyte | Mebibyte | Mébioctet | Mebibyte
  mebibyte_symbol       | MiB | MiB | Mio | MiB
  gibibyte              | Gibibyte | Gibibyte | Gibioctet | Gibibyte
  gibibyte_symbol       | GiB | GiB | Gio | GiB

  energy                | Energy | Energie | Énergie | Energía
  joule                 | Joule | Joule | Joule | Julio
  kilojoule             | Kilojoule | Kilojoule | Kilojoule | Kilojulio
  calorie               | Calorie | Kalorie | Calorie | Caloría
  kilocalorie           | Kilocalorie | Kilokalorie | Kilocalorie | Kilocaloría
  watt_hour             | Watt hour | Wattstunde | Wattheure | Vatio-hora
  kilowatt_hour         | Kilowatt hour | Kilowattstunde | Kilowattheure | Kilovatio-hora

  pressure              | Pressure | Druck | Pression | Presión
  pascal                | Pascal | Pascal | Pascal | Pascal
  hectopascal           | Hectopascal | Hektopascal | Hectopascal | Hectopascal
  bar                   | Bar | Bar | Bar | Bar
  atmosphere            | Atmosphere | Atmosphäre | Atmosphère | Atmósfera
  pound_per_square_inch | Pound per square inch | Pfund pro Quadratzoll | Livre par pouce carré | Libra por pulgada cuadrada
`);
