'use strict';

const { sign } = require('./sign');

module.exports = { events: require('./events'), live: require('./liveRequests'), sign };
