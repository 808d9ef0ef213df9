// Made from api/openapi.json by "npm run openapi".
export interface paths {
    "/v1/offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search offers
         * @description Rows that meet every criterion. What is not known of a row does not meet a criterion: `meta.excludedUnknown` counts such rows, `includeUnknown=true` lets them pass. Lists are separated by commas; unknown and repeated parameters are errors. Asked for as CSV or NDJSON (by `Accept`, or under `/v1/offers.csv` and `/v1/offers.ndjson`) it streams all rows, without pages.
         */
        get: operations["searchOffers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/offers.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every matching row as CSV
         * @description All rows of one state of the catalogue, in order, without pages. A connection that ends before the body does means that the rest is missing.
         *
         *     A table with a line of names, one line a row. What is not known is empty or `unknown`; several values are separated by `|`; a text that a spreadsheet would take for a formula begins with an apostrophe. Columns, to which new ones are only ever added at the end: `id` (Id of the row), `planKey` (The provider's own id of the plan), `provider` (Id of the provider), `providerName` (Its name), `providerCountry` (Its country), `name` (Name of the plan as sold), `productType` (Kind of product), `state` (live, recorded, stale or withdrawn), `availability` (Best stock among the locations), `technology` (Virtualization technology), `technologyConfidence` (How sure that is), `technologyHow` (How that is known), `vcpu` (Virtual CPUs), `cpuResourceModel` (Whose they are), `cpuBaselinePct` (Documented baseline in percent of each), `cpuModel` (Chip as written), `architecture` (Instruction set), `memoryMib` (Memory in MiB), `memoryGuaranteedMib` (Guaranteed part of it, where a part is), `memoryResourceModel` (Whose the memory is), `storageGb` (Bundled storage in GB as advertised), `storageType` (Kind of storage), `transferGb` (Transfer a month in GB as advertised), `unmetered` (Whether transfer is unmetered), `portMbps` (Port speed in Mbps), `ipv4` (Own public IPv4 addresses), `hasIpv6` (Whether there is IPv6), `natIpv4` (Whether IPv4 is shared by NAT), `ddos` (Whether DDoS protection is included), `gpuName` (GPU as written), `gpuCount` (GPUs), `gpuMemoryMib` (Memory of each in MiB), `countries` (Countries of its locations), `cities` (Cities of its locations), `offerIds` (The offers it stands for, one a named location), `comparablePerMonth` (Comparable price per month), `comparablePerGbMemory` (The same per GB of memory), `comparablePerVcpu` (The same per vCPU), `comparablePerTbStorage` (The same per TB of storage), `comparableCurrency` (Currency of the four), `comparableHorizonMonths` (Months they are computed over), `comparableRateDate` (Day of the exchange rates), `pricePerHour` (Price as sold by the hour), `pricePerHourCurrency` (Its currency), `priceOneMonth` (Price as sold for one month), `priceOneMonthCurrency` (Its currency), `priceTwelveMonths` (Price as sold for twelve months), `priceTwelveMonthsCurrency` (Its currency), `riskLevel` (Signs of overselling), `url` (Page of the plan), `source` (Id of the source), `observedAt` (When it was last seen like this), `firstSeenAt` (When it was first seen), `lastChangedAt` (When anything about it last changed).
         */
        get: operations["exportOffersCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/offers.ndjson": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every matching row as NDJSON
         * @description All rows of one state of the catalogue, in order, without pages. A connection that ends before the body does means that the rest is missing.
         *
         *     One row a line, each as in `data` of a search.
         */
        get: operations["exportOffersNdjson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/feeds/offers.atom": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * New offers as Atom
         * @description The newest 100 rows that meet the filter of a search. An entry keeps its id; its time moves when the row changes.
         */
        get: operations["getOffersAtom"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/feeds/offers.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * New offers as JSON Feed
         * @description The newest 100 rows that meet the filter of a search. An entry keeps its id; its time moves when the row changes.
         */
        get: operations["getOffersJsonFeed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/feeds/changes.atom": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Changes as Atom
         * @description The newest 100 events of `/v1/changes`: price changes, stock, specifications, new and withdrawn plans. Entries never change.
         */
        get: operations["getChangesAtom"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/feeds/changes.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Changes as JSON Feed
         * @description The newest 100 events of `/v1/changes`: price changes, stock, specifications, new and withdrawn plans. Entries never change.
         */
        get: operations["getChangesJsonFeed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/offers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One offer
         * @description A row by its id, or the part of it that one offer is (a plan in one location) by the offer id. Each field comes with its origin.
         */
        get: operations["getOffer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/offers/{id}/prices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Price history
         * @description Periods in which prices were observed, changes, lowest and highest price. Periods that were found wrong, or in which another machine was sold under this id, are shown and left out of the figures. All periods are converted by the newest exchange rates.
         */
        get: operations["getOfferPrices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/offers/{id}/similar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Similar offers
         * @description Rows of the same type of product that are for sale, with half to twice the memory, by how near they are in price, memory, vCPUs, technology, resource model, storage and place; `weights` says how much each counts. Other plans come first.
         */
        get: operations["getSimilarOffers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/offers/{id}/capabilities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What can be done on it
         * @description Each capability with the offer's own statement and what its technology says; the statement counts, both are told.
         */
        get: operations["getOfferCapabilities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/offers/{id}/risk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Why it may be oversold
         * @description Every reason with what was observed, compared with what, what it means as a rule and what speaks against it; what each adds, within the bounds of its family; and what would change the assessment.
         */
        get: operations["getOfferRisk"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check an offer
         * @description Takes the text of an offer, an offer in JSON, or the address of a known one, and says what was read, where the price stands, what the technology allows, whose the resources are, how likely less comes than is promised and why, and what to ask the seller. Nothing is stored and nothing fetched.
         */
        post: operations["checkOffer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/offers/{id}/benchmarks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What owners measured
         * @description Benchmark reports that owners of the plan sent, each compared with what is sold, with the documented limit and with what the same CPU reaches elsewhere in the same version of Geekbench.
         */
        get: operations["getOfferBenchmarks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/benchmarks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a benchmark report
         * @description The report as the body, whatever its content type says: YABS's JSON (its own `-s URL` upload works as it is) or text, bench.sh, nench, Bench.Monster, Geekbench, speedtest-cli and Ookla JSON, mpstat, vmstat. Sending it is the consent to keep and show its figures with the offer; `publish=false` only reads and compares. No address of the sender is kept. The same report is kept once.
         */
        post: operations["sendBenchmark"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/benchmarks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take a benchmark report back
         * @description With the `withdrawKey` of the receipt as bearer token. It is shown and counted no more.
         */
        delete: operations["withdrawBenchmark"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/compare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Compare offers
         * @description Two to eight rows or offers, attribute by attribute, what differs first. What is better is marked with its reason where better is defined; what is not known is never best. Costs are itemised in the currency of the sale: whole billing terms are bought, so a term of 36 months is paid at once; `perMonth` is comparable all the same.
         */
        get: operations["compareOffers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Why an offer is found, or not
         * @description Takes the filter of a search and says for each criterion whether the offer meets it, what it has instead and how near that is, and whether searches leave it out by default.
         */
        get: operations["explainOffer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What changed
         * @description Events, newest first; what happened to one plan in several places in one reading is one event. The filter of a search applies to the row that the change is about, as it is now; sold-out and withdrawn rows are taken in, dedicated servers only where asked for. An id that was given to another machine or another name is a `spec` event, never a `price`. Events that were there on the first page are met once, whatever is published meanwhile.
         */
        get: operations["listChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report a wrong value, or an experience
         * @description Operators read it; nothing is shown or counted before one of them accepted it. An experience needs a public link. The author is kept as a hash, so that nobody counts twice; the same report again changes nothing.
         */
        post: operations["sendReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sources
         * @description Every place that is read, with its last run, the age of its data and its next try.
         */
        get: operations["listSources"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sources/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One source */
        get: operations["getSource"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/providers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Providers
         * @description Every provider with its documented facts, how much of it is for sale and when it was last seen.
         */
        get: operations["listProviders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/providers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One provider */
        get: operations["getProvider"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/locations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Locations
         * @description Every place where a provider sells. `facets=location` of a search counts what is sold there.
         */
        get: operations["listLocations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/technologies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Technologies, or which of them serve some needs
         * @description What each virtualization technology is, allows and lets providers oversell; every sentence with what it rests on. With `need` instead: which technologies serve, where the provider decides, which cannot, and why in a sentence.
         */
        get: operations["listTechnologies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/technologies/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One technology */
        get: operations["getTechnology"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything that is kept of the subscriber */
        get: operations["exportSubscription"];
        put?: never;
        /**
         * Ask for mail, or for a new link to sign in
         * @description A link is mailed to the address. It works once, for two days; until it is confirmed nothing else is sent. The answer is the same whatever is known of the address.
         */
        post: operations["subscribe"];
        /**
         * Forget the subscriber
         * @description Address, watches, deliveries and tokens are gone at once.
         */
        delete: operations["eraseSubscription"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/subscriptions/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm a link, once */
        post: operations["confirmSubscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/watches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The subscriber's watches, newest first */
        get: operations["listWatches"];
        put?: never;
        /**
         * Watch a search or an offer
         * @description What fires is what the search would find. A condition that is true already is told in the answer, and again only after it was otherwise. Webhooks are https only, never to private addresses.
         */
        post: operations["createWatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/watches/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One watch */
        get: operations["getWatch"];
        put?: never;
        post?: never;
        /** End a watch */
        delete: operations["endWatch"];
        options?: never;
        head?: never;
        /**
         * Change a watch
         * @description What is not given stays. The watch begins anew: what is true by now is told in the answer.
         */
        patch: operations["changeWatch"];
        trace?: never;
    };
    "/v1/watches/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a watch has told, newest first */
        get: operations["listDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/watches/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a test by the channel of a watch */
        post: operations["testWatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/unsubscribe": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Leave by one click
         * @description Ends the watch that the mail was about; the link of a digest ends the digest. Takes any body, as mail programs send one. Doing it twice is fine.
         */
        post: operations["unsubscribe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Runs, the newest first */
        get: operations["listRuns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/runs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One run
         * @description With its findings and rejections; of a run in quarantine also what publishing it would change.
         */
        get: operations["getRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/runs/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish a held run
         * @description Asks a worker to publish it as it was read. `release` of the run says how that ended.
         */
        post: operations["releaseRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sources, with what operators need to know */
        get: operations["listAdminSources"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/sources/{id}/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read a source now
         * @description Asks a worker to run it. What it asked for by Retry-After is kept; one that is switched off stays off.
         */
        post: operations["runSource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/sources/{id}/off": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Switch a source off
         * @description It is not read until it is switched on. Its offers stay, with their age. The reason is public.
         */
        post: operations["switchSourceOff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/sources/{id}/on": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Switch a source on
         * @description It is read at its planned time; at once where that has passed or there is none.
         */
        post: operations["switchSourceOn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/offers/{id}/prices/void": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Void a wrong price
         * @description Lows, highs, percentile, falls and changes are told without it. Where it is the price of now, the price is not known until the source says another one. The history keeps it, with the reason. The id of a row voids it for all of its offers.
         */
        post: operations["voidPrice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/offers/{id}/prices/unvoid": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lift a void
         * @description Everything is told again as if the price had never been voided.
         */
        post: operations["unvoidPrice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reports of readers, newest first */
        get: operations["listReports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/reports/{id}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept or reject a report
         * @description An accepted experience is shown with its link and counts in the provider's risk; the words shown are the operator's.
         */
        post: operations["reviewReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/benchmarks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Benchmark reports, newest first */
        get: operations["listBenchmarks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/benchmarks/{id}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Attach a benchmark report to an offer, or take it away
         * @description What is attached is shown and counts in the risk of the offer; what is taken away does neither.
         */
        post: operations["reviewBenchmark"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The newest deliveries in a state */
        get: operations["listAllDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/deliveries/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try a delivery that was given up anew */
        post: operations["retryDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/suppressions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send nothing more to an address
         * @description It bounced, or complained. What is kept is its hash.
         */
        post: operations["suppressAddress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/suppressions/lift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send to an address again */
        post: operations["liftSuppression"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the process is alive */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether requests can be answered
         * @description The database answers, its schema is there, and a first catalogue is published.
         */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Metrics for Prometheus */
        get: operations["getMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where to begin */
        get: operations["getIndex"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/problems/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a kind of problem is */
        get: operations["getProblemKind"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AdminBenchmark: {
            id: string;
            /** @description Plan that it counts for; null: none was named */
            planId: string | null;
            /** @description The one location it was made in; null: not told */
            offerId: string | null;
            /**
             * Format: date
             * @description Day it ran on
             */
            ranOn: string | null;
            /** Format: date-time */
            receivedAt: string;
            /** @description Taken back, or away: neither shown nor counted */
            withdrawn: boolean;
            report: components["schemas"]["BenchmarkReport"];
        };
        AdminReport: {
            /** @description Id of the report */
            id: string;
            /**
             * @description What it is about
             * @enum {string}
             */
            about: "value" | "experience";
            /** @description Id of the provider */
            provider: string;
            /** @description Row or offer */
            offerId: string | null;
            /** @description Field that is said to be wrong */
            field: string | null;
            /**
             * @description Kind of the experience
             * @enum {string|null}
             */
            kind: "outage" | "slowness" | "billing" | "deadpool" | "praise" | null;
            /**
             * Format: date
             * @description When it happened
             */
            date: string | null;
            /** @description Where it is told */
            url: string | null;
            /** @description Hash of who says so */
            author: string;
            /** @description Words of the reporter */
            said: string;
            /** @description Words of ours, shown with it */
            words: string | null;
            /**
             * @description What was decided
             * @enum {string}
             */
            state: "pending" | "accepted" | "rejected";
            /**
             * Format: date-time
             * @description When it came
             */
            reportedAt: string;
            /**
             * Format: date-time
             * @description When it was decided
             */
            reviewedAt: string | null;
        };
        AdminSource: components["schemas"]["Source"] & {
            /** @description Name of the setting that its credential is read from; null: it needs none */
            credential: string | null;
            /** @description The only hosts that it may be fetched from */
            hosts: string[];
            /** @description Why it is not read live any more; null: it is */
            retired: string | null;
        };
        Basis: {
            /**
             * @description Whether documents were looked up for it
             * @enum {string}
             */
            kind: "source" | "general-knowledge";
            /** @description Day on which the documents were read; null for general knowledge */
            asOf: string | null;
            /** @description The documents */
            sources: {
                /** @description Document */
                title: string;
                /** @description Its address */
                url: string | null;
            }[];
        };
        BegunWatch: components["schemas"]["Watch"] & {
            /** @description What its messages are signed with (Standard Webhooks); null: no webhook */
            webhookSecret: string | null;
            /** @description What is true already: it is told here, and not again until it was otherwise */
            already: {
                /** @description Plans that meet it now */
                count: number;
                /** @description Whether all of them were looked at */
                complete: boolean;
                /** @description The cheapest of them */
                examples: components["schemas"]["ToldEvent"][];
            };
        };
        BenchmarkComparison: {
            /** @enum {string} */
            about: "memory" | "cores" | "technology" | "port" | "cpu-speed" | "steal";
            /** @enum {string} */
            verdict: "as-sold" | "as-documented" | "less" | "more" | "different" | "contradicts-dedicated" | "not-comparable";
            measured: number | string | null;
            expected: number | string | null;
            /** @description In a sentence, with its doubt */
            statement: string;
        };
        BenchmarkReceipt: {
            /** @description Id of the stored report; null: nothing was stored */
            id: string | null;
            /**
             * @description `waiting`: it names no offer, operators look at it
             * @enum {string}
             */
            state: "stored" | "known" | "waiting" | "not-stored";
            /** @description Offer or row that it is attached to */
            offer: string | null;
            /** @description Told once: `DELETE /v1/benchmarks/{id}` with it as bearer token takes the report back */
            withdrawKey: string | null;
            report: components["schemas"]["BenchmarkReport"];
            /** @description Against what is sold, what is documented and what the CPU reaches elsewhere */
            comparison: components["schemas"]["BenchmarkComparison"][];
            /** @description What is kept, and what is not */
            notice: string;
        };
        BenchmarkReport: {
            /**
             * @description The tool, and the form of its report
             * @enum {string}
             */
            format: "yabs-json" | "yabs-text" | "benchsh" | "nench" | "bench-monster" | "freevps" | "speedtest-cli-json" | "ookla-json" | "geekbench" | "mpstat" | "vmstat";
            toolVersion: string | null;
            /** @description As printed */
            ranAt: string | null;
            elapsedS: number | null;
            arch: string | null;
            distro: string | null;
            kernel: string | null;
            uptimeS: number | null;
            /** @description As seen from inside */
            technology: {
                /** @enum {string} */
                value: "openvz6" | "openvz7" | "openvz" | "lxc" | "xen-pv" | "xen-hvm" | "xen-pvh" | "xen" | "kvm" | "hyper-v" | "vmware" | "bhyve" | "firecracker" | "none" | "unknown";
                said: string | null;
            };
            cpu: {
                model: string | null;
                cores: number | null;
                mhz: number | null;
                aes: boolean | null;
                virt: boolean | null;
            };
            memory: {
                ramMib: number | null;
                swapMib: number | null;
            };
            disk: {
                mib: number | null;
            };
            network: {
                ipv4: boolean | null;
                ipv6: boolean | null;
                isp: string | null;
                asn: string | null;
                country: string | null;
            };
            /** @description Mixed random reads and writes; decimal MB/s, the tool's unit errors corrected */
            fio: {
                blockSize: string;
                readMBps: number | null;
                writeMBps: number | null;
                totalMBps: number | null;
                readIops: number | null;
                writeIops: number | null;
                totalIops: number | null;
            }[];
            /** @description Sequential writes */
            dd: {
                runsMBps: number[];
                averageMBps: number | null;
            };
            iperf: {
                /** @enum {string|null} */
                mode: "IPv4" | "IPv6" | null;
                provider: string | null;
                location: string | null;
                sendMbps: number | null;
                receiveMbps: number | null;
                sendBusy: boolean;
                receiveBusy: boolean;
                pingMs: number | null;
            }[];
            speedtest: {
                node: string | null;
                downloadMbps: number | null;
                uploadMbps: number | null;
                pingMs: number | null;
            }[];
            geekbench: {
                version: number | null;
                single: number | null;
                multi: number | null;
                url: string | null;
            }[];
            /** @description Seconds (names that end in `_500MB`) or MB/s */
            cpuTests: {
                [key: string]: number;
            };
            steal: {
                averagePct: number;
                maxPct: number;
                underLoad: boolean | null;
            } | null;
            /** @description What was damaged or missing */
            warnings: string[];
        };
        BenchmarkReview: {
            /** @description Id of the offer or row that it was made on; null: take the report away */
            offer: string | null;
        };
        Change: {
            /**
             * @description What happened
             * @enum {string}
             */
            kind: "new" | "price" | "restocked" | "sold-out" | "spec" | "withdrawn" | "returned";
            /**
             * Format: date-time
             * @description When it was first observed
             */
            observedAt: string;
            /** @description The offer it happened to; null: the plan */
            offerId: string | null;
            /** @description What was; of a machine only what differs, by path */
            before: {
                [key: string]: unknown;
            } | null;
            /** @description What is since */
            after: {
                [key: string]: unknown;
            } | null;
        };
        ChangeEvent: {
            /** @description Id of the event */
            id: string;
            /**
             * @description What happened; another machine or name under an id is `spec`, never `price`
             * @enum {string}
             */
            kind: "new" | "price" | "restocked" | "sold-out" | "spec" | "withdrawn" | "returned";
            /**
             * Format: date-time
             * @description When it was first observed
             */
            observedAt: string;
            /** @description Who sells it */
            provider: {
                /** @description Id */
                id: string;
                /** @description Name */
                name: string;
            };
            /** @description Id of the source where it was observed */
            source: string;
            /** @description What it happened to */
            plan: {
                /** @description Id, also of its row */
                id: string;
                /** @description Its name now */
                name: string | null;
            };
            /** @description The offers it happened to, all in one reading; empty: the plan as a whole */
            offerIds: string[];
            /** @description What was; of a machine only what differs, by path */
            before: {
                [key: string]: unknown;
            } | null;
            /** @description What is since */
            after: {
                [key: string]: unknown;
            } | null;
            /** @description Of price changes, what they come to; null: no other kind has one, and none without a common currency */
            price: {
                /** @description Currency that it is sold in */
                currency: string;
                /** @description Price per month before, set-up and introductory price spread over twelve months */
                from: string;
                /** @description The same since */
                to: string;
                /** @description Change in percent; null: from nothing */
                percent: number | null;
            } | null;
        };
        ChangesPage: {
            /** @description The events of this page, newest first */
            data: components["schemas"]["ChangeEvent"][];
            page: {
                /** @description Cursor of the next page; null: this is the last */
                next: string | null;
                /** @description Events on a page */
                limit: number;
            };
        };
        CheckAnswer: {
            /** @description What was read */
            offer: {
                [key: string]: unknown;
            };
            market: components["schemas"]["MarketPosition"];
            resourceModel: components["schemas"]["ResourceModels"];
            risk: {
                /**
                 * @description unknown: too little is known. No percentage: the base rate is unknown
                 * @enum {string}
                 */
                level: "low" | "guarded" | "elevated" | "high" | "unknown";
                /**
                 * @description How sure the level is
                 * @enum {string}
                 */
                confidence: "high" | "medium" | "low" | "none";
                /** @description In one sentence */
                summary: string;
                /** @description Of the rules */
                modelVersion: string;
                /** @description The reasons, weightiest first */
                evidence: components["schemas"]["RiskEvidence"][];
                /** @description Bounded sums by family */
                families: {
                    [key: string]: number;
                };
                /** @description Rules that moved the level */
                rules: string[];
                /** @description What would make it surer, or another one */
                wouldChange: string[];
            };
            /** @description What can be done */
            capabilities: {
                [key: string]: {
                    /**
                     * @description Whether
                     * @enum {string}
                     */
                    value: "yes" | "no" | "provider-dependent" | "unknown";
                    /** @description Why */
                    why: string | null;
                };
            };
            /** @description What to ask the seller */
            questions: string[];
            /** @description What was not understood */
            unread: string[];
        };
        CheckRequest: {
            /** @description The words of an offer, a whole post too */
            text?: string;
            /** @description A row, or as much of one as is known */
            offer?: Record<string, never>;
            /** @description Address of a known offer: the page that sells it, or ours */
            url?: string;
            /** @description A benchmark report of a server of this plan */
            benchmark?: string;
        };
        ComparedAttribute: {
            /** @description Path of the field in a row, or a name where it is made of several */
            name: string;
            /** @description Its name for people */
            label: string;
            /** @description Unit of numbers and amounts */
            unit: string | null;
            /** @description By the ids asked for; null or `unknown`: nobody said */
            values: {
                [key: string]: string | number | boolean | string[] | null;
            };
            /** @description Whether all values are equal */
            same: boolean;
            /** @description The better ones; null: nothing is known to be worse, or it is a matter of taste. What is not known is never best */
            best: {
                /** @description The better ones, all that tie */
                ids: string[];
                /** @description What makes them better */
                reason: string;
            } | null;
        };
        Comparison: {
            /** @description The ids in the order asked */
            ids: string[];
            /** @description Months that costs and comparable prices are over */
            months: number;
            /** @description Currency that prices are compared in */
            currency: string;
            /** @description Day of the exchange rates; null: none are known */
            rateDate: string | null;
            /** @description What differs first */
            attributes: components["schemas"]["ComparedAttribute"][];
            /** @description What each costs, in the order asked */
            costs: components["schemas"]["CostOverMonths"][];
            /** @description The lowest totals; null: nothing is known to be dearer */
            cheapest: {
                /** @description The better ones, all that tie */
                ids: string[];
                /** @description What makes them better */
                reason: string;
            } | null;
        };
        CostLine: {
            /**
             * @description What the bill is for
             * @enum {string}
             */
            kind: "set-up" | "introductory" | "regular" | "ipv4";
            /** @description The same in words */
            label: string;
            /** @description Months that it pays for; 0: paid once */
            months: number;
            /** @description The bill; null: not known, `note` says why */
            amount: string | null;
            /** @description Currency that it is sold in */
            currency: string;
            /** @description What else there is to say */
            note: string | null;
        };
        CostOverMonths: {
            /** @description The id asked for */
            id: string;
            /** @description Months that are looked at */
            months: number;
            /** @description Billing term that is cheapest over them; null: none is known */
            termMonths: number | null;
            /** @description Months paid for within them: whole terms */
            monthsPaid: number;
            /** @description The bills */
            lines: components["schemas"]["CostLine"][];
            /** @description Currency that it is sold in; null: no price is known */
            currency: string | null;
            /** @description Exact sum of the bills: cash paid within these months; null: a bill is not known */
            total: string | null;
            /** @description Sum of the bills that are known */
            atLeast: string | null;
            /** @description Everything that the total lacks */
            missing: string[];
            /** @description Comparable price per month in the asked currency: of a term that lasts longer only these months count */
            perMonth: string | null;
            /** @description Sums in the asked currency; null: no exchange rate */
            converted: {
                /** @description The asked currency */
                currency: string;
                /** @description The total */
                total: string | null;
                /** @description The sum of what is known */
                atLeast: string;
            } | null;
            /** @description Whether tax is included */
            taxIncluded: boolean | null;
        };
        Delivery: {
            /**
             * Format: uuid
             * @description Id; `webhook-id` and part of Message-ID
             */
            id: string;
            /**
             * Format: uuid
             * @description Watch; null: a digest or the subscription
             */
            watchId: string | null;
            /**
             * @description What it is
             * @enum {string}
             */
            kind: "alert" | "digest" | "confirm" | "notice" | "test";
            /**
             * @description Where it goes
             * @enum {string}
             */
            channel: "email" | "webhook";
            /**
             * @description dead: given up
             * @enum {string}
             */
            state: "queued" | "sending" | "sent" | "cancelled" | "dead";
            /** @description Tries */
            attempts: number;
            /** @description Why it was not sent */
            lastError: string | null;
            /**
             * Format: date-time
             * @description When it was queued
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it is tried next
             */
            nextTryAt: string | null;
            /**
             * Format: date-time
             * @description When it was sent
             */
            sentAt: string | null;
            /** @description What an alert tells */
            items: components["schemas"]["ToldEvent"][];
        };
        EnqueuedRun: {
            /** @description The source */
            sourceId: string;
            /**
             * @description already-queued: a run of it waits or runs
             * @enum {string}
             */
            state: "queued" | "already-queued";
        };
        ExperienceReport: {
            /**
             * @description Kind of the experience
             * @enum {string}
             */
            kind: "outage" | "slowness" | "billing" | "deadpool" | "praise";
            /**
             * Format: date
             * @description When it happened
             */
            date: string;
            /** @description Where it is told */
            url: string | null;
            /** @description What was observed */
            words: string;
        };
        ExplainedCriterion: {
            /** @description Parameter of the filter */
            parameter: string;
            /** @description What it asks, as it is written */
            asked: string;
            /** @description What the row has, in the same units; null: not known */
            has: string | null;
            /**
             * @description Whether it is met
             * @enum {string}
             */
            verdict: "met" | "not-met" | "unknown";
            /** @description How far off it is; null: it is not, or that cannot be measured */
            miss: {
                /** @description Distance in percent of what is asked */
                percent: number;
                /** @description The same in words: over or short */
                words: string;
                /** @description Whether it is a near miss: at most a fifth */
                near: boolean;
            } | null;
            /** @description All of it in one sentence */
            words: string;
        };
        Explanation: {
            /** @description The id asked for */
            id: string;
            /**
             * @description Of all criteria, those by default among them
             * @enum {string}
             */
            verdict: "met" | "not-met" | "unknown";
            /** @description Whether a search with this filter shows it; where a criterion is unknown, only by `includeUnknown` */
            shown: boolean;
            /** @description Whether it is left out by near misses only */
            nearMiss: boolean;
            /** @description Everything that was asked */
            criteria: components["schemas"]["ExplainedCriterion"][];
            /** @description What searches leave out unless asked */
            exclusions: {
                /** @description Parameter that switches it off when given */
                parameter: string;
                /** @description What searches leave out */
                excludes: string;
                /** @description Whether that leaves this row out */
                applies: boolean;
            }[];
        };
        FeedItem: {
            /** @description Stable for ever */
            id: string;
            /**
             * Format: uri
             * @description Page for people
             */
            url: string;
            /** @description One line */
            title: string;
            /** @description A few sentences, plain text */
            content_text: string;
            /**
             * Format: date-time
             * @description When it was first observed
             */
            date_published: string;
            /**
             * Format: date-time
             * @description When it last changed
             */
            date_modified: string;
            /** @description Whom it is about */
            authors: {
                /** @description The provider */
                name: string;
                /** @description Its website */
                url?: string;
            }[];
            /** @description Words to sort by */
            tags: string[];
        };
        Finding: {
            /**
             * @description Kind of finding
             * @enum {string}
             */
            code: "missing-role" | "incomplete" | "unreadable-page" | "challenge-page" | "login-page" | "needs-browser" | "empty" | "unknown-location" | "spec-mismatch" | "skipped" | "count-drop" | "count-rise" | "rejections-rise" | "duplicate-plan" | "price-jump" | "price-slip" | "zero-price" | "absurd-price" | "uniform-change" | "median-move" | "term-change" | "currency-change" | "identity-churn" | "facts-lost" | "first-batch" | "old-baseline" | "confirmed";
            /**
             * @description soft: held until read twice; hard: held until a person releases it
             * @enum {string}
             */
            severity: "info" | "soft" | "hard";
            /** @description What was found, with examples */
            message: string;
        };
        Health: {
            /**
             * @description All is well
             * @enum {string}
             */
            status: "ok";
        };
        /** @description What publishing it would change, by today's reader; null: see noDiff */
        HeldDiff: {
            /**
             * Format: date-time
             * @description Observation it is compared with; null: nothing is published
             */
            publishedAt: string | null;
            /** @description Plans that are new */
            added: {
                /** @description How many there are */
                count: number;
                /** @description The first 200 */
                first: {
                    /** @description Id of the plan */
                    planId: string;
                    /** @description Its name */
                    name: string | null;
                    /** @description Locations that sell it */
                    places: number;
                    /** @description Its regular prices in words */
                    prices: string[];
                }[];
            };
            /** @description Plans that are not read any more */
            gone: {
                /** @description How many there are */
                count: number;
                /** @description The first 200 */
                first: {
                    /** @description Id of the plan */
                    planId: string;
                    /** @description Its name */
                    name: string | null;
                    /** @description Locations that sell it */
                    places: number;
                    /** @description Its regular prices in words */
                    prices: string[];
                }[];
            };
            /** @description Amounts that differ, the farthest first */
            repriced: {
                /** @description How many there are */
                count: number;
                /** @description The first 200 */
                first: {
                    /** @description Id of the plan */
                    planId: string;
                    /** @description The offers that it moves for */
                    offerIds: string[];
                    /** @description Which price: "a month", "for 12 months", "to set up (a month)" */
                    price: string;
                    /** @description Published; null: none */
                    before: string | null;
                    /** @description Read; null: none */
                    after: string | null;
                    /** @description Read ÷ published; null where that says nothing */
                    factor: number | null;
                }[];
            };
            /** @description Amounts in another currency */
            currency: {
                /** @description How many there are */
                count: number;
                /** @description The first 200 */
                first: {
                    /** @description Id of the plan */
                    planId: string;
                    /** @description The offers that it moves for */
                    offerIds: string[];
                    /** @description Which price: "a month", "for 12 months", "to set up (a month)" */
                    price: string;
                    /** @description Published; null: none */
                    before: string | null;
                    /** @description Read; null: none */
                    after: string | null;
                    /** @description Read ÷ published; null where that says nothing */
                    factor: number | null;
                }[];
            };
            /** @description Values of machines that differ */
            spec: {
                /** @description How many there are */
                count: number;
                /** @description The first 200 */
                first: {
                    /** @description Id of the plan */
                    planId: string;
                    /** @description Path into the row */
                    field: string;
                    /** @description Published */
                    before?: unknown;
                    /** @description Read */
                    after?: unknown;
                }[];
            };
            /** @description New offers of plans that are in both */
            placesAdded: {
                /** @description How many there are */
                count: number;
                /** @description The first 200 */
                first: string[];
            };
            /** @description Offers that are missing from plans that are in both */
            placesGone: {
                /** @description How many there are */
                count: number;
                /** @description The first 200 */
                first: string[];
            };
        } | null;
        Index: {
            /** @description This program */
            name: string;
            /** @description Its version */
            version: string;
            /** @description Address of the document of this API */
            openapi: string;
            /** @description Addresses to try */
            examples: string[];
        };
        JsonFeed: {
            /**
             * @description The format
             * @enum {string}
             */
            version: "https://jsonfeed.org/version/1.1";
            /** @description What the feed is of */
            title: string;
            /** @description The same in a sentence */
            description: string;
            /**
             * Format: uri
             * @description The page for people that shows the same
             */
            home_page_url: string;
            /**
             * Format: uri
             * @description This feed
             */
            feed_url: string;
            /**
             * @description Language of our own words
             * @enum {string}
             */
            language: "en";
            /** @description The entries, newest first, 100 at most */
            items: components["schemas"]["FeedItem"][];
        };
        ListedRun: {
            /** @description Id of the run */
            id: string;
            /** @description The source that was read */
            sourceId: string;
            /**
             * @description Who asked for it
             * @enum {string}
             */
            trigger: "schedule" | "command" | "replay" | "catalogue" | "release";
            /**
             * @description How it ended, or that it runs
             * @enum {string}
             */
            state: "queued" | "running" | "published" | "unchanged" | "quarantined" | "failed";
            /**
             * Format: date-time
             * @description When it began
             */
            startedAt: string;
            /**
             * Format: date-time
             * @description When it ended
             */
            finishedAt: string | null;
            /**
             * Format: date-time
             * @description When its pages were observed
             */
            observedAt: string;
            /**
             * @description Why it failed, where it did
             * @enum {string|null}
             */
            failure: "unreachable" | "timed-out" | "server-error" | "rate-limited" | "blocked" | "not-found" | "robots-disallowed" | "host-not-allowed" | "private-address" | "too-large" | "browser-missing" | "browser-crashed" | "credentials-missing" | "unreadable-page" | "empty" | "incomplete" | "switched-off" | "retired" | "older-than-published" | "bug" | null;
            /** @description One sentence about a failure, a quarantine or a release */
            message: string | null;
            /** @description What it read and changed */
            counts: {
                /** @description Pages read */
                pages: number;
                /** @description Plans read */
                plans: number;
                /** @description Offers read: plans times locations */
                offers: number;
                /** @description Listings that were not understood */
                rejections: number;
                /** @description Plans and offers that are new */
                added: number;
                /** @description Changes told */
                changed: number;
                /** @description Offers withdrawn */
                withdrawn: number;
            } | null;
            /** @description What was noticed; what holds a batch is soft or hard */
            findings: components["schemas"]["Finding"][];
            release: components["schemas"]["Release"];
        };
        Location: {
            /** @description `<provider>/<its own location id>` */
            id: string;
            /** @description Id of the provider */
            provider: string;
            /** @description The provider's name of it */
            name: string | null;
            /** @description City */
            city: string | null;
            /** @description ISO 3166-1 alpha-2 */
            country: string | null;
            /** @description Continent, as the filter names it */
            region: string | null;
        };
        /** @description Place of the price among its peers; null: no price to compare */
        MarketPosition: {
            /** @description Peers */
            n: number;
            /** @description Percent of the peers that are cheaper; null: unknown */
            percentile: number | null;
            /** @description Robust z of the log price; null: unknown, or all peers cost the same */
            z: number | null;
            /** @description The same per GB of memory */
            zPerGbMemory: number | null;
            /** @description The same per vCPU */
            zPerVcpu: number | null;
            /** @description The same per TB of disk */
            zPerTb: number | null;
            /** @description US dollars a month per GB of memory */
            perGbMemoryUsd: number | null;
            /** @description US dollars a month per vCPU */
            perVcpuUsd: number | null;
            /** @description US dollars a month per TB of disk */
            perTbUsd: number | null;
            /** @description Whom it was compared with */
            group: {
                /** @description Technology family */
                family: string;
                /** @description Whether CPUs are dedicated; null: of any model */
                dedicated: boolean | null;
                /** @description Continents; null: anywhere */
                regions: string[] | null;
                /** @description Times that memory may differ by */
                memoryFactor: number | null;
                /** @description First day */
                from: string;
                /** @description Last day */
                to: string;
                /** @description What was widened to find enough peers */
                widened: string[];
            };
            /** @description Why there is no position */
            reason: string | null;
            /** @description In a sentence */
            summary: string;
        } | null;
        NeedAnswer: {
            /** @description Id of the technology */
            technology: string;
            /** @description Its name */
            name: string;
            /**
             * @description The list it stands in
             * @enum {string}
             */
            verdict: "serves" | "depends" | "cannot" | "unknown";
            /** @description Why, in a sentence */
            why: string;
            /** @description Need by need */
            needs: {
                /** @enum {string} */
                capability: "docker" | "own-kernel" | "kernel-modules" | "linux" | "windows" | "bsd" | "custom-iso" | "nested-virtualization" | "ipset" | "nftables" | "iptables" | "wireguard" | "tun" | "fuse" | "swap" | "sysctl" | "ebpf";
                /**
                 * @description provider-dependent: the technology allows it, the provider decides
                 * @enum {string}
                 */
                value: "yes" | "no" | "provider-dependent" | "unknown";
                /** @description Why, in a sentence */
                why: string;
                basis: components["schemas"]["Basis"];
            }[];
        };
        Needs: {
            /** @description The needs */
            need: ("docker" | "own-kernel" | "kernel-modules" | "linux" | "windows" | "bsd" | "custom-iso" | "nested-virtualization" | "ipset" | "nftables" | "iptables" | "wireguard" | "tun" | "fuse" | "swap" | "sysctl" | "ebpf")[];
            /** @description Everything can be done by itself */
            serves: components["schemas"]["NeedAnswer"][];
            /** @description The provider decides on some of it */
            depends: components["schemas"]["NeedAnswer"][];
            /** @description Some of it cannot be done */
            cannot: components["schemas"]["NeedAnswer"][];
            /** @description Of some of it nothing is known, of the others nothing is in the way */
            unknown: components["schemas"]["NeedAnswer"][];
        };
        Offer: {
            /** @description Id of the row */
            id: string;
            /** @description The provider's own id of the plan */
            planKey: string | null;
            /** @description Page of the plan */
            url: string | null;
            /**
             * @description live, recorded (read from a recording), stale (not seen for too long) or withdrawn
             * @enum {string}
             */
            state: "live" | "recorded" | "stale" | "withdrawn";
            /**
             * Format: date-time
             * @description When it was last seen like this
             */
            observedAt: string;
            /**
             * Format: date-time
             * @description When it was first seen
             */
            firstSeenAt: string;
            /**
             * Format: date-time
             * @description When anything about it last changed
             */
            lastChangedAt: string;
            /** @description Who sells it */
            provider: {
                /** @description Id of the provider */
                id: string;
                /** @description Its name */
                name: string;
                /** @description ISO 3166-1 alpha-2 */
                country: string | null;
                /** @description Its website */
                website: string | null;
            };
            /** @description Where it was read */
            source: {
                /** @description Id of the source */
                id: string;
                /** @description provider-api, cart, page, feed, post or recorded */
                kind: string;
                /** @description Its documentation or page */
                url: string;
                /** @description The stored answer that most fields were read from */
                snapshotId: string | null;
            };
            /** @description Name of the plan as sold */
            name: string | null;
            /**
             * @description What kind of product
             * @enum {string}
             */
            productType: "vps" | "vds" | "cloud" | "storage-vps" | "gpu" | "dedicated" | "unknown";
            /** @description Virtualization technology, and how it is known */
            technology: {
                /**
                 * @description Virtualization technology; `none` is a dedicated server
                 * @enum {string}
                 */
                value: "openvz6" | "openvz7" | "openvz" | "lxc" | "xen-pv" | "xen-hvm" | "xen-pvh" | "xen" | "kvm" | "hyper-v" | "vmware" | "bhyve" | "firecracker" | "none" | "unknown";
                /**
                 * @description How sure it is
                 * @enum {string}
                 */
                confidence: "high" | "medium" | "low" | "none";
                /**
                 * @description How it is known
                 * @enum {string}
                 */
                how: "stated" | "given" | "provider-fact" | "inferred" | "unknown";
                /** @description Quotes with their addresses */
                evidence: {
                    /** @description The words that carry it */
                    said: string;
                    /** @description Where they stand */
                    url: string | null;
                }[];
            };
            /** @description Processor */
            cpu: {
                /** @description Virtual CPUs; fractions are sold */
                vcpu: number | null;
                /**
                 * @description Whose the vCPUs are
                 * @enum {string}
                 */
                resourceModel: "dedicated" | "shared" | "burst" | "capped" | "unknown";
                /** @description The words that the resource model was read from */
                said: string | null;
                /** @description Documented baseline in percent of each vCPU */
                baselinePct: number | null;
                /** @description Chip as written */
                model: string | null;
                /**
                 * @description Instruction set
                 * @enum {string}
                 */
                architecture: "x86_64" | "arm64" | "arm" | "unknown";
                /** @description Clock in MHz as stated */
                frequencyMhz: number | null;
            };
            /** @description Memory */
            memory: {
                /** @description Memory in MiB; 1 GB sold is 1024 */
                mib: number | null;
                /** @description Guaranteed part in MiB, where a part is */
                guaranteedMib: number | null;
                /** @description Burst memory in MiB */
                burstMib: number | null;
                /** @description vSwap in MiB */
                vswapMib: number | null;
                /**
                 * @description Whose the memory is
                 * @enum {string}
                 */
                resourceModel: "dedicated" | "shared" | "burst" | "capped" | "unknown";
            };
            /** @description Storage */
            storage: {
                /** @description Bundled storage in GB as advertised; 0: sold without a disk */
                gb: number | null;
                /**
                 * @description Kind of storage
                 * @enum {string}
                 */
                type: "nvme" | "ssd" | "hdd" | "ssd-cached" | "network" | "unknown";
                /** @description RAID level as stated */
                raid: string | null;
                /** @description The single disks, where they are listed */
                disks: {
                    /** @description Size in GB as advertised */
                    gb: number;
                    /**
                     * @description Kind of storage
                     * @enum {string}
                     */
                    type: "nvme" | "ssd" | "hdd" | "ssd-cached" | "network" | "unknown";
                }[];
            };
            /** @description Network */
            network: {
                /** @description Transfer a month in GB as advertised */
                transferGb: number | null;
                /** @description Whether transfer is unmetered */
                unmetered: boolean | null;
                /** @description Port speed in Mbps */
                portMbps: number | null;
                /** @description Own public IPv4 addresses; 0: IPv6 only or NAT */
                ipv4: number | null;
                /** @description Whether there is IPv6 */
                hasIpv6: boolean | null;
                /** @description IPv6 addresses */
                ipv6: number | null;
                /** @description IPv6 prefix such as /64 */
                ipv6Prefix: string | null;
                /** @description Whether IPv4 is shared by NAT */
                natIpv4: boolean | null;
                /** @description Whether DDoS protection is included */
                ddos: boolean | null;
                /**
                 * @description What happens beyond the transfer
                 * @enum {string}
                 */
                overage: "charged" | "throttled" | "suspended" | "unknown";
            };
            /** @description GPU; null: none, or not known */
            gpu: {
                /** @description Card as written */
                name: string | null;
                /** @description Cards; a share of one is a fraction */
                count: number;
                /** @description Memory of each card, or of the share, in MiB */
                memoryMib: number | null;
            } | null;
            /** @description Operating systems as stated */
            guests: string[] | null;
            /** @description Whether the provider administers the server */
            managed: boolean | null;
            /** @description Best stock among the locations */
            availability: {
                /**
                 * @description Stock; unknown unless the source says
                 * @enum {string}
                 */
                state: "in-stock" | "limited" | "sold-out" | "pre-order" | "unknown";
                /** @description Units left, where a number is published */
                quantity: number | null;
            };
            /** @description Where it is sold at these prices */
            locations: components["schemas"]["RowLocation"][];
            /** @description Prices in the order of the source */
            prices: components["schemas"]["Price"][];
            /** @description Comparable price; null: no price, or no exchange rate */
            comparable: {
                /** @description The asked currency */
                currency: string;
                /** @description Price per month over the horizon */
                perMonth: string;
                /** @description Day of the exchange rates; empty where none was needed and none is known */
                rateDate: string;
                /** @description How it was computed, in one sentence */
                basis: string;
                /** @description Months over which set-up fee and introductory price are spread */
                horizonMonths: number;
                /** @description Per GB of memory */
                perGbMemory: string | null;
                /** @description Per vCPU */
                perVcpu: string | null;
                /** @description Per TB of storage */
                perTbDisk: string | null;
            } | null;
            /** @description What can be done on it: by its own statement, else by its technology. provider-dependent: the provider decides */
            capabilities: {
                [key: string]: "yes" | "no" | "provider-dependent" | "unknown";
            };
            /** @description Signs of overselling */
            risk: {
                /**
                 * @description Level of the assessment
                 * @enum {string}
                 */
                level: "low" | "guarded" | "elevated" | "high" | "unknown";
                /**
                 * @description How sure it is
                 * @enum {string}
                 */
                confidence: "high" | "medium" | "low" | "none";
                /** @description The assessment in one sentence */
                summary: string;
                /** @description Version of the rules that assessed */
                modelVersion: string | null;
            };
            /** @description How each field is known, by its path ("memory.mib") */
            provenance: {
                [key: string]: components["schemas"]["Origin"];
            };
        };
        OfferBenchmarks: {
            /** @description The id asked for */
            id: string;
            /** @description Reports of the plan in any location, the newest first, at most 100. Sent by owners; nobody checks them */
            data: {
                id: string;
                /** @description The one location it was made in; null: not told */
                offerId: string | null;
                /**
                 * Format: date
                 * @description Day it ran on; null: not printed, or not to be told apart
                 */
                ranOn: string | null;
                /** Format: date-time */
                receivedAt: string;
                report: components["schemas"]["BenchmarkReport"];
                /** @description Against what is sold, what is documented and what the CPU reaches elsewhere */
                comparison: components["schemas"]["BenchmarkComparison"][];
            }[];
        };
        OfferCapabilities: {
            /** @description The id asked for */
            id: string;
            /** @description Technology of the offer */
            technology: string;
            /** @description Every capability */
            data: {
                /**
                 * @description Its name
                 * @enum {string}
                 */
                capability: "docker" | "own-kernel" | "kernel-modules" | "linux" | "windows" | "bsd" | "custom-iso" | "nested-virtualization" | "ipset" | "nftables" | "iptables" | "wireguard" | "tun" | "fuse" | "swap" | "sysctl" | "ebpf";
                /** @description What can be done */
                means: string;
                /**
                 * @description The offer's own statement, else what its technology says
                 * @enum {string}
                 */
                value: "yes" | "no" | "provider-dependent" | "unknown";
                /** @description What the offer says itself; null: nothing */
                stated: {
                    /** @enum {string} */
                    value: "yes" | "no" | "provider-dependent" | "unknown";
                    /** @description The words */
                    said: string;
                } | null;
                /** @description What its technology says; null: it is not known */
                technology: {
                    /**
                     * @description provider-dependent: the technology allows it, the provider decides
                     * @enum {string}
                     */
                    value: "yes" | "no" | "provider-dependent" | "unknown";
                    /** @description Why, in a sentence */
                    why: string;
                    basis: components["schemas"]["Basis"];
                } | null;
                /** @description What else matters for it */
                note: string | null;
            }[];
        };
        OfferRisk: {
            /** @description The id asked for */
            id: string;
            /**
             * @description unknown: too little is known. No percentage: the base rate is unknown
             * @enum {string}
             */
            level: "low" | "guarded" | "elevated" | "high" | "unknown";
            /**
             * @description How sure the level is
             * @enum {string}
             */
            confidence: "high" | "medium" | "low" | "none";
            /** @description In one sentence */
            summary: string;
            /** @description Of the rules; null: not assessed yet */
            modelVersion: string | null;
            /** @description The reasons, weightiest first */
            evidence: components["schemas"]["RiskEvidence"][];
            /** @description Bounded sums by family */
            families: {
                [key: string]: number;
            };
            /** @description Rules that moved the level */
            rules: string[];
            /** @description What would make it surer, or another one */
            wouldChange: string[];
            /** @description The reasons, as in `evidence` */
            data: components["schemas"]["RiskEvidence"][];
            market: components["schemas"]["MarketPosition"];
            resourceModel: components["schemas"]["ResourceModels"];
            /**
             * Format: date-time
             * @description When; null: not yet
             */
            assessedAt: string | null;
        };
        Origin: {
            /**
             * @description How the field is known
             * @enum {string}
             */
            how: "stated" | "given" | "provider-fact" | "inferred" | "unknown";
            /** @description The page's words, or the API field with its value */
            said: string | null;
            /** @description Where it stands */
            url: string | null;
            /** @description The stored answer it was read from */
            snapshotId: string | null;
            /**
             * Format: date-time
             * @description When it was observed
             */
            observedAt: string;
        };
        Price: {
            /** @description Billing term in months; null: by the hour */
            termMonths: number | null;
            /** @description Whether it is billed by the hour */
            hourly: boolean;
            /** @description Price of one term, or of one hour */
            amount: string;
            /** @description ISO 4217 */
            currency: string;
            /** @description Set-up fee; null: not stated */
            setupFee: string | null;
            /**
             * @description Price of the first term, or what recurs
             * @enum {string}
             */
            phase: "introductory" | "regular";
            /** @description Price after the introductory term, where stated */
            renewal: string | null;
            /** @description Whether tax is included */
            taxIncluded: boolean | null;
            /** @description Code that the price takes */
            promoCode: string | null;
            /**
             * Format: date-time
             * @description When the price ends
             */
            expiresAt: string | null;
            /**
             * @description How it is known
             * @enum {string}
             */
            how: "stated" | "given" | "provider-fact" | "inferred" | "unknown";
        };
        PriceHistory: {
            /** @description The id asked for */
            id: string;
            /** @description The offers whose history this is */
            offerIds: string[];
            /** @description Currency of the comparable prices */
            currency: string;
            /** @description Months over which set-up fees and introductory prices are spread */
            horizonMonths: number;
            /** @description Day of the exchange rates, the same for all periods; null: none is known */
            rateDate: string | null;
            /** @description Comparable price per month now; null: withdrawn, or none */
            current: string | null;
            /** @description The lowest price observed, when it was last observed */
            lowest: {
                /** @description Comparable price per month */
                perMonth: string;
                /**
                 * Format: date-time
                 * @description When it was first observed
                 */
                observedFrom: string;
                /**
                 * Format: date-time
                 * @description When it was last observed
                 */
                observedTo: string;
                /** @description The offers that had it then */
                offerIds: string[];
            } | null;
            /** @description The highest price observed, when it was last observed */
            highest: {
                /** @description Comparable price per month */
                perMonth: string;
                /**
                 * Format: date-time
                 * @description When it was first observed
                 */
                observedFrom: string;
                /**
                 * Format: date-time
                 * @description When it was last observed
                 */
                observedTo: string;
                /** @description The offers that had it then */
                offerIds: string[];
            } | null;
            /** @description Percent of the observed time in which it was cheaper than now; null: see reason */
            percentile: number | null;
            /** @description Whether nothing lower was ever observed; null: see reason */
            lowestEver: boolean | null;
            /** @description Why there is no percentile */
            reason: string | null;
            /** @description How much was observed of the machine sold now */
            coverage: {
                /**
                 * Format: date-time
                 * @description Begin of what is compared
                 */
                firstObservedAt: string | null;
                /**
                 * Format: date-time
                 * @description End of what is compared
                 */
                lastObservedAt: string | null;
                /** @description Whole days between */
                days: number;
                /** @description Periods compared */
                periods: number;
                /** @description Readings of the source in between */
                publishedRuns: number;
                /** @description Whether that is enough to rank the price */
                enough: boolean;
            };
            at: components["schemas"]["PricesThen"];
            /** @description Prices in order of time */
            periods: components["schemas"]["PricePeriod"][];
            /** @description What happened, in order of time; the newest 500 */
            changes: components["schemas"]["Change"][];
        };
        PricePeriod: {
            /**
             * Format: date-time
             * @description When it was first observed
             */
            observedFrom: string;
            /**
             * Format: date-time
             * @description When it was last observed
             */
            observedTo: string;
            /** @description Whether it is what was seen last */
            open: boolean;
            /** @description The prices as sold */
            prices: components["schemas"]["Price"][];
            /** @description Comparable price per month; null: none */
            perMonth: string | null;
            /** @description The offers that had these prices then */
            offerIds: string[];
            /**
             * @description Why lowest, highest and percentile leave it out; null: they do not
             * @enum {string|null}
             */
            leftOut: "voided" | "other-machine" | "no-comparable-price" | null;
            voided: components["schemas"]["PriceVoid"];
        };
        /** @description What it cost at the time asked for by `at`; null: not asked for, or never observed */
        PricesThen: {
            /**
             * Format: date-time
             * @description The time asked for
             */
            time: string;
            /** @description Periods in which it lies: what it cost then */
            observed: components["schemas"]["PricePeriod"][];
            before: components["schemas"]["PricePeriod"] & (Record<string, never> | null);
            after: components["schemas"]["PricePeriod"] & (Record<string, never> | null);
        } | null;
        /** @description Who found it wrong, when and why; null: nobody did */
        PriceVoid: {
            /**
             * Format: date-time
             * @description When it was found wrong
             */
            at: string;
            /** @description By whom */
            by: string;
            /** @description Why */
            reason: string;
        } | null;
        Problem: {
            /** @description Address of the kind of problem, relative to this service */
            type: string;
            /** @description The kind of problem in words, the same for each of its kind */
            title: string;
            /** @description The HTTP status again */
            status: number;
            /** @description What is the matter with this request */
            detail: string;
            /** @description Everything that is wrong with the request; empty where no field is to blame */
            errors: {
                /** @description Parameter or path in the body; empty: the request as a whole */
                field: string;
                /** @description What is wrong with it */
                message: string;
            }[];
            /** @description Names this request in the logs */
            requestId: string;
        };
        ProblemKind: {
            /** @description Its address */
            type: string;
            /** @description What it means */
            title: string;
            /** @description The HTTP status that goes with it */
            status: number;
        };
        Provider: {
            /** @description Id of the provider */
            id: string;
            /** @description Its name */
            name: string;
            /** @description Seat of the company, ISO 3166-1 alpha-2 */
            country: string | null;
            /** @description Its website */
            website: string;
            /** @description When it was founded */
            founded: {
                /** @description Year */
                year: number;
                /** @description Where that is written */
                url: string;
            } | null;
            /** @description What it documents for all plans of a class */
            facts: components["schemas"]["ProviderFact"][];
            /** @description Words of its terms of use that bear on what a buyer gets; empty: none are known */
            terms: {
                /**
                 * @description What the words are about: use of the CPU
                 * @enum {string}
                 */
                about: "cpu-use";
                /** @description The words */
                said: string;
                /** @description Where they stand */
                url: string;
                /** @description Day they were read */
                retrieved: string;
            }[];
            /** @description What people report of it, each with its link, read by an operator; newest first. Empty: nothing was reported here */
            reports: components["schemas"]["ExperienceReport"][];
            /** @description Documents behind these facts */
            references: {
                /** @description Document */
                url: string;
                /** @description Day it was read */
                retrieved: string;
                /** @description The words used */
                quote: string;
            }[];
            /** @description Ids of the sources that list its offers */
            sources: string[];
            /** @description How much of it search finds */
            counts: {
                /** @description Rows for sale */
                rows: number;
                /** @description Offers that they stand for */
                offers: number;
            };
            /**
             * Format: date-time
             * @description When anything of it was last seen; null: never
             */
            observedAt: string | null;
        };
        ProviderFact: {
            /** @description Field of a row that it fills */
            field: string;
            /** @description The documented value */
            value: string | number | boolean | string[];
            /**
             * @description How sure it is, for technologies
             * @enum {string|null}
             */
            confidence: "high" | "medium" | "low" | "none" | null;
            /** @description Class words of the plans it holds for; empty: all of the provider's */
            when: {
                [key: string]: string[];
            };
            /** @description The quote that carries it */
            said: string;
            /** @description Where the quote stands */
            url: string;
        };
        Rejection: {
            /**
             * @description Why it was not understood
             * @enum {string}
             */
            code: "no-price" | "ambiguous-price" | "bad-price" | "bad-currency" | "bad-size" | "bad-count" | "no-key" | "duplicate-key" | "not-a-plan" | "unreadable-plan";
            /** @description Path of the field in the source, or in the listing */
            field: string;
            /** @description What it said */
            said: string;
            /** @description What is known of the plan */
            listing: {
                /** @description The provider's id of the plan */
                planKey: string | null;
                /** @description Its name */
                name: string | null;
            };
        };
        /** @description What became of the wish to publish it; null: nobody asked here */
        Release: {
            /**
             * @description requested: a worker will do it
             * @enum {string}
             */
            state: "requested" | "done" | "refused";
            /**
             * Format: date-time
             * @description When it was asked for
             */
            requestedAt: string;
            /**
             * Format: date-time
             * @description When it ended; null: it has not
             */
            finishedAt: string | null;
            /** @description Why it was refused */
            message: string | null;
        } | null;
        ReportRequest: {
            /** @enum {string} */
            about: "value";
            /** @description Id of the row or offer that says it */
            offerId: string;
            /** @description Path of the field that is wrong ("memory.mib") */
            field: string;
            /** @description What is right, in a few words */
            said: string;
            /**
             * Format: uri
             * @description Where it can be seen
             */
            url?: string;
        } | {
            /** @enum {string} */
            about: "experience";
            /** @description Id of the provider */
            provider: string;
            /** @description Id of the row or offer, where it is about one */
            offerId?: string;
            /**
             * @description What it is about
             * @enum {string}
             */
            kind: "outage" | "slowness" | "billing" | "deadpool" | "praise";
            /**
             * Format: date
             * @description Day on which it happened
             */
            date: string;
            /**
             * Format: uri
             * @description Where it is told in public: without a link it can not be checked
             */
            url: string;
            /** @description Who tells it there; kept as a hash only, so that one person counts once */
            author?: string;
            /** @description What happened, in a few words; read by operators only */
            said: string;
        };
        ReportReview: {
            /** @enum {string} */
            state: "accepted";
            /** @description What is shown: what was observed, never a judgement of the provider */
            words: string;
        } | {
            /** @enum {string} */
            state: "rejected";
        };
        ReportTaken: {
            /** @description Id of the report */
            id: string;
            /**
             * @description Nothing is shown or counted before an operator accepted it
             * @enum {string}
             */
            state: "pending";
        };
        RequestedRelease: {
            /** @description Id of the run */
            id: string;
            release: components["schemas"]["Release"];
        };
        /** @description Whose CPU and memory are; null: not assessed yet */
        ResourceModels: {
            cpu: {
                /**
                 * @description Whose the resource is
                 * @enum {string}
                 */
                model: "dedicated" | "shared" | "burst" | "capped" | "unknown";
                /**
                 * @description How that is known
                 * @enum {string}
                 */
                how: "stated" | "given" | "provider-fact" | "inferred" | "unknown";
                /** @description The words */
                said: string | null;
                /** @description Where they stand */
                url: string | null;
                /** @description Rule that read them */
                rule: string | null;
                /** @description Documented percent of each vCPU */
                baselinePct: number | null;
            };
            memory: {
                /**
                 * @description Whose the resource is
                 * @enum {string}
                 */
                model: "dedicated" | "shared" | "burst" | "capped" | "unknown";
                /**
                 * @description How that is known
                 * @enum {string}
                 */
                how: "stated" | "given" | "provider-fact" | "inferred" | "unknown";
                /** @description The words */
                said: string | null;
                /** @description Where they stand */
                url: string | null;
                /** @description Rule that read them */
                rule: string | null;
                /** @description Guaranteed memory */
                guaranteedMib: number | null;
                /** @description Burst memory */
                burstMib: number | null;
                /** @description vSwap */
                vswapMib: number | null;
            };
        } | null;
        RiskEvidence: {
            /** @description Name of the signal */
            id: string;
            /** @description Family of signals; their sum is bounded */
            family: string;
            /**
             * @description What it does to the risk
             * @enum {string}
             */
            direction: "raises" | "lowers" | "neutral";
            /**
             * @description How much it says
             * @enum {string}
             */
            strength: "weak" | "medium" | "strong";
            /** @description Observation, comparison, meaning, doubt */
            statement: string;
            /** @description What was observed */
            value: string | number | null;
            /** @description What it was compared with */
            comparison: string | null;
            /** @description From when on it counts */
            threshold: string | null;
            /** @description What it rests on */
            source: {
                /** @description The words */
                quote: string | null;
                /** @description Where they stand */
                url: string | null;
            };
            /** @description When that was seen; null: with the offer */
            observedAt: string | null;
            /** @description Natural log-odds that it adds, with age */
            weight: number;
            /** @description Why it does not count; null: it does */
            setAside: string | null;
        };
        Row: {
            /** @description Id of the row */
            id: string;
            /** @description The provider's own id of the plan */
            planKey: string | null;
            /** @description Page of the plan */
            url: string | null;
            /**
             * @description live, recorded (read from a recording), stale (not seen for too long) or withdrawn
             * @enum {string}
             */
            state: "live" | "recorded" | "stale" | "withdrawn";
            /**
             * Format: date-time
             * @description When it was last seen like this
             */
            observedAt: string;
            /**
             * Format: date-time
             * @description When it was first seen
             */
            firstSeenAt: string;
            /**
             * Format: date-time
             * @description When anything about it last changed
             */
            lastChangedAt: string;
            /** @description Who sells it */
            provider: {
                /** @description Id of the provider */
                id: string;
                /** @description Its name */
                name: string;
                /** @description ISO 3166-1 alpha-2 */
                country: string | null;
                /** @description Its website */
                website: string | null;
            };
            /** @description Where it was read */
            source: {
                /** @description Id of the source */
                id: string;
                /** @description provider-api, cart, page, feed, post or recorded */
                kind: string;
                /** @description Its documentation or page */
                url: string;
                /** @description The stored answer that most fields were read from */
                snapshotId: string | null;
            };
            /** @description Name of the plan as sold */
            name: string | null;
            /**
             * @description What kind of product
             * @enum {string}
             */
            productType: "vps" | "vds" | "cloud" | "storage-vps" | "gpu" | "dedicated" | "unknown";
            /** @description Virtualization technology, and how it is known */
            technology: {
                /**
                 * @description Virtualization technology; `none` is a dedicated server
                 * @enum {string}
                 */
                value: "openvz6" | "openvz7" | "openvz" | "lxc" | "xen-pv" | "xen-hvm" | "xen-pvh" | "xen" | "kvm" | "hyper-v" | "vmware" | "bhyve" | "firecracker" | "none" | "unknown";
                /**
                 * @description How sure it is
                 * @enum {string}
                 */
                confidence: "high" | "medium" | "low" | "none";
                /**
                 * @description How it is known
                 * @enum {string}
                 */
                how: "stated" | "given" | "provider-fact" | "inferred" | "unknown";
                /** @description Quotes with their addresses */
                evidence: {
                    /** @description The words that carry it */
                    said: string;
                    /** @description Where they stand */
                    url: string | null;
                }[];
            };
            /** @description Processor */
            cpu: {
                /** @description Virtual CPUs; fractions are sold */
                vcpu: number | null;
                /**
                 * @description Whose the vCPUs are
                 * @enum {string}
                 */
                resourceModel: "dedicated" | "shared" | "burst" | "capped" | "unknown";
                /** @description The words that the resource model was read from */
                said: string | null;
                /** @description Documented baseline in percent of each vCPU */
                baselinePct: number | null;
                /** @description Chip as written */
                model: string | null;
                /**
                 * @description Instruction set
                 * @enum {string}
                 */
                architecture: "x86_64" | "arm64" | "arm" | "unknown";
                /** @description Clock in MHz as stated */
                frequencyMhz: number | null;
            };
            /** @description Memory */
            memory: {
                /** @description Memory in MiB; 1 GB sold is 1024 */
                mib: number | null;
                /** @description Guaranteed part in MiB, where a part is */
                guaranteedMib: number | null;
                /** @description Burst memory in MiB */
                burstMib: number | null;
                /** @description vSwap in MiB */
                vswapMib: number | null;
                /**
                 * @description Whose the memory is
                 * @enum {string}
                 */
                resourceModel: "dedicated" | "shared" | "burst" | "capped" | "unknown";
            };
            /** @description Storage */
            storage: {
                /** @description Bundled storage in GB as advertised; 0: sold without a disk */
                gb: number | null;
                /**
                 * @description Kind of storage
                 * @enum {string}
                 */
                type: "nvme" | "ssd" | "hdd" | "ssd-cached" | "network" | "unknown";
                /** @description RAID level as stated */
                raid: string | null;
                /** @description The single disks, where they are listed */
                disks: {
                    /** @description Size in GB as advertised */
                    gb: number;
                    /**
                     * @description Kind of storage
                     * @enum {string}
                     */
                    type: "nvme" | "ssd" | "hdd" | "ssd-cached" | "network" | "unknown";
                }[];
            };
            /** @description Network */
            network: {
                /** @description Transfer a month in GB as advertised */
                transferGb: number | null;
                /** @description Whether transfer is unmetered */
                unmetered: boolean | null;
                /** @description Port speed in Mbps */
                portMbps: number | null;
                /** @description Own public IPv4 addresses; 0: IPv6 only or NAT */
                ipv4: number | null;
                /** @description Whether there is IPv6 */
                hasIpv6: boolean | null;
                /** @description IPv6 addresses */
                ipv6: number | null;
                /** @description IPv6 prefix such as /64 */
                ipv6Prefix: string | null;
                /** @description Whether IPv4 is shared by NAT */
                natIpv4: boolean | null;
                /** @description Whether DDoS protection is included */
                ddos: boolean | null;
                /**
                 * @description What happens beyond the transfer
                 * @enum {string}
                 */
                overage: "charged" | "throttled" | "suspended" | "unknown";
            };
            /** @description GPU; null: none, or not known */
            gpu: {
                /** @description Card as written */
                name: string | null;
                /** @description Cards; a share of one is a fraction */
                count: number;
                /** @description Memory of each card, or of the share, in MiB */
                memoryMib: number | null;
            } | null;
            /** @description Operating systems as stated */
            guests: string[] | null;
            /** @description Whether the provider administers the server */
            managed: boolean | null;
            /** @description Best stock among the locations */
            availability: {
                /**
                 * @description Stock; unknown unless the source says
                 * @enum {string}
                 */
                state: "in-stock" | "limited" | "sold-out" | "pre-order" | "unknown";
                /** @description Units left, where a number is published */
                quantity: number | null;
            };
            /** @description Where it is sold at these prices */
            locations: components["schemas"]["RowLocation"][];
            /** @description Prices in the order of the source */
            prices: components["schemas"]["Price"][];
            /** @description Comparable price; null: no price, or no exchange rate */
            comparable: {
                /** @description The asked currency */
                currency: string;
                /** @description Price per month over the horizon */
                perMonth: string;
                /** @description Day of the exchange rates; empty where none was needed and none is known */
                rateDate: string;
                /** @description How it was computed, in one sentence */
                basis: string;
                /** @description Months over which set-up fee and introductory price are spread */
                horizonMonths: number;
                /** @description Per GB of memory */
                perGbMemory: string | null;
                /** @description Per vCPU */
                perVcpu: string | null;
                /** @description Per TB of storage */
                perTbDisk: string | null;
            } | null;
            /** @description What can be done on it: by its own statement, else by its technology. provider-dependent: the provider decides */
            capabilities: {
                [key: string]: "yes" | "no" | "provider-dependent" | "unknown";
            };
            /** @description Signs of overselling */
            risk: {
                /**
                 * @description Level of the assessment
                 * @enum {string}
                 */
                level: "low" | "guarded" | "elevated" | "high" | "unknown";
                /**
                 * @description How sure it is
                 * @enum {string}
                 */
                confidence: "high" | "medium" | "low" | "none";
                /** @description The assessment in one sentence */
                summary: string;
                /** @description Version of the rules that assessed */
                modelVersion: string | null;
            };
            /** @description How each field is known, by its path ("memory.mib") */
            provenance?: {
                [key: string]: components["schemas"]["Origin"];
            };
        };
        RowLocation: {
            /** @description `<provider>/<its own location id>` */
            id: string;
            /** @description The provider's name of it */
            name: string | null;
            /** @description City */
            city: string | null;
            /** @description ISO 3166-1 alpha-2 */
            country: string | null;
            /** @description The plan in this location; stable for ever */
            offerId: string;
            /** @description Stock in this location */
            availability: {
                /**
                 * @description Stock; unknown unless the source says
                 * @enum {string}
                 */
                state: "in-stock" | "limited" | "sold-out" | "pre-order" | "unknown";
                /** @description Units left, where a number is published */
                quantity: number | null;
            };
        };
        Run: {
            /** @description Id of the run */
            id: string;
            /** @description The source that was read */
            sourceId: string;
            /**
             * @description Who asked for it
             * @enum {string}
             */
            trigger: "schedule" | "command" | "replay" | "catalogue" | "release";
            /**
             * @description How it ended, or that it runs
             * @enum {string}
             */
            state: "queued" | "running" | "published" | "unchanged" | "quarantined" | "failed";
            /**
             * Format: date-time
             * @description When it began
             */
            startedAt: string;
            /**
             * Format: date-time
             * @description When it ended
             */
            finishedAt: string | null;
            /**
             * Format: date-time
             * @description When its pages were observed
             */
            observedAt: string;
            /**
             * @description Why it failed, where it did
             * @enum {string|null}
             */
            failure: "unreachable" | "timed-out" | "server-error" | "rate-limited" | "blocked" | "not-found" | "robots-disallowed" | "host-not-allowed" | "private-address" | "too-large" | "browser-missing" | "browser-crashed" | "credentials-missing" | "unreadable-page" | "empty" | "incomplete" | "switched-off" | "retired" | "older-than-published" | "bug" | null;
            /** @description One sentence about a failure, a quarantine or a release */
            message: string | null;
            /** @description What it read and changed */
            counts: {
                /** @description Pages read */
                pages: number;
                /** @description Plans read */
                plans: number;
                /** @description Offers read: plans times locations */
                offers: number;
                /** @description Listings that were not understood */
                rejections: number;
                /** @description Plans and offers that are new */
                added: number;
                /** @description Changes told */
                changed: number;
                /** @description Offers withdrawn */
                withdrawn: number;
            } | null;
            /** @description What was noticed; what holds a batch is soft or hard */
            findings: components["schemas"]["Finding"][];
            release: components["schemas"]["Release"];
            /** @description Listings that were not understood, with what they said */
            rejections: components["schemas"]["Rejection"][];
            /** @description The pages that it kept */
            pages: {
                /** @description Id of the stored answer */
                snapshotId: string;
                /** @description What the page is to the source */
                role: string;
                /** @description Of which place */
                place: string | null;
                /** @description Number within the role */
                number: number;
                /** @description Where it came from */
                url: string;
                /** @description HTTP status */
                status: number;
                /** @description Length of the body */
                bytes: number;
                /**
                 * Format: date-time
                 * @description When it was read
                 */
                fetchedAt: string;
            }[];
            diff: components["schemas"]["HeldDiff"];
            /** @description Why there is no diff */
            noDiff: string | null;
        };
        RunPage: {
            /** @description The runs of this page */
            data: components["schemas"]["ListedRun"][];
            page: {
                /** @description Cursor of the next page; null: this is the last */
                next: string | null;
                /** @description Runs on a page */
                limit: number;
            };
        };
        SearchPage: {
            /** @description The rows of this page */
            data: components["schemas"]["Row"][];
            page: {
                /** @description Cursor of the next page; null: this is the last */
                next: string | null;
                /** @description Rows on a page */
                limit: number;
            };
            meta: {
                /** @description Rows found */
                total: number;
                /** @description Offers that they stand for, one a location */
                totalOffers: number;
                /** @description Rows left out only because something asked for is not known of them */
                excludedUnknown: number;
                /** @description Those of them that pass where what the provider decides is enough for `can` (`includeProviderDependent=true`) */
                excludedProviderDependent: number;
                /** @description Raised whenever anything is published */
                catalogueVersion: number;
                /** @description Exchange rates that prices were compared by */
                rate: {
                    /** @description Currency that all rates are quoted against */
                    base: string;
                    /** @description Day of the rates; null: none are known */
                    date: string | null;
                };
            };
            /** @description Values counted over all rows found */
            facets?: {
                [key: string]: {
                    /** @description Value */
                    value: string;
                    /** @description Rows that have it */
                    count: number;
                }[];
            };
        };
        SimilarRow: {
            /** @description 0: alike, 1: nothing in common; a trait that is not known counts as half */
            distance: number;
            /** @description Whether it is the same plan at other prices */
            samePlan: boolean;
            /** @description What is alike and what is not, the weightiest first */
            why: string[];
            row: components["schemas"]["Row"];
        };
        SimilarRows: {
            /** @description The id asked for */
            id: string;
            /** @description Other plans first, the nearest first */
            data: components["schemas"]["SimilarRow"][];
            /** @description How much each trait counts */
            weights: {
                [key: string]: number;
            };
        };
        Source: {
            /** @description Id of the source */
            id: string;
            /** @description One line for people; null where this version does not read it any more */
            title: string | null;
            /** @description Id of the provider whose offers it lists */
            provider: string;
            /**
             * @description What kind of place it is
             * @enum {string|null}
             */
            kind: "provider-api" | "cart" | "page" | "feed" | "post" | null;
            /**
             * @description How often it is read
             * @enum {string|null}
             */
            cadence: "hourly" | "daily" | "weekly" | null;
            /** @description Page for people about it */
            documentation: string | null;
            /** @description Where its address is known from */
            evidence: {
                /** @description Public page or file that names its address, or holds a recording of what it answered */
                url: string;
                /** @description What stands there */
                said: string;
                /**
                 * Format: date
                 * @description When it was read there
                 */
                seen: string;
            } | null;
            /**
             * Format: date
             * @description Date of the newest recording of it that could be read; null: unverified, and off until an operator switches it on
             */
            verified: string | null;
            /** @description Whether it can be read only with a credential */
            needsCredential: boolean | null;
            /**
             * @description How its last run ended, off, or never-run
             * @enum {string}
             */
            state: "queued" | "running" | "published" | "unchanged" | "quarantined" | "failed" | "off" | "never-run";
            /** @description Why it is not read; null: it is read */
            off: {
                /**
                 * @description operator: switched off; software: it is unverified, lacks a credential, or is read from recordings only
                 * @enum {string}
                 */
                by: "operator" | "software";
                /** @description Why */
                reason: string | null;
                /**
                 * Format: date-time
                 * @description Since when an operator has it off
                 */
                since: string | null;
            } | null;
            /** @description The offers published from it */
            data: {
                /**
                 * @description Whether its offers were read live or from a recording
                 * @enum {string|null}
                 */
                observation: "live" | "recorded" | null;
                /**
                 * Format: date-time
                 * @description When its offers were observed; null: nothing is published
                 */
                observedAt: string | null;
                /** @description How long ago that was */
                ageSeconds: number | null;
            };
            /** @description How much of it search finds */
            counts: {
                /** @description Rows for sale */
                rows: number;
                /** @description Offers that they stand for */
                offers: number;
            };
            /** @description Its last run; null: never run */
            lastRun: {
                /** @description Id of the run */
                id: string;
                /**
                 * @description How it ended
                 * @enum {string}
                 */
                state: "queued" | "running" | "published" | "unchanged" | "quarantined" | "failed";
                /**
                 * Format: date-time
                 * @description When it ended
                 */
                at: string | null;
                /** @description One sentence about a failure or a quarantine */
                message: string | null;
                /** @description Why it failed, where it did */
                failure: {
                    /**
                     * @description Kind of failure
                     * @enum {string}
                     */
                    code: "unreachable" | "timed-out" | "server-error" | "rate-limited" | "blocked" | "not-found" | "robots-disallowed" | "host-not-allowed" | "private-address" | "too-large" | "browser-missing" | "browser-crashed" | "credentials-missing" | "unreadable-page" | "empty" | "incomplete" | "switched-off" | "retired" | "older-than-published" | "bug";
                    /** @description What this kind of failure means */
                    means: string;
                    /** @description Particulars */
                    message: string | null;
                    /**
                     * @description When it is tried again; never: after a person acted
                     * @enum {string}
                     */
                    retry: "soon" | "next-run" | "never";
                } | null;
                /** @description What it read and changed */
                counts: {
                    /** @description Pages read */
                    pages: number;
                    /** @description Plans read */
                    plans: number;
                    /** @description Offers read: plans times locations */
                    offers: number;
                    /** @description Listings that were not understood */
                    rejections: number;
                    /** @description Plans and offers that are new */
                    added: number;
                    /** @description Changes told */
                    changed: number;
                    /** @description Offers withdrawn */
                    withdrawn: number;
                } | null;
            } | null;
            /**
             * Format: date-time
             * @description When it is read next; null: not before a person acts
             */
            nextRunAt: string | null;
            /**
             * Format: date-time
             * @description When the source asked to be asked again
             */
            notBefore: string | null;
        };
        /** @description What it is */
        Statement: {
            /** @description The sentence */
            text: string;
            basis: components["schemas"]["Basis"];
        };
        Subscription: {
            /** @description The address */
            email: string;
            /**
             * Format: date-time
             * @description When it asked
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it confirmed
             */
            confirmedAt: string | null;
            /** @description Its watches */
            watches: components["schemas"]["Watch"][];
            /** @description What was sent, the newest 1000 */
            deliveries: components["schemas"]["Delivery"][];
        };
        Technologies: {
            /** @description Every technology */
            data: components["schemas"]["Technology"][];
            /** @description What goes with any of them */
            modifiers: components["schemas"]["TechnologyModifier"][];
        };
        Technology: {
            /** @description As `technology` of a search takes it */
            id: string;
            /** @description Its name */
            name: string;
            /**
             * @description Whether guests share the kernel of the host
             * @enum {string}
             */
            kind: "container" | "virtual-machine" | "bare-metal";
            summary: components["schemas"]["Statement"];
            /** @description Whether guests run on the kernel of the host */
            sharedKernel: boolean;
            kernel: components["schemas"]["Statement"] & unknown;
            /** @description Ends of support */
            endOfLife: {
                /** @description Release */
                what: string;
                /** @description End of its support; null: no day is known */
                date: string | null;
                /** @description More about it */
                note: string;
                basis: components["schemas"]["Basis"];
            }[];
            guests: components["schemas"]["Statement"] & unknown;
            overhead: components["schemas"]["Statement"] & unknown;
            whyProvidersChooseIt: components["schemas"]["Statement"] & unknown;
            /** @description What can be done */
            capabilities: {
                /**
                 * @description Its name, as `can` takes it
                 * @enum {string}
                 */
                capability: "docker" | "own-kernel" | "kernel-modules" | "linux" | "windows" | "bsd" | "custom-iso" | "nested-virtualization" | "ipset" | "nftables" | "iptables" | "wireguard" | "tun" | "fuse" | "swap" | "sysctl" | "ebpf";
                /** @description What can be done */
                means: string;
                /**
                 * @description provider-dependent: the technology allows it, the provider decides
                 * @enum {string}
                 */
                value: "yes" | "no" | "provider-dependent" | "unknown";
                /** @description Why, in a sentence */
                why: string;
                basis: components["schemas"]["Basis"];
            }[];
            /** @description How more can be sold than there is */
            overselling: {
                memory: components["schemas"]["Statement"];
                cpu: components["schemas"]["Statement"];
                disk: components["schemas"]["Statement"];
                usualDefault: components["schemas"]["Statement"];
            };
            /** @description Ballooning, and how far it goes */
            ballooning: {
                /**
                 * @description Whether there is a balloon device
                 * @enum {string}
                 */
                device: "yes" | "no" | "optional";
                limit: components["schemas"]["Statement"];
            };
            /** @description How to tell from inside */
            detection: {
                /** @description What systemd-detect-virt prints */
                systemdDetectVirt: string | null;
                /** @description Other marks */
                marks: components["schemas"]["Statement"][];
                /** @description What misleads */
                pitfalls: components["schemas"]["Statement"][];
            };
        };
        TechnologyModifier: {
            /** @description Its id */
            id: string;
            /** @description Its name */
            name: string;
            summary: components["schemas"]["Statement"];
            /** @description What it changes, by capability */
            notes: {
                [key: string]: components["schemas"]["Statement"];
            };
            overselling: components["schemas"]["Statement"];
        };
        ToldEvent: {
            /**
             * @description What happened
             * @enum {string}
             */
            kind: "new" | "price" | "restocked" | "sold-out" | "spec" | "withdrawn" | "returned";
            /** @description The plan */
            planId: string;
            /** @description Its offers that it happened to; empty: the plan as a whole */
            offerIds: string[];
            /** @description The row that it stands in */
            rowId: string;
            /** @description Of the plan as sold */
            name: string | null;
            /** @description Who sells it */
            provider: {
                /** @description Id */
                id: string;
                /** @description Name */
                name: string;
            };
            /** @description Where */
            places: string[];
            /** @description The seller's page */
            url: string | null;
            /**
             * Format: date-time
             * @description When it was observed
             */
            observedAt: string;
            /**
             * @description Read from the source itself, or from a recording
             * @enum {string}
             */
            observation: "live" | "recorded";
            /** @description Null: not known */
            price: {
                /** @description Comparable price a month as the seller quotes it */
                own: {
                    /** @description ISO 4217 */
                    currency: string;
                    /** @description Before; null: there was none */
                    from: string | null;
                    /** @description Now */
                    to: string;
                };
                /** @description The same in the watch's currency; null: no rate */
                asked: {
                    /** @description ISO 4217 */
                    currency: string;
                    /** @description Before; null: there was none */
                    from: string | null;
                    /** @description Now */
                    to: string;
                } | null;
                /** @description By how much it moved */
                percent: number | null;
            } | null;
            /** @description Stock of now */
            stock: {
                /**
                 * @description Stock
                 * @enum {string}
                 */
                state: "in-stock" | "limited" | "sold-out" | "pre-order" | "unknown";
                /** @description How many; null: not known */
                quantity: number | null;
            };
            /** @description Risk of overselling */
            risk: {
                /**
                 * @description Level
                 * @enum {string}
                 */
                level: "low" | "guarded" | "elevated" | "high" | "unknown";
                /** @description Main reason */
                summary: string;
            };
            /** @description What differs of the machine */
            spec: {
                /** @description Field */
                field: string;
                /** @description Before */
                from: string;
                /** @description Now */
                to: string;
            }[];
            /** @description Whether it is the lowest price observed so far */
            lowest?: boolean;
        };
        VoidedPrice: {
            /** @description The id asked for */
            id: string;
            /**
             * Format: date-time
             * @description When the price was first observed
             */
            observedFrom: string;
            /** @description The offers whose price it was */
            offerIds: string[];
            voided: components["schemas"]["PriceVoid"] & unknown;
        };
        Watch: {
            /**
             * Format: uuid
             * @description Id
             */
            id: string;
            /** @description What it waits for and looks at, in words */
            title: string;
            /**
             * @description muted: its webhook failed for days
             * @enum {string}
             */
            state: "active" | "paused" | "muted" | "expired" | "ended";
            /** @description Parameters of the search; null: it looks at an offer */
            filter: {
                [key: string]: string;
            } | null;
            /** @description Offer or plan; null: it looks at a search */
            offerId: string | null;
            /**
             * @description What it waits for
             * @enum {string}
             */
            rule: "price-below" | "price-drop-pct" | "restock" | "new-offer" | "any-change";
            /** @description An amount a month, or per cent */
            threshold: string | null;
            /** @description Of the threshold and of amounts told */
            currency: string;
            /** @description "email", or the address of a webhook */
            channel: string;
            /**
             * @description Form of a webhook
             * @enum {string|null}
             */
            template: "standard" | "ntfy" | "discord" | "slack" | null;
            /**
             * @description At once, in the digest, or both
             * @enum {string}
             */
            delivery: "immediate" | "digest" | "both";
            /** @description When the digest is wanted */
            digest: {
                /**
                 * @description Day
                 * @enum {string}
                 */
                weekday: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
                /** @description On the wall clock of the time zone */
                hour: number;
                /** @description IANA name */
                timeZone: string;
            } | null;
            /**
             * Format: date-time
             * @description When it is due
             */
            nextDigestAt: string | null;
            /**
             * Format: date-time
             * @description When the watch ends
             */
            expiresAt: string | null;
            /** @description Whether it rests */
            paused: boolean;
            /** @description When it is told again */
            again: string;
            /**
             * Format: date-time
             * @description When it began
             */
            createdAt: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    searchOffers: {
        parameters: {
            query?: {
                /** @description All of these words occur in provider, plan name, places or chip. Give a text of 1 to 200 characters. */
                q?: string;
                /** @description Sold by one of these providers (ids). Give a name. */
                provider?: string[];
                /** @description Not sold by any of these providers (ids). Give a name. */
                excludeProvider?: string[];
                /** @description Virtualization technology; `openvz` takes in its versions, `xen` its modes; `none` is a dedicated server. Unknown values pass only where `unknown` is asked for. */
                technology?: ("openvz6" | "openvz7" | "openvz" | "lxc" | "xen-pv" | "xen-hvm" | "xen-pvh" | "xen" | "kvm" | "hyper-v" | "vmware" | "bhyve" | "firecracker" | "none" | "unknown")[];
                /** @description All of these can be done on it. Where the provider decides it is not met, and counted, unless `includeProviderDependent` is true. */
                can?: ("docker" | "own-kernel" | "kernel-modules" | "linux" | "windows" | "bsd" | "custom-iso" | "nested-virtualization" | "ipset" | "nftables" | "iptables" | "wireguard" | "tun" | "fuse" | "swap" | "sysctl" | "ebpf")[];
                /** @description Whether `can` is met where the technology allows it and the provider decides. Give true or false. */
                includeProviderDependent?: boolean;
                /** @description Whose the vCPUs are. Unknown values pass only where `unknown` is asked for. */
                resourceModel?: ("dedicated" | "shared" | "burst" | "capped" | "unknown")[];
                /** @description The chip as written contains this text, in any case. Give a text of 1 to 200 characters. */
                cpuName?: string;
                /** @description vCPUs, at least. Give a number of vCPUs from 0 to 100000 such as 2 or 0.5. */
                minVcpu?: number;
                /** @description vCPUs, at most. Give a number of vCPUs from 0 to 100000 such as 2 or 0.5. */
                maxVcpu?: number;
                /** @description Memory, at least; 1GB is 1024 MiB. Give a size such as 512MB or 2GB. */
                minMemory?: string;
                /** @description Memory, at most. Give a size such as 512MB or 2GB. */
                maxMemory?: string;
                /** @description Bundled storage as advertised, at least; 1TB is 1000 GB. Give a size such as 25GB or 1.5TB. */
                minDisk?: string;
                /** @description Kind of storage. Unknown values pass only where `unknown` is asked for. */
                diskType?: ("nvme" | "ssd" | "hdd" | "ssd-cached" | "network" | "unknown")[];
                /** @description Transfer a month as advertised, at least; unmetered transfer is enough. Give a size such as 500GB or 2TB. */
                minTransfer?: string;
                /** @description Whether transfer is unmetered. Give true or false. */
                unmetered?: boolean;
                /** @description Port speed, at least. Give a rate such as 100Mbps or 1Gbps. */
                minPort?: string;
                /** @description Own public IPv4 addresses, at least. Give a whole number from 0 to 1000000. */
                ipv4?: number;
                /** @description Whether there is IPv6. Give true or false. */
                ipv6?: boolean;
                /** @description Whether IPv4 is shared by NAT. Give true or false. */
                nat?: boolean;
                /** @description Whether DDoS protection is included. Give true or false. */
                ddos?: boolean;
                /** @description Sold in one of these countries (ISO 3166-1 alpha-2). Give a country code of ISO 3166-1 such as DE. */
                country?: string[];
                /** @description Sold on one of these continents, by name or two-letter code. */
                region?: ("africa" | "antarctica" | "asia" | "europe" | "north-america" | "oceania" | "south-america")[];
                /** @description Sold in one of these cities, by name in any case. Give a name. */
                city?: string[];
                /** @description Sold in one of these locations (`<provider>/<its own id>`). Give an id. */
                location?: string[];
                /** @description Currency of amounts asked and answered (USD where none is given). Give a currency code of ISO 4217 such as EUR or USD. */
                currency?: string;
                /** @description Comparable price per month, at most. Rows without one are unknown. Give an amount from 0 to 1000000000 such as 5 or 4.99. */
                maxPrice?: string;
                /** @description Comparable price per month, at least. Rows without one are unknown. Give an amount from 0 to 1000000000 such as 5 or 4.99. */
                minPrice?: string;
                /** @description Months over which set-up fees and introductory prices are spread (12 where none is given). Give a whole number from 1 to 60. */
                horizon?: number;
                /** @description Sold for this billing term in months; prices compare by this term only. Give a whole number from 1 to 120. */
                term?: number;
                /** @description Lowest stated set-up fee, at most. Where none is stated it is unknown. Give an amount from 0 to 1000000000 such as 5 or 4.99. */
                maxSetupFee?: string;
                /** @description Whether a price takes a promotional code. Give true or false. */
                promo?: boolean;
                /** @description Whether it can be paid by the hour. Give true or false. */
                hourly?: boolean;
                /** @description Stock. Where none is given, all but sold-out rows. Unknown values pass only where `unknown` is asked for. */
                availability?: ("in-stock" | "limited" | "sold-out" | "pre-order" | "unknown")[];
                /** @description Instruction set. Unknown values pass only where `unknown` is asked for. */
                architecture?: ("x86_64" | "arm64" | "arm" | "unknown")[];
                /** @description Whether there is a GPU. Give true or false. */
                gpu?: boolean;
                /** @description What kind of product. Where none is given, all but dedicated servers. Unknown values pass only where `unknown` is asked for. */
                productType?: ("vps" | "vds" | "cloud" | "storage-vps" | "gpu" | "dedicated" | "unknown")[];
                /** @description One of these operating systems is stated (linux, windows, …). Give a name. */
                guest?: string[];
                /** @description Risk of overselling, at most. Rows whose level is unknown are unknown. */
                maxRisk?: ("low" | "guarded" | "elevated" | "high")[];
                /** @description Freshness. Where none is given, all but withdrawn rows. */
                state?: ("live" | "recorded" | "stale" | "withdrawn")[];
                /** @description First seen then or later; a time, a date or an age in days such as 7d. Give a date such as 2026-11-01, a time such as 2026-11-01T12:00:00Z, or an age of 1 to 3650 days such as 7d. */
                newSince?: string;
                /** @description Last changed then or later; a time, a date or an age in days such as 7d. Give a date such as 2026-11-01, a time such as 2026-11-01T12:00:00Z, or an age of 1 to 3650 days such as 7d. */
                changedSince?: string;
                /** @description Whether rows pass of which a criterion is not known. Give true or false. */
                includeUnknown?: boolean;
                /** @description Order: price, price-per-gb-memory, price-per-vcpu, price-per-tb-disk, price-per-tb-transfer, memory, vcpu, disk, newest, changed, risk, drop; a leading - reverses it. */
                sort?: string;
                /** @description Rows on a page: 1 to 200 (50 where none is given). */
                limit?: number;
                /** @description Where the page begins: the `next` of the page before. All pages are of the catalogue of the first, for an hour. */
                cursor?: string;
                /** @description Values to count over all matching rows, separated by commas: technology, resourceModel, provider, productType, architecture, diskType, availability, country, region, city, location, guest. */
                facets?: string[];
                /** @description full: with the origin of each field. */
                view?: "full";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of rows; `Link` names the next one */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchPage"];
                    "text/csv": string;
                    "application/x-ndjson": string;
                };
            };
            /** @description A parameter is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportOffersCsv: {
        parameters: {
            query?: {
                /** @description All of these words occur in provider, plan name, places or chip. Give a text of 1 to 200 characters. */
                q?: string;
                /** @description Sold by one of these providers (ids). Give a name. */
                provider?: string[];
                /** @description Not sold by any of these providers (ids). Give a name. */
                excludeProvider?: string[];
                /** @description Virtualization technology; `openvz` takes in its versions, `xen` its modes; `none` is a dedicated server. Unknown values pass only where `unknown` is asked for. */
                technology?: ("openvz6" | "openvz7" | "openvz" | "lxc" | "xen-pv" | "xen-hvm" | "xen-pvh" | "xen" | "kvm" | "hyper-v" | "vmware" | "bhyve" | "firecracker" | "none" | "unknown")[];
                /** @description All of these can be done on it. Where the provider decides it is not met, and counted, unless `includeProviderDependent` is true. */
                can?: ("docker" | "own-kernel" | "kernel-modules" | "linux" | "windows" | "bsd" | "custom-iso" | "nested-virtualization" | "ipset" | "nftables" | "iptables" | "wireguard" | "tun" | "fuse" | "swap" | "sysctl" | "ebpf")[];
                /** @description Whether `can` is met where the technology allows it and the provider decides. Give true or false. */
                includeProviderDependent?: boolean;
                /** @description Whose the vCPUs are. Unknown values pass only where `unknown` is asked for. */
                resourceModel?: ("dedicated" | "shared" | "burst" | "capped" | "unknown")[];
                /** @description The chip as written contains this text, in any case. Give a text of 1 to 200 characters. */
                cpuName?: string;
                /** @description vCPUs, at least. Give a number of vCPUs from 0 to 100000 such as 2 or 0.5. */
                minVcpu?: number;
                /** @description vCPUs, at most. Give a number of vCPUs from 0 to 100000 such as 2 or 0.5. */
                maxVcpu?: number;
                /** @description Memory, at least; 1GB is 1024 MiB. Give a size such as 512MB or 2GB. */
                minMemory?: string;
                /** @description Memory, at most. Give a size such as 512MB or 2GB. */
                maxMemory?: string;
                /** @description Bundled storage as advertised, at least; 1TB is 1000 GB. Give a size such as 25GB or 1.5TB. */
                minDisk?: string;
                /** @description Kind of storage. Unknown values pass only where `unknown` is asked for. */
                diskType?: ("nvme" | "ssd" | "hdd" | "ssd-cached" | "network" | "unknown")[];
                /** @description Transfer a month as advertised, at least; unmetered transfer is enough. Give a size such as 500GB or 2TB. */
                minTransfer?: string;
                /** @description Whether transfer is unmetered. Give true or false. */
                unmetered?: boolean;
                /** @description Port speed, at least. Give a rate such as 100Mbps or 1Gbps. */
                minPort?: string;
                /** @description Own public IPv4 addresses, at least. Give a whole number from 0 to 1000000. */
                ipv4?: number;
                /** @description Whether there is IPv6. Give true or false. */
                ipv6?: boolean;
                /** @description Whether IPv4 is shared by NAT. Give true or false. */
                nat?: boolean;
                /** @description Whether DDoS protection is included. Give true or false. */
                ddos?: boolean;
                /** @description Sold in one of these countries (ISO 3166-1 alpha-2). Give a country code of ISO 3166-1 such as DE. */
                country?: string[];
                /** @description Sold on one of these continents, by name or two-letter code. */
                region?: ("africa" | "antarctica" | "asia" | "europe" | "north-america" | "oceania" | "south-america")[];
                /** @description Sold in one of these cities, by name in any case. Give a name. */
                city?: string[];
                /** @description Sold in one of these locations (`<provider>/<its own id>`). Give an id. */
                location?: string[];
                /** @description Currency of amounts asked and answered (USD where none is given). Give a currency code of ISO 4217 such as EUR or USD. */
                currency?: string;
                /** @description Comparable price per month, at most. Rows without one are unknown. Give an amount from 0 to 1000000000 such as 5 or 4.99. */
                maxPrice?: string;
                /** @description Comparable price per month, at least. Rows without one are unknown. Give an amount from 0 to 1000000000 such as 5 or 4.99. */
                minPrice?: string;
                /** @description Months over which set-up fees and introductory prices are spread (12 where none is given). Give a whole number from 1 to 60. */
                horizon?: number;
                /** @description Sold for this billing term in months; prices compare by this term only. Give a whole number from 1 to 120. */
                term?: number;
                /** @description Lowest stated set-up fee, at most. Where none is stated it is unknown. Give an amount from 0 to 1000000000 such as 5 or 4.99. */
                maxSetupFee?: string;
                /** @description Whether a price takes a promotional code. Give true or false. */
                promo?: boolean;
                /** @description Whether it can be paid by the hour. Give true or false. */
                hourly?: boolean;
                /** @description Stock. Where none is given, all but sold-out rows. Unknown values pass only where `unknown` is asked for. */
                availability?: ("in-stock" | "limited" | "sold-out" | "pre-order" | "unknown")[];
                /** @description Instruction set. Unknown values pass only where `unknown` is asked for. */
                architecture?: ("x86_64" | "arm64" | "arm" | "unknown")[];
                /** @description Whether there is a GPU. Give true or false. */
                gpu?: boolean;
                /** @description What kind of product. Where none is given, all but dedicated servers. Unknown values pass only where `unknown` is asked for. */
                productType?: ("vps" | "vds" | "cloud" | "storage-vps" | "gpu" | "dedicated" | "unknown")[];
                /** @description One of these operating systems is stated (linux, windows, …). Give a name. */
                guest?: string[];
                /** @description Risk of overselling, at most. Rows whose level is unknown are unknown. */
                maxRisk?: ("low" | "guarded" | "elevated" | "high")[];
                /** @description Freshness. Where none is given, all but withdrawn rows. */
                state?: ("live" | "recorded" | "stale" | "withdrawn")[];
                /** @description First seen then or later; a time, a date or an age in days such as 7d. Give a date such as 2026-11-01, a time such as 2026-11-01T12:00:00Z, or an age of 1 to 3650 days such as 7d. */
                newSince?: string;
                /** @description Last changed then or later; a time, a date or an age in days such as 7d. Give a date such as 2026-11-01, a time such as 2026-11-01T12:00:00Z, or an age of 1 to 3650 days such as 7d. */
                changedSince?: string;
                /** @description Whether rows pass of which a criterion is not known. Give true or false. */
                includeUnknown?: boolean;
                /** @description Order: price, price-per-gb-memory, price-per-vcpu, price-per-tb-disk, price-per-tb-transfer, memory, vcpu, disk, newest, changed, risk, drop; a leading - reverses it. */
                sort?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description A parameter is wrong, or belongs to pages */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportOffersNdjson: {
        parameters: {
            query?: {
                /** @description All of these words occur in provider, plan name, places or chip. Give a text of 1 to 200 characters. */
                q?: string;
                /** @description Sold by one of these providers (ids). Give a name. */
                provider?: string[];
                /** @description Not sold by any of these providers (ids). Give a name. */
                excludeProvider?: string[];
                /** @description Virtualization technology; `openvz` takes in its versions, `xen` its modes; `none` is a dedicated server. Unknown values pass only where `unknown` is asked for. */
                technology?: ("openvz6" | "openvz7" | "openvz" | "lxc" | "xen-pv" | "xen-hvm" | "xen-pvh" | "xen" | "kvm" | "hyper-v" | "vmware" | "bhyve" | "firecracker" | "none" | "unknown")[];
                /** @description All of these can be done on it. Where the provider decides it is not met, and counted, unless `includeProviderDependent` is true. */
                can?: ("docker" | "own-kernel" | "kernel-modules" | "linux" | "windows" | "bsd" | "custom-iso" | "nested-virtualization" | "ipset" | "nftables" | "iptables" | "wireguard" | "tun" | "fuse" | "swap" | "sysctl" | "ebpf")[];
                /** @description Whether `can` is met where the technology allows it and the provider decides. Give true or false. */
                includeProviderDependent?: boolean;
                /** @description Whose the vCPUs are. Unknown values pass only where `unknown` is asked for. */
                resourceModel?: ("dedicated" | "shared" | "burst" | "capped" | "unknown")[];
                /** @description The chip as written contains this text, in any case. Give a text of 1 to 200 characters. */
                cpuName?: string;
                /** @description vCPUs, at least. Give a number of vCPUs from 0 to 100000 such as 2 or 0.5. */
                minVcpu?: number;
                /** @description vCPUs, at most. Give a number of vCPUs from 0 to 100000 such as 2 or 0.5. */
                maxVcpu?: number;
                /** @description Memory, at least; 1GB is 1024 MiB. Give a size such as 512MB or 2GB. */
                minMemory?: string;
                /** @description Memory, at most. Give a size such as 512MB or 2GB. */
                maxMemory?: string;
                /** @description Bundled storage as advertised, at least; 1TB is 1000 GB. Give a size such as 25GB or 1.5TB. */
                minDisk?: string;
                /** @description Kind of storage. Unknown values pass only where `unknown` is asked for. */
                diskType?: ("nvme" | "ssd" | "hdd" | "ssd-cached" | "network" | "unknown")[];
                /** @description Transfer a month as advertised, at least; unmetered transfer is enough. Give a size such as 500GB or 2TB. */
                minTransfer?: string;
                /** @description Whether transfer is unmetered. Give true or false. */
                unmetered?: boolean;
                /** @description Port speed, at least. Give a rate such as 100Mbps or 1Gbps. */
                minPort?: string;
                /** @description Own public IPv4 addresses, at least. Give a whole number from 0 to 1000000. */
                ipv4?: number;
                /** @description Whether there is IPv6. Give true or false. */
                ipv6?: boolean;
                /** @description Whether IPv4 is shared by NAT. Give true or false. */
                nat?: boolean;
                /** @description Whether DDoS protection is included. Give true or false. */
                ddos?: boolean;
                /** @description Sold in one of these countries (ISO 3166-1 alpha-2). Give a country code of ISO 3166-1 such as DE. */
                country?: string[];
                /** @description Sold on one of these continents, by name or two-letter code. */
                region?: ("africa" | "antarctica" | "asia" | "europe" | "north-america" | "oceania" | "south-america")[];
                /** @description Sold in one of these cities, by name in any case. Give a name. */
                city?: string[];
                /** @description Sold in one of these locations (`<provider>/<its own id>`). Give an id. */
                location?: string[];
                /** @description Currency of amounts asked and answered (USD where none is given). Give a currency code of ISO 4217 such as EUR or USD. */
                currency?: string;
                /** @description Comparable price per month, at most. Rows without one are unknown. Give an amount from 0 to 1000000000 such as 5 or 4.99. */
                maxPrice?: string;
                /** @description Comparable price per month, at least. Rows without one are unknown. Give an amount from 0 to 1000000000 such as 5 or 4.99. */
                minPrice?: string;
                /** @description Months over which set-up fees and introductory prices are spread (12 where none is given). Give a whole number from 1 to 60. */
                horizon?: number;
                /** @description Sold for this billing term in months; prices compare by this term only. Give a whole number from 1 to 120. */
                term?: number;
                /** @description Lowest stated set-up fee, at most. Where none is stated it is unknown. Give an amount from 0 to 1000000000 such as 5 or 4.99. */
                maxSetupFee?: string;
                /** @description Whether a price takes a promotional code. Give true or false. */
                promo?: boolean;
                /** @description Whether it can be paid by the hour. Give true or false. */
                hourly?: boolean;
                /** @description Stock. Where none is given, all but sold-out rows. Unknown values pass only where `unknown` is asked for. */
                availability?: ("in-stock" | "limited" | "sold-out" | "pre-order" | "unknown")[];
                /** @description Instruction set. Unknown values pass only where `unknown` is asked for. */
                architecture?: ("x86_64" | "arm64" | "arm" | "unknown")[];
                /** @description Whether there is a GPU. Give true or false. */
                gpu?: boolean;
                /** @description What kind of product. Where none is given, all but dedicated servers. Unknown values pass only where `unknown` is asked for. */
                productType?: ("vps" | "vds" | "cloud" | "storage-vps" | "gpu" | "dedicated" | "unknown")[];
                /** @description One of these operating systems is stated (linux, windows, …). Give a name. */
                guest?: string[];
                /** @description Risk of overselling, at most. Rows whose level is unknown are unknown. */
                maxRisk?: ("low" | "guarded" | "elevated" | "high")[];
                /** @description Freshness. Where none is given, all but withdrawn rows. */
                state?: ("live" | "recorded" | "stale" | "withdrawn")[];
                /** @description First seen then or later; a time, a date or an age in days such as 7d. Give a date such as 2026-11-01, a time such as 2026-11-01T12:00:00Z, or an age of 1 to 3650 days such as 7d. */
                newSince?: string;
                /** @description Last changed then or later; a time, a date or an age in days such as 7d. Give a date such as 2026-11-01, a time such as 2026-11-01T12:00:00Z, or an age of 1 to 3650 days such as 7d. */
                changedSince?: string;
                /** @description Whether rows pass of which a criterion is not known. Give true or false. */
                includeUnknown?: boolean;
                /** @description Order: price, price-per-gb-memory, price-per-vcpu, price-per-tb-disk, price-per-tb-transfer, memory, vcpu, disk, newest, changed, risk, drop; a leading - reverses it. */
                sort?: string;
                /** @description full: with the origin of each field. */
                view?: "full";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            /** @description A parameter is wrong, or belongs to pages */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOffersAtom: {
        parameters: {
            query?: {
                /** @description All of these words occur in provider, plan name, places or chip. Give a text of 1 to 200 characters. */
                q?: string;
                /** @description Sold by one of these providers (ids). Give a name. */
                provider?: string[];
                /** @description Not sold by any of these providers (ids). Give a name. */
                excludeProvider?: string[];
                /** @description Virtualization technology; `openvz` takes in its versions, `xen` its modes; `none` is a dedicated server. Unknown values pass only where `unknown` is asked for. */
                technology?: ("openvz6" | "openvz7" | "openvz" | "lxc" | "xen-pv" | "xen-hvm" | "xen-pvh" | "xen" | "kvm" | "hyper-v" | "vmware" | "bhyve" | "firecracker" | "none" | "unknown")[];
                /** @description All of these can be done on it. Where the provider decides it is not met, and counted, unless `includeProviderDependent` is true. */
                can?: ("docker" | "own-kernel" | "kernel-modules" | "linux" | "windows" | "bsd" | "custom-iso" | "nested-virtualization" | "ipset" | "nftables" | "iptables" | "wireguard" | "tun" | "fuse" | "swap" | "sysctl" | "ebpf")[];
                /** @description Whether `can` is met where the technology allows it and the provider decides. Give true or false. */
                includeProviderDependent?: boolean;
                /** @description Whose the vCPUs are. Unknown values pass only where `unknown` is asked for. */
                resourceModel?: ("dedicated" | "shared" | "burst" | "capped" | "unknown")[];
                /** @description The chip as written contains this text, in any case. Give a text of 1 to 200 characters. */
                cpuName?: string;
                /** @description vCPUs, at least. Give a number of vCPUs from 0 to 100000 such as 2 or 0.5. */
                minVcpu?: number;
                /** @description vCPUs, at most. Give a number of vCPUs from 0 to 100000 such as 2 or 0.5. */
                maxVcpu?: number;
                /** @description Memory, at least; 1GB is 1024 MiB. Give a size such as 512MB or 2GB. */
                minMemory?: string;
                /** @description Memory, at most. Give a size such as 512MB or 2GB. */
                maxMemory?: string;
                /** @description Bundled storage as advertised, at least; 1TB is 1000 GB. Give a size such as 25GB or 1.5TB. */
                minDisk?: string;
                /** @description Kind of storage. Unknown values pass only where `unknown` is asked for. */
                diskType?: ("nvme" | "ssd" | "hdd" | "ssd-cached" | "network" | "unknown")[];
                /** @description Transfer a month as advertised, at least; unmetered transfer is enough. Give a size such as 500GB or 2TB. */
                minTransfer?: string;
                /** @description Whether transfer is unmetered. Give true or false. */
                unmetered?: boolean;
                /** @description Port speed, at least. Give a rate such as 100Mbps or 1Gbps. */
                minPort?: string;
                /** @description Own public IPv4 addresses, at least. Give a whole number from 0 to 1000000. */
                ipv4?: number;
                /** @description Whether there is IPv6. Give true or false. */
                ipv6?: boolean;
                /** @description Whether IPv4 is shared by NAT. Give true or false. */
                nat?: boolean;
                /** @description Whether DDoS protection is included. Give true or false. */
                ddos?: boolean;
                /** @description Sold in one of these countries (ISO 3166-1 alpha-2). Give a country code of ISO 3166-1 such as DE. */
                country?: string[];
                /** @description Sold on one of these continents, by name or two-letter code. */
                region?: ("africa" | "antarctica" | "asia" | "europe" | "north-america" | "oceania" | "south-america")[];
                /** @description Sold in one of these cities, by name in any case. Give a name. */
                city?: string[];
                /** @description Sold in one of these locations (`<provider>/<its own id>`). Give an id. */
                location?: string[];
                /** @description Currency of amounts asked and answered (USD where none is given). Give a currency code of ISO 4217 such as EUR or USD. */
                currency?: string;
                /** @description Comparable price per month, at most. Rows without one are unknown. Give an amount from 0 to 1000000000 such as 5 or 4.99. */
                maxPrice?: string;
                /** @description Comparable price per month, at least. Rows without one are unknown. Give an amount from 0 to 1000000000 such as 5 or 4.99. */
                minPrice?: string;
                /** @description Months over which set-up fees and introductory prices are spread (12 where none is given). Give a whole number from 1 to 60. */
                horizon?: number;
                /** @description Sold for this billing term in months; prices compare by this term only. Give a whole number from 1 to 120. */
                term?: number;
                /** @description Lowest stated set-up fee, at most. Where none is stated it is unknown. Give an amount from 0 to 1000000000 such as 5 or 4.99. */
                maxSetupFee?: string;
                /** @description Whether a price takes a promotional code. Give true or false. */
                promo?: boolean;
                /** @description Whether it can be paid by the hour. Give true or false. */
                hourly?: boolean;
                /** @description Stock. Where none is given, all but sold-out rows. Unknown values pass only where `unknown` is asked for. */
                availability?: ("in-stock" | "limited" | "sold-out" | "pre-order" | "unknown")[];
                /** @description Instruction set. Unknown values pass only where `unknown` is asked for. */
                architecture?: ("x86_64" | "arm64" | "arm" | "unknown")[];
                /** @description Whether there is a GPU. Give true or false. */
                gpu?: boolean;
                /** @description What kind of product. Where none is given, all but dedicated servers. Unknown values pass only where `unknown` is asked for. */
                productType?: ("vps" | "vds" | "cloud" | "storage-vps" | "gpu" | "dedicated" | "unknown")[];
                /** @description One of these operating systems is stated (linux, windows, …). Give a name. */
                guest?: string[];
                /** @description Risk of overselling, at most. Rows whose level is unknown are unknown. */
                maxRisk?: ("low" | "guarded" | "elevated" | "high")[];
                /** @description Freshness. Where none is given, all but withdrawn rows. */
                state?: ("live" | "recorded" | "stale" | "withdrawn")[];
                /** @description First seen then or later; a time, a date or an age in days such as 7d. Give a date such as 2026-11-01, a time such as 2026-11-01T12:00:00Z, or an age of 1 to 3650 days such as 7d. */
                newSince?: string;
                /** @description Last changed then or later; a time, a date or an age in days such as 7d. Give a date such as 2026-11-01, a time such as 2026-11-01T12:00:00Z, or an age of 1 to 3650 days such as 7d. */
                changedSince?: string;
                /** @description Whether rows pass of which a criterion is not known. Give true or false. */
                includeUnknown?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The feed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/atom+xml": string;
                };
            };
            /** @description A parameter is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOffersJsonFeed: {
        parameters: {
            query?: {
                /** @description All of these words occur in provider, plan name, places or chip. Give a text of 1 to 200 characters. */
                q?: string;
                /** @description Sold by one of these providers (ids). Give a name. */
                provider?: string[];
                /** @description Not sold by any of these providers (ids). Give a name. */
                excludeProvider?: string[];
                /** @description Virtualization technology; `openvz` takes in its versions, `xen` its modes; `none` is a dedicated server. Unknown values pass only where `unknown` is asked for. */
                technology?: ("openvz6" | "openvz7" | "openvz" | "lxc" | "xen-pv" | "xen-hvm" | "xen-pvh" | "xen" | "kvm" | "hyper-v" | "vmware" | "bhyve" | "firecracker" | "none" | "unknown")[];
                /** @description All of these can be done on it. Where the provider decides it is not met, and counted, unless `includeProviderDependent` is true. */
                can?: ("docker" | "own-kernel" | "kernel-modules" | "linux" | "windows" | "bsd" | "custom-iso" | "nested-virtualization" | "ipset" | "nftables" | "iptables" | "wireguard" | "tun" | "fuse" | "swap" | "sysctl" | "ebpf")[];
                /** @description Whether `can` is met where the technology allows it and the provider decides. Give true or false. */
                includeProviderDependent?: boolean;
                /** @description Whose the vCPUs are. Unknown values pass only where `unknown` is asked for. */
                resourceModel?: ("dedicated" | "shared" | "burst" | "capped" | "unknown")[];
                /** @description The chip as written contains this text, in any case. Give a text of 1 to 200 characters. */
                cpuName?: string;
                /** @description vCPUs, at least. Give a number of vCPUs from 0 to 100000 such as 2 or 0.5. */
                minVcpu?: number;
                /** @description vCPUs, at most. Give a number of vCPUs from 0 to 100000 such as 2 or 0.5. */
                maxVcpu?: number;
                /** @description Memory, at least; 1GB is 1024 MiB. Give a size such as 512MB or 2GB. */
                minMemory?: string;
                /** @description Memory, at most. Give a size such as 512MB or 2GB. */
                maxMemory?: string;
                /** @description Bundled storage as advertised, at least; 1TB is 1000 GB. Give a size such as 25GB or 1.5TB. */
                minDisk?: string;
                /** @description Kind of storage. Unknown values pass only where `unknown` is asked for. */
                diskType?: ("nvme" | "ssd" | "hdd" | "ssd-cached" | "network" | "unknown")[];
                /** @description Transfer a month as advertised, at least; unmetered transfer is enough. Give a size such as 500GB or 2TB. */
                minTransfer?: string;
                /** @description Whether transfer is unmetered. Give true or false. */
                unmetered?: boolean;
                /** @description Port speed, at least. Give a rate such as 100Mbps or 1Gbps. */
                minPort?: string;
                /** @description Own public IPv4 addresses, at least. Give a whole number from 0 to 1000000. */
                ipv4?: number;
                /** @description Whether there is IPv6. Give true or false. */
                ipv6?: boolean;
                /** @description Whether IPv4 is shared by NAT. Give true or false. */
                nat?: boolean;
                /** @description Whether DDoS protection is included. Give true or false. */
                ddos?: boolean;
                /** @description Sold in one of these countries (ISO 3166-1 alpha-2). Give a country code of ISO 3166-1 such as DE. */
                country?: string[];
                /** @description Sold on one of these continents, by name or two-letter code. */
                region?: ("africa" | "antarctica" | "asia" | "europe" | "north-america" | "oceania" | "south-america")[];
                /** @description Sold in one of these cities, by name in any case. Give a name. */
                city?: string[];
                /** @description Sold in one of these locations (`<provider>/<its own id>`). Give an id. */
                location?: string[];
                /** @description Currency of amounts asked and answered (USD where none is given). Give a currency code of ISO 4217 such as EUR or USD. */
                currency?: string;
                /** @description Comparable price per month, at most. Rows without one are unknown. Give an amount from 0 to 1000000000 such as 5 or 4.99. */
                maxPrice?: string;
                /** @description Comparable price per month, at least. Rows without one are unknown. Give an amount from 0 to 1000000000 such as 5 or 4.99. */
                minPrice?: string;
                /** @description Months over which set-up fees and introductory prices are spread (12 where none is given). Give a whole number from 1 to 60. */
                horizon?: number;
                /** @description Sold for this billing term in months; prices compare by this term only. Give a whole number from 1 to 120. */
                term?: number;
                /** @description Lowest stated set-up fee, at most. Where none is stated it is unknown. Give an amount from 0 to 1000000000 such as 5 or 4.99. */
                maxSetupFee?: string;
                /** @description Whether a price takes a promotional code. Give true or false. */
                promo?: boolean;
                /** @description Whether it can be paid by the hour. Give true or false. */
                hourly?: boolean;
                /** @description Stock. Where none is given, all but sold-out rows. Unknown values pass only where `unknown` is asked for. */
                availability?: ("in-stock" | "limited" | "sold-out" | "pre-order" | "unknown")[];
                /** @description Instruction set. Unknown values pass only where `unknown` is asked for. */
                architecture?: ("x86_64" | "arm64" | "arm" | "unknown")[];
                /** @description Whether there is a GPU. Give true or false. */
                gpu?: boolean;
                /** @description What kind of product. Where none is given, all but dedicated servers. Unknown values pass only where `unknown` is asked for. */
                productType?: ("vps" | "vds" | "cloud" | "storage-vps" | "gpu" | "dedicated" | "unknown")[];
                /** @description One of these operating systems is stated (linux, windows, …). Give a name. */
                guest?: string[];
                /** @description Risk of overselling, at most. Rows whose level is unknown are unknown. */
                maxRisk?: ("low" | "guarded" | "elevated" | "high")[];
                /** @description Freshness. Where none is given, all but withdrawn rows. */
                state?: ("live" | "recorded" | "stale" | "withdrawn")[];
                /** @description First seen then or later; a time, a date or an age in days such as 7d. Give a date such as 2026-11-01, a time such as 2026-11-01T12:00:00Z, or an age of 1 to 3650 days such as 7d. */
                newSince?: string;
                /** @description Last changed then or later; a time, a date or an age in days such as 7d. Give a date such as 2026-11-01, a time such as 2026-11-01T12:00:00Z, or an age of 1 to 3650 days such as 7d. */
                changedSince?: string;
                /** @description Whether rows pass of which a criterion is not known. Give true or false. */
                includeUnknown?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The feed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/feed+json": components["schemas"]["JsonFeed"];
                };
            };
            /** @description A parameter is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getChangesAtom: {
        parameters: {
            query?: {
                /** @description What happened: new, price, restocked, sold-out, spec, withdrawn, returned; several separated by commas. */
                kind?: ("new" | "price" | "restocked" | "sold-out" | "spec" | "withdrawn" | "returned")[];
                /** @description First observed then or later; a time, a date or an age in days such as 7d. */
                since?: string;
                /** @description First observed before then; a time, a date or an age in days such as 7d. */
                until?: string;
                /** @description All of these words occur in provider, plan name, places or chip. Give a text of 1 to 200 characters. */
                q?: string;
                /** @description Sold by one of these providers (ids). Give a name. */
                provider?: string[];
                /** @description Not sold by any of these providers (ids). Give a name. */
                excludeProvider?: string[];
                /** @description Virtualization technology; `openvz` takes in its versions, `xen` its modes; `none` is a dedicated server. Unknown values pass only where `unknown` is asked for. */
                technology?: ("openvz6" | "openvz7" | "openvz" | "lxc" | "xen-pv" | "xen-hvm" | "xen-pvh" | "xen" | "kvm" | "hyper-v" | "vmware" | "bhyve" | "firecracker" | "none" | "unknown")[];
                /** @description All of these can be done on it. Where the provider decides it is not met, and counted, unless `includeProviderDependent` is true. */
                can?: ("docker" | "own-kernel" | "kernel-modules" | "linux" | "windows" | "bsd" | "custom-iso" | "nested-virtualization" | "ipset" | "nftables" | "iptables" | "wireguard" | "tun" | "fuse" | "swap" | "sysctl" | "ebpf")[];
                /** @description Whether `can` is met where the technology allows it and the provider decides. Give true or false. */
                includeProviderDependent?: boolean;
                /** @description Whose the vCPUs are. Unknown values pass only where `unknown` is asked for. */
                resourceModel?: ("dedicated" | "shared" | "burst" | "capped" | "unknown")[];
                /** @description The chip as written contains this text, in any case. Give a text of 1 to 200 characters. */
                cpuName?: string;
                /** @description vCPUs, at least. Give a number of vCPUs from 0 to 100000 such as 2 or 0.5. */
                minVcpu?: number;
                /** @description vCPUs, at most. Give a number of vCPUs from 0 to 100000 such as 2 or 0.5. */
                maxVcpu?: number;
                /** @description Memory, at least; 1GB is 1024 MiB. Give a size such as 512MB or 2GB. */
                minMemory?: string;
                /** @description Memory, at most. Give a size such as 512MB or 2GB. */
                maxMemory?: string;
                /** @description Bundled storage as advertised, at least; 1TB is 1000 GB. Give a size such as 25GB or 1.5TB. */
                minDisk?: string;
                /** @description Kind of storage. Unknown values pass only where `unknown` is asked for. */
                diskType?: ("nvme" | "ssd" | "hdd" | "ssd-cached" | "network" | "unknown")[];
                /** @description Transfer a month as advertised, at least; unmetered transfer is enough. Give a size such as 500GB or 2TB. */
                minTransfer?: string;
                /** @description Whether transfer is unmetered. Give true or false. */
                unmetered?: boolean;
                /** @description Port speed, at least. Give a rate such as 100Mbps or 1Gbps. */
                minPort?: string;
                /** @description Own public IPv4 addresses, at least. Give a whole number from 0 to 1000000. */
                ipv4?: number;
                /** @description Whether there is IPv6. Give true or false. */
                ipv6?: boolean;
                /** @description Whether IPv4 is shared by NAT. Give true or false. */
                nat?: boolean;
                /** @description Whether DDoS protection is included. Give true or false. */
                ddos?: boolean;
                /** @description Sold in one of these countries (ISO 3166-1 alpha-2). Give a country code of ISO 3166-1 such as DE. */
                country?: string[];
                /** @description Sold on one of these continents, by name or two-letter code. */
                region?: ("africa" | "antarctica" | "asia" | "europe" | "north-america" | "oceania" | "south-america")[];
                /** @description Sold in one of these cities, by name in any case. Give a name. */
                city?: string[];
                /** @description Sold in one of these locations (`<provider>/<its own id>`). Give an id. */
                location?: string[];
                /** @description Currency of amounts asked and answered (USD where none is given). Give a currency code of ISO 4217 such as EUR or USD. */
                currency?: string;
                /** @description Comparable price per month, at most. Rows without one are unknown. Give an amount from 0 to 1000000000 such as 5 or 4.99. */
                maxPrice?: string;
                /** @description Comparable price per month, at least. Rows without one are unknown. Give an amount from 0 to 1000000000 such as 5 or 4.99. */
                minPrice?: string;
                /** @description Months over which set-up fees and introductory prices are spread (12 where none is given). Give a whole number from 1 to 60. */
                horizon?: number;
                /** @description Sold for this billing term in months; prices compare by this term only. Give a whole number from 1 to 120. */
                term?: number;
                /** @description Lowest stated set-up fee, at most. Where none is stated it is unknown. Give an amount from 0 to 1000000000 such as 5 or 4.99. */
                maxSetupFee?: string;
                /** @description Whether a price takes a promotional code. Give true or false. */
                promo?: boolean;
                /** @description Whether it can be paid by the hour. Give true or false. */
                hourly?: boolean;
                /** @description Stock. Where none is given, all but sold-out rows. Unknown values pass only where `unknown` is asked for. */
                availability?: ("in-stock" | "limited" | "sold-out" | "pre-order" | "unknown")[];
                /** @description Instruction set. Unknown values pass only where `unknown` is asked for. */
                architecture?: ("x86_64" | "arm64" | "arm" | "unknown")[];
                /** @description Whether there is a GPU. Give true or false. */
                gpu?: boolean;
                /** @description What kind of product. Where none is given, all but dedicated servers. Unknown values pass only where `unknown` is asked for. */
                productType?: ("vps" | "vds" | "cloud" | "storage-vps" | "gpu" | "dedicated" | "unknown")[];
                /** @description One of these operating systems is stated (linux, windows, …). Give a name. */
                guest?: string[];
                /** @description Risk of overselling, at most. Rows whose level is unknown are unknown. */
                maxRisk?: ("low" | "guarded" | "elevated" | "high")[];
                /** @description Freshness. Where none is given, all but withdrawn rows. */
                state?: ("live" | "recorded" | "stale" | "withdrawn")[];
                /** @description First seen then or later; a time, a date or an age in days such as 7d. Give a date such as 2026-11-01, a time such as 2026-11-01T12:00:00Z, or an age of 1 to 3650 days such as 7d. */
                newSince?: string;
                /** @description Last changed then or later; a time, a date or an age in days such as 7d. Give a date such as 2026-11-01, a time such as 2026-11-01T12:00:00Z, or an age of 1 to 3650 days such as 7d. */
                changedSince?: string;
                /** @description Whether rows pass of which a criterion is not known. Give true or false. */
                includeUnknown?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The feed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/atom+xml": string;
                };
            };
            /** @description A parameter is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getChangesJsonFeed: {
        parameters: {
            query?: {
                /** @description What happened: new, price, restocked, sold-out, spec, withdrawn, returned; several separated by commas. */
                kind?: ("new" | "price" | "restocked" | "sold-out" | "spec" | "withdrawn" | "returned")[];
                /** @description First observed then or later; a time, a date or an age in days such as 7d. */
                since?: string;
                /** @description First observed before then; a time, a date or an age in days such as 7d. */
                until?: string;
                /** @description All of these words occur in provider, plan name, places or chip. Give a text of 1 to 200 characters. */
                q?: string;
                /** @description Sold by one of these providers (ids). Give a name. */
                provider?: string[];
                /** @description Not sold by any of these providers (ids). Give a name. */
                excludeProvider?: string[];
                /** @description Virtualization technology; `openvz` takes in its versions, `xen` its modes; `none` is a dedicated server. Unknown values pass only where `unknown` is asked for. */
                technology?: ("openvz6" | "openvz7" | "openvz" | "lxc" | "xen-pv" | "xen-hvm" | "xen-pvh" | "xen" | "kvm" | "hyper-v" | "vmware" | "bhyve" | "firecracker" | "none" | "unknown")[];
                /** @description All of these can be done on it. Where the provider decides it is not met, and counted, unless `includeProviderDependent` is true. */
                can?: ("docker" | "own-kernel" | "kernel-modules" | "linux" | "windows" | "bsd" | "custom-iso" | "nested-virtualization" | "ipset" | "nftables" | "iptables" | "wireguard" | "tun" | "fuse" | "swap" | "sysctl" | "ebpf")[];
                /** @description Whether `can` is met where the technology allows it and the provider decides. Give true or false. */
                includeProviderDependent?: boolean;
                /** @description Whose the vCPUs are. Unknown values pass only where `unknown` is asked for. */
                resourceModel?: ("dedicated" | "shared" | "burst" | "capped" | "unknown")[];
                /** @description The chip as written contains this text, in any case. Give a text of 1 to 200 characters. */
                cpuName?: string;
                /** @description vCPUs, at least. Give a number of vCPUs from 0 to 100000 such as 2 or 0.5. */
                minVcpu?: number;
                /** @description vCPUs, at most. Give a number of vCPUs from 0 to 100000 such as 2 or 0.5. */
                maxVcpu?: number;
                /** @description Memory, at least; 1GB is 1024 MiB. Give a size such as 512MB or 2GB. */
                minMemory?: string;
                /** @description Memory, at most. Give a size such as 512MB or 2GB. */
                maxMemory?: string;
                /** @description Bundled storage as advertised, at least; 1TB is 1000 GB. Give a size such as 25GB or 1.5TB. */
                minDisk?: string;
                /** @description Kind of storage. Unknown values pass only where `unknown` is asked for. */
                diskType?: ("nvme" | "ssd" | "hdd" | "ssd-cached" | "network" | "unknown")[];
                /** @description Transfer a month as advertised, at least; unmetered transfer is enough. Give a size such as 500GB or 2TB. */
                minTransfer?: string;
                /** @description Whether transfer is unmetered. Give true or false. */
                unmetered?: boolean;
                /** @description Port speed, at least. Give a rate such as 100Mbps or 1Gbps. */
                minPort?: string;
                /** @description Own public IPv4 addresses, at least. Give a whole number from 0 to 1000000. */
                ipv4?: number;
                /** @description Whether there is IPv6. Give true or false. */
                ipv6?: boolean;
                /** @description Whether IPv4 is shared by NAT. Give true or false. */
                nat?: boolean;
                /** @description Whether DDoS protection is included. Give true or false. */
                ddos?: boolean;
                /** @description Sold in one of these countries (ISO 3166-1 alpha-2). Give a country code of ISO 3166-1 such as DE. */
                country?: string[];
                /** @description Sold on one of these continents, by name or two-letter code. */
                region?: ("africa" | "antarctica" | "asia" | "europe" | "north-america" | "oceania" | "south-america")[];
                /** @description Sold in one of these cities, by name in any case. Give a name. */
                city?: string[];
                /** @description Sold in one of these locations (`<provider>/<its own id>`). Give an id. */
                location?: string[];
                /** @description Currency of amounts asked and answered (USD where none is given). Give a currency code of ISO 4217 such as EUR or USD. */
                currency?: string;
                /** @description Comparable price per month, at most. Rows without one are unknown. Give an amount from 0 to 1000000000 such as 5 or 4.99. */
                maxPrice?: string;
                /** @description Comparable price per month, at least. Rows without one are unknown. Give an amount from 0 to 1000000000 such as 5 or 4.99. */
                minPrice?: string;
                /** @description Months over which set-up fees and introductory prices are spread (12 where none is given). Give a whole number from 1 to 60. */
                horizon?: number;
                /** @description Sold for this billing term in months; prices compare by this term only. Give a whole number from 1 to 120. */
                term?: number;
                /** @description Lowest stated set-up fee, at most. Where none is stated it is unknown. Give an amount from 0 to 1000000000 such as 5 or 4.99. */
                maxSetupFee?: string;
                /** @description Whether a price takes a promotional code. Give true or false. */
                promo?: boolean;
                /** @description Whether it can be paid by the hour. Give true or false. */
                hourly?: boolean;
                /** @description Stock. Where none is given, all but sold-out rows. Unknown values pass only where `unknown` is asked for. */
                availability?: ("in-stock" | "limited" | "sold-out" | "pre-order" | "unknown")[];
                /** @description Instruction set. Unknown values pass only where `unknown` is asked for. */
                architecture?: ("x86_64" | "arm64" | "arm" | "unknown")[];
                /** @description Whether there is a GPU. Give true or false. */
                gpu?: boolean;
                /** @description What kind of product. Where none is given, all but dedicated servers. Unknown values pass only where `unknown` is asked for. */
                productType?: ("vps" | "vds" | "cloud" | "storage-vps" | "gpu" | "dedicated" | "unknown")[];
                /** @description One of these operating systems is stated (linux, windows, …). Give a name. */
                guest?: string[];
                /** @description Risk of overselling, at most. Rows whose level is unknown are unknown. */
                maxRisk?: ("low" | "guarded" | "elevated" | "high")[];
                /** @description Freshness. Where none is given, all but withdrawn rows. */
                state?: ("live" | "recorded" | "stale" | "withdrawn")[];
                /** @description First seen then or later; a time, a date or an age in days such as 7d. Give a date such as 2026-11-01, a time such as 2026-11-01T12:00:00Z, or an age of 1 to 3650 days such as 7d. */
                newSince?: string;
                /** @description Last changed then or later; a time, a date or an age in days such as 7d. Give a date such as 2026-11-01, a time such as 2026-11-01T12:00:00Z, or an age of 1 to 3650 days such as 7d. */
                changedSince?: string;
                /** @description Whether rows pass of which a criterion is not known. Give true or false. */
                includeUnknown?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The feed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/feed+json": components["schemas"]["JsonFeed"];
                };
            };
            /** @description A parameter is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOffer: {
        parameters: {
            query?: {
                /** @description Currency of amounts asked and answered (USD where none is given). Give a currency code of ISO 4217 such as EUR or USD. */
                currency?: string;
                /** @description Months over which set-up fees and introductory prices are spread (12 where none is given). Give a whole number from 1 to 60. */
                horizon?: number;
                /** @description Sold for this billing term in months; prices compare by this term only. Give a whole number from 1 to 120. */
                term?: number;
            };
            header?: never;
            path: {
                /** @description Id as other answers give it */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The offer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Offer"];
                };
            };
            /** @description A parameter is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such offer */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOfferPrices: {
        parameters: {
            query?: {
                /** @description Currency of amounts asked and answered (USD where none is given). Give a currency code of ISO 4217 such as EUR or USD. */
                currency?: string;
                /** @description Months over which set-up fees and introductory prices are spread (12 where none is given). Give a whole number from 1 to 60. */
                horizon?: number;
                /** @description Sold for this billing term in months; prices compare by this term only. Give a whole number from 1 to 120. */
                term?: number;
                /** @description What it cost then; a time, a date, or an age in days such as 365d, back from the newest observation. */
                at?: string;
            };
            header?: never;
            path: {
                /** @description Id as other answers give it */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The history */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceHistory"];
                };
            };
            /** @description A parameter is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such offer */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSimilarOffers: {
        parameters: {
            query?: {
                /** @description Rows told: 1 to 50 (10 where none is given). */
                limit?: number;
                /** @description Currency of amounts asked and answered (USD where none is given). Give a currency code of ISO 4217 such as EUR or USD. */
                currency?: string;
                /** @description Months over which set-up fees and introductory prices are spread (12 where none is given). Give a whole number from 1 to 60. */
                horizon?: number;
                /** @description Sold for this billing term in months; prices compare by this term only. Give a whole number from 1 to 120. */
                term?: number;
            };
            header?: never;
            path: {
                /** @description Id as other answers give it */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Near rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SimilarRows"];
                };
            };
            /** @description A parameter is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such offer */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOfferCapabilities: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id as other answers give it */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Capabilities */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfferCapabilities"];
                };
            };
            /** @description A parameter is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such offer */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOfferRisk: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id as other answers give it */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The assessment */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfferRisk"];
                };
            };
            /** @description A parameter is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such offer */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    checkOffer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckRequest"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckAnswer"];
                };
            };
            /** @description The request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No offer of this address is known */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The text is too long */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOfferBenchmarks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id as other answers give it */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Reports */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfferBenchmarks"];
                };
            };
            /** @description A parameter is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such offer */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sendBenchmark: {
        parameters: {
            query?: {
                /** @description Id of the offer or row that it was made on; without it the report waits for review */
                offer?: string;
                /** @description `false`: read and compare, store nothing */
                publish?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": string;
                "text/plain": string;
            };
        };
        responses: {
            /** @description It was here already, or nothing was to be stored */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BenchmarkReceipt"];
                };
            };
            /** @description Stored */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BenchmarkReceipt"];
                };
            };
            /** @description Stored, waits for review */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BenchmarkReceipt"];
                };
            };
            /** @description A parameter is wrong, or this is no report that can be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such offer; nothing was stored */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No tool writes such long reports */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many reports in an hour */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdrawBenchmark: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id as other answers give it */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such report with this key */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    compareOffers: {
        parameters: {
            query: {
                /** @description 2 to 8 ids of rows or offers, separated by commas. */
                ids: string[];
                /** @description Months that costs and comparable prices are over: 1 to 60 (12 where none is given). */
                months?: number;
                /** @description Currency of amounts asked and answered (USD where none is given). Give a currency code of ISO 4217 such as EUR or USD. */
                currency?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The comparison */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comparison"];
                };
            };
            /** @description A parameter is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Some of the ids stand for nothing; the errors name them */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    explainOffer: {
        parameters: {
            query: {
                /** @description Id of a row, or of an offer: then only its own place counts. */
                id: string;
                /** @description All of these words occur in provider, plan name, places or chip. Give a text of 1 to 200 characters. */
                q?: string;
                /** @description Sold by one of these providers (ids). Give a name. */
                provider?: string[];
                /** @description Not sold by any of these providers (ids). Give a name. */
                excludeProvider?: string[];
                /** @description Virtualization technology; `openvz` takes in its versions, `xen` its modes; `none` is a dedicated server. Unknown values pass only where `unknown` is asked for. */
                technology?: ("openvz6" | "openvz7" | "openvz" | "lxc" | "xen-pv" | "xen-hvm" | "xen-pvh" | "xen" | "kvm" | "hyper-v" | "vmware" | "bhyve" | "firecracker" | "none" | "unknown")[];
                /** @description All of these can be done on it. Where the provider decides it is not met, and counted, unless `includeProviderDependent` is true. */
                can?: ("docker" | "own-kernel" | "kernel-modules" | "linux" | "windows" | "bsd" | "custom-iso" | "nested-virtualization" | "ipset" | "nftables" | "iptables" | "wireguard" | "tun" | "fuse" | "swap" | "sysctl" | "ebpf")[];
                /** @description Whether `can` is met where the technology allows it and the provider decides. Give true or false. */
                includeProviderDependent?: boolean;
                /** @description Whose the vCPUs are. Unknown values pass only where `unknown` is asked for. */
                resourceModel?: ("dedicated" | "shared" | "burst" | "capped" | "unknown")[];
                /** @description The chip as written contains this text, in any case. Give a text of 1 to 200 characters. */
                cpuName?: string;
                /** @description vCPUs, at least. Give a number of vCPUs from 0 to 100000 such as 2 or 0.5. */
                minVcpu?: number;
                /** @description vCPUs, at most. Give a number of vCPUs from 0 to 100000 such as 2 or 0.5. */
                maxVcpu?: number;
                /** @description Memory, at least; 1GB is 1024 MiB. Give a size such as 512MB or 2GB. */
                minMemory?: string;
                /** @description Memory, at most. Give a size such as 512MB or 2GB. */
                maxMemory?: string;
                /** @description Bundled storage as advertised, at least; 1TB is 1000 GB. Give a size such as 25GB or 1.5TB. */
                minDisk?: string;
                /** @description Kind of storage. Unknown values pass only where `unknown` is asked for. */
                diskType?: ("nvme" | "ssd" | "hdd" | "ssd-cached" | "network" | "unknown")[];
                /** @description Transfer a month as advertised, at least; unmetered transfer is enough. Give a size such as 500GB or 2TB. */
                minTransfer?: string;
                /** @description Whether transfer is unmetered. Give true or false. */
                unmetered?: boolean;
                /** @description Port speed, at least. Give a rate such as 100Mbps or 1Gbps. */
                minPort?: string;
                /** @description Own public IPv4 addresses, at least. Give a whole number from 0 to 1000000. */
                ipv4?: number;
                /** @description Whether there is IPv6. Give true or false. */
                ipv6?: boolean;
                /** @description Whether IPv4 is shared by NAT. Give true or false. */
                nat?: boolean;
                /** @description Whether DDoS protection is included. Give true or false. */
                ddos?: boolean;
                /** @description Sold in one of these countries (ISO 3166-1 alpha-2). Give a country code of ISO 3166-1 such as DE. */
                country?: string[];
                /** @description Sold on one of these continents, by name or two-letter code. */
                region?: ("africa" | "antarctica" | "asia" | "europe" | "north-america" | "oceania" | "south-america")[];
                /** @description Sold in one of these cities, by name in any case. Give a name. */
                city?: string[];
                /** @description Sold in one of these locations (`<provider>/<its own id>`). Give an id. */
                location?: string[];
                /** @description Currency of amounts asked and answered (USD where none is given). Give a currency code of ISO 4217 such as EUR or USD. */
                currency?: string;
                /** @description Comparable price per month, at most. Rows without one are unknown. Give an amount from 0 to 1000000000 such as 5 or 4.99. */
                maxPrice?: string;
                /** @description Comparable price per month, at least. Rows without one are unknown. Give an amount from 0 to 1000000000 such as 5 or 4.99. */
                minPrice?: string;
                /** @description Months over which set-up fees and introductory prices are spread (12 where none is given). Give a whole number from 1 to 60. */
                horizon?: number;
                /** @description Sold for this billing term in months; prices compare by this term only. Give a whole number from 1 to 120. */
                term?: number;
                /** @description Lowest stated set-up fee, at most. Where none is stated it is unknown. Give an amount from 0 to 1000000000 such as 5 or 4.99. */
                maxSetupFee?: string;
                /** @description Whether a price takes a promotional code. Give true or false. */
                promo?: boolean;
                /** @description Whether it can be paid by the hour. Give true or false. */
                hourly?: boolean;
                /** @description Stock. Where none is given, all but sold-out rows. Unknown values pass only where `unknown` is asked for. */
                availability?: ("in-stock" | "limited" | "sold-out" | "pre-order" | "unknown")[];
                /** @description Instruction set. Unknown values pass only where `unknown` is asked for. */
                architecture?: ("x86_64" | "arm64" | "arm" | "unknown")[];
                /** @description Whether there is a GPU. Give true or false. */
                gpu?: boolean;
                /** @description What kind of product. Where none is given, all but dedicated servers. Unknown values pass only where `unknown` is asked for. */
                productType?: ("vps" | "vds" | "cloud" | "storage-vps" | "gpu" | "dedicated" | "unknown")[];
                /** @description One of these operating systems is stated (linux, windows, …). Give a name. */
                guest?: string[];
                /** @description Risk of overselling, at most. Rows whose level is unknown are unknown. */
                maxRisk?: ("low" | "guarded" | "elevated" | "high")[];
                /** @description Freshness. Where none is given, all but withdrawn rows. */
                state?: ("live" | "recorded" | "stale" | "withdrawn")[];
                /** @description First seen then or later; a time, a date or an age in days such as 7d. Give a date such as 2026-11-01, a time such as 2026-11-01T12:00:00Z, or an age of 1 to 3650 days such as 7d. */
                newSince?: string;
                /** @description Last changed then or later; a time, a date or an age in days such as 7d. Give a date such as 2026-11-01, a time such as 2026-11-01T12:00:00Z, or an age of 1 to 3650 days such as 7d. */
                changedSince?: string;
                /** @description Whether rows pass of which a criterion is not known. Give true or false. */
                includeUnknown?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Criterion by criterion */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Explanation"];
                };
            };
            /** @description A parameter is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such offer */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listChanges: {
        parameters: {
            query?: {
                /** @description What happened: new, price, restocked, sold-out, spec, withdrawn, returned; several separated by commas. */
                kind?: ("new" | "price" | "restocked" | "sold-out" | "spec" | "withdrawn" | "returned")[];
                /** @description First observed then or later; a time, a date or an age in days such as 7d. */
                since?: string;
                /** @description First observed before then; a time, a date or an age in days such as 7d. */
                until?: string;
                /** @description Events on a page: 1 to 200 (50 where none is given). */
                limit?: number;
                /** @description Where the page begins: the `next` of the page before. */
                cursor?: string;
                /** @description All of these words occur in provider, plan name, places or chip. Give a text of 1 to 200 characters. */
                q?: string;
                /** @description Sold by one of these providers (ids). Give a name. */
                provider?: string[];
                /** @description Not sold by any of these providers (ids). Give a name. */
                excludeProvider?: string[];
                /** @description Virtualization technology; `openvz` takes in its versions, `xen` its modes; `none` is a dedicated server. Unknown values pass only where `unknown` is asked for. */
                technology?: ("openvz6" | "openvz7" | "openvz" | "lxc" | "xen-pv" | "xen-hvm" | "xen-pvh" | "xen" | "kvm" | "hyper-v" | "vmware" | "bhyve" | "firecracker" | "none" | "unknown")[];
                /** @description All of these can be done on it. Where the provider decides it is not met, and counted, unless `includeProviderDependent` is true. */
                can?: ("docker" | "own-kernel" | "kernel-modules" | "linux" | "windows" | "bsd" | "custom-iso" | "nested-virtualization" | "ipset" | "nftables" | "iptables" | "wireguard" | "tun" | "fuse" | "swap" | "sysctl" | "ebpf")[];
                /** @description Whether `can` is met where the technology allows it and the provider decides. Give true or false. */
                includeProviderDependent?: boolean;
                /** @description Whose the vCPUs are. Unknown values pass only where `unknown` is asked for. */
                resourceModel?: ("dedicated" | "shared" | "burst" | "capped" | "unknown")[];
                /** @description The chip as written contains this text, in any case. Give a text of 1 to 200 characters. */
                cpuName?: string;
                /** @description vCPUs, at least. Give a number of vCPUs from 0 to 100000 such as 2 or 0.5. */
                minVcpu?: number;
                /** @description vCPUs, at most. Give a number of vCPUs from 0 to 100000 such as 2 or 0.5. */
                maxVcpu?: number;
                /** @description Memory, at least; 1GB is 1024 MiB. Give a size such as 512MB or 2GB. */
                minMemory?: string;
                /** @description Memory, at most. Give a size such as 512MB or 2GB. */
                maxMemory?: string;
                /** @description Bundled storage as advertised, at least; 1TB is 1000 GB. Give a size such as 25GB or 1.5TB. */
                minDisk?: string;
                /** @description Kind of storage. Unknown values pass only where `unknown` is asked for. */
                diskType?: ("nvme" | "ssd" | "hdd" | "ssd-cached" | "network" | "unknown")[];
                /** @description Transfer a month as advertised, at least; unmetered transfer is enough. Give a size such as 500GB or 2TB. */
                minTransfer?: string;
                /** @description Whether transfer is unmetered. Give true or false. */
                unmetered?: boolean;
                /** @description Port speed, at least. Give a rate such as 100Mbps or 1Gbps. */
                minPort?: string;
                /** @description Own public IPv4 addresses, at least. Give a whole number from 0 to 1000000. */
                ipv4?: number;
                /** @description Whether there is IPv6. Give true or false. */
                ipv6?: boolean;
                /** @description Whether IPv4 is shared by NAT. Give true or false. */
                nat?: boolean;
                /** @description Whether DDoS protection is included. Give true or false. */
                ddos?: boolean;
                /** @description Sold in one of these countries (ISO 3166-1 alpha-2). Give a country code of ISO 3166-1 such as DE. */
                country?: string[];
                /** @description Sold on one of these continents, by name or two-letter code. */
                region?: ("africa" | "antarctica" | "asia" | "europe" | "north-america" | "oceania" | "south-america")[];
                /** @description Sold in one of these cities, by name in any case. Give a name. */
                city?: string[];
                /** @description Sold in one of these locations (`<provider>/<its own id>`). Give an id. */
                location?: string[];
                /** @description Currency of amounts asked and answered (USD where none is given). Give a currency code of ISO 4217 such as EUR or USD. */
                currency?: string;
                /** @description Comparable price per month, at most. Rows without one are unknown. Give an amount from 0 to 1000000000 such as 5 or 4.99. */
                maxPrice?: string;
                /** @description Comparable price per month, at least. Rows without one are unknown. Give an amount from 0 to 1000000000 such as 5 or 4.99. */
                minPrice?: string;
                /** @description Months over which set-up fees and introductory prices are spread (12 where none is given). Give a whole number from 1 to 60. */
                horizon?: number;
                /** @description Sold for this billing term in months; prices compare by this term only. Give a whole number from 1 to 120. */
                term?: number;
                /** @description Lowest stated set-up fee, at most. Where none is stated it is unknown. Give an amount from 0 to 1000000000 such as 5 or 4.99. */
                maxSetupFee?: string;
                /** @description Whether a price takes a promotional code. Give true or false. */
                promo?: boolean;
                /** @description Whether it can be paid by the hour. Give true or false. */
                hourly?: boolean;
                /** @description Stock. Where none is given, all but sold-out rows. Unknown values pass only where `unknown` is asked for. */
                availability?: ("in-stock" | "limited" | "sold-out" | "pre-order" | "unknown")[];
                /** @description Instruction set. Unknown values pass only where `unknown` is asked for. */
                architecture?: ("x86_64" | "arm64" | "arm" | "unknown")[];
                /** @description Whether there is a GPU. Give true or false. */
                gpu?: boolean;
                /** @description What kind of product. Where none is given, all but dedicated servers. Unknown values pass only where `unknown` is asked for. */
                productType?: ("vps" | "vds" | "cloud" | "storage-vps" | "gpu" | "dedicated" | "unknown")[];
                /** @description One of these operating systems is stated (linux, windows, …). Give a name. */
                guest?: string[];
                /** @description Risk of overselling, at most. Rows whose level is unknown are unknown. */
                maxRisk?: ("low" | "guarded" | "elevated" | "high")[];
                /** @description Freshness. Where none is given, all but withdrawn rows. */
                state?: ("live" | "recorded" | "stale" | "withdrawn")[];
                /** @description First seen then or later; a time, a date or an age in days such as 7d. Give a date such as 2026-11-01, a time such as 2026-11-01T12:00:00Z, or an age of 1 to 3650 days such as 7d. */
                newSince?: string;
                /** @description Last changed then or later; a time, a date or an age in days such as 7d. Give a date such as 2026-11-01, a time such as 2026-11-01T12:00:00Z, or an age of 1 to 3650 days such as 7d. */
                changedSince?: string;
                /** @description Whether rows pass of which a criterion is not known. Give true or false. */
                includeUnknown?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of events; `Link` names the next one */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangesPage"];
                };
            };
            /** @description A parameter is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sendReport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportRequest"];
            };
        };
        responses: {
            /** @description Taken */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportTaken"];
                };
            };
            /** @description The report is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSources: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All sources */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Source"][];
                    };
                };
            };
            /** @description A parameter is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id as other answers give it */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The source */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Source"];
                };
            };
            /** @description A parameter is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such source */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listProviders: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All providers */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Provider"][];
                    };
                };
            };
            /** @description A parameter is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getProvider: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id as other answers give it */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The provider */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Provider"];
                };
            };
            /** @description A parameter is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such provider */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listLocations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All locations */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Location"][];
                    };
                };
            };
            /** @description A parameter is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTechnologies: {
        parameters: {
            query?: {
                /** @description What must be possible, separated by commas: docker, own-kernel, kernel-modules, linux, windows, bsd, custom-iso, nested-virtualization, ipset, nftables, iptables, wireguard, tun, fuse, swap, sysctl, ebpf. */
                need?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All technologies, or the answer to the needs */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Technologies"] | components["schemas"]["Needs"];
                };
            };
            /** @description A parameter is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTechnology: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id as other answers give it */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The technology */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Technology"] | components["schemas"]["TechnologyModifier"];
                };
            };
            /** @description A parameter is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such technology */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportSubscription: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Everything */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subscription"];
                };
            };
            /** @description No token, or none that holds */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    subscribe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                };
            };
        };
        responses: {
            /** @description If the address can get mail, a link is on its way */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What to do now */
                        message: string;
                    };
                };
            };
            /** @description It is no mail address */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many links were asked for */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    eraseSubscription: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Forgotten */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No token, or none that holds */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmSubscription: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The link's */
                    token: string;
                };
            };
        };
        responses: {
            /** @description Confirmed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Bearer token by which watches are managed */
                        token: string;
                        /**
                         * Format: date-time
                         * @description Until when
                         */
                        expiresAt: string;
                    };
                };
            };
            /** @description There is no such link, or it was used, or is too old */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWatches: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Watches */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Watch"][];
                    };
                };
            };
            /** @description No token, or none that holds */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createWatch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Parameters of a search, by name */
                    filter?: {
                        [key: string]: unknown;
                    } | null;
                    /** @description Of an offer, or of a row for all of its plan; in place of a filter */
                    offerId?: string | null;
                    /** @enum {string} */
                    rule: "price-below" | "price-drop-pct" | "restock" | "new-offer" | "any-change";
                    /**
                     * @description "email", or the https address of a webhook
                     * @default email
                     */
                    channel?: string;
                    /** @description price-below: an amount a month; price-drop-pct: per cent */
                    threshold?: number | string | null;
                    /** @description ISO 4217; of the threshold and of amounts told (USD where none is given) */
                    currency?: string | null;
                    /**
                     * @default immediate
                     * @enum {string}
                     */
                    delivery?: "immediate" | "digest" | "both";
                    digest?: {
                        /** @description Name, or its number in ISO 8601: 1 is Monday */
                        weekday: ("monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday") | number;
                        /** @description On the wall clock of the time zone */
                        hour: number;
                        /** @description IANA name, such as Europe/Berlin */
                        timeZone: string;
                    } | null;
                    /** @description RFC 3339; the watch ends then, and says so */
                    expiresAt?: string | null;
                    /** @default false */
                    paused?: boolean;
                    /**
                     * @description Of a webhook; absent: by its host, else standard
                     * @enum {string|null}
                     */
                    template?: "standard" | "ntfy" | "discord" | "slack" | null;
                };
            };
        };
        responses: {
            /** @description It watches */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BegunWatch"];
                };
            };
            /** @description Something is wrong with it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or none that holds */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There are as many watches as there may be */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWatch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the watch */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The watch */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Watch"];
                };
            };
            /** @description No token, or none that holds */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such watch */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endWatch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the watch */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ended */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No token, or none that holds */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such watch */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeWatch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the watch */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Parameters of a search, by name */
                    filter?: {
                        [key: string]: unknown;
                    };
                    /** @enum {string} */
                    rule?: "price-below" | "price-drop-pct" | "restock" | "new-offer" | "any-change";
                    /** @description price-below: an amount a month; price-drop-pct: per cent */
                    threshold?: number | string | null;
                    /** @description ISO 4217; of the threshold and of amounts told (USD where none is given) */
                    currency?: string | null;
                    channel?: string;
                    /** @enum {string} */
                    delivery?: "immediate" | "digest" | "both";
                    digest?: {
                        /** @description Name, or its number in ISO 8601: 1 is Monday */
                        weekday: ("monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday") | number;
                        /** @description On the wall clock of the time zone */
                        hour: number;
                        /** @description IANA name, such as Europe/Berlin */
                        timeZone: string;
                    } | null;
                    /** @description RFC 3339; the watch ends then, and says so */
                    expiresAt?: string | null;
                    paused?: boolean;
                    /**
                     * @description Of a webhook; absent: by its host, else standard
                     * @enum {string|null}
                     */
                    template?: "standard" | "ntfy" | "discord" | "slack" | null;
                };
            };
        };
        responses: {
            /** @description It watches so from now on */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BegunWatch"];
                };
            };
            /** @description Something is wrong with it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or none that holds */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such watch */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There are too many watches */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDeliveries: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the watch */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deliveries */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Delivery"][];
                    };
                };
            };
            /** @description No token, or none that holds */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such watch */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    testWatch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the watch */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is on its way */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What happens */
                        message: string;
                    };
                };
            };
            /** @description No token, or none that holds */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such watch */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unsubscribe: {
        parameters: {
            query: {
                /** @description The mail's */
                token: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Left */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description What ended
                         * @enum {string}
                         */
                        ended: "watch" | "digest";
                    };
                };
            };
            /** @description The token is none of ours */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRuns: {
        parameters: {
            query?: {
                /** @description Only runs of this source */
                source?: string;
                /** @description Only runs that ended so; quarantined: those that wait for a person */
                state?: "queued" | "running" | "published" | "unchanged" | "quarantined" | "failed";
                /** @description Runs on a page */
                limit?: number;
                /** @description From `page.next` */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of runs; `Link` names the next one */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunPage"];
                };
            };
            /** @description A parameter is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or not the one of this service */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The operator's view is off: no ADMIN_TOKEN is set */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id as other answers give it */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The run */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description A parameter is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or not the one of this service */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The operator's view is off: no ADMIN_TOKEN is set */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such run */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    releaseRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id as other answers give it */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A worker will do it */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestedRelease"];
                };
            };
            /** @description A parameter is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or not the one of this service */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The operator's view is off: no ADMIN_TOKEN is set */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such run */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The run is not in quarantine */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAdminSources: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All sources */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["AdminSource"][];
                    };
                };
            };
            /** @description A parameter is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or not the one of this service */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The operator's view is off: no ADMIN_TOKEN is set */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    runSource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id as other answers give it */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A worker will do it */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnqueuedRun"];
                };
            };
            /** @description A parameter is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or not the one of this service */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The operator's view is off: no ADMIN_TOKEN is set */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such source */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is off, not read any more, or asked to be left alone */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    switchSourceOff: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id as other answers give it */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Why, for everybody to read */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The source */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdminSource"];
                };
            };
            /** @description The request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or not the one of this service */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The operator's view is off: no ADMIN_TOKEN is set */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such source */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    switchSourceOn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id as other answers give it */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The source */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdminSource"];
                };
            };
            /** @description A parameter is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or not the one of this service */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The operator's view is off: no ADMIN_TOKEN is set */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such source */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    voidPrice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id as other answers give it */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date-time
                     * @description `observedFrom` of the period in `/v1/offers/{id}/prices`
                     * @example 2026-11-22T06:00:00.000Z
                     */
                    observedFrom: string;
                    /** @description Why, for everybody to read */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VoidedPrice"];
                };
            };
            /** @description The request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or not the one of this service */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The operator's view is off: no ADMIN_TOKEN is set */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such offer, or it had no price that was first observed then */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is voided already */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unvoidPrice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id as other answers give it */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date-time
                     * @description `observedFrom` of the period in `/v1/offers/{id}/prices`
                     * @example 2026-11-22T06:00:00.000Z
                     */
                    observedFrom: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VoidedPrice"];
                };
            };
            /** @description The request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or not the one of this service */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The operator's view is off: no ADMIN_TOKEN is set */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such offer, or it had no price that was first observed then */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not voided */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listReports: {
        parameters: {
            query?: {
                /** @description Only those in this state */
                state?: "pending" | "accepted" | "rejected";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The newest 200 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["AdminReport"][];
                    };
                };
            };
            /** @description A parameter is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or not the one of this service */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The operator's view is off: no ADMIN_TOKEN is set */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reviewReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id as other answers give it */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportReview"];
            };
        };
        responses: {
            /** @description The report */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdminReport"];
                };
            };
            /** @description The request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or not the one of this service */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The operator's view is off: no ADMIN_TOKEN is set */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such report */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listBenchmarks: {
        parameters: {
            query?: {
                /** @description Those that wait for review (where none is given), or all */
                state?: "waiting" | "all";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The newest 200 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["AdminBenchmark"][];
                    };
                };
            };
            /** @description A parameter is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or not the one of this service */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The operator's view is off: no ADMIN_TOKEN is set */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reviewBenchmark: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id as other answers give it */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BenchmarkReview"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or not the one of this service */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The operator's view is off: no ADMIN_TOKEN is set */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such report */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAllDeliveries: {
        parameters: {
            query?: {
                /** @description State; dead: given up */
                state?: "queued" | "sending" | "sent" | "cancelled" | "dead";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deliveries */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Delivery"][];
                    };
                };
            };
            /** @description A parameter is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or not the one of this service */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The operator's view is off: no ADMIN_TOKEN is set */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retryDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the delivery */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is tried */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Its id */
                        id: string;
                    };
                };
            };
            /** @description It is no id */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or not the one of this service */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The operator's view is off: no ADMIN_TOKEN is set */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No delivery of this id was given up */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    suppressAddress: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The address */
                    email: string;
                    /**
                     * @description Why
                     * @default operator
                     * @enum {string}
                     */
                    reason?: "bounce" | "complaint" | "operator";
                };
            };
        };
        responses: {
            /** @description Nothing more is sent */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Done
                         * @enum {boolean}
                         */
                        suppressed: true;
                    };
                };
            };
            /** @description It is no address */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or not the one of this service */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The operator's view is off: no ADMIN_TOKEN is set */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    liftSuppression: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The address */
                    email: string;
                };
            };
        };
        responses: {
            /** @description It gets mail again */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Done
                         * @enum {boolean}
                         */
                        suppressed: false;
                    };
                };
            };
            /** @description It is no address */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token, or not the one of this service */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The operator's view is off: no ADMIN_TOKEN is set */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The address gets mail already */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Alive */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ready */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description Not ready, with the reason */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Metrics */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
        };
    };
    getIndex: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Pointers */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Index"];
                };
            };
        };
    };
    getProblemKind: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The end of a problem's `type` */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The kind of problem */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemKind"];
                };
            };
            /** @description There is no such kind */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
