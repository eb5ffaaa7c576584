-- sqlite
WITH "orders_2" AS (
    SELECT
        "Id",
        sigma_lower("Customer") AS "Key"
    FROM "SHOP"."ORDERS"
),
"customers_2" AS (
    SELECT
        sigma_lower("Customer") AS "Key",
        "City"
    FROM "SHOP"."CUSTOMERS"
)
SELECT
    t1."Id",
    t1."Key",
    t2."Key" AS "Key 2",
    t2."City"
FROM "orders_2" AS t1
    LEFT JOIN "customers_2" AS t2 ON t1."Key" = t2."Key";

-- postgresql
-- PostgreSQL has no way to express Lower.

-- mysql
-- MySQL has no way to express Lower.

-- snowflake
-- Snowflake has no way to express Lower.

-- bigquery
-- BigQuery has no way to express Lower.

-- databricks
-- Databricks has no way to express Lower.

-- redshift
-- Redshift has no way to express Lower.

