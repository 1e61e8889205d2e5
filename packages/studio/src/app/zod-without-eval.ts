import * as z from 'zod'

// Zod compiles schemas with `new Function`, which the server's content security policy forbids.
// Imported before anything that defines a schema.
z.config({ jitless: true })
