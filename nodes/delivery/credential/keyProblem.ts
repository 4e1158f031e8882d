import type { Advice } from '../../providers/common/advice';
import { isBlank } from '../../verification/blank';
import { keyOf } from '../../verification/key';
import type { Scheme, Secret } from '../../verification/scheme';

/** What is wrong with secrets that do not spell a key, as the scheme wants it; `undefined` when nothing is. */
export function keyProblem(scheme: Scheme, secrets: readonly Secret[]): Advice | undefined {
	if (scheme.kind !== 'signature' || scheme.key === undefined) return undefined;
	const unreadable = secrets.find(
		(secret) => !isBlank(secret.value) && keyOf(secret, scheme) === undefined,
	);
	if (unreadable === undefined) return undefined;
	const { encoding, prefix = '' } = scheme.key;
	const written = encoding === 'hex' ? 'hexadecimal' : 'base64';
	const what = scheme.algorithm === 'ed25519' ? 'public key' : 'secret';
	const length = scheme.algorithm === 'ed25519' ? ' of 32 bytes' : '';
	const after = prefix === '' ? '' : ` after ${prefix}`;
	return {
		message: `The ${unreadable.label} ${what} in the credential is not ${written}${length}${after}.`,
		advice: `Paste the whole ${what} again. If the provider shows it in another form, choose that in this node.`,
	};
}
