/** Something a person asked for that cannot be; `message` is the sentence they read. */
export class DomainError extends Error {
  readonly code: 'not-found' | 'not-allowed' | 'invalid' | 'too-late';

  constructor(code: DomainError['code'], sentence: string) {
    super(sentence);
    this.name = 'DomainError';
    this.code = code;
  }
}
