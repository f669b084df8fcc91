/**
 * Units by category. A value becomes the category's base unit by `(value + shift) × factor`; factors are exact decimals or
 * fractions, so that an inch is 2.54 cm and nothing is lost on the way. The id of a unit is its international symbol.
 */
const unit = (id, name, factor, symbol = id) => ({ id, name, symbol, factor, shift: "0" });

export const CATEGORIES = [
  {
    id: "length",
    name: "{{say_length}}",
    units: [
      unit("mm", "{{say_millimeter}}", "0.001"),
      unit("cm", "{{say_centimeter}}", "0.01"),
      unit("m", "{{say_meter}}", "1"),
      unit("km", "{{say_kilometer}}", "1000"),
      unit("in", "{{say_inch}}", "0.0254"),
      unit("ft", "{{say_foot}}", "0.3048"),
      unit("yd", "{{say_yard}}", "0.9144"),
      unit("mi", "{{say_mile}}", "1609.344"),
      unit("nmi", "{{say_nautical_mile}}", "1852", "{{say_nautical_mile_symbol}}"),
    ],
    start: ["cm", "in"],
  },
  {
    id: "weight",
    name: "{{say_weight}}",
    units: [
      unit("mg", "{{say_milligram}}", "0.000001"),
      unit("g", "{{say_gram}}", "0.001"),
      unit("kg", "{{say_kilogram}}", "1"),
      unit("t", "{{say_tonne}}", "1000"),
      unit("oz", "{{say_ounce}}", "0.028349523125"),
      unit("lb", "{{say_pound}}", "0.45359237"),
      unit("st", "{{say_stone}}", "6.35029318"),
    ],
    start: ["kg", "lb"],
  },
  {
    id: "temperature",
    name: "{{say_temperature}}",
    units: [
      { ...unit("°C", "{{say_celsius}}", "1"), shift: "273.15" },
      { ...unit("°F", "{{say_fahrenheit}}", "5/9"), shift: "459.67" },
      unit("K", "{{say_kelvin}}", "1"),
    ],
    start: ["°C", "°F"],
  },
  {
    id: "volume",
    name: "{{say_volume}}",
    units: [
      unit("ml", "{{say_milliliter}}", "0.001"),
      unit("cl", "{{say_centiliter}}", "0.01"),
      unit("l", "{{say_liter}}", "1"),
      unit("m³", "{{say_cubic_meter}}", "1000"),
      unit("tsp", "{{say_teaspoon}}", "0.00492892159375", "{{say_teaspoon_symbol}}"),
      unit("tbsp", "{{say_tablespoon}}", "0.01478676478125", "{{say_tablespoon_symbol}}"),
      unit("fl oz", "{{say_fluid_ounce}}", "0.0295735295625"),
      unit("cup", "{{say_cup}}", "0.2365882365", "{{say_cup_symbol}}"),
      unit("pt", "{{say_pint}}", "0.56826125"),
      unit("gal", "{{say_gallon}}", "3.785411784"),
    ],
    start: ["l", "gal"],
  },
  {
    id: "area",
    name: "{{say_area}}",
    units: [
      unit("cm²", "{{say_square_centimeter}}", "0.0001"),
      unit("m²", "{{say_square_meter}}", "1"),
      unit("ha", "{{say_hectare}}", "10000"),
      unit("km²", "{{say_square_kilometer}}", "1000000"),
      unit("ft²", "{{say_square_foot}}", "0.09290304"),
      unit("ac", "{{say_acre}}", "4046.8564224"),
      unit("mi²", "{{say_square_mile}}", "2589988.110336"),
    ],
    start: ["m²", "ft²"],
  },
  {
    id: "speed",
    name: "{{say_speed}}",
    units: [
      unit("m/s", "{{say_meter_per_second}}", "1"),
      unit("km/h", "{{say_kilometer_per_hour}}", "5/18"),
      unit("mph", "{{say_mile_per_hour}}", "0.44704"),
      unit("kn", "{{say_knot}}", "463/900", "{{say_knot_symbol}}"),
    ],
    start: ["km/h", "mph"],
  },
  {
    id: "time",
    name: "{{say_time}}",
    units: [
      unit("ms", "{{say_millisecond}}", "0.001"),
      unit("s", "{{say_second}}", "1"),
      unit("min", "{{say_minute}}", "60"),
      unit("h", "{{say_hour}}", "3600"),
      unit("d", "{{say_day}}", "86400", "{{say_day_symbol}}"),
      unit("wk", "{{say_week}}", "604800", "{{say_week_symbol}}"),
    ],
    start: ["h", "min"],
  },
  {
    id: "data",
    name: "{{say_data}}",
    units: [
      unit("bit", "{{say_bit}}", "1/8"),
      unit("B", "{{say_byte}}", "1", "{{say_byte_symbol}}"),
      unit("kB", "{{say_kilobyte}}", "1000", "{{say_kilobyte_symbol}}"),
      unit("MB", "{{say_megabyte}}", "1000000", "{{say_megabyte_symbol}}"),
      unit("GB", "{{say_gigabyte}}", "1000000000", "{{say_gigabyte_symbol}}"),
      unit("TB", "{{say_terabyte}}", "1000000000000", "{{say_terabyte_symbol}}"),
      unit("KiB", "{{say_kibibyte}}", "1024", "{{say_kibibyte_symbol}}"),
      unit("MiB", "{{say_mebibyte}}", "1048576", "{{say_mebibyte_symbol}}"),
      unit("GiB", "{{say_gibibyte}}", "1073741824", "{{say_gibibyte_symbol}}"),
    ],
    start: ["GB", "GiB"],
  },
  {
    id: "energy",
    name: "{{say_energy}}",
    units: [
      unit("J", "{{say_joule}}", "1"),
      unit("kJ", "{{say_kilojoule}}", "1000"),
      unit("cal", "{{say_calorie}}", "4.184"),
      unit("kcal", "{{say_kilocalorie}}", "4184"),
      unit("Wh", "{{say_watt_hour}}", "3600"),
      unit("kWh", "{{say_kilowatt_hour}}", "3600000"),
    ],
    start: ["kcal", "kJ"],
  },
  {
    id: "pressure",
    name: "{{say_pressure}}",
    units: [
      unit("Pa", "{{say_pascal}}", "1"),
      unit("hPa", "{{say_hectopascal}}", "100"),
      unit("bar", "{{say_bar}}", "100000"),
      unit("atm", "{{say_atmosphere}}", "101325"),
      unit("psi", "{{say_pound_per_square_inch}}", "44482216152605/6451600000"),
    ],
    start: ["bar", "psi"],
  },
];

export function categoryOf(id) {
  return CATEGORIES.find((category) => category.id === id) ?? CATEGORIES[0];
}
