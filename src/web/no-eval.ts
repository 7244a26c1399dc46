import { z } from 'zod';

// The page's security policy forbids code made at run time, which zod would otherwise try when the first schema is
// made: so this stands before every import that makes one.
z.config({ jitless: true });
