import { ApiError } from './api-error.ts';

/** What goes wrong with a request. */
export interface Fault {
  readonly method?: string;
  /** Which addresses, without the version: `/channels/1/messages`. Any unless told. */
  readonly path?: RegExp;
  /** Answered instead of being done. */
  readonly answer?: ApiError;
  /** The connection breaks off before or after the request is done. */
  readonly drop?: 'before' | 'after';
  /** Waits before anything else. */
  readonly until?: Promise<void>;
}

export interface Faults {
  /** The next request that fits goes wrong. Several are used up in order. */
  next(fault: Fault): void;
  /** Takes out the fault for a request. */
  take(method: string, path: string): Fault | null;
  /** How many have met no request yet. */
  left(): number;
}

export function createFaults(): Faults {
  const waiting: Fault[] = [];
  return {
    next: (fault) => void waiting.push(fault),
    take(method, path) {
      const found = waiting.findIndex(
        (fault) => (fault.method ?? method) === method && (fault.path === undefined || fault.path.test(path)),
      );
      return found < 0 ? null : (waiting.splice(found, 1)[0] ?? null);
    },
    left: () => waiting.length,
  };
}

/** An answer in the API's own shape. */
export const answers = (status: number, code: number, message = 'No.'): ApiError => new ApiError(status, code, message);
