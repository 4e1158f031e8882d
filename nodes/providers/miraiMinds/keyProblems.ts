import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { isBlank } from '../../verification/blank';
import type { Advice } from '../common/advice';
import type { Mistake } from '../common/provider';
import { textProblem } from '../common/secretText';
import { keyPairs, pairSecrets, type KeyPair } from './keyPairs';

/** What the page says of the keys: https://docs.miraiminds.co/developers/webhook-signature */
const PUBLIC_KEY = /^pk_[0-9a-f]{32}$/i;
const PRIVATE_KEY = /^sk_[0-9a-f]{64}$/i;

/** What is wrong with the key pairs of a credential. A row that is left empty is none. */
export function keyPairsProblem(credential: ICredentialDataDecryptedObject): Advice | undefined {
	const [own, ...additional] = keyPairs(credential);
	const filled = additional.filter((pair) => pair.publicKey !== '' || pair.privateKey !== '');
	for (const pair of [own, ...filled]) {
		const problem = pairProblem(pair);
		if (problem !== undefined) return problem;
	}
	return undefined;
}

function pairProblem({ label, publicKey, privateKey }: KeyPair): Advice | undefined {
	const names = { public: `public key (${label})`, private: `private key (${label})` };
	for (const [name, value] of [
		[names.public, publicKey],
		[names.private, privateKey],
	]) {
		if (isBlank(value)) {
			return {
				message: `The ${name} is empty.`,
				advice: 'Paste it from the organization settings of Mirai Minds.',
			};
		}
		const problem = textProblem(name, value);
		if (problem !== undefined) return problem;
	}
	if (publicKey.startsWith('sk_') && privateKey.startsWith('pk_')) {
		return {
			message: `Public and private key (${label}) are swapped.`,
			advice: 'Put each into the other field.',
		};
	}
	return (
		formProblem(names.public, publicKey, PUBLIC_KEY, 'pk_', 32) ??
		formProblem(names.private, privateKey, PRIVATE_KEY, 'sk_', 64)
	);
}

function formProblem(
	name: string,
	value: string,
	form: RegExp,
	prefix: string,
	digits: number,
): Advice | undefined {
	if (form.test(value)) return undefined;
	const advice = `Paste the whole key again: ${prefix} and ${digits} hexadecimal digits.`;
	if (!value.startsWith(prefix)) {
		return { message: `The ${name} does not start with ${prefix}.`, advice };
	}
	const length = prefix.length + digits;
	if (value.length !== length) {
		return { message: `The ${name} has ${value.length} characters, not ${length}.`, advice };
	}
	return { message: `The ${name} has characters that no key has.`, advice };
}

/** Mix-ups of keys that a delivery brings to light. */
export function keyPairMistakes(credential: ICredentialDataDecryptedObject): Mistake[] {
	const pairs = keyPairs(credential);
	const mistakes: Mistake[] = [];
	if (pairs.some(({ privateKey }) => privateKey !== '' && !privateKey.startsWith('sk_'))) {
		mistakes.push({
			secrets: pairSecrets(
				pairs.map((pair) => ({ ...pair, privateKey: withPrefix(pair.privateKey) })),
			),
			message: 'The private key was entered without its sk_.',
			advice: 'Enter the whole key: sk_ is part of the secret.',
		});
	}
	mistakes.push({
		secrets: pairSecrets(
			pairs.map((pair) => ({
				...pair,
				publicKey: pair.privateKey,
				privateKey: pair.publicKey,
			})),
		),
		message: 'Public and private key are swapped in the credential.',
		advice: 'Put each into the other field.',
	});
	if (pairs.length > 1) {
		mistakes.push({
			secrets: pairSecrets(
				pairs.flatMap((pair) => pairs.map(({ privateKey }) => ({ ...pair, privateKey }))),
			),
			message: 'The private key belongs to another pair of the credential.',
			advice: 'Put each private key beside its own public key.',
		});
	}
	return mistakes;
}

function withPrefix(privateKey: string): string {
	return privateKey === '' || privateKey.startsWith('sk_') ? privateKey : `sk_${privateKey}`;
}
