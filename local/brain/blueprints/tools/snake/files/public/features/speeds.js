/** Milliseconds for each step, by the name of the speed. */
export const SPEEDS = { slow: 190, medium: 130, fast: 85 };

const NAMES = { slow: "{{say_slow}}", medium: "{{say_medium}}", fast: "{{say_fast}}" };

/** The name of a speed as it is shown. */
export const speedName = (id) => NAMES[id];
