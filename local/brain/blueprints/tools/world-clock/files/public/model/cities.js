import { isZone } from "./zones.js";

/** Names that differ from those of the time zones, and large cities without a zone of their own. */
const MORE = {
  "Africa/Cairo": ["Kairo", "Le Caire", "El Cairo"],
  "Africa/Johannesburg": ["Cape Town", "Kapstadt", "Le Cap", "Ciudad del Cabo"],
  "America/Argentina/Buenos_Aires": ["Buenos Aires"],
  "America/Chicago": ["Dallas", "Houston", "Austin"],
  "America/Los_Angeles": ["San Francisco", "Seattle", "Las Vegas", "Portland"],
  "America/Mexico_City": ["Mexiko-Stadt", "Mexico", "Ciudad de México"],
  "America/New_York": ["Nueva York", "Boston", "Miami", "Washington", "Atlanta", "Philadelphia"],
  "America/Sao_Paulo": ["São Paulo", "Rio de Janeiro"],
  "America/Toronto": ["Montreal", "Ottawa"],
  "Asia/Ho_Chi_Minh": ["Hanoi"],
  "Asia/Hong_Kong": ["Hongkong"],
  "Asia/Jerusalem": ["Tel Aviv"],
  "Asia/Kathmandu": ["Kathmandu"],
  "Asia/Kolkata": ["Kolkata", "Delhi", "Mumbai", "Bangalore", "Chennai"],
  "Asia/Riyadh": ["Riad", "Riyad"],
  "Asia/Seoul": ["Séoul", "Seúl"],
  "Asia/Shanghai": ["Beijing", "Peking", "Pékin", "Pekín", "Shenzhen"],
  "Asia/Singapore": ["Singapur", "Singapour"],
  "Asia/Tokyo": ["Tokio", "Osaka", "Kyoto"],
  "Europe/Athens": ["Athen", "Athènes", "Atenas"],
  "Europe/Berlin": ["Berlín", "Hamburg", "Munich", "München", "Cologne", "Köln", "Frankfurt"],
  "Europe/Brussels": ["Brüssel", "Bruxelles", "Bruselas"],
  "Europe/Copenhagen": ["Kopenhagen", "Copenhague"],
  "Europe/Istanbul": ["Ankara", "Estambul"],
  "Europe/Kyiv": ["Kyiv", "Kiew"],
  "Europe/Lisbon": ["Lissabon", "Lisbonne", "Lisboa"],
  "Europe/London": ["Londres", "Edinburgh", "Manchester"],
  "Europe/Madrid": ["Barcelona"],
  "Europe/Moscow": ["Moskau", "Moscou", "Moscú"],
  "Europe/Paris": ["París", "Lyon", "Marseille"],
  "Europe/Prague": ["Prag", "Praga"],
  "Europe/Rome": ["Rom", "Roma", "Milan", "Mailand"],
  "Europe/Vienna": ["Wien", "Vienne", "Viena"],
  "Europe/Warsaw": ["Warschau", "Varsovie", "Varsovia"],
  "Europe/Zurich": ["Zürich", "Genève", "Geneva", "Bern"],
  UTC: ["UTC"],
};

/** All cities: name and time zone, in the order of the alphabet. The browser knows the zones. */
export function allCities(zones = Intl.supportedValuesOf("timeZone")) {
  const named = zones.filter((zone) => zone.includes("/") && !zone.startsWith("Etc/")).map((zone) => [cityOf(zone), zone]);
  const more = Object.entries(MORE).flatMap(([zone, names]) => (isZone(zone) ? names.map((name) => [name, zone]) : []));
  const byName = new Map([...named, ...more].map(([name, zone]) => [plain(name), { name, zone }]));
  return [...byName.values()].sort((a, b) => (plain(a.name) < plain(b.name) ? -1 : 1));
}

/** The city with a name, or the first one that begins with it; accents and case do not count. */
export function findCity(cities, text) {
  const wanted = plain(text);
  if (wanted === "") return undefined;
  return cities.find(({ name }) => plain(name) === wanted) ?? cities.find(({ name }) => plain(name).startsWith(wanted));
}

/** The city in the name of a time zone: `America/New_York` is New York. */
export const cityOf = (zone) => zone.slice(zone.lastIndexOf("/") + 1).replaceAll("_", " ");

const plain = (text) => text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").trim().toLowerCase();
