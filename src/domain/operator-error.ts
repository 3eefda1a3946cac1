export { OperatorError } from '../../db/operator-error.ts';
