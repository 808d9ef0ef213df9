/** Every shop software that is read, in the order in which a page is asked for its marks. */
import { billmanager, billmanagerXml } from './billmanager.ts';
import { blesta } from './blesta.ts';
import { clientexec } from './clientexec.ts';
import type { DataPlatform } from './data-platform.ts';
import { fossbilling } from './fossbilling.ts';
import { fossbillingApi } from './fossbilling-api.ts';
import { hostbill } from './hostbill.ts';
import { offersFeed } from './offers-feed/offers-feed.ts';
import type { Platform } from './platform.ts';
import { schemaOrg } from './schema-org/schema-org.ts';
import { whmcs } from './whmcs/whmcs.ts';

/** Read from pages. Markup comes last: it stands on pages of every software, and says less than they show. */
export const PLATFORMS: readonly Platform[] = [whmcs, blesta, hostbill, clientexec, fossbilling, billmanagerXml, schemaOrg];

/** Read from data. */
export const DATA_PLATFORMS: readonly DataPlatform[] = [offersFeed, fossbillingApi, billmanager];
