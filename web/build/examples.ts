import bakeryDark from "../../docs/images/bakery-1280-dark.webp";
import bakery from "../../docs/images/bakery-1280-light.webp";
import boardDark from "../../docs/images/board-1280-dark.webp";
import board from "../../docs/images/board-1280-light.webp";
import crmDark from "../../docs/images/crm-1280-dark.webp";
import crm from "../../docs/images/crm-1280-light.webp";
import inventoryDark from "../../docs/images/inventory-1280-dark.webp";
import inventory from "../../docs/images/inventory-1280-light.webp";
import plantsDark from "../../docs/images/plants-1280-dark.webp";
import plants from "../../docs/images/plants-1280-light.webp";
import recipesDark from "../../docs/images/recipes-1280-dark.webp";
import recipes from "../../docs/images/recipes-1280-light.webp";

/** Requests that need no model, each with pictures of the app that was built from it. */
export const EXAMPLES = [
  { say: "Plant watering tracker with photos and a calendar", light: plants, dark: plantsDark },
  { say: "Trello clone in green", light: board, dark: boardDark },
  { say: "A CRM for a dentist", light: crm, dark: crmDark },
  { say: "Recipe book with ingredients per recipe", light: recipes, dark: recipesDark },
  { say: "Inventory with low-stock warning and totals", light: inventory, dark: inventoryDark },
  { say: "A landing page for a bakery", light: bakery, dark: bakeryDark },
] as const;
