import { html, type TemplateResult } from "lit";
import type { Words } from "./words";

/** What stands beside the empty paste box: what the checker does, and a specimen of what it shows. */
export function offers(w: Words): TemplateResult {
  return html`<div class="specimen" aria-hidden="true">
      <table class="form" lang="zh-Hans">
        <tr>
          <th>自然人</th>
          <th>法人或其他组织</th>
          <th>总计</th>
        </tr>
        <tr>
          <td>24</td>
          <td>2</td>
          <td class="at-error">25<small class="expected">${w.expected("26")}</small></td>
        </tr>
      </table>
    </div>
    <ul class="offers">
      ${w.offers.map(([head, line]) => html`<li><b>${head}</b>${line}</li>`)}
    </ul>`;
}
