-- The store of Trama 0.1.0 (schema twin at version 1), with a row or more in each table. Never change it: add the next.

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

CREATE SCHEMA twin;

SET default_tablespace = '';

SET default_table_access_method = heap;

CREATE TABLE twin.blob (
    sha256 text NOT NULL,
    bytes bigint NOT NULL
);

CREATE TABLE twin.blob_piece (
    sha256 text NOT NULL,
    seq integer NOT NULL,
    data bytea NOT NULL
);
ALTER TABLE ONLY twin.blob_piece ALTER COLUMN data SET STORAGE EXTERNAL;

CREATE TABLE twin.city (
    id text NOT NULL,
    name text NOT NULL,
    country text NOT NULL,
    timezone text NOT NULL,
    utm_epsg integer NOT NULL,
    lat double precision NOT NULL,
    lon double precision NOT NULL,
    zoom double precision NOT NULL,
    languages text[] NOT NULL,
    currency text NOT NULL
);

CREATE TABLE twin.dataset (
    id bigint NOT NULL,
    city text NOT NULL,
    source text NOT NULL,
    title text NOT NULL,
    publisher text NOT NULL,
    licence text NOT NULL,
    url text NOT NULL,
    published text NOT NULL,
    note text NOT NULL,
    file text NOT NULL,
    bytes bigint NOT NULL,
    sha256 text NOT NULL,
    importer text NOT NULL,
    importer_version text NOT NULL,
    valid_from timestamp with time zone NOT NULL,
    learned_at timestamp with time zone NOT NULL,
    features bigint NOT NULL,
    findings jsonb NOT NULL
);

ALTER TABLE twin.dataset ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME twin.dataset_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE twin.feature (
    seq bigint NOT NULL,
    city text NOT NULL,
    layer text NOT NULL,
    id text NOT NULL,
    source text NOT NULL,
    dataset bigint NOT NULL,
    valid tstzrange NOT NULL,
    known tstzrange NOT NULL,
    geometry bytea,
    box box,
    properties jsonb NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT feature_valid_check CHECK ((NOT isempty(valid)))
);

ALTER TABLE twin.feature ALTER COLUMN seq ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME twin.feature_seq_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE twin.replacement (
    city text NOT NULL,
    layer text NOT NULL,
    id text NOT NULL,
    source text NOT NULL,
    by_source text NOT NULL,
    dataset bigint NOT NULL
);

CREATE TABLE twin.run (
    id text NOT NULL,
    city text NOT NULL,
    valid_at timestamp with time zone NOT NULL,
    known_at timestamp with time zone NOT NULL,
    scenario text,
    model text NOT NULL,
    request text NOT NULL,
    state text NOT NULL,
    progress double precision DEFAULT 0 NOT NULL,
    stage text DEFAULT ''::text NOT NULL,
    failure text DEFAULT ''::text NOT NULL,
    requested_at timestamp with time zone NOT NULL,
    started_at timestamp with time zone,
    finished_at timestamp with time zone,
    worker text,
    heartbeat timestamp with time zone,
    attempts integer DEFAULT 0 NOT NULL,
    cancel_requested boolean DEFAULT false NOT NULL,
    result bytea,
    result_sha256 text,
    cpu_seconds double precision,
    peak_bytes bigint,
    CONSTRAINT run_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'running'::text, 'done'::text, 'failed'::text, 'cancelled'::text])))
);

CREATE TABLE twin.scenario (
    id text NOT NULL,
    city text NOT NULL,
    name text NOT NULL,
    description text NOT NULL,
    valid_at timestamp with time zone NOT NULL,
    known_at timestamp with time zone NOT NULL,
    parent text,
    created_at timestamp with time zone NOT NULL,
    version integer DEFAULT 0 NOT NULL
);

CREATE TABLE twin.scenario_edit (
    scenario text NOT NULL,
    seq integer NOT NULL,
    edit jsonb NOT NULL,
    made_at timestamp with time zone NOT NULL,
    undone boolean DEFAULT false NOT NULL,
    discarded boolean DEFAULT false NOT NULL
);

CREATE TABLE twin.schema_history (
    installed_rank integer NOT NULL,
    version character varying(50),
    description character varying(200) NOT NULL,
    type character varying(20) NOT NULL,
    script character varying(1000) NOT NULL,
    checksum integer,
    installed_by character varying(100) NOT NULL,
    installed_on timestamp without time zone DEFAULT now() NOT NULL,
    execution_time integer NOT NULL,
    success boolean NOT NULL
);

