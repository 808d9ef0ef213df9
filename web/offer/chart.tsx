/** The price history as a drawing. What it shows is said in words before it, and stands as a table after it. */
import { scaleLinear, scaleUtc } from 'd3-scale';
import { curveStepAfter, line } from 'd3-shape';
import { lonePoints, type Point, type Series } from './series.ts';

const [WIDTH, HEIGHT] = [640, 260];
const EDGE = { left: 64, right: 18, top: 34, bottom: 34 };

const DAY_MS = 86_400_000;

interface Props {
  readonly all: readonly Series[];
  readonly currency: string;
  /** Epoch milliseconds: the chart ends now, so that old observations look old. */
  readonly now: number;
  readonly title: string;
  readonly description: string;
}

/** One step line for each distinct history, over days; lone observations are dots. */
export function PriceChart({ all, currency, now, title, description }: Props) {
  const points = all.flat();
  const prices = points.flatMap(({ price }) => price ?? []);
  const first = Math.min(...points.map(({ at }) => at));
  const last = Math.max(now, first + DAY_MS);
  const x = scaleUtc()
    .domain([first - (last - first) * 0.02, last])
    .range([EDGE.left, WIDTH - EDGE.right]);
  const y = scaleLinear()
    .domain([0, Math.max(...prices) * 1.1 || 1])
    .nice(4)
    .range([HEIGHT - EDGE.bottom, EDGE.top]);
  const path = line<Point>()
    .defined(({ price }) => price !== null)
    .x(({ at }) => x(at))
    .y(({ price }) => y(price ?? 0))
    .curve(curveStepAfter)
    .digits(1);
  const priceLabel = y.tickFormat(4);
  const dateTicks = x.ticks(4);
  const dateLabel = x.tickFormat(4);
  return (
    <svg class="chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-labelledby="chart-title chart-description">
      <title id="chart-title">{title}</title>
      <desc id="chart-description">{description}</desc>
      {y.ticks(4).map((price) => (
        <g class="tick">
          <line x1={EDGE.left} x2={WIDTH - EDGE.right} y1={y(price)} y2={y(price)} />
          <text x={EDGE.left - 8} y={y(price)} dy="0.32em" text-anchor="end">
            {priceLabel(price)}
          </text>
        </g>
      ))}
      {dateTicks.map((date) => (
        <g class="tick">
          <line class="short" x1={x(date)} x2={x(date)} y1={HEIGHT - EDGE.bottom} y2={HEIGHT - EDGE.bottom + 5} />
          <text x={x(date)} y={HEIGHT - EDGE.bottom + 20} text-anchor="middle">
            {dateLabel(date)}
          </text>
        </g>
      ))}
      <text x={EDGE.left} y={18} text-anchor="start">
        {`${currency} a month`}
      </text>
      <g class="now">
        <line x1={x(last)} x2={x(last)} y1={EDGE.top - 6} y2={HEIGHT - EDGE.bottom} />
        <text x={x(last)} y={18} text-anchor="end">
          today
        </text>
      </g>
      {all.map((series) => (
        <>
          <path d={path(series) ?? ''} />
          {lonePoints(series).map(({ at, price }) => (
            <circle cx={x(at)} cy={y(price ?? 0)} r="4" />
          ))}
        </>
      ))}
    </svg>
  );
}
