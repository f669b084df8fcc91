/** Names that always refer to one company or authority. */
export const BRANDS = [
  // Banks and payment.
  ...[
    "pay ?-?pal",
    "venmo",
    "cash ?app",
    "zelle",
    "wise",
    "revolut",
    "n26",
    "klarna",
    "western union",
    "moneygram",
  ],
  ...["bank of america", "wells fargo", "citi ?bank", "capital one", "hsbc", "barclays", "lloyds", "natwest"],
  ...[
    "santander",
    "bbva",
    "caixa ?bank",
    "deutschen? bank",
    "commerzbank",
    "sparkassen?",
    "volksbank",
    "raiffeisen",
  ],
  ...[
    "postbank",
    "dkb",
    "comdirect",
    "bnp paribas",
    "societe generale",
    "credit agricole",
    "la banque postale",
  ],
  ...["ubs", "credit suisse", "postfinance", "rabobank", "abn amro", "unicredit", "intesa", "mastercard"],
  ...["american express", "amex", "coinbase", "binance", "kraken", "metamask", "trust wallet", "robinhood"],
  // Accounts.
  ...[
    "google",
    "gmail",
    "youtube",
    "icloud",
    "microsoft",
    "outlook\\.?(?:com)?",
    "office ?36[5s]",
    "onedrive",
  ],
  ...[
    "facebook",
    "instagram",
    "whats ?app",
    "messenger",
    "linkedin",
    "twitter",
    "tik ?tok",
    "snapchat",
    "telegram",
  ],
  ...["netflix", "spotify", "disney ?(?:\\+|plus)?", "roblox", "fortnite", "playstation", "xbox", "twitch"],
  ...["github", "gitlab", "dropbox", "docusign", "adobe", "paypay", "airbnb", "uber", "pinterest", "reddit"],
  ...["yahoo", "ebay", "aliexpress", "alibaba", "walmart", "ikea", "trello", "shopify", "booking\\.com"],
  // Post, telephone, authorities.
  ...["dhl", "fedex", "usps", "royal mail", "deutschen? post", "la poste", "correos", "hermes", "dpd"],
  ...[
    "vodafone",
    "verizon",
    "at&t",
    "t-?mobile",
    "telekom",
    "movistar",
    "irs",
    "hmrc",
    "elster",
    "finanzamt",
  ],
  ...["ameli", "impots\\.gouv", "(?:site|page|portail) des impots", "agencia tributaria", "seguridad social"],
  ...["social security administration", "medicare", "interpol", "fbi", "europol"],
] as const;

/** Names that are also common words: they refer to the company only together with one of its services. */
export const AMBIGUOUS_BRANDS = [
  ...["chase", "visa", "apple", "amazon", "ups", "steam", "stripe", "slack", "notion", "discord", "signal"],
  ...[
    "target",
    "orange",
    "ing",
    "square",
    "wise",
    "x",
    "meta",
    "zoom",
    "post",
    "o2",
    "three",
    "discover",
    "ally",
  ],
] as const;

export const SERVICES =
  "(?:bank(?:ing)?|ids?|accounts?|log ?-?ins?|sign ?-?ins?|customers?|support|pay|prime|card ?holders?|users?|konto|kunden|compte|clients?|cuentas?|clientes?)";
