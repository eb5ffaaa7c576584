-- sqlite
SELECT
    "Id",
    sum("Quantity") OVER (PARTITION BY "Region") AS "Sum",
    count(*) OVER () AS "Rows",
    sigma_stddev("Quantity") OVER () AS "Spread"
FROM "SHOP"."ORDERS"
ORDER BY "Id" NULLS LAST;

-- postgresql
SELECT
    "Id",
    sum("Quantity") OVER (PARTITION BY "Region") AS "Sum",
    count(*) OVER () AS "Rows",
    stddev_samp("Quantity") OVER () AS "Spread"
FROM "SHOP"."ORDERS"
ORDER BY "Id";

-- mysql
SELECT
    `Id`,
    sum(`Quantity`) OVER (PARTITION BY CONVERT(`Region` USING utf8mb4) COLLATE utf8mb4_bin) AS `Sum`,
    count(*) OVER () AS `Rows`,
    stddev_samp(`Quantity`) OVER () AS `Spread`
FROM `SHOP`.`ORDERS`
ORDER BY `Id` IS NULL, `Id`;

-- snowflake
SELECT
    "Id",
    sum("Quantity") OVER (PARTITION BY "Region") AS "Sum",
    count(*) OVER () AS "Rows",
    stddev_samp("Quantity") OVER () AS "Spread"
FROM "SHOP"."ORDERS"
ORDER BY "Id";

-- bigquery
SELECT
    `Id`,
    sum(`Quantity`) OVER (PARTITION BY `Region`) AS `Sum`,
    count(*) OVER () AS `Rows`,
    stddev_samp(`Quantity`) OVER () AS `Spread`
FROM `SHOP`.`ORDERS`
ORDER BY `Id` NULLS LAST;

-- databricks
SELECT
    `Id`,
    sum(`Quantity`) OVER (PARTITION BY `Region`) AS `Sum`,
    count(*) OVER () AS `Rows`,
    stddev_samp(`Quantity`) OVER () AS `Spread`
FROM `SHOP`.`ORDERS`
ORDER BY `Id` NULLS LAST;

-- redshift
SELECT
    "Id",
    sum("Quantity") OVER (PARTITION BY "Region") AS "Sum",
    count(*) OVER () AS "Rows",
    stddev_samp("Quantity") OVER () AS "Spread"
FROM "SHOP"."ORDERS"
ORDER BY "Id";

