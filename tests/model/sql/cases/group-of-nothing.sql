-- sqlite
SELECT
    count(*) AS "Rows",
    sum("Quantity") AS "Total"
FROM "SHOP"."ORDERS"
WHERE FALSE;

-- postgresql
SELECT
    count(*) AS "Rows",
    sum("Quantity") AS "Total"
FROM "SHOP"."ORDERS"
WHERE FALSE;

-- mysql
SELECT
    count(*) AS `Rows`,
    sum(`Quantity`) AS `Total`
FROM `SHOP`.`ORDERS`
WHERE FALSE;

-- snowflake
SELECT
    count(*) AS "Rows",
    sum("Quantity") AS "Total"
FROM "SHOP"."ORDERS"
WHERE FALSE;

-- bigquery
SELECT
    count(*) AS `Rows`,
    sum(`Quantity`) AS `Total`
FROM `SHOP`.`ORDERS`
WHERE FALSE;

-- databricks
SELECT
    count(*) AS `Rows`,
    sum(`Quantity`) AS `Total`
FROM `SHOP`.`ORDERS`
WHERE FALSE;

-- redshift
SELECT
    count(*) AS "Rows",
    sum("Quantity") AS "Total"
FROM "SHOP"."ORDERS"
WHERE FALSE;

