'use strict';

/** Mistakes in what the person entered. */

const { createHmac } = require('node:crypto');
const { foreign, genuine, newEvent, randomPair, subjectOf, subjects } = require('../subjects');

const [enableX, huskyVoice, miraiMinds, voxifi] = [
	'enableX',
	'huskyVoice',
	'miraiMinds',
	'voxifi',
].map(subjectOf);

/** @type {import('.').Mistake[]} */
const ofTheSecret = [
	...[huskyVoice, voxifi].map((subject) => ({
		what: 'a blank before the secret',
		subject,
		credential: () => ({ signingSecret: ` ${subject.credential.signingSecret}` }),
		delivery: () => genuine(subject),
		words: [/spaces or a line break/, /Paste it again/],
	})),
	{
		what: 'a line break after the previous secret',
		subject: huskyVoice,
		credential: () => ({
			signingSecret: 'another one',
			previousSigningSecret: `${huskyVoice.credential.signingSecret}\n`,
		}),
		delivery: () => genuine(huskyVoice),
		words: [/spaces or a line break/, /Paste it again/],
	},
	{
		what: 'a line break after the App ID',
		subject: enableX,
		credential: () => ({ ...enableX.credential, appId: `${enableX.credential.appId}\r\n` }),
		delivery: () => genuine(enableX),
		words: [/spaces or a line break/, /Paste it again/],
	},
	{
		what: 'a blank after the public key',
		subject: miraiMinds,
		credential: () => ({
			...miraiMinds.credential,
			publicKey: `${miraiMinds.credential.publicKey} `,
		}),
		delivery: () => genuine(miraiMinds),
		words: [/spaces or a line break/, /Paste it again/],
	},
	...subjects
		.filter(({ signatureHeader }) => signatureHeader !== undefined)
		.map((subject) => ({
			what: 'a secret of another endpoint',
			subject,
			delivery: () => foreign(subject),
			words: [/does not match/, /copy it again/],
		})),
	{
		what: 'an App ID of another project',
		subject: enableX,
		delivery: () => foreign(enableX),
		words: [/cannot be decrypted with the App ID/, /Copy the App ID again/],
	},
	{
		what: 'a zero-width space in the secret',
		subject: huskyVoice,
		credential: () => ({ signingSecret: `\u200b${huskyVoice.credential.signingSecret}` }),
		delivery: () => genuine(huskyVoice),
		words: [/invisible characters/, /Paste it again/],
	},
	{
		what: 'a secret in quotes',
		subject: voxifi,
		credential: () => ({ signingSecret: `"${voxifi.credential.signingSecret}"` }),
		delivery: () => genuine(voxifi),
		words: [/in quotes/, /Paste it again/],
	},
	{
		what: 'sk_ cut off',
		subject: miraiMinds,
		credential: () => ({
			...miraiMinds.credential,
			privateKey: miraiMinds.credential.privateKey.slice('sk_'.length),
		}),
		delivery: () => genuine(miraiMinds),
		words: [/without its sk_/, /Enter the whole key/],
	},
	{
		what: 'public and private key swapped',
		subject: miraiMinds,
		credential: () => ({
			publicKey: miraiMinds.credential.privateKey,
			privateKey: miraiMinds.credential.publicKey,
		}),
		delivery: () => genuine(miraiMinds),
		words: [/swapped/, /Put each into the other field/],
	},
	{
		what: 'the private key of another pair',
		subject: miraiMinds,
		credential: () => {
			const { publicKey, privateKey } = miraiMinds.credential;
			const other = randomPair();
			return {
				publicKey,
				privateKey: other.privateKey,
				additionalKeyPairs: { pairs: [{ publicKey: other.publicKey, privateKey }] },
			};
		},
		delivery: () => genuine(miraiMinds),
		words: [/belongs to another pair/, /beside its own public key/],
	},
	{
		what: 'the App Key in place of the App ID',
		subject: enableX,
		credential: () => ({
			appId: enableX.credential.appKey,
			appKey: enableX.credential.appId,
		}),
		delivery: () => genuine(enableX),
		words: [/App ID and App Key are swapped/, /Put each into the other field/],
	},
	{
		what: 'a sender that decodes the hexadecimal secret',
		subject: huskyVoice,
		delivery: () => {
			const body = JSON.stringify(newEvent(huskyVoice));
			const key = Buffer.from(huskyVoice.credential.signingSecret, 'hex');
			const signature = createHmac('sha256', key).update(body).digest('hex');
			return { headers: { ...genuine(huskyVoice).headers, 'X-Husky-Signature': signature }, body };
		},
		words: [/decoded the secret/, /used as plain text/],
	},
];

module.exports = { ofTheSecret };