CREATE TABLE twin.staged_feature (
    staging bigint NOT NULL,
    layer text NOT NULL,
    id text NOT NULL,
    geometry bytea,
    box box,
    properties jsonb NOT NULL,
    hash bytea NOT NULL
);

CREATE TABLE twin.staging (
    id bigint NOT NULL,
    city text NOT NULL,
    source text NOT NULL,
    sha256 text NOT NULL,
    importer text NOT NULL,
    importer_version text NOT NULL,
    started_at timestamp with time zone NOT NULL,
    complete boolean DEFAULT false NOT NULL,
    description jsonb DEFAULT '{}'::jsonb NOT NULL
);

ALTER TABLE twin.staging ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME twin.staging_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

INSERT INTO twin.blob VALUES ('cd', 3);

INSERT INTO twin.blob_piece VALUES ('cd', 0, '\x010203');

INSERT INTO twin.city VALUES ('barcelona', 'Barcelona', 'ES', 'Europe/Madrid', 25831, 41.4057, 2.16485, 12, '{ca,es}', 'EUR');
INSERT INTO twin.city VALUES ('bologna', 'Bologna', 'IT', 'Europe/Rome', 25832, 44.49799, 11.34547, 12, '{it}', 'EUR');

INSERT INTO twin.dataset OVERRIDING SYSTEM VALUE VALUES (900, 'bologna', 'statistics:sample', 'Sample', 'Somebody', 'CC BY 4.0', '', '2026', '', 'f.csv', 10, 'ab', 'statistics', '1', '2026-01-01 00:00:00+00', '2026-02-01 00:00:00+00', 1, '{}');

INSERT INTO twin.feature OVERRIDING SYSTEM VALUE VALUES (900000, 'bologna', 'statistics', 'sample-1', 'statistics:sample', 900, '["2026-01-01 00:00:00+00",)', '["2026-02-01 00:00:00+00",)', '\x01', '(11.3,44.5),(11.3,44.5)', '{"value": 3}', '\x02');

INSERT INTO twin.replacement VALUES ('bologna', 'stops', 'a', 'pack', 'statistics:sample', 900);

INSERT INTO twin.run VALUES ('r1', 'bologna', '2026-11-24 14:36:00.617583+00', '2026-11-24 14:36:00.617583+00', 's1', 'reach', '{}', 'done', 0, '', '', '2026-03-03 00:00:00+00', NULL, NULL, NULL, NULL, 0, false, '\x0a', 'ef', NULL, NULL);

INSERT INTO twin.scenario VALUES ('s1', 'bologna', 'Sample', '', '2026-11-24 14:36:00.609435+00', '2026-11-24 14:36:00.609435+00', NULL, '2026-03-01 00:00:00+00', 1);
INSERT INTO twin.scenario VALUES ('s2', 'bologna', 'Child', '', '2026-11-24 14:36:00.609435+00', '2026-11-24 14:36:00.609435+00', 's1', '2026-03-02 00:00:00+00', 0);

INSERT INTO twin.scenario_edit VALUES ('s1', 1, '{"op": "remove"}', '2026-03-01 00:00:00+00', false, false);

INSERT INTO twin.schema_history VALUES (0, NULL, '<< Flyway Schema Creation >>', 'SCHEMA', '"twin"', NULL, 'trama', '2026-11-24 14:35:53.662653', 0, true);
INSERT INTO twin.schema_history VALUES (1, '1', 'twin', 'SQL', 'V1__twin.sql', 1788161451, 'trama', '2026-11-24 14:35:53.792357', 448, true);

INSERT INTO twin.staged_feature VALUES (3, 'l', 'a', NULL, NULL, '{}', '\x01');

INSERT INTO twin.staging OVERRIDING SYSTEM VALUE VALUES (3, 'bologna', 'x', '12', 'i', '1', '2026-03-03 00:00:00+00', false, '{}');

SELECT pg_catalog.setval('twin.dataset_id_seq', 2, true);

SELECT pg_catalog.setval('twin.feature_seq_seq', 1995, true);

SELECT pg_catalog.setval('twin.staging_id_seq', 3, true);

ALTER TABLE ONLY twin.blob_piece
    ADD CONSTRAINT blob_piece_pkey PRIMARY KEY (sha256, seq);

ALTER TABLE ONLY twin.blob
    ADD CONSTRAINT blob_pkey PRIMARY KEY (sha256);

