import form2019 from "../../core/forms/2019.json";
import form2021 from "../../core/forms/2021.json";
import { derived } from "./derived";
import type { Place, Table, Wording } from "./report";

/** The official forms, from the same files as the core reads. */
export interface Label {
  id: string;
  label: string;
  en: string;
  /** The merged heads above (or left of) this one, outermost first. */
  under?: string[];
}

export interface Part {
  item?: string;
  corner?: string;
  heading?: string;
  columns: Label[];
  rows: Label[];
}

export interface FormTable {
  id: string;
  name: Wording;
  /** `one_row`: printed as one row of figures, the rows' labels above the columns'. */
  printed?: string;
  parts: Part[];
}

export interface Identity {
  name: string;
  /** `各项办理结果相加`, `（七）总计`: what each side is called before its number. */
  left_says: Wording;
  right_says: Wording;
  table: string;
  /** Evaluated once for each row, or once for each column. */
  each: string;
  left: string[];
  right: string[];
}

export interface Form {
  id: string;
  tables: FormTable[];
  identities: Identity[];
}

const forms = [form2021, form2019] as unknown as Form[];

export function formOf(id: string | null | undefined): Form {
  return forms.find((form) => form.id === id) || forms[0]!;
}

export function tableOf(form: Form, id: string): FormTable | undefined {
  return form.tables.find((table) => table.id === id);
}

export function labelOf(table: FormTable | undefined, kind: "rows" | "columns", id: string): Label | undefined {
  return labels(table, kind).find((label) => label.id === id);
}

function labels(table: FormTable | undefined, kind: "rows" | "columns"): Label[] {
  return table ? allLabels(table)[kind] : [];
}

const allLabels = derived(({ parts }: FormTable) => {
  const all = (kind: "rows" | "columns"): Label[] => ([] as Label[]).concat(...parts.map((part) => part[kind]));
  return { rows: all("rows"), columns: all("columns") };
});

/** A label without the gloss that follows it in brackets. */
function short(label: string): string {
  return label.replace(/(.)（.*$/, "$1");
}

function text(label: Label | undefined, id: string, language: keyof Wording): string {
  if (!label) return id;
  return language === "en" ? label.en : short(label.label);
}

/** `（四）无法提供 1.本机关不掌握相关政府信息`: a row or column, with the head that its number counts under. */
export function wordsOf(label: Label | undefined, id: string, language: keyof Wording): string {
  if (!label || language === "en") return text(label, id, language);
  const heads = (label.under || []).filter((head) => /^（|行政诉讼/.test(head));
  return [...heads, short(label.label)].join(" ");
}

/** `表三“二、上年结转政府信息公开申请数量”自然人`: a figure's address in words. */
export function placeInWords(form: Form, place: Place, language: keyof Wording): string {
  const table = tableOf(form, place.table);
  const row = wordsOf(labelOf(table, "rows", place.row), place.row, language);
  const column = wordsOf(labelOf(table, "columns", place.column), place.column, language);
  const name = table ? table.name[language] : place.table;
  return language === "zh" ? `${name}，${row}，${column}` : `${name}, ${row}, ${column}`;
}

export function identityOf(form: Form, name: string): Identity | undefined {
  return form.identities.find((one) => one.name === name);
}

/** The ids of one side of an identity among the lines that a table was read with, `denied.*` written out. */
export function termsOf(table: Table, { each }: Identity, side: string[]): string[] {
  const lines = Array.from(new Set(table.cells.map((cell) => (each === "row" ? cell.column : cell.row))));
  return lines.filter((id) => side.some((term) => (/\*$/.test(term) ? id.startsWith(term.slice(0, -1)) : id === term)));
}

/** `自然人 至 其他 之和 ＝ 总计`: what a relation says; long sums by their first and last term. */
export function identityInWords(form: Form, name: string, language: keyof Wording): string {
  const identity = identityOf(form, name);
  if (!identity) return name;
  const zh = language === "zh";
  const table = tableOf(form, identity.table);
  const kind = identity.each === "row" ? "columns" : "rows";
  const term = (id: string): string => {
    if (!/\*$/.test(id)) return text(labelOf(table, kind, id), id, language);
    const group = labels(table, kind).find((label) => label.id.startsWith(id.slice(0, -1)));
    const heads = (group && group.under) || [];
    return zh ? heads[heads.length - 1] || id : group ? group.en.replace(/:.*$/, "") : id;
  };
  const side = (ids: string[]): string => {
    if (ids.length < 3) return ids.map(term).join(zh ? " ＋ " : " + ");
    const ends = [term(ids[0]!), term(ids[ids.length - 1]!)];
    return zh ? `“${ends.join("”至“")}”之和` : `sum of ${ends.join(" … ")}`;
  };
  const title = table ? table.name[language] : identity.table;
  return zh ? `${title}：${side(identity.left)} ＝ ${side(identity.right)}` : `${title}: ${side(identity.left)} = ${side(identity.right)}`;
}

/** The row or column at which a relation was evaluated. */
export function lineInWords(form: Form, name: string, at: string, language: keyof Wording): string {
  const identity = identityOf(form, name);
  if (!identity) return at;
  const kind = identity.each === "row" ? "rows" : "columns";
  return wordsOf(labelOf(tableOf(form, identity.table), kind, at), at, language);
}
