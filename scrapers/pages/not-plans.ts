/** Parts of a page that look like plans and are none: answers to questions, and what can be added to a plan. */
import type { Element } from 'domhandler';
import { isTag } from 'domhandler';
import { classesOf } from '../html/visibility.ts';
import { namesOther } from '../text/post-outline.ts';
import type { FoundUnit } from './build-unit.ts';
import type { PlacedUnit } from './merge-units.ts';
import { countKinds, KIND } from './spec-kinds.ts';

const PROSE = /^(?:faqs?|testimonials?|blog|accordion-faq|knowledge-?base|questions?)$/i;

/** Whether a part is an answer, or stands among answers: figures there are examples. */
export function isAnswer({ unit, parts }: FoundUnit): boolean {
  if (unit.name !== null && /[?？]\s*$/.test(unit.name)) return true;
  return parts.some(isAmongAnswers);
}

function isAmongAnswers(element: Element): boolean {
  for (let at: Element | null = element; at !== null; at = at.parent !== null && isTag(at.parent) ? at.parent : null) {
    const names = [...classesOf(at), at.attribs.id ?? '', at.attribs.itemtype ?? ''];
    if (names.some((name) => name.split(/[-_]/).some((part) => PROSE.test(part)) || /FAQPage|schema\.org\/Question/.test(name)))
      return true;
  }
  return false;
}

const ADDED =
  /^\W{0,3}(?:extra|additional|add[\s-]?ons?|optional|upgrade|zusätzlich\w*|zusatz\w*|supplémentaires?|adicional\w*|aggiuntiv\w*|dodatkow\w*|další|ek)(?!\p{L})|^\W{0,3}дополнительн|^\+\s?\d|(?<!\p{L})(?:supplémentaires?|adicional(?:es)?|aggiuntiv[oai]|zusätzlich|extra|dodatkow[yae]|navíc)\s*$/iu;
const ADD_ONS =
  /^\W{0,3}(?:(?:available|optional|verfügbare)\s+)?(?:add[\s-]?ons?|extras?|upgrades?|options?|optional(?: services| extras)?|zusatz(?:optionen|leistungen)?|optionen|upgrade-?optionen|suppléments?|opciones(?: adicionales)?|opzioni(?: aggiuntive)?|opções(?: adicionais)?|serviços adicionais|dodatki|opcje(?: dodatkowe)?|doplňky|uitbreidingen|extra's|tillval|licen[sc]es?|lizenzen|licenze|licencje|backups?|ip addresses|additional (?:services|resources|ips?))(?!\p{L})|^дополнительн/iu;

/** Whether it can be had beside a plan: more of one thing for a price. `shared`: words around it, the nearest headline among them. */
export function isAddOn({ unit, kinds, shared }: PlacedUnit): boolean {
  const whole = (kinds & KIND.memory) !== 0 && (kinds & (KIND.cpu | KIND.disk)) !== 0;
  if (whole) return false;
  const [first = ''] = unit.name === null ? unit.lines : [unit.name];
  if (ADDED.test(first) || unit.lines.slice(0, 1).some((line) => ADDED.test(line.replace(/^[^:]{1,40}:\s*/, '')))) return true;
  return countKinds(kinds) <= 1 && shared.some((line) => line.length <= 60 && ADD_ONS.test(line));
}

/** Whether it stands under a headline of goods that are no virtual servers: whole machines, web hosting, domains. */
export function isOtherGoods({ unit, shared }: PlacedUnit): boolean {
  return namesOther(unit.name ?? '') || shared.some((line) => line.length <= 60 && namesOther(line));
}
