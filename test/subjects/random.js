'use strict';

const { randomBytes } = require('node:crypto');

const randomText = () => randomBytes(16).toString('hex');
const randomPair = () => ({
	publicKey: `pk_${randomText()}`,
	privateKey: `sk_${randomText()}${randomText()}`,
});

module.exports = { randomPair, randomText };
