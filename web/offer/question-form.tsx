import { DEFAULT_HORIZON_MONTHS } from '../../domain/comparable.ts';
import { offerPath } from '../words/parts.tsx';
import type { OfferView } from './answer.ts';

/** Currency, horizon and term by which the prices of the page are compared. */
export function PriceQuestionForm({ view: { id, question, texts, errors, currencies } }: { readonly view: OfferView }) {
  const typed = texts.currency ?? question.currency;
  const choices = currencies.includes(typed) ? currencies : [typed, ...currencies];
  return (
    <form class="question" action={offerPath(id)} method="get">
      <p class="field">
        <label for="field-currency">Currency</label>
        <select name="currency" id="field-currency">
          {choices.map((currency) => (
            <option value={currency} selected={currency === typed}>
              {currency}
            </option>
          ))}
        </select>
      </p>
      <p class="field">
        <label for="field-horizon">Over months</label>
        <input
          type="text"
          inputmode="numeric"
          name="horizon"
          id="field-horizon"
          value={texts.horizon ?? String(DEFAULT_HORIZON_MONTHS)}
        />
      </p>
      {texts.term === undefined ? null : <input type="hidden" name="term" value={texts.term} />}
      <button type="submit">Compare</button>
      {errors.length > 0 && (
        <p class="fault" role="alert">
          {`Not understood: ${errors.map(({ field, message }) => `${field}: ${message}`).join('; ')}`}
        </p>
      )}
    </form>
  );
}
