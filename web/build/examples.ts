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

/** Requests that need no model, whose words are in the catalogue; each with pictures of the app that was built from it. */
export const EXAMPLES = [
  { id: "plants", light: plants, dark: plantsDark },
  { id: "board", light: board, dark: boardDark },
  { id: "crm", light: crm, dark: crmDark },
  { id: "recipes", light: recipes, dark: recipesDark },
  { id: "inventory", light: inventory, dark: inventoryDark },
  { id: "bakery", light: bakery, dark: bakeryDark },
] as const;
