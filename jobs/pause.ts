/** A pause that can be cut short. */
export interface Pause {
  /** Resolves after so many milliseconds, or at `end()`; at once if `end()` was called since the last pause. */
  sleep(milliseconds: number): Promise<void>;
  end(): void;
}

/** Makes a pause for one sleeper. */
export function pause(): Pause {
  let ended = false;
  let wake: (() => void) | undefined;
  return {
    sleep(milliseconds) {
      return new Promise((resolve) => {
        const timer = setTimeout(() => wake?.(), ended ? 0 : milliseconds);
        wake = () => {
          clearTimeout(timer);
          wake = undefined;
          ended = false;
          resolve();
        };
      });
    },
    end() {
      ended = true;
      wake?.();
    },
  };
}
