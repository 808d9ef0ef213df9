/** The day on which a report ran, from what its tool printed. Zones are names that mean several things, so a day is all that is told. */

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** "2025-07-02", or null where nothing is printed, or where day and month could be each other. */
export function ranOn(printed: string | null): string | null {
  const said = printed?.slice(0, 100) ?? '';
  const numeric =
    /(?:^|\D)(20\d\d)[-./\u5e74] ?(\d{1,2})[-./\u6708] ?(\d{1,2})(?:\D|$)/.exec(said) ??
    /^(20\d\d)(\d\d)(\d\d)-\d{6}$/.exec(said);
  if (numeric) return day(Number(numeric[1]), Number(numeric[2]), Number(numeric[3]));
  const named = /\b([A-Za-z]{3})[a-z]{0,6}\.? +(\d{1,2})\b/.exec(said) ?? null;
  const reversed = /\b(\d{1,2})\.? ([A-Za-z]{3})[a-z]{0,6}\b/.exec(said);
  const year = /\b(20\d\d)\b/.exec(said)?.[1];
  for (const [name, number] of [
    [reversed?.[2], reversed?.[1]],
    [named?.[1], named?.[2]],
  ]) {
    const month = MONTHS.indexOf(name?.toLowerCase() ?? '') + 1;
    if (month > 0 && year !== undefined) return day(Number(year), month, Number(number));
  }
  const [, first, second, last] = /^(\d{1,2})([./])(\d{1,2})\2(20\d\d)$/.exec(said.trim())?.filter((_, at) => at !== 2) ?? [];
  if (last === undefined) return null;
  const [a, b] = [Number(first), Number(second)];
  if (a > 12 || said.includes('.')) return day(Number(last), b, a);
  return b > 12 || a === b ? day(Number(last), a, b) : null;
}

const LENGTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function day(year: number, month: number, date: number): string | null {
  if (year < 2005 || year > 2099 || date < 1 || date > (LENGTHS[month - 1] ?? 0)) return null;
  if (month === 2 && date === 29 && (year % 4 !== 0 || (year % 100 === 0 && year % 400 !== 0))) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}
