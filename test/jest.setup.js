'use strict';

const path = require('node:path');

// n8n-core writes its settings into the home directory as soon as it is loaded.
process.env.N8N_USER_FOLDER = path.resolve(__dirname, '..', '.cache', 'unit');
