import text from "../../tests/corpus/sample-qinghe-2025.txt";

/** A fictional report with one wrong figure. */
export const sample: string = text;
