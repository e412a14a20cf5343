import { mergedCells, parts } from "./html.mjs";
import { fromWeb } from "./tools.mjs";

const { strToU8, zipSync } = fromWeb("fflate");

const escape = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const relations = "http://schemas.openxmlformats.org/package/2006/relationships";

/** A paragraph with its text in one run. */
export const paragraph = (words, properties = "") =>
  `<w:p>${properties}<w:r><w:t xml:space="preserve">${escape(words)}</w:t></w:r></w:p>`;

/** The bytes of a .docx file with this body; `numbering` and `styles` are the content of those parts. */
export function docx(body, { numbering, styles, more = {} } = {}) {
  const part = (root, content) => strToU8(`${declaration}<w:${root} ${w} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">${content}</w:${root}>`);
  return zipSync({
    "[Content_Types].xml": strToU8(`${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`),
    "_rels/.rels": strToU8(`${declaration}<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`),
    "word/document.xml": part("document", `<w:body>${body}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body>`),
    "word/header1.xml": part("hdr", paragraph("页眉不是报告")),
    ...(numbering === undefined ? {} : { "word/numbering.xml": part("numbering", numbering) }),
    ...(styles === undefined ? {} : { "word/styles.xml": part("styles", styles) }),
    ...more,
  });
}

/** A text with tables as tab-separated rectangles → a Word file, its empty cells merged into their neighbours. */
export const docxOf = (text, options) =>
  docx(parts(text).map((part) => (Array.isArray(part) ? table(part) : paragraph(part))).join(""), options);

export function table(rows) {
  const lines = mergedCells(rows).map((cells, y) => {
    const made = cells.map(({ words, x, top, left, right, bottom }) => {
      if (left !== x) return "";
      const span = right > left ? `<w:gridSpan w:val="${right - left + 1}"/>` : "";
      const merge = bottom === top ? "" : top === y ? '<w:vMerge w:val="restart"/>' : "<w:vMerge/>";
      // As Word writes long labels: in two paragraphs.
      const half = words.length > 12 ? 8 : words.length;
      const content = top === y ? paragraph(words.slice(0, half)) + (half < words.length ? paragraph(words.slice(half)) : "") : "<w:p/>";
      return `<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/>${span}${merge}</w:tcPr>${content}</w:tc>`;
    });
    return `<w:tr>${made.join("")}</w:tr>`;
  });
  return `<w:tbl><w:tblPr/><w:tblGrid/>${lines.join("")}</w:tbl>`;
}
