/** The operator's outbox as pages. */
import type { WebOutbox, WebOutboxMail } from '../env.ts';
import { Layout } from '../layout.tsx';
import { Said, Scroll } from '../words/parts.tsx';
import { minute } from '../words/time.ts';

/** All mails, newest first. */
export function OutboxPage({ mails }: { readonly mails: readonly WebOutboxMail[] }) {
  return (
    <Layout title="Outbox">
      <h1>Outbox</h1>
      <p>No SMTP_URL is set, so mail is written into a folder and shown here in place of being sent.</p>
      {mails.length === 0 ? (
        <p>Nothing was written yet.</p>
      ) : (
        <Scroll label="Mails">
          <table class="facts">
            <thead>
              <tr>
                <th scope="col">Subject</th>
                <th scope="col">To</th>
                <th scope="col">Written</th>
              </tr>
            </thead>
            <tbody>
              {mails.map(({ id, subject, to, writtenAt }) => (
                <tr>
                  <th scope="row">
                    <a href={`/outbox/${id}`}>
                      <Said text={subject} />
                    </a>
                  </th>
                  <td>
                    <Said text={to} />
                  </td>
                  <td>{minute(writtenAt)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </Layout>
  );
}

type FullMail = NonNullable<Awaited<ReturnType<WebOutbox['read']>>>;

/** One mail: its plain part with links that work, its headers; the other part is a page of its own. */
export function MailPage({ mail }: { readonly mail: FullMail }) {
  return (
    <Layout title={mail.subject}>
      <p>
        <a href="/outbox">Outbox</a> · <a href={`/outbox/${mail.id}/html`}>HTML part</a>
      </p>
      <h1>
        <Said text={mail.subject} />
      </h1>
      <p>
        To <Said text={mail.to} />, {minute(mail.writtenAt)}
      </p>
      <pre class="mail">{linked(mail.text)}</pre>
      <details>
        <summary>Headers</summary>
        <Scroll label="Headers">
          <pre>{mail.headers.map(({ name, value }) => `${name}: ${value}`).join('\n')}</pre>
        </Scroll>
      </details>
    </Layout>
  );
}

/** The text with its web addresses as links. */
function linked(text: string) {
  return text.split(/(https?:\/\/[^\s<>"']{1,2000})/).map((part, index) => (index % 2 === 1 ? <a href={part}>{part}</a> : part));
}
