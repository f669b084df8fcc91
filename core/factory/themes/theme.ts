/** The families of type that themes choose from; all are on people's devices, so that nothing is loaded. */
export const FONTS = {
  sans: 'ui-sans-serif, system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
  humanist: 'Seravek, "Gill Sans Nova", Ubuntu, Calibri, "DejaVu Sans", source-sans-pro, sans-serif',
  rounded:
    'ui-rounded, "Hiragino Maru Gothic ProN", Quicksand, Comfortaa, Manjari, "Arial Rounded MT Bold", sans-serif',
  geometric: 'Avenir, Montserrat, Corbel, "URW Gothic", source-sans-pro, sans-serif',
  serif: '"Iowan Old Style", "Palatino Linotype", "URW Palladio L", P052, Georgia, serif',
} as const;

/** How an app looks: tokens of color, type, density and shape. A theme has no logo, name or picture of another product. */
export interface Theme {
  /** Name in specifications; neutral, because the specification is part of the app's repository. */
  readonly id: string;
  /** The product whose look people name, as they write it in a request: `LINKEDIN`; null for Gantry's own look. */
  readonly design_target: string | null;
  readonly title: string;
  readonly description: string;
  /** `#rrggbb`; null for one that follows from the app's name. */
  readonly accent: string | null;
  /** Behind the page in light mode; null for one that follows from the accent. */
  readonly background: string | null;
  readonly scheme: "light" | "dark" | "both";
  readonly density: "comfortable" | "compact";
  readonly font: keyof typeof FONTS;
  readonly heading_font: keyof typeof FONTS;
  readonly heading_weight: number;
  /** Radius of cards and of controls, in pixels; 999 for pills. */
  readonly radius: number;
  readonly control_radius: number;
  readonly shadow: "none" | "soft" | "raised";
  /** The bar with the title: on the surface, on the accent, or dark. */
  readonly masthead: "surface" | "accent" | "dark";
  /** Where the navigation stands on wide screens. */
  readonly layout: "top" | "side";
}
