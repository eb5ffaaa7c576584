-- sqlite
WITH "orders_2" AS (
    SELECT
        "Id",
        row_number() OVER (PARTITION BY "Region" ORDER BY "Day" NULLS LAST, "Id" NULLS LAST) AS "Row"
    FROM "SHOP"."ORDERS"
)
SELECT
    "Id",
    "Row"
FROM "orders_2"
WHERE "Row" <= 1;

-- postgresql
WITH "orders_2" AS (
    SELECT
        "Id",
        row_number() OVER (PARTITION BY "Region" ORDER BY "Day", "Id") AS "Row"
    FROM "SHOP"."ORDERS"
)
SELECT
    "Id",
    "Row"
FROM "orders_2"
WHERE "Row" <= 1;

-- mysql
WITH `orders_2` AS (
    SELECT
        `Id`,
        row_number() OVER (PARTITION BY CONVERT(`Region` USING utf8mb4) COLLATE utf8mb4_bin ORDER BY `Day` IS NULL, `Day`, `Id` IS NULL, `Id`) AS `Row`
    FROM `SHOP`.`ORDERS`
)
SELECT
    `Id`,
    `Row`
FROM `orders_2`
WHERE `Row` <= 1;

-- snowflake
WITH "orders_2" AS (
    SELECT
        "Id",
        row_number() OVER (PARTITION BY "Region" ORDER BY "Day", "Id") AS "Row"
    FROM "SHOP"."ORDERS"
)
SELECT
    "Id",
    "Row"
FROM "orders_2"
WHERE "Row" <= 1;

-- bigquery
WITH `orders_2` AS (
    SELECT
        `Id`,
        row_number() OVER (PARTITION BY `Region` ORDER BY CAST(`Day` AS DATETIME) NULLS LAST, `Id` NULLS LAST) AS `Row`
    FROM `SHOP`.`ORDERS`
)
SELECT
    `Id`,
    `Row`
FROM `orders_2`
WHERE `Row` <= 1;

-- databricks
WITH `orders_2` AS (
    SELECT
        `Id`,
        row_number() OVER (PARTITION BY `Region` ORDER BY `Day` NULLS LAST, `Id` NULLS LAST) AS `Row`
    FROM `SHOP`.`ORDERS`
)
SELECT
    `Id`,
    `Row`
FROM `orders_2`
WHERE `Row` <= 1;

-- redshift
WITH "orders_2" AS (
    SELECT
        "Id",
        row_number() OVER (PARTITION BY "Region" ORDER BY "Day", "Id") AS "Row"
    FROM "SHOP"."ORDERS"
)
SELECT
    "Id",
    "Row"
FROM "orders_2"
WHERE "Row" <= 1;

