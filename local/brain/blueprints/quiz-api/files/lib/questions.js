/** The questions. `answer` is the index of the right option; `why` is shown once a question is answered. */
export const QUESTIONS = [
  {
    text: "Which planet is closest to the Sun?",
    options: ["Venus", "Mercury", "Mars", "Earth"],
    answer: 1,
    why: "Mercury circles the Sun in 88 days; Venus comes second.",
  },
  {
    text: "How many sides does a hexagon have?",
    options: ["Five", "Six", "Seven", "Eight"],
    answer: 1,
    why: "“Hexa” is Greek for six.",
  },
  {
    text: "What is the chemical symbol of gold?",
    options: ["Go", "Gd", "Au", "Ag"],
    answer: 2,
    why: "Au comes from the Latin “aurum”. Ag is silver.",
  },
  {
    text: "Which ocean is the largest?",
    options: ["Atlantic", "Indian", "Arctic", "Pacific"],
    answer: 3,
    why: "The Pacific covers more area than all land together.",
  },
  {
    text: "Who painted the Mona Lisa?",
    options: ["Leonardo da Vinci", "Michelangelo", "Raphael", "Titian"],
    answer: 0,
    why: "Leonardo began it around 1503; it hangs in the Louvre.",
  },
  {
    text: "What is the capital of Australia?",
    options: ["Sydney", "Melbourne", "Canberra", "Perth"],
    answer: 2,
    why: "Canberra was planned as the capital, between Sydney and Melbourne.",
  },
  {
    text: "How many bones does an adult human have?",
    options: ["106", "206", "306", "406"],
    answer: 1,
    why: "Babies have more; some grow together.",
  },
  {
    text: "Which gas do plants take in from the air?",
    options: ["Oxygen", "Nitrogen", "Hydrogen", "Carbon dioxide"],
    answer: 3,
    why: "With light and water they make sugar of it, and give off oxygen.",
  },
  {
    text: "In which year did people first walk on the Moon?",
    options: ["1959", "1969", "1979", "1989"],
    answer: 1,
    why: "Apollo 11 landed on 20 July 1969.",
  },
  {
    text: "What is the square root of 144?",
    options: ["12", "14", "16", "18"],
    answer: 0,
    why: "12 × 12 = 144.",
  },
  {
    text: "Which instrument has 88 keys?",
    options: ["Accordion", "Organ", "Piano", "Harpsichord"],
    answer: 2,
    why: "52 of them are white and 36 black.",
  },
  {
    text: "Which animal is the largest that has ever lived?",
    options: ["African elephant", "Blue whale", "Tyrannosaurus", "Giant squid"],
    answer: 1,
    why: "A blue whale can be 30 metres long.",
  },
];
