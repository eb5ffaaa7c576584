-- sqlite
SELECT
    "Region"
FROM "SHOP"."ORDERS"
GROUP BY 1
ORDER BY "Region";

-- postgresql
SELECT
    "Region"
FROM "SHOP"."ORDERS"
GROUP BY 1
ORDER BY "Region" NULLS FIRST;

-- mysql
SELECT
    CONVERT(`Region` USING utf8mb4) COLLATE utf8mb4_bin AS `Region`
FROM `SHOP`.`ORDERS`
GROUP BY 1
ORDER BY `Region`;

-- snowflake
SELECT
    "Region"
FROM "SHOP"."ORDERS"
GROUP BY 1
ORDER BY "Region" NULLS FIRST;

-- bigquery
SELECT
    `Region`
FROM `SHOP`.`ORDERS`
GROUP BY 1
ORDER BY `Region`;

-- databricks
SELECT
    `Region`
FROM `SHOP`.`ORDERS`
GROUP BY 1
ORDER BY `Region`;

-- redshift
SELECT
    "Region"
FROM "SHOP"."ORDERS"
GROUP BY 1
ORDER BY "Region" NULLS FIRST;

