/** Three-valued logic (Kleene's, which is SQL's): null is "not known". */
export type Kleene = boolean | null;

/** False if any part is false, else unknown if any is unknown. Nothing at all is true. */
export function all(parts: Iterable<Kleene>): Kleene {
  let result: Kleene = true;
  for (const part of parts) {
    if (part === false) return false;
    if (part === null) result = null;
  }
  return result;
}

/** True if any part is true, else unknown if any is unknown. Nothing at all is false. */
export function any(parts: Iterable<Kleene>): Kleene {
  let result: Kleene = false;
  for (const part of parts) {
    if (part === true) return true;
    if (part === null) result = null;
  }
  return result;
}

/** The opposite; of unknown, unknown. */
export function not(part: Kleene): Kleene {
  return part === null ? null : !part;
}
