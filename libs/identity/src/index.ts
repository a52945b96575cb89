export { IntakeKeys, type IntakeSystem, issueIntakeKey } from './intake-keys';
export { openSigningKey, type SigningKey } from './signing-key';
export { InvalidToken, issueToken, TokenVerifier } from './tokens';
