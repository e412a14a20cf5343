/** When the rules were last changed: core/rules/edition.txt. */
export const rulesDate = gouji.rulesDate;
