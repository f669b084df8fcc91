import { nouns } from "./read.ts";

export const LIFE = nouns(
  "life",
  `
habit | habit~s | Gewohnheit~en | habitude~s | hábito~s | name! frequency goal start_date notes | check_in
workout | workout~s, training session~s, training~s | Training~s, Workout~s, Trainingseinheit~en | entraînement~s, séance de sport/séances de sport | entrenamiento~s, sesión de entrenamiento/sesiones de entrenamiento | name! date sport duration distance calories notes | calendar(date) chart(date,duration,line) totals(duration,distance)
recipe | recipe~s | Rezept~e, Kochrezept~e | recette~s, recette de cuisine/recettes de cuisine | receta~s, receta de cocina/recetas de cocina | name! photo cuisine servings prep_time cook_time instructions rating +ingredient | gallery(photo) favorite print(name)
ingredient | ingredient~s | Zutat~en | ingrédient~s | ingrediente~s | name! quantity unit recipe=> |
book | book~s, novel~s | Buch/Bücher, Roman~e | livre~s, roman~s | libro~s, novela~s | title! author genre pages photo status(reading_status) rating finished_on notes | gallery(photo) board(status)
expense | expense~s, spending | Ausgabe~n | dépense~s | gasto~s | description:text! amount! date category(expense_category) payment_method notes | totals(amount) chart(category,amount,pie) table(amount)
contact | contact~s | Kontakt~e | contact~s | contacto~s | name! phone email address birthday relationship notes | favorite
`,
);
