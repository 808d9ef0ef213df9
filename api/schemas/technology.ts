/** Knowledge about technologies in the contract's JSON. */
import { z } from '@hono/zod-openapi';
import { CAPABILITY_NAMES, CAPABILITY_VALUES } from '../../domain/technologies/capability.ts';
import { NEED_VERDICTS } from '../../domain/technologies/needs.ts';

const basis = z
  .strictObject({
    kind: z.enum(['source', 'general-knowledge']).describe('Whether documents were looked up for it'),
    asOf: z.string().nullable().describe('Day on which the documents were read; null for general knowledge'),
    sources: z
      .array(z.strictObject({ title: z.string().describe('Document'), url: z.string().nullable().describe('Its address') }))
      .readonly()
      .describe('The documents'),
  })
  .openapi('Basis');

const statement = z.strictObject({ text: z.string().describe('The sentence'), basis }).openapi('Statement');

const cell = {
  value: z.enum(CAPABILITY_VALUES).describe('provider-dependent: the technology allows it, the provider decides'),
  why: z.string().describe('Why, in a sentence'),
  basis,
};

const capability = z.strictObject({
  capability: z.enum(CAPABILITY_NAMES).describe('Its name, as `can` takes it'),
  means: z.string().describe('What can be done'),
  ...cell,
});

/** A technology with everything known of it. */
export const technologySchema = z
  .strictObject({
    id: z.string().describe('As `technology` of a search takes it'),
    name: z.string().describe('Its name'),
    kind: z.enum(['container', 'virtual-machine', 'bare-metal']).describe('Whether guests share the kernel of the host'),
    summary: statement.describe('What it is'),
    sharedKernel: z.boolean().describe('Whether guests run on the kernel of the host'),
    kernel: statement.describe('Kernel that a guest sees'),
    endOfLife: z
      .array(
        z.strictObject({
          what: z.string().describe('Release'),
          date: z.string().nullable().describe('End of its support; null: no day is known'),
          note: z.string().describe('More about it'),
          basis,
        }),
      )
      .readonly()
      .describe('Ends of support'),
    guests: statement.describe('Systems and distributions that run'),
    overhead: statement.describe('What it costs in speed and memory'),
    whyProvidersChooseIt: statement.describe('Why providers choose it'),
    capabilities: z.array(capability).readonly().describe('What can be done'),
    overselling: z
      .strictObject({ memory: statement, cpu: statement, disk: statement, usualDefault: statement })
      .describe('How more can be sold than there is'),
    ballooning: z
      .strictObject({ device: z.enum(['yes', 'no', 'optional']).describe('Whether there is a balloon device'), limit: statement })
      .describe('Ballooning, and how far it goes'),
    detection: z
      .strictObject({
        systemdDetectVirt: z.string().nullable().describe('What systemd-detect-virt prints'),
        marks: z.array(statement).readonly().describe('Other marks'),
        pitfalls: z.array(statement).readonly().describe('What misleads'),
      })
      .describe('How to tell from inside'),
  })
  .openapi('Technology');

/** Something that goes with any technology. */
export const modifierSchema = z
  .strictObject({
    id: z.string().describe('Its id'),
    name: z.string().describe('Its name'),
    summary: statement,
    notes: z.record(z.string(), statement).describe('What it changes, by capability'),
    overselling: statement,
  })
  .openapi('TechnologyModifier');

/** All of them. */
export const technologiesSchema = z
  .strictObject({
    data: z.array(technologySchema).readonly().describe('Every technology'),
    modifiers: z.array(modifierSchema).readonly().describe('What goes with any of them'),
  })
  .openapi('Technologies');

const answer = z
  .strictObject({
    technology: z.string().describe('Id of the technology'),
    name: z.string().describe('Its name'),
    verdict: z.enum(NEED_VERDICTS).describe('The list it stands in'),
    why: z.string().describe('Why, in a sentence'),
    needs: z
      .array(z.strictObject({ capability: z.enum(CAPABILITY_NAMES), ...cell }))
      .readonly()
      .describe('Need by need'),
  })
  .openapi('NeedAnswer');

/** Which technologies serve some needs. */
export const needsSchema = z
  .strictObject({
    need: z.array(z.enum(CAPABILITY_NAMES)).readonly().describe('The needs'),
    serves: z.array(answer).readonly().describe('Everything can be done by itself'),
    depends: z.array(answer).readonly().describe('The provider decides on some of it'),
    cannot: z.array(answer).readonly().describe('Some of it cannot be done'),
    unknown: z.array(answer).readonly().describe('Of some of it nothing is known, of the others nothing is in the way'),
  })
  .openapi('Needs');

/** What can be done on one offer, and why. */
export const offerCapabilitiesSchema = z
  .strictObject({
    id: z.string().describe('The id asked for'),
    technology: z.string().describe('Technology of the offer'),
    data: z
      .array(
        z.strictObject({
          capability: z.enum(CAPABILITY_NAMES).describe('Its name'),
          means: z.string().describe('What can be done'),
          value: z.enum(CAPABILITY_VALUES).describe("The offer's own statement, else what its technology says"),
          stated: z
            .strictObject({ value: z.enum(CAPABILITY_VALUES), said: z.string().describe('The words') })
            .nullable()
            .describe('What the offer says itself; null: nothing'),
          technology: z.strictObject(cell).nullable().describe('What its technology says; null: it is not known'),
          note: z.string().nullable().describe('What else matters for it'),
        }),
      )
      .readonly()
      .describe('Every capability'),
  })
  .openapi('OfferCapabilities');
