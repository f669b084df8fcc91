/** Says to a screen reader what the page shows elsewhere, so that nothing covers it. */
export function speak(text) {
  document.getElementById("spoken").textContent = text;
}
