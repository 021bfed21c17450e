-- An upgrade that rewrites every row and adds an index, so that it touches many pages.
ALTER TABLE call ADD COLUMN reason TEXT;
UPDATE call SET reason = 'reminder ' || id;
CREATE INDEX call_open ON call (id) WHERE done = 0;
