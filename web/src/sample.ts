import text from "./sample.txt";

/** A fictional report in the form of 2021, with one wrong figure. */
export const sample: string = text;
