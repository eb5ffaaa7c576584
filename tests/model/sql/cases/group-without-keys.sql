-- sqlite
SELECT
    count(*) AS "Rows",
    count("Price") AS "Prices",
    count(DISTINCT "Customer") AS "Kinds",
    avg("Quantity") AS "Mean"
FROM "SHOP"."ORDERS";

-- postgresql
SELECT
    count(*) AS "Rows",
    count("Price") AS "Prices",
    count(DISTINCT "Customer") AS "Kinds",
    avg("Quantity") AS "Mean"
FROM "SHOP"."ORDERS";

-- mysql
SELECT
    count(*) AS `Rows`,
    count(`Price`) AS `Prices`,
    count(DISTINCT (CONVERT(`Customer` USING utf8mb4) COLLATE utf8mb4_bin)) AS `Kinds`,
    avg(CAST(`Quantity` AS DOUBLE)) AS `Mean`
FROM `SHOP`.`ORDERS`;

-- snowflake
SELECT
    count(*) AS "Rows",
    count("Price") AS "Prices",
    count(DISTINCT "Customer") AS "Kinds",
    AVG(CAST("Quantity" AS FLOAT)) AS "Mean"
FROM "SHOP"."ORDERS";

-- bigquery
SELECT
    count(*) AS `Rows`,
    count(`Price`) AS `Prices`,
    count(DISTINCT `Customer`) AS `Kinds`,
    avg(`Quantity`) AS `Mean`
FROM `SHOP`.`ORDERS`;

-- databricks
SELECT
    count(*) AS `Rows`,
    count(`Price`) AS `Prices`,
    count(DISTINCT `Customer`) AS `Kinds`,
    avg(`Quantity`) AS `Mean`
FROM `SHOP`.`ORDERS`;

-- redshift
SELECT
    count(*) AS "Rows",
    count("Price") AS "Prices",
    count(DISTINCT "Customer") AS "Kinds",
    avg(CAST("Quantity" AS double precision)) AS "Mean"
FROM "SHOP"."ORDERS";

