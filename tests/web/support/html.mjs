/**
 * A text with tables as tab-separated rectangles → the HTML that an office program would have copied, its empty cells
 * merged into their neighbours: the inverse of what the page does with a rich paste. Only for texts whose empty cells
 * are all continuations.
 */
export function asHtml(text, { cell = (words) => escape(words) } = {}) {
  return parts(text).map((part) => (Array.isArray(part) ? table(part, cell) : `<p>${escape(part)}</p>`)).join("\n");
}

/** The lines of a text, and its tables as rows of cells. */
export function parts(text) {
  const found = [];
  let rows = [];
  const flush = () => {
    if (rows.length) found.push(rows);
    rows = [];
  };
  for (const line of text.split("\n")) {
    const cells = line.split("\t");
    if (rows.length && (cells.length < 2 || cells.length !== rows[0].length)) flush();
    if (cells.length > 1) rows.push(cells);
    else if (line) found.push(line);
  }
  flush();
  return found;
}

/** Each place of each row, with the words and the edges of the merged cell that it belongs to. */
export function mergedCells(rows) {
  const owner = rows.map((row) => row.map(() => null));
  rows.forEach((row, y) => row.forEach((words, x) => {
    if (words) owner[y][x] = { words, left: x, top: y, right: x, bottom: y };
    else {
      const before = x > 0 && owner[y][x - 1];
      const merged = before && before.top === y ? before : y > 0 ? owner[y - 1][x] : before;
      merged.right = Math.max(merged.right, x);
      merged.bottom = Math.max(merged.bottom, y);
      owner[y][x] = merged;
    }
  }));
  return owner.map((row, y) => row.map((cell, x) => ({ ...cell, x, y })));
}

function table(rows, cell) {
  const body = mergedCells(rows).map((cells) => {
    const made = cells.map(({ words, x, y, left, top, right, bottom }) =>
      left !== x || top !== y ? "" : `<td rowspan="${bottom - top + 1}" colspan="${right - left + 1}">${cell(words)}</td>`);
    return `<tr>${made.join("")}</tr>`;
  });
  return `<table border="1"><tbody>${body.join("\n")}</tbody></table>`;
}

export const escape = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
