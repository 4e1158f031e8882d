import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { isObject } from '../../verification/json';
import type { Secret } from '../../verification/scheme';
import { enteredText } from '../common/secretText';

/** A key pair of the credential form, as entered. */
export interface KeyPair {
	/** How the form calls it: `own pair`, `additional pair 1`. */
	label: string;
	publicKey: string;
	privateKey: string;
}

/** Every pair of a credential: its own, then the additional ones in the form's order. */
export function keyPairs(credential: ICredentialDataDecryptedObject): KeyPair[] {
	return [
		keyPair('own pair', credential),
		...additional(credential).map((pair, index) => keyPair(`additional pair ${index + 1}`, pair)),
	];
}

/**
 * The secrets a delivery may be signed with, each under its public key. A pair without a public
 * key can be named by no delivery and is left out.
 */
export function pairSecrets(pairs: readonly KeyPair[]): Secret[] {
	return pairs
		.filter(({ publicKey }) => publicKey !== '')
		.map(({ label, publicKey, privateKey }) => ({ label, value: privateKey, keyId: publicKey }));
}

function additional(credential: ICredentialDataDecryptedObject): object[] {
	const collection: unknown = credential.additionalKeyPairs;
	const pairs = isObject(collection) ? collection.pairs : undefined;
	return Array.isArray(pairs) ? pairs.filter(isObject) : [];
}

function keyPair(label: string, source: object): KeyPair {
	const { publicKey, privateKey } = source as Record<string, unknown>;
	return { label, publicKey: enteredText(publicKey), privateKey: enteredText(privateKey) };
}
