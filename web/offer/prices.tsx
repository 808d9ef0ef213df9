import type { Origin } from '../../domain/plan.ts';
import type { PriceJson } from '../../domain/price-json.ts';
import { money, term } from '../words/amounts.ts';
import { HOW_NAMES } from '../words/names.ts';
import { Said, Scroll, Unknown } from '../words/parts.tsx';
import { day } from '../words/time.ts';
import { OriginWords } from './origin.tsx';

interface Props {
  readonly prices: readonly PriceJson[];
  readonly origin: Origin | undefined;
}

/** All prices, as the seller lists them. */
export function PriceTable({ prices, origin }: Props) {
  return (
    <section aria-labelledby="prices-title">
      <h2 id="prices-title">Prices as listed</h2>
      <Scroll label="Table of prices">
        <table>
          <thead>
            <tr>
              {['Price', 'For', 'Phase', 'Renews at', 'Set-up fee', 'Tax', 'Code', 'How it is known'].map((title) => (
                <th scope="col">{title}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {prices.map((price) => (
              <PriceLine price={price} />
            ))}
          </tbody>
        </table>
      </Scroll>
      {origin && (
        <p class="muted origin">
          Prices: <OriginWords origin={origin} />
        </p>
      )}
    </section>
  );
}

function PriceLine({ price }: { readonly price: PriceJson }) {
  const { amount, currency, phase, renewal, setupFee, taxIncluded, promoCode, expiresAt, how } = price;
  return (
    <tr>
      <th scope="row">{money(amount, currency)}</th>
      <td>{term(price)}</td>
      <td>
        {phase}
        {expiresAt === null ? '' : `, until ${day(expiresAt)}`}
      </td>
      <td>{renewal === null ? phase === 'regular' ? 'the same' : <Unknown words="not stated" /> : money(renewal, currency)}</td>
      <td>{setupFee === null ? <Unknown words="not stated" /> : Number(setupFee) === 0 ? 'none' : money(setupFee, currency)}</td>
      <td>{taxIncluded === null ? <Unknown words="not stated" /> : taxIncluded ? 'included' : 'not included'}</td>
      <td>{promoCode === null ? 'none' : <Said text={promoCode} />}</td>
      <td>{HOW_NAMES[how]}</td>
    </tr>
  );
}
