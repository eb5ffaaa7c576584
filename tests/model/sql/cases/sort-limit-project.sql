-- sqlite
SELECT
    "Customer"
FROM "SHOP"."ORDERS"
ORDER BY "Price" DESC, "Id" NULLS LAST
LIMIT 3;

-- postgresql
SELECT
    "Customer"
FROM "SHOP"."ORDERS"
ORDER BY "Price" DESC NULLS LAST, "Id"
LIMIT 3;

-- mysql
SELECT
    CONVERT(`Customer` USING utf8mb4) COLLATE utf8mb4_bin AS `Customer`
FROM `SHOP`.`ORDERS`
ORDER BY `Price` DESC, `Id` IS NULL, `Id`
LIMIT 3;

-- snowflake
SELECT
    "Customer"
FROM "SHOP"."ORDERS"
ORDER BY "Price" DESC NULLS LAST, "Id"
LIMIT 3;

-- bigquery
SELECT
    `Customer`
FROM `SHOP`.`ORDERS`
ORDER BY `Price` DESC, `Id` NULLS LAST
LIMIT 3;

-- databricks
SELECT
    `Customer`
FROM `SHOP`.`ORDERS`
ORDER BY `Price` DESC, `Id` NULLS LAST
LIMIT 3;

-- redshift
SELECT
    "Customer"
FROM "SHOP"."ORDERS"
ORDER BY "Price" DESC NULLS LAST, "Id"
LIMIT 3;

