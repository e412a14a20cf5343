/**
 * A text with tables as tab-separated rectangles → the HTML that an office program would have copied, its empty cells
 * merged into their neighbours: the inverse of what the page does with a rich paste. Only for texts whose empty cells
 * are all continuations.
 */
export function asHtml(text, { cell = (words) => escape(words) } = {}) {
  const parts = [];
  let rows = [];
  const flush = () => {
    if (rows.length) parts.push(table(rows, cell));
    rows = [];
  };
  for (const line of text.split("\n")) {
    const cells = line.split("\t");
    if (rows.length && (cells.length < 2 || cells.length !== rows[0].length)) flush();
    if (cells.length > 1) rows.push(cells);
    else if (line) parts.push(`<p>${escape(line)}</p>`);
  }
  flush();
  return parts.join("\n");
}

function table(rows, cell) {
  const owner = rows.map((row) => row.map(() => null));
  rows.forEach((row, y) => row.forEach((words, x) => {
    if (words) owner[y][x] = { words, x, y, right: x, bottom: y };
    else {
      const left = x > 0 && owner[y][x - 1];
      const merged = left && left.y === y ? left : y > 0 ? owner[y - 1][x] : left;
      merged.right = Math.max(merged.right, x);
      merged.bottom = Math.max(merged.bottom, y);
      owner[y][x] = merged;
    }
  }));
  const body = rows.map((row, y) => {
    const cells = row.map((_, x) => {
      const { words, x: left, y: top, right, bottom } = owner[y][x];
      if (left !== x || top !== y) return "";
      return `<td rowspan="${bottom - top + 1}" colspan="${right - left + 1}">${cell(words)}</td>`;
    });
    return `<tr>${cells.join("")}</tr>`;
  });
  return `<table border="1"><tbody>${body.join("\n")}</tbody></table>`;
}

export const escape = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
