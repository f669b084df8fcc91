import type { Locale } from "#core/factory/specification/specification.ts";

const list = (words: string): readonly string[] => words.trim().split(/\s*,\s*/);

/** Things that are no collection of records: an app of the everyday kind cannot stand for them. */
export const UNBUILDABLE: Readonly<Record<Locale, readonly string[]>> = {
  en: list(`game, video game, chess, chess engine, snake, tetris, sudoku, 2048, tic tac toe, memory game, calculator, converter,
    unit converter, currency converter, timer, stopwatch, pomodoro, clock, world clock, metronome, engine, browser, web browser, search engine, viewer, model viewer, controller, remote control, ride hailing,
    compiler, interpreter, editor, photo editor, video editor, text editor, code editor, image editor, chatbot, bot, assistant bot,
    social network, marketplace, shop, online shop, online store, store, webshop, ecommerce, streaming service, player, music player,
    video player, operating system, crawler, scraper, generator, password generator, simulator, emulator, translator, vpn,
    antivirus, virus scanner, landing page, homepage, portfolio, portfolio site, quiz, trainer, drawing app, drawing pad, paint app, picker wheel,
    dice roller, typing test, builder, page builder, website builder, compass, flashlight, camera app, navigation app, voice recorder, recorder, api, backend, plugin,
    extension, chrome extension, script, library for, driver, firmware, neural network, blockchain, smart contract, cryptocurrency wallet, weather, weather app, news site, soundboard, synthesizer, screensaver, animation, logo, video, poem, story, essay, song lyrics, email to, presentation`),
  de: list(`Webbrowser, Viewer, Steuerung, Fernsteuerung, Spiel, Schach, Schachspiel, Snake, Tetris, Sudoku, Taschenrechner, Rechner, Umrechner, Einheitenumrechner, Währungsrechner, Timer, Stoppuhr, Eieruhr,
    Uhr, Weltuhr, Metronom, Suchmaschine, Browser, Editor, Fotoeditor, Texteditor, Chatbot, Bot, soziales Netzwerk, Marktplatz, Shop, Onlineshop, Online-Shop,
    Webshop, Player, Musikplayer, Betriebssystem, Generator, Passwortgenerator, Simulator, Übersetzer, Landingpage, Landing Page, Homepage, Portfolio, 
    Quiz, Malprogramm, Zeichenprogramm, Glücksrad, Würfel, Tipptest, Kompass, Taschenlampe, Steuererklärung, Wetter, Wetter-App, Gedicht, Geschichte, Logo, Video, Präsentation, Kamera, Navi, Routenplaner`),
  fr: list(`jeu, jeu vidéo, échecs, jeu d'échecs, tetris, sudoku, calculatrice, calculette, convertisseur, minuteur, minuterie, chronomètre, horloge, métronome,
    moteur de recherche, navigateur, navigateur web, visionneuse, télécommande, éditeur, éditeur de texte, éditeur photo, chatbot, robot, réseau social, boutique, boutique en ligne, magasin en ligne, place de marché,
    lecteur, lecteur de musique, générateur, générateur de mots de passe, simulateur, traducteur, page d'accueil, landing page, portfolio, quiz,
    boussole, lampe de poche, météo, application météo, poème, histoire, logo, vidéo, présentation, roue de la fortune, dé, page de destination, site vitrine`),
  es: list(`juego, videojuego, ajedrez, juego de ajedrez, tetris, sudoku, calculadora, conversor, convertidor, temporizador, cronómetro, reloj, metrónomo, buscador web,
    motor de búsqueda, navegador, navegador web, visor, mando a distancia, pedir taxis, pedir taxi, editor, editor de texto, editor de fotos, chatbot, bot, red social, tienda, tienda en línea, tienda online, reproductor,
    reproductor de música, generador, generador de contraseñas, simulador, traductor, página de inicio, landing page, portafolio, quiz, cuestionario, brújula,
    linterna, clima, aplicación del clima, tiempo meteorológico, poema, cuento, logo, vídeo, presentación, ruleta, dado, página de aterrizaje`),
};

/** Words that make any thing one that moves by itself: software that keeps records of cars does not drive them. */
export const MACHINES: Readonly<Record<Locale, readonly string[]>> = {
  en: list(
    `self-driving, self driving, driverless, autonomous, autopilot, remote-controlled, remote controlled`,
  ),
  de: list(`selbstfahrend, selbstfahrende, selbstfahrendes, selbstfahrenden, selbstfahrender, autonom, autonome, autonomes, autonomen, autonomer,
    ferngesteuert, ferngesteuerte, ferngesteuertes, ferngesteuerten, Autopilot`),
  fr: list(
    `autonome, autonomes, sans chauffeur, sans conducteur, télécommandé, télécommandée, pilote automatique`,
  ),
  es: list(
    `coche autónomo, coches autónomos, carro autónomo, vehículo autónomo, vehículos autónomos, conducción autónoma, sin conductor, piloto automático`,
  ),
};
