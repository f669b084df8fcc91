import { nouns } from "./read.ts";

export const FOOD = nouns(
  "food",
  `
recipe | recipe~s | Rezept~e, Kochrezept~e, Backrezept~e | recette~s, recette de cuisine/recettes de cuisine | receta~s, receta de cocina/recetas de cocina | title! photo cuisine servings prep_time cook_time instructions rating +ingredient | gallery(photo) favorite print(title)
ingredient | ingredient~s | Zutat~en | ingrédient~s | ingrediente~s | name! quantity unit recipe=> |
meal | meal~s, food entry/food entries, food log entry/food log entries | Mahlzeit~en, Essen | repas | comida~s | name! date meal_type calories protein carbs fat photo | calendar(date) totals(calories,protein) chart(date,calories,bar)
meal_plan_entry | planned meal~s, meal plan entry/meal plan entries, meal plan~s | geplante Mahlzeit/geplante Mahlzeiten, Essensplan/Essenspläne, Speiseplan/Speisepläne | repas prévu/repas prévus, menu de la semaine/menus de la semaine | comida planificada/comidas planificadas, menú semanal/menús semanales | name! date meal_type servings recipe-> notes | calendar(date)
shopping_item | shopping item~s, grocery/groceries, grocery item~s, shopping | Einkaufsartikel, Einkauf/Einkäufe, Lebensmittel | article à acheter/articles à acheter, course~s, provision~s | artículo de la compra/artículos de la compra, compra~s | name! quantity unit aisle price bought | totals(price) filter(aisle)
pantry_item | pantry item~s, food item~s, food supply/food supplies, fridge item~s, freezer item~s | Vorrat/Vorräte, Vorratsartikel, Lebensmittelvorrat/Lebensmittelvorräte | provision du garde-manger/provisions du garde-manger, aliment~s, réserve alimentaire/réserves alimentaires | producto de despensa/productos de despensa, alimento~s | name! quantity unit storage_place expires_on reorder_level photo | low_stock(quantity,reorder_level) reminder(expires_on,3)
restaurant | restaurant~s, café~s, place to eat/places to eat, eatery/eateries | Restaurant~s, Café~s, Lokal~e | restaurant~s, café~s, resto~s | restaurante~s, cafetería~s | name! cuisine address price_range rating visited photo notes | gallery(photo) filter(cuisine,visited)
menu_item | menu item~s, dish/dishes | Gericht~e, Speise~n | plat~s, article de la carte/articles de la carte | plato~s, artículo del menú/artículos del menú | name! description section price allergens available photo | filter(section) print(name,description,price)
wine | wine~s, wine bottle~s, bottle of wine/bottles of wine | Wein~e, Weinflasche~n | vin~s, bouteille de vin/bouteilles de vin | vino~s, botella de vino/botellas de vino | name! winery type(wine_color) grape vintage bottles price rating photo | gallery(photo) totals(bottles)
beer | beer~s, brew~s | Bier~e | bière~s | cerveza~s | name! brewery beer_style alcohol rating date photo notes | gallery(photo) favorite
brew_batch | brew batch/brew batches, homebrew~s, home brew~s | Sud~e, Brauvorgang/Brauvorgänge | brassin~s | lote de cerveza/lotes de cerveza, elaboración de cerveza | name! beer_style brewed_on volume alcohol status(brew_status) rating notes | board(status)
coffee | coffee~s, coffee bean~s, espresso shot~s | Kaffee~s, Kaffeebohne~n, Kaffeesorte~n | café en grains/cafés en grains, grain de café/grains de café | café de especialidad/cafés de especialidad, grano de café/granos de café, café~s | name! roaster country roast price rating photo notes | favorite
tea | tea~s | Tee~s, Teesorte~n | thé~s, tisane~s | té~s, infusión/infusiones | name! type(tea_kind) country brew_temperature brew_time rating stock_grams notes | favorite
cocktail | cocktail~s, mixed drink~s | Cocktail~s, Mixgetränk~e | cocktail~s | cóctel~es, coctel~es | name! ingredients instructions glass_type rating photo | gallery(photo) favorite
cake_order | cake order~s | Tortenbestellung~en, Kuchenbestellung~en | commande de gâteau/commandes de gâteaux | pedido de tarta/pedidos de tartas, pedido de pastel/pedidos de pasteles | name! customer-> due_date flavour servings price status(order_status) photo | board(status) calendar(due_date) totals(price)
bread | bread~s, loaf/loaves, sourdough/sourdoughs | Brot~e, Sauerteigbrot~e | pain~s | pan~es | name! date flour hydration bake_time rating photo notes | gallery(photo)
`,
);
