/** A mistake the operator can mend. The message is one line that says what to do; the command line prints it and exits ≠ 0. */
export class OperatorError extends Error {
  override name = 'OperatorError';
}
