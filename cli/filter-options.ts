/** The filter of the API as options of a command, made from the same table: nothing is listed twice. */
import { type Command, Option } from 'commander';
import type { RateTable } from '../domain/exchange-rates.ts';
import type { FieldError, Parsed } from '../domain/filter/params.ts';
import { criteria } from '../domain/filter/parse.ts';
import { parseSearch, SEARCH_PARAMS, type SearchQuestion } from '../domain/filter/search-params.ts';
import { BadUsage } from './output.ts';

/** Values of options as commander gives them: an option without its value is true. */
export type OptionValues = Readonly<Record<string, unknown>>;

/** Parameters of a search that commands take beside the filter's. */
type PageOption = 'sort' | 'limit';

/** Adds an option for every criterion, and for some of the parameters of order and page. */
export function withFilterOptions(command: Command, beside: readonly PageOption[]): Command {
  for (const [name, { kind, means }] of criteria) {
    const value = kind.words?.includes('true') ? '[true|false]' : '<value>';
    command.addOption(new Option(`--${kebab(name)} ${value}`, `${means.replaceAll('`', '')} (${kind.says})`));
  }
  for (const name of beside) command.addOption(new Option(`--${name} <value>`, SEARCH_PARAMS[name]));
  return command;
}

/** The parameters that the options name, as the API would be given them. */
export function paramsOf(options: OptionValues): Record<string, string> {
  const names: string[] = [...criteria.map(([name]) => name), 'sort', 'limit'];
  return Object.fromEntries(names.flatMap((name) => (options[name] === undefined ? [] : [[name, String(options[name])]])));
}

/** Reads the question. Throws {@link BadUsage} naming the options that are wrong. */
export function readQuestion(params: Readonly<Record<string, string>>, rates?: RateTable): SearchQuestion {
  const parsed: Parsed<SearchQuestion> = parseSearch(params, rates ? { rates } : {});
  if (!parsed.ok) throw new BadUsage(parsed.errors.map(optionError).join('; '));
  return parsed.value;
}

function optionError({ field, message }: FieldError): string {
  return `--${kebab(field)}: ${message}`;
}

/** "minMemory" → "min-memory"; commander makes the first of the second again. */
function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
