-- sqlite
SELECT
    sigma_datetrunc(?, "Day") AS "Month",
    ? || "Region" AS "Tag",
    sum("Price") * 1.0 / count("Price") AS "Mean"
FROM "SHOP"."ORDERS"
GROUP BY 1, 2;
-- ? month
-- ? R-

-- postgresql
-- PostgreSQL has no way to express DateTrunc.

-- mysql
-- MySQL has no way to express DateTrunc.

-- snowflake
-- Snowflake has no way to express DateTrunc.

-- bigquery
-- BigQuery has no way to express DateTrunc.

-- databricks
-- Databricks has no way to express DateTrunc.

-- redshift
-- Redshift has no way to express DateTrunc.

