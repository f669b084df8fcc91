import type { Business } from "#core/factory/specification/site.ts";

/** The kind of business of each trade (schema.org). What is missing is no business: a band, a wedding, a podcast. */
const TABLE: readonly (readonly [Business, trades: string])[] = [
  ["AccountingService", "tax_adviser"],
  ["AutoRepair", "car_repair"],
  ["Bakery", "bakery"],
  ["BikeStore", "bike_shop"],
  ["BookStore", "bookshop"],
  ["Brewery", "brewery"],
  ["CafeOrCoffeeShop", "cafe"],
  ["ChildCare", "kindergarten"],
  ["Dentist", "dentist"],
  ["Electrician", "electrician"],
  ["Florist", "florist"],
  ["FoodEstablishment", "catering"],
  ["GroceryStore", "butcher farm_shop"],
  ["HairSalon", "hairdresser"],
  ["HealthClub", "gym"],
  ["HomeAndConstructionBusiness", "carpenter gardener"],
  ["Hotel", "hotel"],
  ["HousePainter", "painter"],
  ["JewelryStore", "jeweller"],
  ["LegalService", "lawyer"],
  ["LocalBusiness", "cleaning tailor vet dog_groomer driving_school wedding_planner"],
  ["MedicalBusiness", "doctor physio psychologist"],
  ["MovingCompany", "movers"],
  ["NailSalon", "nails"],
  ["Plumber", "plumber"],
  ["ProfessionalService", "photographer agency architect"],
  ["RealEstateAgent", "real_estate"],
  ["Restaurant", "restaurant"],
  ["SportsActivityLocation", "yoga"],
  ["SportsClub", "sports_club"],
  ["TattooParlor", "tattoo"],
  ["TravelAgency", "travel"],
  ["Winery", "wine"],
];

const BUSINESSES = new Map(
  TABLE.flatMap(([business, trades]) => trades.split(" ").map((trade) => [trade, business] as const)),
);

export const businessOf = (trade: string): Business | undefined => BUSINESSES.get(trade);