ALTER TABLE ONLY twin.city
    ADD CONSTRAINT city_pkey PRIMARY KEY (id);

ALTER TABLE ONLY twin.dataset
    ADD CONSTRAINT dataset_pkey PRIMARY KEY (id);

ALTER TABLE ONLY twin.feature
    ADD CONSTRAINT feature_pkey PRIMARY KEY (seq);

ALTER TABLE ONLY twin.replacement
    ADD CONSTRAINT replacement_pkey PRIMARY KEY (city, layer, id, source);

ALTER TABLE ONLY twin.run
    ADD CONSTRAINT run_pkey PRIMARY KEY (id);

ALTER TABLE ONLY twin.scenario_edit
    ADD CONSTRAINT scenario_edit_pkey PRIMARY KEY (scenario, seq);

ALTER TABLE ONLY twin.scenario
    ADD CONSTRAINT scenario_pkey PRIMARY KEY (id);

ALTER TABLE ONLY twin.schema_history
    ADD CONSTRAINT schema_history_pk PRIMARY KEY (installed_rank);

ALTER TABLE ONLY twin.staging
    ADD CONSTRAINT staging_city_source_sha256_importer_importer_version_key UNIQUE (city, source, sha256, importer, importer_version);

ALTER TABLE ONLY twin.staging
    ADD CONSTRAINT staging_pkey PRIMARY KEY (id);

CREATE INDEX dataset_series ON twin.dataset USING btree (city, source, id);

CREATE INDEX feature_box ON twin.feature USING gist (box);

CREATE INDEX feature_by_id ON twin.feature USING btree (city, layer, id);

CREATE INDEX feature_current ON twin.feature USING btree (city, layer, source) WHERE upper_inf(known);

CREATE INDEX run_of_scenario ON twin.run USING btree (scenario);

CREATE INDEX run_queue ON twin.run USING btree (requested_at) WHERE (state = ANY (ARRAY['queued'::text, 'running'::text]));

CREATE INDEX schema_history_s_idx ON twin.schema_history USING btree (success);

CREATE INDEX staged_feature_by_staging ON twin.staged_feature USING btree (staging, layer, id);

ALTER TABLE ONLY twin.blob_piece
    ADD CONSTRAINT blob_piece_sha256_fkey FOREIGN KEY (sha256) REFERENCES twin.blob(sha256) ON DELETE CASCADE;

ALTER TABLE ONLY twin.dataset
    ADD CONSTRAINT dataset_city_fkey FOREIGN KEY (city) REFERENCES twin.city(id);

ALTER TABLE ONLY twin.feature
    ADD CONSTRAINT feature_city_fkey FOREIGN KEY (city) REFERENCES twin.city(id);

ALTER TABLE ONLY twin.feature
    ADD CONSTRAINT feature_dataset_fkey FOREIGN KEY (dataset) REFERENCES twin.dataset(id);

ALTER TABLE ONLY twin.replacement
    ADD CONSTRAINT replacement_city_fkey FOREIGN KEY (city) REFERENCES twin.city(id);

ALTER TABLE ONLY twin.replacement
    ADD CONSTRAINT replacement_dataset_fkey FOREIGN KEY (dataset) REFERENCES twin.dataset(id);

ALTER TABLE ONLY twin.run
    ADD CONSTRAINT run_city_fkey FOREIGN KEY (city) REFERENCES twin.city(id);

ALTER TABLE ONLY twin.run
    ADD CONSTRAINT run_scenario_fkey FOREIGN KEY (scenario) REFERENCES twin.scenario(id) ON DELETE SET NULL;

ALTER TABLE ONLY twin.scenario
    ADD CONSTRAINT scenario_city_fkey FOREIGN KEY (city) REFERENCES twin.city(id);

ALTER TABLE ONLY twin.scenario_edit
    ADD CONSTRAINT scenario_edit_scenario_fkey FOREIGN KEY (scenario) REFERENCES twin.scenario(id) ON DELETE CASCADE;

ALTER TABLE ONLY twin.scenario
    ADD CONSTRAINT scenario_parent_fkey FOREIGN KEY (parent) REFERENCES twin.scenario(id);

ALTER TABLE ONLY twin.staged_feature
    ADD CONSTRAINT staged_feature_staging_fkey FOREIGN KEY (staging) REFERENCES twin.staging(id) ON DELETE CASCADE;

ALTER TABLE ONLY twin.staging
    ADD CONSTRAINT staging_city_fkey FOREIGN KEY (city) REFERENCES twin.city(id);

