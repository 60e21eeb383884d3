-- Messages of one call in the order in which they were left, however quickly; those that came to nothing; and those whose sound is gone, its time being over.
ALTER TABLE voicemails ADD COLUMN nth INTEGER NOT NULL DEFAULT 1;
ALTER TABLE voicemails ADD COLUMN dismissed_at BIGINT;
ALTER TABLE voicemails ADD COLUMN erased_at BIGINT;

CREATE INDEX voicemails_of_call ON voicemails (call);
CREATE INDEX voicemails_kept ON voicemails (left_at) WHERE erased_at IS NULL;
DROP INDEX voicemails_unidentified;
CREATE INDEX voicemails_unidentified ON voicemails (left_at) WHERE ticket IS NULL AND dismissed_at IS NULL AND erased_at IS NULL;
