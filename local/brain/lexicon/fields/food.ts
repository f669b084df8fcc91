import { fields } from "./read.ts";

/** Details of food and drink. */
export const FOOD_FIELDS = fields(`
meal_type     | choice options=meal_type | Meal, meal type, which meal | Mahlzeit, Mahlzeitart | Repas, type de repas | Comida del día, tipo de comida
protein       | decimal min=0 unit=g | Protein | Eiweiß, Protein | Protéines | Proteínas
carbs         | decimal min=0 unit=g | Carbohydrates, carbs | Kohlenhydrate | Glucides | Hidratos de carbono, carbohidratos
fat           | decimal min=0 unit=g | Fat | Fett | Lipides, matières grasses | Grasas
ingredients   | long_text | Ingredients | Zutaten | Ingrédients | Ingredientes
allergens     | tags    | Allergens | Allergene | Allergènes | Alérgenos
diet          | choice options=diet | Diet, dietary requirements, dietary needs | Ernährung, Ernährungsweise, Essenswünsche | Régime alimentaire, régime | Dieta, necesidades alimentarias
aisle         | choice options=aisle | Aisle, department in the shop, store section | Supermarktregal, Ladenabteilung, Warengruppe | Rayon | Sección del supermercado, pasillo
section       | choice options=menu_section | Menu section, course of the menu | Rubrik, Menügang | Rubrique, section du menu | Sección, apartado
price_range   | choice options=price_range | Price range, price level | Preisklasse, Preisniveau | Gamme de prix | Rango de precios
visited       | boolean | Visited, been there | Besucht, schon besucht | Visité | Visitado
winery        | text    | Winery, vineyard | Weingut | Domaine viticole, domaine | Bodega
grape         | text    | Grape variety, grape | Rebsorte | Cépage | Variedad de uva
vintage       | integer min=1800 | Vintage | Jahrgang | Millésime | Añada
bottles       | integer min=0 default=1 | Bottles, number of bottles | Flaschen, Anzahl Flaschen | Bouteilles, nombre de bouteilles | Botellas, número de botellas
brewery       | text    | Brewery | Brauerei | Brasserie | Cervecera, cervecería
beer_style    | text    | Beer style | Bierstil, Biersorte | Style de bière | Estilo de cerveza
alcohol       | percent | Alcohol content, alcohol, ABV | Alkoholgehalt, Alkohol | Taux d'alcool, alcool | Graduación alcohólica, alcohol
distillery    | text    | Distillery | Brennerei, Destillerie | Distillerie | Destilería
brewed_on     | date    | Brewed on, brew date | Gebraut am, Braudatum | Brassé le | Elaborado el
roaster       | text    | Roaster, roastery | Rösterei | Torréfacteur | Tostador
roast         | choice options=roast | Roast level, roast | Röstgrad | Torréfaction | Tueste
brew_temperature | integer unit=celsius | Brewing temperature | Brühtemperatur | Température d'infusion | Temperatura de infusión
brew_time     | duration | Brewing time, steeping time | Ziehzeit | Temps d'infusion | Tiempo de infusión
stock_grams   | integer min=0 unit=g | Stock in grams, grams left | Vorrat in Gramm | Stock en grammes | Existencias en gramos
glass_type    | text    | Glass, type of glass | Glas, Glasart | Verre, type de verre | Vaso, tipo de vaso
flavour       | text    | Flavor, flavour, taste | Geschmack, Geschmacksrichtung | Parfum, goût, saveur | Sabor
flour         | text    | Flour | Mehl, Mehlsorte | Farine | Harina
hydration     | percent | Hydration | Teigausbeute, Hydration | Hydratation | Hidratación
bake_time     | duration | Baking time in the oven | Backdauer | Temps de cuisson au four | Tiempo de horneado
`);
