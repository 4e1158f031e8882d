import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { Secret } from '../../verification/scheme';
import { isBlank } from '../../verification/blank';
import type { Advice } from '../common/advice';
import { enteredText, textProblem } from '../common/secretText';

const WHERE =
	'Copy it from Account Settings > Keys & Credentials > Public Key in the Telnyx portal.';

/** Current and previous public key of a credential. */
export function publicKeys(credential: ICredentialDataDecryptedObject): Secret[] {
	return [
		{ label: 'current', value: enteredText(credential.publicKey) },
		{ label: 'previous', value: enteredText(credential.previousPublicKey) },
	];
}

/** Whether a credential can prove events: one of its public keys is there. */
export function hasPublicKey(credential: ICredentialDataDecryptedObject): boolean {
	return publicKeys(credential).some(({ value }) => value.trim() !== '');
}

/** What is wrong with the keys: each is 32 bytes in base64. */
export function publicKeyProblem(credential: ICredentialDataDecryptedObject): Advice | undefined {
	const current = enteredText(credential.publicKey);
	if (isBlank(current)) return { message: 'The public key is empty.', advice: WHERE };
	const previous = enteredText(credential.previousPublicKey);
	return problemOf('public key', current) ?? problemOf('previous public key', previous);
}

function problemOf(name: string, value: string): Advice | undefined {
	if (value === '') return undefined;
	const problem = textProblem(name, value);
	if (problem !== undefined) return problem;
	if (/^[A-Za-z0-9+/]{43}=?$/.test(value)) return undefined;
	return { message: `The ${name} is not 32 bytes in base64.`, advice: WHERE };
}
