/** What people report about a provider. */
export const REPORT_KINDS = ['outage', 'slowness', 'billing', 'deadpool', 'praise'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];
