/** The HTML part of a mail: one narrow column, light or dark as the reader's device is, no picture, nothing loaded. */
import { raw } from 'hono/html';
import type { PropsWithChildren } from 'hono/jsx';
import type { DigestPart } from '../../domain/watch/digest.ts';
import type { ToldItem } from '../../domain/watch/told-item.ts';
import { type Message, pageOf, type Sender, type WatchNote } from '../message.ts';
import { factsOf, harmless, headline, nameOf, reasonOf } from '../words.ts';
import { lineOf } from './plain-text.ts';
import { noticeWords, SECTIONS, TEST_WORDS } from './sections.ts';

const STYLE = `:root{color-scheme:light dark;supported-color-schemes:light dark}
body{margin:0;padding:0;background:#f6f6f3;color:#1b2430;font:16px/1.5 -apple-system,'Segoe UI',Roboto,Arial,sans-serif}
.page{max-width:560px;margin:0 auto;padding:16px;overflow-wrap:anywhere}
.card{margin:0 0 16px;padding:14px 16px;border:1px solid #d9dcd6;border-radius:8px;background:#ffffff}
h1{font-size:20px;line-height:1.25;margin:0 0 14px}h2{font-size:17px;line-height:1.3;margin:0 0 6px}h3{font-size:15px;margin:12px 0 4px}
p{margin:6px 0}dl{margin:6px 0}dt{color:#566072;font-size:14px}dd{margin:0 0 6px}ul{margin:4px 0;padding-left:20px}li{margin:4px 0}
a{color:#0b6e5f}.button{display:inline-block;padding:10px 18px;border-radius:6px;background:#0b6e5f;color:#ffffff;text-decoration:none;font-weight:bold}
.why{color:#566072;font-size:14px}
@media (prefers-color-scheme:dark){body{background:#12171d;color:#e6eaee}.card{background:#1a2129;border-color:#323c47}dt,.why{color:#a2adba}
a{color:#5fd0bb}.button{background:#5fd0bb;color:#06241f}}`;

/** Writes the HTML part. */
export function htmlPart(message: Message, subject: string, sender: Sender): string {
  return `<!doctype html>${(
    (
      <Frame subject={subject}>
        <Body message={message} subject={subject} sender={sender} />
      </Frame>
    )
  ).toString()}`;
}

function Frame({ subject, children }: PropsWithChildren<{ readonly subject: string }>) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{subject}</title>
        <style>{raw(STYLE)}</style>
      </head>
      <body>
        <div class="page">{children}</div>
      </body>
    </html>
  );
}

interface Parts<M extends Message = Message> {
  readonly message: M;
  readonly sender: Sender;
}

function Body({ message, subject, sender }: Parts & { readonly subject: string }) {
  switch (message.kind) {
    case 'confirm':
      return (
        <>
          <h1>{subject}</h1>
          <p>Somebody, hopefully you, wants to hear from Stealtime at this address.</p>
          <p>
            <a class="button" href={message.link}>
              Confirm the address
            </a>
          </p>
          <p class="why">
            The link works once, for {message.hours} hours. Without it nothing else is sent. If it was not you, do nothing.
          </p>
        </>
      );
    case 'test':
      return (
        <>
          <h1>{subject}</h1>
          <p>{TEST_WORDS}</p>
          <Why watch={message.watch} sender={sender} />
        </>
      );
    case 'alert':
      return (
        <>
          <h1>{harmless(message.watch.title)}</h1>
          {message.items.map((item) => (
            <Item item={item} sender={sender} />
          ))}
          {message.more > 0 && (
            <p>
              And {message.more} more: <a href={message.watch.page}>all that it finds now</a>
            </p>
          )}
          <Why watch={message.watch} sender={sender} />
        </>
      );
    case 'notice':
      return (
        <>
          <h1>{subject}</h1>
          <p>{noticeWords(message.reason)}</p>
          <p>
            <a href={`${sender.base}/alerts`}>Your watches</a>
          </p>
        </>
      );
    case 'digest':
      return (
        <>
          <h1>{subject}</h1>
          {message.parts.map(({ watch, part }) => (
            <div class="card">
              <h2>
                <a href={watch.page}>{harmless(watch.title)}</a>
              </h2>
              <Digest part={part} sender={sender} />
            </div>
          ))}
          <p class="why">
            <a href={message.leave}>Leave the digest</a> · <a href={`${sender.base}/alerts`}>Your watches</a>
          </p>
        </>
      );
  }
}

function Item({ item, sender }: { readonly item: ToldItem; readonly sender: Sender }) {
  return (
    <div class="card">
      <h2>
        {headline(item)}: <a href={pageOf(sender, item.rowId)}>{nameOf(item)}</a>
      </h2>
      <dl>
        {factsOf(item).map(([label, value]) => (
          <>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </>
        ))}
      </dl>
    </div>
  );
}

function Digest({ part, sender }: { readonly part: DigestPart; readonly sender: Sender }) {
  return (
    <>
      {SECTIONS.map(([key, title]) =>
        part[key].length === 0 ? null : (
          <>
            <h3>{title}</h3>
            <ul>
              {part[key].map((item) => (
                <li>
                  <a href={pageOf(sender, item.rowId)}>{lineOf(item)}</a>
                </li>
              ))}
            </ul>
          </>
        ),
      )}
      {part.warnings.length === 0 ? null : (
        <>
          <h3>Warnings that appeared</h3>
          <ul>
            {part.warnings.map((one) => (
              <li>
                <a href={pageOf(sender, one.rowId)}>{nameOf(one)}</a>: risk {one.from} → {one.to}: {reasonOf(one.summary)}
              </li>
            ))}
          </ul>
        </>
      )}
      {part.more > 0 && <p>And {part.more} more.</p>}
    </>
  );
}

function Why({ watch, sender }: { readonly watch: WatchNote; readonly sender: Sender }) {
  return (
    <div class="why">
      <p>
        Why you get this: <a href={watch.page}>{harmless(watch.title)}</a>. {watch.again}
      </p>
      <p>
        <a href={watch.leave}>End or pause this watch</a> · <a href={`${sender.base}/alerts`}>Your watches</a>
      </p>
    </div>
  );
}
