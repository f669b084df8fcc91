/**
 * Units by category. A value becomes the category's base unit by `(value + shift) × factor`; factors are exact decimals or
 * fractions, so that an inch is 2.54 cm and nothing is lost on the way.
 */
const unit = (name, symbol, factor, shift = "0") => ({ name, symbol, factor, shift });

export const CATEGORIES = [
  {
    id: "length",
    name: "Length",
    units: [
      unit("Millimetre", "mm", "0.001"),
      unit("Centimetre", "cm", "0.01"),
      unit("Metre", "m", "1"),
      unit("Kilometre", "km", "1000"),
      unit("Inch", "in", "0.0254"),
      unit("Foot", "ft", "0.3048"),
      unit("Yard", "yd", "0.9144"),
      unit("Mile", "mi", "1609.344"),
      unit("Nautical mile", "nmi", "1852"),
    ],
    start: ["cm", "in"],
  },
  {
    id: "weight",
    name: "Weight",
    units: [
      unit("Milligram", "mg", "0.000001"),
      unit("Gram", "g", "0.001"),
      unit("Kilogram", "kg", "1"),
      unit("Tonne", "t", "1000"),
      unit("Ounce", "oz", "0.028349523125"),
      unit("Pound", "lb", "0.45359237"),
      unit("Stone", "st", "6.35029318"),
    ],
    start: ["kg", "lb"],
  },
  {
    id: "temperature",
    name: "Temperature",
    units: [unit("Celsius", "°C", "1", "273.15"), unit("Fahrenheit", "°F", "5/9", "459.67"), unit("Kelvin", "K", "1")],
    start: ["°C", "°F"],
  },
  {
    id: "volume",
    name: "Volume",
    units: [
      unit("Millilitre", "ml", "0.001"),
      unit("Centilitre", "cl", "0.01"),
      unit("Litre", "l", "1"),
      unit("Cubic metre", "m³", "1000"),
      unit("Teaspoon (US)", "tsp", "0.00492892159375"),
      unit("Tablespoon (US)", "tbsp", "0.01478676478125"),
      unit("Fluid ounce (US)", "fl oz", "0.0295735295625"),
      unit("Cup (US)", "cup", "0.2365882365"),
      unit("Pint (UK)", "pt", "0.56826125"),
      unit("Gallon (US)", "gal", "3.785411784"),
    ],
    start: ["l", "gal"],
  },
  {
    id: "area",
    name: "Area",
    units: [
      unit("Square centimetre", "cm²", "0.0001"),
      unit("Square metre", "m²", "1"),
      unit("Hectare", "ha", "10000"),
      unit("Square kilometre", "km²", "1000000"),
      unit("Square foot", "ft²", "0.09290304"),
      unit("Acre", "ac", "4046.8564224"),
      unit("Square mile", "mi²", "2589988.110336"),
    ],
    start: ["m²", "ft²"],
  },
  {
    id: "speed",
    name: "Speed",
    units: [
      unit("Metre per second", "m/s", "1"),
      unit("Kilometre per hour", "km/h", "5/18"),
      unit("Mile per hour", "mph", "0.44704"),
      unit("Knot", "kn", "463/900"),
    ],
    start: ["km/h", "mph"],
  },
  {
    id: "time",
    name: "Time",
    units: [
      unit("Millisecond", "ms", "0.001"),
      unit("Second", "s", "1"),
      unit("Minute", "min", "60"),
      unit("Hour", "h", "3600"),
      unit("Day", "d", "86400"),
      unit("Week", "wk", "604800"),
    ],
    start: ["h", "min"],
  },
  {
    id: "data",
    name: "Data",
    units: [
      unit("Bit", "bit", "1/8"),
      unit("Byte", "B", "1"),
      unit("Kilobyte", "kB", "1000"),
      unit("Megabyte", "MB", "1000000"),
      unit("Gigabyte", "GB", "1000000000"),
      unit("Terabyte", "TB", "1000000000000"),
      unit("Kibibyte", "KiB", "1024"),
      unit("Mebibyte", "MiB", "1048576"),
      unit("Gibibyte", "GiB", "1073741824"),
    ],
    start: ["GB", "GiB"],
  },
  {
    id: "energy",
    name: "Energy",
    units: [
      unit("Joule", "J", "1"),
      unit("Kilojoule", "kJ", "1000"),
      unit("Calorie", "cal", "4.184"),
      unit("Kilocalorie", "kcal", "4184"),
      unit("Watt hour", "Wh", "3600"),
      unit("Kilowatt hour", "kWh", "3600000"),
    ],
    start: ["kcal", "kJ"],
  },
  {
    id: "pressure",
    name: "Pressure",
    units: [
      unit("Pascal", "Pa", "1"),
      unit("Hectopascal", "hPa", "100"),
      unit("Bar", "bar", "100000"),
      unit("Atmosphere", "atm", "101325"),
      unit("Pound per square inch", "psi", "44482216152605/6451600000"),
    ],
    start: ["bar", "psi"],
  },
];

export function categoryOf(id) {
  return CATEGORIES.find((category) => category.id === id) ?? CATEGORIES[0];
}
