-- sqlite
-- SQLite has no way to express RankPercentile. Arguments are missing.
-- SQLite has no way to express CumeDist. Arguments are missing.
-- SQLite has no way to express Ntile. Arguments are missing.

-- postgresql
-- PostgreSQL has no way to express RankPercentile. Arguments are missing.
-- PostgreSQL has no way to express CumeDist. Arguments are missing.
-- PostgreSQL has no way to express Ntile. Arguments are missing.

-- mysql
-- MySQL has no way to express RankPercentile. Arguments are missing.
-- MySQL has no way to express CumeDist. Arguments are missing.
-- MySQL has no way to express Ntile. Arguments are missing.

-- snowflake
-- Snowflake has no way to express RankPercentile. Arguments are missing.
-- Snowflake has no way to express CumeDist. Arguments are missing.
-- Snowflake has no way to express Ntile. Arguments are missing.

-- bigquery
-- BigQuery has no way to express RankPercentile. Arguments are missing.
-- BigQuery has no way to express CumeDist. Arguments are missing.
-- BigQuery has no way to express Ntile. Arguments are missing.

-- databricks
-- Databricks has no way to express RankPercentile. Arguments are missing.
-- Databricks has no way to express CumeDist. Arguments are missing.
-- Databricks has no way to express Ntile. Arguments are missing.

-- redshift
-- Redshift has no way to express RankPercentile. Arguments are missing.
-- Redshift has no way to express CumeDist. Arguments are missing.
-- Redshift has no way to express Ntile. Arguments are missing.

