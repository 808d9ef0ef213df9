/** Levels of the risk that a buyer gets clearly less than an offer leads him to expect. */

/** From least to most. `unknown` is no level: too little is known. */
export const RISK_LEVELS = ['low', 'guarded', 'elevated', 'high'] as const;
export type RiskLevel = (typeof RISK_LEVELS)[number];

/** Levels up to one. */
export function levelsUpTo(level: RiskLevel): readonly RiskLevel[] {
  return RISK_LEVELS.slice(0, RISK_LEVELS.indexOf(level) + 1);
}

/** Where each level ends, in natural log-odds: under -1.0 low, to 0.2 guarded, to 1.4 elevated, above it high. */
const UPPER: Readonly<Record<Exclude<RiskLevel, 'high'>, number>> = { low: -1, guarded: 0.2, elevated: 1.4 };

/** The level of a sum of log-odds. */
export function levelOf(logOdds: number): RiskLevel {
  if (logOdds < UPPER.low) return 'low';
  if (logOdds <= UPPER.guarded) return 'guarded';
  return logOdds <= UPPER.elevated ? 'elevated' : 'high';
}

/** A whole number to order by, in thousandths: the log-odds, held within the bounds of the level that was given for other reasons. */
export function scoreOf(logOdds: number, level: RiskLevel): number {
  const least =
    level === 'low'
      ? -9
      : level === 'guarded'
        ? UPPER.low
        : level === 'elevated'
          ? UPPER.guarded + 0.001
          : UPPER.elevated + 0.001;
  const most = level === 'high' ? 9 : level === 'low' ? UPPER.low - 0.001 : UPPER[level];
  return Math.round(Math.min(most, Math.max(least, logOdds)) * 1000);
}
