import { createRequire } from 'node:module';
import path from 'node:path';
import { SECRET, WRONG, ed25519, received } from './fixtures.mjs';

const require = createRequire(import.meta.url);
const { signedDelivery } = require('../../tools/simulator/sign.js');

/** What each provider's credential gives, and which header holds the proof. */
const PROVIDERS = [
	{
		id: 'huskyVoice',
		name: 'HuskyVoice AI',
		sender: { signingSecret: SECRET },
		header: 'x-husky-signature',
	},
	{
		id: 'voxifi',
		name: 'Voxifi',
		sender: { signingSecret: SECRET },
		header: 'x-webhook-signature',
		settings: 300,
	},
	{
		id: 'miraiMinds',
		name: 'Mirai Minds',
		sender: { privateKey: SECRET, publicKey: 'pk_measuring' },
		header: 'x-signature',
		keyId: 'pk_measuring',
	},
	{
		id: 'telnyx',
		name: 'Telnyx (Ed25519)',
		sender: { privateSeed: ed25519.seed },
		secret: ed25519.publicText,
		header: 'telnyx-signature-ed25519',
		settings: 300,
		wrong: ed25519.sign(Buffer.from('something else')),
	},
	{
		id: 'enableX',
		name: 'EnableX (decrypts)',
		sender: { appId: SECRET },
		header: 'x-format',
		settings: false,
	},
];

/** The whole blocks of 64 kB. */
const MAX_ENVELOPE_BYTES = 65_536;

/**
 * This package's `verify`, for each provider's scheme.
 *
 * @param {string} dist folder of the compiled code
 * @param {Record<string, Buffer>} bodies by provider, `default` for the others
 * @returns {import('./fixtures.mjs').Contender[]}
 */
export function own(dist, bodies) {
	const { verify } = require(path.join(dist, 'nodes/verification/verify.js'));
	// A longer ciphertext is refused before anything is decrypted.
	const isMeasured = ({ id }) => id !== 'enableX' || bodies.enableX.length < MAX_ENVELOPE_BYTES;
	return PROVIDERS.filter(isMeasured).map(
		({ id, name, sender, header, settings, keyId, secret = SECRET, wrong }) => {
			const exported = require(path.join(dist, `nodes/providers/${id}/scheme.js`)).scheme;
			const scheme = typeof exported === 'function' ? exported(settings) : exported;
			const secrets = [{ label: 'current', value: secret, keyId }];
			const body = bodies[id] ?? bodies.default;
			const genuine = received(signedDelivery(id, body, sender));
			const value = genuine.headers[header][0];
			const others = { ...sender, appId: `not ${SECRET}` };
			const forged =
				scheme.kind === 'signature'
					? withHeader(genuine, header, wrong ?? value.replace(/[0-9a-f]{64}$/, WRONG))
					: received(signedDelivery(id, body, others));
			const condemned = withHeader(genuine, header, 'forged');
			const check = (one) => () => verify(one, scheme, secrets, Date.now()).ok;
			return {
				id,
				label: `this package: ${name}`,
				ours: true,
				genuine: check(genuine),
				forged: check(forged),
				condemned: check(condemned),
			};
		},
	);
}

function withHeader({ headers, body }, name, value) {
	return { headers: { ...headers, [name]: [value] }, body };
}
